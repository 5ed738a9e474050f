package dev.kith.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.event.Endpoint;
import dev.kith.event.IpAddress;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccountHabitsTest {
    @Test
    void anAccountNeverSeen_hasNone() {
        AccountProfiles profiles = new AccountProfiles(new Profiles(10));
        assertThat(AccountHabits.of("ann@wharf.example", profiles, Endpoint::of))
                .isEmpty();
    }

    @Test
    void networks_haveTheirShareAndTheNameOfTheirAddresses() {
        Profiles kept = new Profiles(10);
        Instant at = Instant.parse("2026-05-19T12:00:00Z");
        Profile ann = kept.of(new EntityKey(EntityKey.Kind.ACCOUNT, "ann@wharf.example"), at);
        for (int i = 0; i < 4; i++) {
            Endpoint from = i == 0 ? endpoint("192.0.2.1", 64501) : endpoint("198.51.100.7", 64500);
            ann.network(AccountProfiles.NETWORK).observe(from, at, 1);
            ann.seen(at);
        }
        AccountHabits habits = AccountHabits.of(
                        "ann@wharf.example",
                        new AccountProfiles(kept),
                        ip -> endpoint(ip.toString(), ip.toString().startsWith("192") ? 64501 : 64500))
                .orElseThrow();
        assertThat(habits.networks())
                .extracting(h -> h.value() + " " + h.name() + " " + h.share())
                .containsExactly("AS64500 Net 64500, NO 0.75", "AS64501 Net 64501, NO 0.25");
        assertThat(habits.records()).isEqualTo(4);
        assertThat(habits.devices()).isEmpty();
    }

    private static Endpoint endpoint(String ip, long asn) {
        return new Endpoint(IpAddress.parse(ip).orElseThrow(), asn, "Net " + asn, "NO", Set.of());
    }
}
