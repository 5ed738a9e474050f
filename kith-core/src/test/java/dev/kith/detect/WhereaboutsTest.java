package dev.kith.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.event.AccountId;
import dev.kith.event.Actor;
import dev.kith.event.Authentication;
import dev.kith.event.Client;
import dev.kith.event.Endpoint;
import dev.kith.event.EventId;
import dev.kith.event.IpAddress;
import dev.kith.event.SourceRef;
import dev.kith.profile.AccountFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Where an account was, and where its sessions began. */
class WhereaboutsTest {
    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    private static final Endpoint HOME = endpoint(64_500, "DE");
    private static final Endpoint MOBILE = endpoint(64_501, "DE");
    private static final Endpoint ABROAD = endpoint(64_502, "NG");

    private final Whereabouts whereabouts = new Whereabouts();

    @Test
    void aSessionThatGoesOnInAnotherCountry_hasMoved_andOneInAnotherNetworkOfTheSameHasNot() {
        assertThat(whereabouts.sessionMoved(facts(HOME, "s1", 0))).isFalse();
        assertThat(whereabouts.sessionMoved(facts(MOBILE, "s1", 1))).isFalse();
        assertThat(whereabouts.sessionMoved(facts(ABROAD, "s1", 2))).isTrue();
        assertThat(whereabouts.sessionMoved(facts(ABROAD, "s2", 3))).isFalse();
        assertThat(whereabouts.sessionMoved(facts(HOME, "s1", 4))).isFalse();
    }

    @Test
    void aSessionInUseIsRemembered_howeverManyOthersBegin() {
        whereabouts.sessionMoved(facts(HOME, "kept", 0));
        whereabouts.sessionMoved(facts(HOME, "left", 0));
        for (int i = 0; i < 100; i++) {
            whereabouts.sessionMoved(facts(HOME, "other-" + i, i));
            assertThat(whereabouts.sessionMoved(facts(HOME, "kept", i))).isFalse();
        }
        assertThat(whereabouts.sessionMoved(facts(ABROAD, "kept", 101))).isTrue();
        assertThat(whereabouts.sessionMoved(facts(ABROAD, "left", 101))).isFalse();
    }

    @Test
    void theOtherCountryIsToldForADay() {
        assertThat(whereabouts.otherCountry(facts(HOME, "", 0))).isEqualTo(-1);
        assertThat(whereabouts.otherCountry(facts(ABROAD, "", 90))).isEqualTo(90);
        assertThat(whereabouts.otherCountry(facts(ABROAD, "", 100))).isEqualTo(100);
        assertThat(whereabouts.otherCountry(facts(ABROAD, "", 24 * 60 + 1))).isEqualTo(-1);
        assertThat(whereabouts.otherCountry(facts(HOME, "", 24 * 60 + 11))).isEqualTo(10);
    }

    private static Endpoint endpoint(int asn, String country) {
        return new Endpoint(new IpAddress(0, 0xc6336400L + asn % 100, false), asn, "", country, Set.of());
    }

    private static AccountFacts facts(Endpoint endpoint, String session, int minutes) {
        return AccountFacts.of(new Authentication(
                        new EventId(String.valueOf(minutes)),
                        START.plus(Duration.ofMinutes(minutes)),
                        SourceRef.of("a.json"),
                        new Actor(new AccountId("ida@harbour.example"), Actor.Kind.PERSON, ""),
                        Authentication.Outcome.SUCCESS,
                        "",
                        Optional.of(endpoint),
                        Client.UNKNOWN,
                        "",
                        true,
                        Map.of("SessionId", session),
                        List.of()))
                .orElseThrow();
    }
}
