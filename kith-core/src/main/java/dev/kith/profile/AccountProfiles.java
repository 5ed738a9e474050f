package dev.kith.profile;

import dev.kith.event.AccountId;
import dev.kith.event.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The ways of everybody who works with an organisation's accounts: from where, with what, when, and how much of what.
 *
 * <p>An account's habits back off to the organisation's, which counts accounts, not records. Kept with the same limits as
 * the profiles of mail ({@link Profiles}); one account takes about 15 KB.
 */
public final class AccountProfiles {
    /** Habits of people change over months. Chosen by hand: what is half a year old counts half. */
    private static final Duration HABIT = Duration.ofDays(180);

    public static final FacetSpec NETWORK = FacetSpec.network("network", HABIT, 12);
    public static final FacetSpec DEVICE = FacetSpec.categorical("device", HABIT, 12);
    public static final FacetSpec APPLICATION = FacetSpec.categorical("application", HABIT, 16);
    public static final FacetSpec ACTS = FacetSpec.categorical("acts", HABIT, 24);
    /** Where files lie that it works on. */
    public static final FacetSpec SITES = FacetSpec.categorical("sites", HABIT, 16);

    /** What kinds of files it fetches, with who can open them: {@code indd outside}. */
    public static final FacetSpec FETCHED = FacetSpec.categorical("fetched", HABIT, 16);

    /** How it is used day by day: see {@link Conduct}. */
    static final FacetSpec CONDUCT = FacetSpec.categorical("conduct", HABIT, 8);

    public static final FacetSpec HOURS = FacetSpec.weekTime("hours", HABIT);

    /** What is counted for bursts: reading mail and files, fetching, deleting, sending, sharing. */
    private static final Map<Act, FacetSpec> RATES = Map.of(
            Act.MAIL_READ, FacetSpec.rate("reads", HABIT),
            Act.MAIL_SEND, FacetSpec.rate("sends", HABIT),
            Act.MAIL_DELETE, FacetSpec.rate("mail-deletes", HABIT),
            Act.FILE_DOWNLOAD, FacetSpec.rate("downloads", HABIT),
            Act.FILE_SYNC, FacetSpec.rate("synchronised", HABIT),
            Act.FILE_DELETE, FacetSpec.rate("file-deletes", HABIT),
            Act.ANONYMOUS_LINK_CREATED, FacetSpec.rate("anonymous-links", HABIT));

    static final EntityKey HERE = new EntityKey(EntityKey.Kind.ORGANISATION, "accounts");

    private final Profiles profiles;
    private final Staff staff;
    private final Peers peers;

    /** Profiles of accounts of which no directory tells. */
    public AccountProfiles(Profiles profiles) {
        this(profiles, Staff.NOBODY);
    }

    /** @param staff who works here, by the directory */
    public AccountProfiles(Profiles profiles, Staff staff) {
        this.profiles = profiles;
        this.staff = staff;
        this.peers = new Peers(profiles, staff);
    }

    public Peers peers() {
        return peers;
    }

    /**
     * What is usual among an account's peers of what a record shows that is new to the account.
     *
     * @param newPlace whether where it came from is new to it
     */
    public AmongPeers amongPeers(AccountFacts facts, boolean newPlace) {
        return peers.judge(
                facts, account(facts.account()), newPlace, facts.event().occurredAt());
    }

    /** What kind of account it is, as far as is known at a time. */
    public AccountNature nature(Actor actor, Instant now) {
        return AccountNature.of(actor.kind(), account(actor.account()), staff.member(actor.account()), now);
    }

    /** Whether the person leaves or has left, by the directory, at a time. */
    public Staff.Departure departure(AccountId account, Instant now) {
        return staff.member(account)
                .map(member -> member.departure(
                        now,
                        account(account)
                                .map(Profile::lastSeen)
                                .or(() -> organisation().map(Profile::firstSeen))
                                .orElse(now)))
                .orElse(Staff.Departure.NONE);
    }

    /** What the directory says of an account. */
    public Optional<Staff.Member> member(AccountId account) {
        return staff.member(account);
    }

    public Optional<Profile> account(AccountId account) {
        return profiles.find(key(account));
    }

    /** What all accounts together do: the last level before the world. */
    public Optional<Profile> organisation() {
        return profiles.find(HERE);
    }

    static EntityKey key(AccountId account) {
        return new EntityKey(EntityKey.Kind.ACCOUNT, account.value());
    }

    /**
     * Counts an act at once, whatever it may teach later, and says whether it is more than the account ever does.
     *
     * @param weight in [0, 1] with which it teaches what rate is usual
     */
    public Optional<Burst> count(AccountFacts facts, double weight) {
        FacetSpec rate = RATES.get(facts.act());
        if (rate == null) {
            return Optional.empty();
        }
        Instant at = facts.event().occurredAt();
        Profile account = profiles.of(key(facts.account()), at);
        // Who never deleted anything in months has done so at a rate of zero.
        account.rate(rate).knownSince(account.firstSeen());
        return account.rate(rate).observe(at, weight);
    }

    /**
     * Lets a record teach its account's habits, and the organisation's where it is new to the account.
     *
     * @param weight in [0, 1]: 0 teaches nothing
     */
    public void learn(AccountFacts facts, double weight) {
        if (weight <= 0) {
            return;
        }
        Instant at = facts.event().occurredAt();
        Profile account = profiles.of(key(facts.account()), at);
        Profile here = profiles.of(HERE, at);
        account.seen(at);
        here.seen(at);
        facts.endpoint()
                .ifPresent(endpoint -> NetworkSurprise.teach(
                        endpoint, account.network(NETWORK), Optional.of(here.network(NETWORK)), at, weight));
        teach(DEVICE, facts.device(), account, here, at, weight);
        teach(APPLICATION, facts.application(), account, here, at, weight);
        teach(ACTS, facts.act().name(), account, here, at, weight);
        teach(SITES, facts.site(), account, here, at, weight);
        teach(FETCHED, facts.fetched(), account, here, at, weight);
        account.weekTime(HOURS).observe(at, weight);
        Conduct.teach(account.categorical(CONDUCT), facts, at);
        if (facts.act() == Act.ROLE_ADD && facts.object().indexOf('@') > 0) {
            Profile receiver = profiles.of(key(new AccountId(facts.object())), at);
            Conduct.daily(receiver.categorical(CONDUCT), Conduct.HAS_ROLE, at);
        }
        peers.seen(facts.account(), at);
    }

    private static void teach(FacetSpec spec, String value, Profile account, Profile here, Instant at, double weight) {
        if (!value.isEmpty()) {
            PitmanYor.teach(value, List.of(account.categorical(spec), here.categorical(spec)), at, weight);
        }
    }
}
