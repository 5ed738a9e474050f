package dev.kith.pipeline;

import dev.kith.event.AccountId;
import dev.kith.event.FileHostingActivity;
import dev.kith.event.MailboxActivity;
import dev.kith.event.UserManagement;
import dev.kith.investigate.Foothold;
import dev.kith.investigate.Trace;
import dev.kith.investigate.Trace.Danger;
import dev.kith.profile.AccountFacts;
import dev.kith.profile.Act;
import dev.kith.score.AccountSurprise;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is in force for each account, of what was set from an unusual place with a strange device or is grave in itself: set by one record and unset by
 * another, however long ago. At most {@value #PER_ACCOUNT_MAX} for an account, of at most {@value #ACCOUNTS_MAX} accounts; the
 * oldest go first, so that a question then finds less.
 */
final class Footholds {
    private static final int PER_ACCOUNT_MAX = 50;
    private static final int ACCOUNTS_MAX = 50_000;

    private static final Set<Danger> GRAVE =
            EnumSet.of(Danger.HIDES_WARNINGS, Danger.HIDES_ITSELF, Danger.FORWARDS_MONEY_OUT, Danger.FORWARDS_ALL_AWAY);

    private static final Set<Danger> RULES = EnumSet.of(
            Danger.HIDES_MAIL,
            Danger.HIDES_WARNINGS,
            Danger.HIDES_ITSELF,
            Danger.FORWARDS_OUT,
            Danger.FORWARDS_MONEY_OUT,
            Danger.FORWARDS_ALL_AWAY);

    private final Map<AccountId, Map<String, Foothold>> accounts = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<AccountId, Map<String, Foothold>> eldest) {
            return size() > ACCOUNTS_MAX;
        }
    };

    /** What was set or unset by a record: {@code key} tells which it is. */
    private record Change(String key, boolean set) {}

    /** Takes in what a record sets or unsets. */
    void take(AccountFacts facts, Trace trace) {
        Optional<Change> found = change(facts, trace);
        if (found.isEmpty()) {
            return;
        }
        String key = found.get().key();
        boolean grave = trace.note().filter(GRAVE::contains).isPresent();
        if (!found.get().set()) {
            Map<String, Foothold> of = accounts.get(trace.account());
            if (of != null) {
                of.remove(key);
            }
        } else if (grave || strangersHand(trace)) {
            Map<String, Foothold> of = accounts.computeIfAbsent(trace.account(), k -> new LinkedHashMap<>(2));
            // Whoever sets it again by a usual way has not made it: what was first is kept.
            of.putIfAbsent(
                    key, new Foothold(key, trace.at(), trace.id(), trace.visit(), trace.act() == Act.CONSENT, grave));
            if (of.size() > PER_ACCOUNT_MAX) {
                Iterator<String> oldest = of.keySet().iterator();
                oldest.next();
                oldest.remove();
            }
        }
    }

    /** Travellers share and register from unusual places; with a device nobody knows of them they seldom do. */
    private static boolean strangersHand(Trace trace) {
        return trace.visit()
                .filter(v -> v.deviceBits() >= AccountSurprise.STRANGE_DEVICE_BITS)
                .isPresent();
    }

    private static Optional<Change> change(AccountFacts facts, Trace trace) {
        String object = trace.object().toLowerCase(Locale.ROOT);
        if (facts.event() instanceof MailboxActivity mailbox) {
            boolean dangerous = trace.note().filter(RULES::contains).isPresent();
            return switch (mailbox.activity()) {
                case RULE_CREATED, RULE_CHANGED -> change("inbox rule " + rule(mailbox), dangerous);
                case RULE_REMOVED -> change("inbox rule " + rule(mailbox), false);
                case FORWARDING_CHANGED -> change("forwarding", dangerous);
                case DELEGATION_ADDED -> change("delegation " + object, true);
                case DELEGATION_REMOVED -> change("delegation " + object, false);
                default -> Optional.empty();
            };
        }
        if (facts.event() instanceof UserManagement management) {
            String operation = management.operation().toLowerCase(Locale.ROOT);
            boolean removed = operation.startsWith("remove") || operation.contains("delete");
            return switch (management.activity()) {
                case MFA_CHANGE -> change("method of signing in " + object, !removed);
                case CONSENT ->
                    change(
                            "consent " + trace.application(),
                            !removed
                                    && trace.note()
                                            .filter(d -> d == Danger.CONSENT)
                                            .isPresent());
                default -> Optional.empty();
            };
        }
        if (facts.event() instanceof FileHostingActivity file) {
            return switch (file.activity()) {
                case ANONYMOUS_LINK_CREATED ->
                    change("link for all on " + object, trace.note().isPresent());
                case ANONYMOUS_LINK_REMOVED -> change("link for all on " + object, false);
                default -> Optional.empty();
            };
        }
        return Optional.empty();
    }

    /** A rule by its name: who makes it says the name, who changes or removes it the mailbox and the name, or a number. */
    private static String rule(MailboxActivity mailbox) {
        String name = mailbox.details().getOrDefault("Name", mailbox.details().getOrDefault("Identity", ""));
        return name.substring(name.lastIndexOf('\\') + 1).toLowerCase(Locale.ROOT);
    }

    private static Optional<Change> change(String key, boolean set) {
        return Optional.of(new Change(key, set));
    }

    /** What is in force for an account, the oldest first. */
    List<Foothold> of(AccountId account) {
        Map<String, Foothold> of = accounts.get(account);
        return of == null ? List.of() : List.copyOf(of.values());
    }
}
