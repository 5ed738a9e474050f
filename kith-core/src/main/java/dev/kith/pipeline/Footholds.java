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
import java.util.LinkedHashSet;
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
    private static final String RULE = "inbox rule ";
    private static final String FORWARDING = "forwarding";
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

    private final Map<AccountId, Map<String, Foothold>> accounts = bounded();
    private final Map<AccountId, RuleNames> rules = bounded();
    /** Whose consents an application has, by all it is called. */
    private final Map<String, Set<Holder>> consents = bounded();

    private record Holder(AccountId account, String key) {}

    /** What was set or unset by a record: {@code key} tells which it is. */
    private record Change(String key, boolean set) {}

    private static <K, V> Map<K, V> bounded() {
        return new LinkedHashMap<>(64, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > ACCOUNTS_MAX;
            }
        };
    }

    /** Takes in what a record sets or unsets. */
    void take(AccountFacts facts, Trace trace) {
        if (facts.event() instanceof UserManagement management && ConsentRecord.takesBack(management)) {
            takeBack(management, trace.account());
            return;
        }
        if (facts.event() instanceof MailboxActivity mailbox) {
            cleanUp(mailbox, trace);
        }
        Optional<Change> found = change(facts, trace);
        if (found.isEmpty()) {
            return;
        }
        String key = found.get().key();
        boolean grave = trace.note().filter(GRAVE::contains).isPresent();
        if (!found.get().set()) {
            unset(trace.account(), key);
        } else if (grave || strangersHand(trace)) {
            Map<String, Foothold> of = accounts.computeIfAbsent(trace.account(), k -> new LinkedHashMap<>(2));
            boolean consent = trace.act() == Act.CONSENT;
            // Whoever sets it again by a usual way has not made it: what was first is kept.
            of.putIfAbsent(key, new Foothold(key, trace.at(), trace.id(), trace.visit(), consent, grave));
            if (consent && facts.event() instanceof UserManagement management) {
                for (String id : ConsentRecord.given(management, trace.application())) {
                    consents.computeIfAbsent(id, k -> new LinkedHashSet<>(2)).add(new Holder(trace.account(), key));
                }
            }
            if (of.size() > PER_ACCOUNT_MAX) {
                Iterator<String> oldest = of.keySet().iterator();
                oldest.next();
                oldest.remove();
            }
        }
    }

    /** What an administrator removes from somebody's mailbox is gone for that one, too. */
    private void cleanUp(MailboxActivity mailbox, Trace trace) {
        String owner = mailbox.mailbox();
        owner = owner.substring(0, owner.indexOf('\\') < 0 ? owner.length() : owner.indexOf('\\'));
        if (owner.indexOf('@') < 0 || owner.equalsIgnoreCase(trace.account().value())) {
            return;
        }
        AccountId whose = new AccountId(owner);
        RuleNames known = rules.get(whose);
        if (mailbox.activity() == MailboxActivity.Activity.RULE_REMOVED && known != null) {
            unset(whose, RULE + known.removed(RuleNames.calls(mailbox)));
        } else if (mailbox.activity() == MailboxActivity.Activity.FORWARDING_CHANGED
                && trace.note().isEmpty()) {
            unset(whose, FORWARDING);
        }
    }

    private void unset(AccountId account, String key) {
        Map<String, Foothold> of = accounts.get(account);
        if (of != null) {
            of.remove(key);
        }
    }

    /**
     * A consent is gone for the account the record names; where it names none, for who took it back, or else for all: whoever
     * takes back what is not his own cleans up.
     */
    private void takeBack(UserManagement management, AccountId by) {
        String named = ConsentRecord.named(management);
        for (String id : ConsentRecord.takenBack(management)) {
            Set<Holder> holders = consents.getOrDefault(id, new LinkedHashSet<>());
            boolean own = !ConsentRecord.ofAll(management)
                    && holders.stream().anyMatch(h -> h.account().equals(by));
            List<Holder> gone = holders.stream()
                    .filter(h -> named.isEmpty()
                            ? !own || h.account().equals(by)
                            : h.account().value().equals(named))
                    .toList();
            gone.forEach(h -> unset(h.account(), h.key()));
            holders.removeAll(gone);
        }
    }

    /** Travellers share and register from unusual places; with a device nobody knows of them they seldom do. */
    private static boolean strangersHand(Trace trace) {
        return trace.visit()
                .filter(v -> v.deviceBits() >= AccountSurprise.STRANGE_DEVICE_BITS)
                .isPresent();
    }

    private Optional<Change> change(AccountFacts facts, Trace trace) {
        String object = trace.object().toLowerCase(Locale.ROOT);
        if (facts.event() instanceof MailboxActivity mailbox) {
            boolean dangerous = trace.note().filter(RULES::contains).isPresent();
            return switch (mailbox.activity()) {
                case RULE_CREATED, RULE_CHANGED ->
                    change(RULE + rules(trace).made(RuleNames.calls(mailbox)), dangerous);
                case RULE_REMOVED -> change(RULE + rules(trace).removed(RuleNames.calls(mailbox)), false);
                case FORWARDING_CHANGED -> change(FORWARDING, dangerous);
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
                            trace.note().filter(d -> d == Danger.CONSENT).isPresent());
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

    private RuleNames rules(Trace trace) {
        return rules.computeIfAbsent(trace.account(), k -> new RuleNames());
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
