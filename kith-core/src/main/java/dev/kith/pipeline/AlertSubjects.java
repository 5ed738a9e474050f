package dev.kith.pipeline;

import dev.kith.detect.Remembered;
import dev.kith.event.AccountId;
import dev.kith.event.DetectionFinding;
import dev.kith.event.DetectionFinding.Kind;
import dev.kith.event.DetectionFinding.Observable;
import dev.kith.event.IpAddress;
import dev.kith.event.MailAddress;
import dev.kith.investigate.EvidenceStore;
import dev.kith.investigate.MailTrace;
import dev.kith.investigate.Trace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Whose accounts an alert is about, and which of their records. Mutable, for it learns the names; one writer. */
final class AlertSubjects {
    /** An alert that names more is about the organisation. Chosen by hand. */
    private static final int ACCOUNTS_MAX = 5;

    /** An address that more accounts use at that time is an office's or a gateway's. Chosen by hand. */
    private static final int SHARING_MAX = 3;

    /** Products round and their clocks differ. Chosen by hand. */
    private static final Duration NEAR = Duration.ofMinutes(30);

    private static final int NAMES_MAX = 200_000;

    private final Predicate<MailAddress> owns;
    private final AccountNames.Known names;
    private final EvidenceStore store;

    /** Accounts by the part before the sign; empty where several are called so. */
    private final Remembered<String, String> locals = new Remembered<>(NAMES_MAX);

    AlertSubjects(Predicate<MailAddress> owns, AccountNames.Known names, EvidenceStore store) {
        this.owns = owns;
        this.names = names;
        this.store = store;
    }

    /** Takes in that there is such an account. */
    void seen(AccountId account) {
        String value = account.value();
        int at = value.indexOf('@');
        String local = at > 0 ? value.substring(0, at) : value;
        String known = locals.get(local);
        if (known == null) {
            locals.put(local, value);
        } else if (!known.isEmpty() && !known.equals(value)) {
            locals.put(local, "");
        }
    }

    /** The accounts of ours that it names, or whose mail or address it names; in the order of the source. */
    List<AccountId> of(DetectionFinding finding) {
        Set<AccountId> named = new LinkedHashSet<>();
        for (Observable each : finding.about()) {
            switch (each.kind()) {
                case ACCOUNT, ADDRESS -> account(each.value()).ifPresent(named::add);
                case ACCOUNT_ID ->
                    Optional.ofNullable(names.byId().get(each.value())).ifPresent(named::add);
                default -> {
                    // Asked only where nobody is named.
                }
            }
        }
        for (Observable each : finding.about()) {
            if (named.isEmpty() && each.kind() == Kind.MESSAGE) {
                for (MailTrace mail : store.mail(each.value())) {
                    mail.to().forEach(to -> named.add(new AccountId(to)));
                }
            }
        }
        for (Observable each : finding.about()) {
            if (named.isEmpty() && each.kind() == Kind.IP) {
                named.addAll(from(each.value(), finding.activity()));
            }
        }
        return named.stream().limit(ACCOUNTS_MAX).toList();
    }

    private Optional<AccountId> account(String name) {
        MailAddress address = MailAddress.of(name);
        if (!address.domain().isEmpty()) {
            String now = names.of(address);
            boolean seen = now.equals(locals.get(MailAddress.of(now).local()));
            return seen || owns.test(address) ? Optional.of(new AccountId(now)) : Optional.empty();
        }
        String bare = name.substring(name.lastIndexOf('\\') + 1).toLowerCase(Locale.ROOT);
        return Optional.ofNullable(locals.get(bare))
                .filter(known -> !known.isEmpty())
                .map(AccountId::new);
    }

    /** Who was there at that time; nobody where it is a place of many. */
    private List<AccountId> from(String address, Instant at) {
        Optional<IpAddress> ip = IpAddress.parse(address);
        if (ip.isEmpty()) {
            return List.of();
        }
        List<AccountId> there = store.fromBlock(ip.get().block(), at.minus(NEAR), at.plus(NEAR)).stream()
                .filter(t -> t.endpoint().filter(e -> e.ip().equals(ip.get())).isPresent())
                .map(Trace::account)
                .distinct()
                .limit(SHARING_MAX + 1L)
                .toList();
        return there.size() > SHARING_MAX ? List.of() : there;
    }

    /**
     * The record of an account that an alert is about, or nearest to it in time: from an address it names first, then in a visit.
     * Empty where the account did nothing at that time.
     */
    Optional<Trace> nearest(DetectionFinding finding, AccountId account) {
        Set<String> places = new LinkedHashSet<>();
        finding.about().stream()
                .filter(o -> o.kind() == Kind.IP)
                .map(Observable::value)
                .forEach(places::add);
        return nearest(account, finding.activity(), places);
    }

    /** The same of a time, where from these addresses first. */
    Optional<Trace> nearest(AccountId account, Instant at, Set<String> places) {
        List<Trace> near = new ArrayList<>(store.ofAccount(account, at.minus(NEAR), at.plus(NEAR)));
        return near.stream()
                .min(Comparator.comparing((Trace t) -> !places.contains(
                                t.endpoint().map(e -> e.ip().toString()).orElse("")))
                        .thenComparing(t -> t.visit().isEmpty())
                        .thenComparing(t -> Duration.between(t.at(), at).abs())
                        .thenComparing(Trace::id));
    }
}
