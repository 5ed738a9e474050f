package dev.kith.investigate;

import dev.kith.detect.Visit;
import dev.kith.event.Endpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Merges cases that are one story: an account taken twice, several accounts taken from one place or by one lure. */
public final class Incidents {
    /** Cases further apart are two stories. Chosen by hand. */
    private static final Duration TOGETHER = Duration.ofDays(3);

    /** A case of an account that was raised elsewhere belongs to it from this belief on: above the prior. Chosen by hand. */
    private static final double SUPPORTS = 0.05;

    private Incidents() {}

    /**
     * The incidents of these cases, in the order in which they were raised; then the cases that were not
     * decided and those closed as benign, each for itself.
     *
     * @param sentTo whom a mail of ours was sent to, by its Message-ID
     */
    public static List<Incident> of(List<CaseFile> cases, Function<String, Addressees> sentTo) {
        List<CaseFile> raised =
                cases.stream().filter(c -> c.raisedAt().isPresent()).toList();
        int[] parent = new int[raised.size()];
        for (int i = 0; i < parent.length; i++) {
            parent[i] = i;
        }
        for (int i = 0; i < raised.size(); i++) {
            // Cases are in the order of their triggers, so only the neighbours in time are compared.
            for (int j = i - 1; j >= 0 && near(raised.get(j), raised.get(i)); j--) {
                if (together(raised.get(j), raised.get(i))) {
                    parent[root(parent, i)] = root(parent, j);
                }
            }
        }
        Map<Integer, List<CaseFile>> groups = new LinkedHashMap<>();
        for (int i = 0; i < parent.length; i++) {
            groups.computeIfAbsent(root(parent, i), k -> new ArrayList<>()).add(raised.get(i));
        }
        List<Incident> incidents = new ArrayList<>();
        Set<CaseFile> used = Collections.newSetFromMap(new IdentityHashMap<>());
        List<List<CaseFile>> stories = new ArrayList<>(groups.values());
        stories.sort(Comparator.comparing((List<CaseFile> g) -> g.stream()
                .map(c -> c.raisedAt().get())
                .min(Comparator.naturalOrder())
                .get()));
        for (List<CaseFile> story : stories) {
            List<CaseFile> supporting = cases.stream()
                    .filter(c -> c.raisedAt().isEmpty() && c.visit().isPresent())
                    .filter(c -> c.conclusion().malicious() >= SUPPORTS)
                    .filter(c -> story.stream().anyMatch(r -> r.account().equals(c.account()) && near(r, c)))
                    .filter(used::add)
                    .toList();
            used.addAll(story);
            incidents.add(Narrative.incident("INC-" + (incidents.size() + 1), story, supporting, sentTo));
        }
        int number = 0;
        for (CaseFile c : cases) {
            if (!used.contains(c)) {
                incidents.add(Narrative.notRaised("CASE-" + ++number, c, beside(c, stories)));
            }
        }
        // Stable: those raised come first, then what nobody could decide.
        incidents.sort(Comparator.comparing((Incident i) -> !i.raised()).thenComparing(i -> !i.undecided()));
        return incidents;
    }

    /** Id of the incident that a closed case stands beside: of the same account, within days. */
    private static String beside(CaseFile c, List<List<CaseFile>> stories) {
        for (int i = 0; i < stories.size(); i++) {
            if (stories.get(i).stream().anyMatch(r -> r.account().equals(c.account()) && near(r, c))) {
                return "INC-" + (i + 1);
            }
        }
        return "";
    }

    private static int root(int[] parent, int i) {
        int at = i;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    private static boolean near(CaseFile a, CaseFile b) {
        Instant from = a.first().isBefore(b.first()) ? a.last() : b.last();
        Instant to = a.first().isBefore(b.first()) ? b.first() : a.first();
        return Duration.between(from, to).compareTo(TOGETHER) < 0;
    }

    private static boolean together(CaseFile a, CaseFile b) {
        return a.account().equals(b.account())
                || samePlace(a, b)
                || sameLure(a, b)
                || sameApplication(a, b)
                || gaveRights(a, b)
                || gaveRights(b, a)
                || wroteTo(a, b)
                || wroteTo(b, a)
                || sameGuessing(a, b);
    }

    /** From one block; or from one provider of anonymity, which few use in the same days by chance. */
    private static boolean samePlace(CaseFile a, CaseFile b) {
        if (a.visit().isEmpty() || b.visit().isEmpty()) {
            return sameDesk(a, b);
        }
        Endpoint x = a.visit().map(Visit::endpoint).get();
        Endpoint y = b.visit().map(Visit::endpoint).get();
        boolean anonymous =
                x.traits().contains(Endpoint.Trait.VPN) || x.traits().contains(Endpoint.Trait.TOR);
        return x.ip().block().equals(y.ip().block()) || anonymous && x.asn() != 0 && x.asn() == y.asn();
    }

    /** What made both dangerous was done from one address within a day. */
    private static boolean sameDesk(CaseFile a, CaseFile b) {
        Set<String> first = desks(a);
        return Duration.between(a.trigger().time(), b.trigger().time()).abs().compareTo(A_DAY) < 0
                && desks(b).stream().anyMatch(first::contains);
    }

    private static final Duration A_DAY = Duration.ofDays(1);

    private static Set<String> desks(CaseFile c) {
        Set<String> addresses = new TreeSet<>();
        c.events().traces().stream()
                .filter(t -> t.note().isPresent())
                .forEach(t -> t.endpoint().ifPresent(e -> addresses.add(e.ip().toString())));
        return addresses;
    }

    /** The one gave the other a role, a password, a second factor or a mailbox. */
    private static boolean gaveRights(CaseFile a, CaseFile b) {
        return a.events().traces().stream()
                .anyMatch(t -> t.act().givesRights()
                        && t.object().equalsIgnoreCase(b.account().value()));
    }

    /** Both let in, or prepared, one application. */
    private static boolean sameApplication(CaseFile a, CaseFile b) {
        Set<String> first = applications(a);
        return applications(b).stream().anyMatch(first::contains);
    }

    private static Set<String> applications(CaseFile c) {
        Set<String> ids = new TreeSet<>();
        c.events().traces().stream()
                .filter(t -> t.note().isPresent() && t.act().ofApplications())
                .forEach(t -> ids.add(t.application()));
        return ids;
    }

    /** Both were lured by the same sender, and by nobody else. */
    private static boolean sameLure(CaseFile a, CaseFile b) {
        Set<String> first = senders(a);
        return !first.isEmpty() && first.equals(senders(b));
    }

    private static Set<String> senders(CaseFile c) {
        Set<String> senders = new TreeSet<>();
        c.events().lures().forEach(m -> senders.add(m.from()));
        return senders;
    }

    /** The one's lures came from the other's account, and from nobody else's: where others lured too, nobody can tell. */
    private static boolean wroteTo(CaseFile a, CaseFile b) {
        List<MailTrace> lures = b.events().lures();
        return !lures.isEmpty()
                && lures.stream().allMatch(m -> m.from().equals(a.account().value()) && !m.at().isBefore(a.first()));
    }

    private static boolean sameGuessing(CaseFile a, CaseFile b) {
        Set<String> ids = new TreeSet<>();
        a.events().traces().stream()
                .filter(t -> t.act() == dev.kith.profile.Act.SIGN_IN_FAILED)
                .forEach(t -> ids.add(t.id()));
        return b.events().traces().stream().anyMatch(t -> ids.contains(t.id()));
    }
}
