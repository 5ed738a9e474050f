package dev.kith.profile;

import dev.kith.event.AccountId;
import dev.kith.event.Endpoint;
import dev.kith.event.IpAddress;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What an account usually does, to be shown: from where, with what.
 *
 * @param since when it was first seen
 * @param records it was learned from
 * @param networks those it comes from, most used first
 * @param devices those it is used with, most used first
 * @param applications those it is used through, most used first
 */
public record AccountHabits(
        String account,
        Instant since,
        long records,
        List<Habit> networks,
        List<Habit> devices,
        List<Habit> applications) {
    private static final int OF_KIND_MAX = 8;

    public AccountHabits {
        networks = List.copyOf(networks);
        devices = List.copyOf(devices);
        applications = List.copyOf(applications);
    }

    /**
     * Something usual.
     *
     * @param name what it is called; empty where that is not known
     * @param share of all uses, in [0, 1], older ones counting less
     */
    public record Habit(String value, String name, double share, Instant first, Instant last) {}

    /**
     * The habits of an account; empty where nothing is known of it.
     *
     * @param networkOf names the network of an address
     */
    public static Optional<AccountHabits> of(
            String account, AccountProfiles profiles, Function<IpAddress, Endpoint> networkOf) {
        return profiles.account(new AccountId(account)).map(profile -> {
            Instant now = profile.lastSeen();
            Optional<NetworkFacet> network = profile.find(AccountProfiles.NETWORK, NetworkFacet.class);
            return new AccountHabits(
                    account,
                    profile.firstSeen(),
                    profile.observations(),
                    network.map(facet -> habits(facet.systemUses(), now, names(facet, now, networkOf)))
                            .orElse(List.of()),
                    habits(profile, AccountProfiles.DEVICE, now),
                    habits(profile, AccountProfiles.APPLICATION, now));
        });
    }

    private static List<Habit> habits(Profile profile, FacetSpec spec, Instant now) {
        return profile.find(spec, CategoricalFacet.class)
                .map(facet -> habits(facet, now, Map.of()))
                .orElse(List.of());
    }

    private static List<Habit> habits(CategoricalFacet facet, Instant now, Map<String, String> names) {
        double total = facet.total(now);
        return facet.top(OF_KIND_MAX, now).stream()
                .map(e -> new Habit(
                        e.value(),
                        names.getOrDefault(e.value(), ""),
                        Math.min(1, e.count() / total),
                        e.firstSeen(),
                        e.lastSeen()))
                .toList();
    }

    /** A system is called what the network of one of its addresses is called. */
    private static Map<String, String> names(NetworkFacet facet, Instant now, Function<IpAddress, Endpoint> networkOf) {
        Map<String, String> names = new HashMap<>();
        for (CategoricalFacet.Entry entry : facet.addresses().top(Integer.MAX_VALUE, now)) {
            IpAddress.parse(entry.value()).map(networkOf).ifPresent(endpoint -> {
                String name = endpoint.asName() + (endpoint.country().isEmpty() ? "" : ", " + endpoint.country());
                names.putIfAbsent(NetworkFacet.system(endpoint), name);
            });
        }
        return names;
    }
}
