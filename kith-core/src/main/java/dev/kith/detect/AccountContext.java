package dev.kith.detect;

import dev.kith.event.AccountId;
import dev.kith.event.Endpoint;
import dev.kith.event.FileHostingActivity;
import dev.kith.event.MailAddress;
import dev.kith.profile.AccountFacts;
import dev.kith.profile.Act;
import dev.kith.profile.World;
import dev.kith.score.AccountSurprise;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Remembers what records of accounts have to do with one another: who fails from where, who made which link, what sessions
 * and applications were seen. Every memory is bounded; what is forgotten makes a signal absent, never wrong.
 */
public final class AccountContext {
    private static final Duration DAY = Duration.ofDays(1);

    /** Entries of each memory at least. Chosen by hand: some 200 bytes each. */
    private static final int REMEMBERED_MAX = 50_000;

    /** Accounts whose places are remembered at least. Chosen by hand: more than one organisation has. */
    private static final int ACCOUNTS_MAX = 150_000;

    /** Failures kept for a block or an account. Chosen by hand: a guessing machine needs no more to be known as one. */
    private static final int FAILURES_MAX = 500;

    private final Predicate<MailAddress> owns;
    private final World world;
    private final Sessions sessions = new Sessions();
    private final Gatherings gatherings = new Gatherings();
    private final Remembered<String, Failures> failuresOfBlock = new Remembered<>(REMEMBERED_MAX);
    private final Remembered<String, Failures> failuresOfAccount = new Remembered<>(REMEMBERED_MAX);
    private final Remembered<String, Visit> linkMaker = new Remembered<>(REMEMBERED_MAX);
    private final Remembered<AccountId, Whereabouts> whereabouts = new Remembered<>(ACCOUNTS_MAX);
    private final Remembered<String, Set<AccountId>> consents = new Remembered<>(REMEMBERED_MAX);
    private final Remembered<String, String> applicationNames = new Remembered<>(REMEMBERED_MAX);
    private final Remembered<AccountId, Grant> grants = new Remembered<>(REMEMBERED_MAX);

    /** Rights or means of signing in that somebody gave to another account. */
    private record Grant(AccountId giver, Instant at) {}

    /**
     * @param owns tells our addresses
     * @param world tells domains where anybody can have an address
     */
    public AccountContext(Predicate<MailAddress> owns, World world) {
        this.owns = owns;
        this.world = world;
    }

    /** Whether an address is ours. */
    public boolean owns(MailAddress address) {
        return owns.test(address);
    }

    /** The name of the application that a record is about, as it or an earlier one tells; empty where none does. */
    public String applicationName(AccountFacts facts) {
        String told = nameTold(facts.details());
        return told.isEmpty() ? applicationNames.getOrDefault(facts.object().toLowerCase(Locale.ROOT), "") : told;
    }

    private static String nameTold(Map<String, String> details) {
        String name = details.getOrDefault("DisplayName", details.getOrDefault("Application.DisplayName", ""));
        return name.replaceAll("[\\[\\]\"\\s]+", " ").strip();
    }

    /** Where a record tells the ids of the application that it names. */
    private static final List<String> APPLICATION_IDS =
            List.of("AppId", "Application.AppId", "AppPrincipalId", "TargetId.ServicePrincipalNames");

    private void rememberName(AccountFacts facts) {
        String name = nameTold(facts.details());
        if (name.isEmpty()) {
            return;
        }
        applicationNames.put(facts.object().toLowerCase(Locale.ROOT), name);
        for (String field : APPLICATION_IDS) {
            String id = facts.details()
                    .getOrDefault(field, "")
                    .replaceAll("[\\[\\]\"\\s]+", "")
                    .toLowerCase(Locale.ROOT);
            if (!id.isEmpty()) {
                applicationNames.put(id, name);
            }
        }
    }

    /** What stands around a record, given the visit and the drip it belongs to and who is suspected; then remembers the record. */
    public Signals observe(
            AccountFacts facts,
            AccountSurprise surprise,
            Standing standing,
            Optional<Visit> visit,
            Optional<Drip> drip,
            Suspicion suspicion) {
        Instant now = facts.event().occurredAt();
        String account = facts.account().value();
        String block = facts.endpoint().map(e -> e.ip().block()).orElse("");
        if (facts.act() == Act.SIGN_IN_FAILED) {
            failuresOfAccount.computeIfAbsent(account, k -> new Failures()).add(account, now);
            if (!block.isEmpty()) {
                failuresOfBlock.computeIfAbsent(block, k -> new Failures()).add(account, now);
            }
        }
        Failures ofBlock = failuresOfBlock.get(block);
        Failures ofAccount = failuresOfAccount.get(account);
        if (facts.act().ofApplications()) {
            rememberName(facts);
        }
        boolean consent = facts.act() == Act.CONSENT || facts.act() == Act.APPLICATION_CHANGE;
        boolean known = consent && consentKnown(facts);
        Optional<Whereabouts> places =
                facts.endpoint().map(e -> whereabouts.computeIfAbsent(facts.account(), k -> new Whereabouts()));
        return new Signals(
                facts.event() instanceof FileHostingActivity file && SensitiveNames.secret(file.name()),
                ofBlock == null ? 0 : ofBlock.accounts(now),
                ofAccount == null ? 0 : ofAccount.count(now),
                ownLink(facts, visit),
                MailboxRule.hidesMail(facts.details()),
                MailboxRule.hidesWarnings(facts.details()),
                MailboxRule.hidesItself(facts.details()),
                MailboxRule.forwardsOut(facts.details(), owns),
                MailboxRule.aboutMoney(facts.details()),
                MailboxRule.keepsNoCopy(facts.details()),
                consent ? scope(facts) : "",
                known,
                places.map(p -> p.otherCountry(facts)).orElse(-1),
                places.map(p -> p.sessionMoved(facts)).orElse(false),
                rightsFromSuspect(facts, suspicion),
                gatherings.take(facts, surprise),
                recipient(facts),
                drip,
                facts.person() && facts.act() != Act.SIGN_IN_FAILED
                        ? sessions.take(facts, surprise, visit, suspicion)
                        : Optional.empty(),
                standing);
    }

    private Recipient recipient(AccountFacts facts) {
        return facts.act() == Act.FILE_SHARE && facts.person()
                ? facts.file()
                        .map(file -> Recipient.of(facts.account(), file.sharedWith(), owns, world))
                        .orElse(Recipient.NOBODY)
                : Recipient.NOBODY;
    }

    /** Whether a suspect gave this account rights within a day. */
    private boolean rightsFromSuspect(AccountFacts facts, Suspicion suspicion) {
        Instant now = facts.event().occurredAt();
        if (facts.act().givesRights() && facts.object().indexOf('@') > 0) {
            AccountId receiver = new AccountId(facts.object());
            if (!receiver.equals(facts.account())) {
                grants.put(receiver, new Grant(facts.account(), now));
            }
        }
        Grant grant = grants.get(facts.account());
        return grant != null
                && !grant.at.plus(DAY).isBefore(now)
                && suspicion.suspected(grant.giver, grant.at.minus(DAY));
    }

    private boolean ownLink(AccountFacts facts, Optional<Visit> visit) {
        if (!(facts.event() instanceof FileHostingActivity file)) {
            return false;
        }
        String link = facts.object() + " " + file.sharingId();
        if (facts.act() == Act.ANONYMOUS_LINK_CREATED && visit.isPresent()) {
            linkMaker.put(link, visit.get());
            linkMaker.put(facts.object(), visit.get());
        }
        boolean anonymous = facts.actor().kind() == dev.kith.event.Actor.Kind.ANONYMOUS;
        return anonymous
                && facts.endpoint().isPresent()
                && linkMaker(facts)
                        .filter(maker -> from(maker, facts.endpoint().get()))
                        .isPresent();
    }

    private static boolean from(Visit visit, Endpoint endpoint) {
        return endpoint.ip().block().equals(visit.endpoint().ip().block())
                || visit.network().equals("AS" + endpoint.asn());
    }

    /** The visit in which an anonymous link to this file was made; empty for one made from a usual place. */
    public Optional<Visit> linkMaker(AccountFacts facts) {
        return facts.event() instanceof FileHostingActivity file
                ? Optional.ofNullable(linkMaker.get(facts.object() + " " + file.sharingId()))
                        .or(() -> Optional.ofNullable(linkMaker.get(facts.object())))
                : Optional.empty();
    }

    private boolean consentKnown(AccountFacts facts) {
        String application = facts.object().toLowerCase(Locale.ROOT);
        Set<AccountId> who = consents.computeIfAbsent(application, k -> new HashSet<>());
        boolean known = who.stream().anyMatch(a -> !a.equals(facts.account()));
        if (who.size() < 10) {
            who.add(facts.account());
        }
        return known;
    }

    private static final Pattern SCOPE = Pattern.compile(
            "\\b(Mail\\.[A-Za-z.]+|MailboxSettings\\.[A-Za-z.]+|Files\\.[A-Za-z.]+|Sites\\.[A-Za-z.]+|Contacts\\.[A-Za-z.]+"
                    + "|Directory\\.[A-Za-z.]+|EWS\\.[A-Za-z.]+|IMAP\\.[A-Za-z.]+|full_access_as_app|offline_access"
                    + "|mail\\.google\\.com|auth/(?:gmail|drive|contacts|admin\\.directory|cloud-platform)[a-z._]*)");

    private static String scope(AccountFacts facts) {
        StringBuilder found = new StringBuilder();
        for (String value : new TreeMap<>(facts.details()).values()) {
            Matcher matcher = SCOPE.matcher(value);
            while (matcher.find() && found.length() < 200) {
                if (found.indexOf(matcher.group(1)) < 0) {
                    found.append(found.length() == 0 ? "" : " ").append(matcher.group(1));
                }
            }
        }
        return found.toString();
    }

    /** Failed sign-ins of a day. */
    private static final class Failures {
        private record Failure(String account, Instant at) {}

        private final Deque<Failure> failures = new ArrayDeque<>();
        private final Map<String, Integer> accounts = new HashMap<>();

        void add(String account, Instant at) {
            failures.addLast(new Failure(account, at));
            accounts.merge(account, 1, Integer::sum);
            if (failures.size() > FAILURES_MAX) {
                drop();
            }
        }

        int accounts(Instant now) {
            forget(now);
            return accounts.size();
        }

        int count(Instant now) {
            forget(now);
            return failures.size();
        }

        private void forget(Instant now) {
            while (!failures.isEmpty() && failures.getFirst().at.plus(DAY).isBefore(now)) {
                drop();
            }
        }

        private void drop() {
            accounts.computeIfPresent(failures.removeFirst().account, (k, n) -> n == 1 ? null : n - 1);
        }
    }
}
