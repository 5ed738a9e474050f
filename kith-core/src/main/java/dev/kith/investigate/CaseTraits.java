package dev.kith.investigate;

import dev.kith.detect.Visit;
import dev.kith.event.Endpoint;
import dev.kith.profile.Act;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a case can have in common with others, gathered once.
 *
 * @param from when it began
 * @param to when its last record was, not before {@code from}
 * @param triggered when what opened it happened
 * @param shared whoever has one of these in common is of one story: place, lures, applications
 * @param failed ids of the failed sign-ins that belong to it
 * @param desks addresses from which something dangerous in itself was done
 * @param gaveTo accounts that were given a role, a password, a second factor or a mailbox, in lower case
 * @param lure the mails that lured it, where all came from one sender
 */
record CaseTraits(
        String account,
        Instant from,
        Instant to,
        Instant triggered,
        Set<String> shared,
        List<String> failed,
        Set<String> desks,
        Set<String> gaveTo,
        Optional<Lure> lure) {
    CaseTraits {
        shared = Set.copyOf(shared);
        failed = List.copyOf(failed);
        desks = Set.copyOf(desks);
        gaveTo = Set.copyOf(gaveTo);
        to = to.isBefore(from) ? from : to;
    }

    /** @param first when the first mail came */
    record Lure(String sender, Instant first) {}

    static CaseTraits of(CaseFile file) {
        Set<String> shared = new LinkedHashSet<>();
        Set<String> desks = new LinkedHashSet<>();
        Set<String> gaveTo = new LinkedHashSet<>();
        file.visit().map(Visit::endpoint).ifPresent(from -> places(from, shared));
        List<Trace> traces = file.events().traces();
        for (Trace t : traces) {
            if (t.note().isPresent()) {
                t.endpoint().ifPresent(e -> desks.add(e.ip().toString()));
                if (t.act().ofApplications() && !t.application().isEmpty()) {
                    shared.add("application " + t.application());
                }
            }
            if (t.act().givesRights()) {
                gaveTo.add(t.object().toLowerCase(Locale.ROOT));
            }
        }
        List<MailTrace> lures = file.events().lures();
        Set<String> senders = new TreeSet<>();
        lures.forEach(m -> senders.add(m.from()));
        if (!senders.isEmpty()) {
            // By the same senders, and by nobody else: one lure in common may be chance, for a wave reaches many.
            shared.add("lured by " + senders);
        }
        Optional<Lure> lure = senders.size() == 1
                ? lures.stream()
                        .map(MailTrace::at)
                        .min(Comparator.naturalOrder())
                        .map(at -> new Lure(lures.get(0).from(), at))
                : Optional.empty();
        return new CaseTraits(
                file.account().value(),
                file.first(),
                file.last(),
                file.trigger().time(),
                shared,
                traces.stream()
                        .filter(t -> t.act() == Act.SIGN_IN_FAILED)
                        .map(Trace::id)
                        .toList(),
                desks,
                gaveTo,
                lure);
    }

    /** A block; and a provider of anonymity, which few use in the same days by chance. */
    private static void places(Endpoint from, Set<String> shared) {
        shared.add("block " + from.ip().block());
        boolean anonymous =
                from.traits().contains(Endpoint.Trait.VPN) || from.traits().contains(Endpoint.Trait.TOR);
        if (anonymous && from.asn() != 0) {
            shared.add("provider " + from.asn());
        }
    }
}
