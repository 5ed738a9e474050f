package dev.kith.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.event.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PeersTest {
    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    private final Profiles kept = new Profiles(1_000);

    @Test
    void accountsThatWorkInTheSameSites_arePeersAfterAWeek_andOthersAreNot() {
        Peers peers = new Peers(kept, Staff.NOBODY);
        for (int i = 0; i < 20; i++) {
            String team = i % 2 == 0 ? "red" : "blue";
            for (int site = 0; site < 6; site++) {
                use("p" + i, team + site, START);
            }
            peers.seen(account("p" + i), START);
        }
        assertThat(peers.of(account("p0"))).isEmpty();
        peers.seen(account("p0"), START.plus(Duration.ofDays(8)));
        assertThat(peers.of(account("p0")))
                .hasSize(8)
                .allMatch(peer -> Integer.parseInt(peer.value().substring(1)) % 2 == 0);
        assertThat(peers.of(account("p0"))).isEqualTo(peers.of(account("p0")));
    }

    @Test
    void whoTakesUpTheSitesOfOthers_isNoneOfThemWithinDays() {
        Peers peers = new Peers(kept, Staff.NOBODY);
        for (int i = 0; i < 10; i++) {
            for (int site = 0; site < 6; site++) {
                use("p" + i, (i < 5 ? "red" : "blue") + site, START);
            }
            peers.seen(account("p" + i), START);
        }
        for (int site = 0; site < 6; site++) {
            use("spy", "red" + site, START.plus(Duration.ofDays(5)));
        }
        peers.seen(account("spy"), START.plus(Duration.ofDays(5)));
        peers.seen(account("spy"), START.plus(Duration.ofDays(8)));
        assertThat(peers.of(account("spy"))).isEmpty();
    }

    @Test
    void colleaguesWithTheSameTitle_comeFirst() {
        Map<AccountId, Staff.Member> members = new HashMap<>();
        members.put(account("ann"), new Staff.Member("Finance", "Clerk", "", "", ""));
        members.put(account("ben"), new Staff.Member("finance ", "Head", "", "", ""));
        members.put(account("cem"), new Staff.Member("Finance", "clerk", "", "", ""));
        members.put(account("dag"), new Staff.Member("Sales", "Clerk", "", "", ""));
        assertThat(new Staff(members).colleagues(account("ann"), 9)).isEqualTo(List.of(account("cem"), account("ben")));
        assertThat(new Staff(members).colleagues(account("eva"), 9)).isEmpty();
    }

    @Test
    void surprise_isNeverMoreAmongPeers_andLessOnlyWhereSeveralDoIt() {
        for (int users = 0; users <= 8; users++) {
            double bits = new AmongPeers(8, users, 0, 0, 0).bits(9, users);
            assertThat(bits).isLessThanOrEqualTo(9);
            assertThat(bits < 9).isEqualTo(users >= AmongPeers.SEVERAL);
        }
        assertThat(new AmongPeers(3, 3, 0, 0, 0).bits(9, 3)).isEqualTo(9);
    }

    private void use(String who, String site, Instant at) {
        kept.of(AccountProfiles.key(account(who)), at)
                .categorical(AccountProfiles.SITES)
                .observe(site, at, 1);
    }

    private static AccountId account(String name) {
        return new AccountId(name);
    }
}
