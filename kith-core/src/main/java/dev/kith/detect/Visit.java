package dev.kith.detect;

import dev.kith.event.AccountId;
import dev.kith.event.Endpoint;
import dev.kith.profile.Act;
import dev.kith.profile.NetworkSurprise.Familiar;
import dev.kith.score.AccountSurprise;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * What an account did from one network that is not among its usual ones, until it was quiet from there for days. Whoever
 * has taken an account is seen as such a visit; so is a person who travels. Mutable; one writer.
 */
public final class Visit {
    /** A visit is over when nothing came from its network for so long. Chosen by hand: a weekend lies between. */
    static final Duration QUIET = Duration.ofDays(4);

    private final AccountId account;
    private final String network;
    private final Endpoint endpoint;
    private final Familiar closest;
    private final boolean knownHere;
    private final double trust;
    private final Instant first;
    private final Map<Act, Integer> acts = new EnumMap<>(Act.class);
    private Instant last;
    private double networkBits;
    private double deviceBits;

    Visit(AccountId account, String network, Endpoint endpoint, AccountSurprise surprise, Instant at) {
        this.account = account;
        this.network = network;
        this.endpoint = endpoint;
        this.closest = surprise.closest();
        this.knownHere = surprise.networkKnownHere();
        this.trust = surprise.trust();
        this.first = at;
        this.last = at;
    }

    void take(Act act, AccountSurprise surprise, String device, Instant at) {
        acts.merge(act, 1, Integer::sum);
        networkBits = Math.max(networkBits, surprise.network());
        if (surprise.device() >= AccountSurprise.STRANGE_DEVICE_BITS && !device.isEmpty() && device.indexOf('?') < 0) {
            deviceBits = Math.max(deviceBits, surprise.device());
        }
        last = at.isAfter(last) ? at : last;
    }

    /** After so long the person is at home there, whatever the addresses are. Chosen by hand. */
    private static final Duration LONGEST = Duration.ofDays(7);

    boolean over(Instant now) {
        return last.plus(QUIET).isBefore(now) || first.plus(LONGEST).isBefore(now);
    }

    public AccountId account() {
        return account;
    }

    /** The network it comes from: {@code AS64500}, or a block where its system is among the usual ones or unknown. */
    public String network() {
        return network;
    }

    /** Where its first record came from. */
    public Endpoint endpoint() {
        return endpoint;
    }

    /** The narrowest thing about its network that the account had used before. */
    public Familiar closest() {
        return closest;
    }

    /** Whether others here used its network before. */
    public boolean knownHere() {
        return knownHere;
    }

    public double trust() {
        return trust;
    }

    public Instant first() {
        return first;
    }

    public Instant last() {
        return last;
    }

    /** The most surprising of its records by network, in bits. */
    public double networkBits() {
        return networkBits;
    }

    /** How surprising its device is, in bits; 0 where only devices of the account were seen, or none. */
    public double deviceBits() {
        return deviceBits;
    }

    public int count(Act act) {
        return acts.getOrDefault(act, 0);
    }

    /** What was done in it, in the order of {@link Act}. */
    public Set<Act> acts() {
        return acts.keySet();
    }
}
