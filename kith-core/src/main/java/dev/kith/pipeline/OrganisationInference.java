package dev.kith.pipeline;

import dev.kith.event.Actor;
import dev.kith.event.DomainTrait;
import dev.kith.event.EmailActivity;
import dev.kith.event.EmailTrace;
import dev.kith.event.Event;
import dev.kith.event.MailAddress;
import dev.kith.event.MailAuthentication;
import dev.kith.event.Mailbox;
import dev.kith.profile.AccountFacts;
import dev.kith.profile.World;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds out from the events whose mail this is, where nobody said so, and whose Authentication-Results to believe.
 *
 * <p>Our domain is the one that most mails have on one side or the other; accounts in audit records and envelope recipients
 * count more than what headers claim. Where that is a free-mail domain, ours is the single address. Counters are bounded:
 * what comes first has room, which an attacker who writes into a mailbox cannot fill before the mailbox's own mail.
 */
public final class OrganisationInference {
    /** Chosen by hand; about 100 bytes each. */
    private static final int COUNTED_MAX = 100_000;

    /** A second domain is ours too where it covers this share of what the first does and receives mail as envelope recipient. */
    private static final double SECOND_DOMAIN_SHARE = 0.2;

    /** A host is ours where it wrote the topmost results of this share of the mails. Chosen by hand. */
    private static final double AUTHSERV_SHARE = 0.1;

    private final World world;
    private final Map<String, Integer> domains = new HashMap<>();
    private final Map<String, Integer> received = new HashMap<>();
    private final Map<MailAddress, Integer> addresses = new HashMap<>();
    private final Map<String, Integer> authservs = new HashMap<>();
    private int results;

    public OrganisationInference(World world) {
        this.world = world;
    }

    /** Takes an event in; order does not matter. */
    public void observe(Event event) {
        if (event instanceof EmailActivity mail) {
            mail(mail);
        } else if (event instanceof EmailTrace trace) {
            count(domains, world.registrableDomain(trace.recipient().domain()), 1);
            count(domains, world.registrableDomain(trace.sender().domain()), 1);
        } else {
            AccountFacts.actor(event).filter(a -> a.kind() == Actor.Kind.PERSON).ifPresent(a -> {
                String domain = world.registrableDomain(
                        MailAddress.of(a.account().value()).domain());
                count(domains, domain, 1);
                count(received, domain, 1);
            });
        }
    }

    private void mail(EmailActivity mail) {
        Set<MailAddress> all = new LinkedHashSet<>(mail.deliveredTo());
        all.add(mail.from().address());
        mail.to().stream().map(Mailbox::address).forEach(all::add);
        mail.cc().stream().map(Mailbox::address).forEach(all::add);
        Set<String> seen = new HashSet<>();
        for (MailAddress address : all) {
            if (!address.domain().isEmpty()) {
                count(addresses, address, 1);
                if (seen.add(world.registrableDomain(address.domain()))) {
                    count(domains, world.registrableDomain(address.domain()), 1);
                }
            }
        }
        for (MailAddress address : mail.deliveredTo()) {
            count(received, world.registrableDomain(address.domain()), 1);
            count(addresses, address, 1);
        }
        authserv(mail.authentication());
    }

    private void authserv(List<MailAuthentication> found) {
        Optional<String> top = found.stream()
                .filter(r -> r.header() == 0 && !r.authservId().isEmpty())
                .map(MailAuthentication::authservId)
                .findFirst();
        if (top.isPresent()) {
            results++;
            count(authservs, top.get(), 1);
        }
    }

    private static <K> void count(Map<K, Integer> counters, K key, int by) {
        if (counters.size() < COUNTED_MAX || counters.containsKey(key)) {
            counters.merge(key, by, Integer::sum);
        }
    }

    /**
     * What was found out.
     *
     * @param givenDomains our domains as the owner named them; where these or the mailboxes are given, they stand
     */
    public Organisation conclude(Set<String> givenDomains, Set<MailAddress> givenMailboxes) {
        Set<String> trusted = new TreeSet<>();
        authservs.forEach((id, n) -> {
            if (n >= AUTHSERV_SHARE * results) {
                trusted.add(id);
            }
        });
        if (!givenDomains.isEmpty() || !givenMailboxes.isEmpty()) {
            return new Organisation(givenDomains, givenMailboxes, trusted, false);
        }
        Optional<String> first = most(domains);
        if (first.isEmpty()) {
            return new Organisation(Set.of(), Set.of(), trusted, true);
        }
        if (world.traits(first.get()).contains(DomainTrait.FREE_MAIL)) {
            return new Organisation(Set.of(), most(addresses).map(Set::of).orElse(Set.of()), trusted, true);
        }
        Set<String> ours = new TreeSet<>();
        ours.add(first.get());
        int most = domains.getOrDefault(first.get(), 0);
        received.forEach((domain, n) -> {
            boolean shared = world.traits(domain).contains(DomainTrait.FREE_MAIL);
            if (!domain.isEmpty() && !shared && n >= SECOND_DOMAIN_SHARE * most) {
                ours.add(domain);
            }
        });
        return new Organisation(ours, Set.of(), trusted, true);
    }

    private static <K> Optional<K> most(Map<K, Integer> counters) {
        return counters.entrySet().stream()
                .filter(e -> !e.getKey().toString().isEmpty())
                .max(Comparator.comparingInt((Map.Entry<K, Integer> e) -> e.getValue())
                        .thenComparing(e -> e.getKey().toString(), Comparator.reverseOrder()))
                .map(Map.Entry::getKey);
    }
}
