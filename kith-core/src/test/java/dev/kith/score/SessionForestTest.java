package dev.kith.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.profile.Act;
import dev.kith.profile.AmongPeers;
import dev.kith.profile.NetworkSurprise.Familiar;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionForestTest {
    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    @Test
    void whatIsCommonAlone_isOddTogether_andTheForestSaysWhatMakesItOdd() {
        SessionForest forest = lived(3_000);
        double network = bits(forest, session(12, 0, 8));
        double device = bits(forest, session(0, 9, 8));
        SessionForest.Oddity both = forest.of(session(12, 9, 60)).orElseThrow();
        assertThat(both.bits()).isGreaterThan(network + 2).isGreaterThan(device + 2);
        assertThat(both.shares()).extracting(SessionForest.Share::name).contains("network", "device");
        assertThat(both.shares().stream()
                        .mapToDouble(SessionForest.Share::share)
                        .sum())
                .isBetween(0.5, 1.0001);
    }

    @Test
    void ordinaryHour_isOneOfMany() {
        assertThat(bits(lived(3_000), session(0, 0, 8))).isLessThan(3);
    }

    @Test
    void ofFewSessions_noneIsOdd() {
        assertThat(lived(300).of(session(12, 9, 60))).isEmpty();
    }

    @Test
    void sameSessions_giveTheSameAnswers() {
        assertThat(lived(2_000).of(session(12, 9, 60))).isEqualTo(lived(2_000).of(session(12, 9, 60)));
    }

    private static double bits(SessionForest forest, SessionVector session) {
        return forest.of(session).orElseThrow().bits();
    }

    /** Hours of an office: one in twenty from a new network, another one in twenty with a new device, never both. */
    private static SessionForest lived(int sessions) {
        SessionForest forest = new SessionForest();
        for (int i = 0; i < sessions; i++) {
            double network = i % 20 == 7 ? 12 : 0;
            double device = i % 20 == 13 ? 9 : 0;
            forest.learn(session(network, device, 2 + i % 11), START.plus(Duration.ofMinutes(i)));
        }
        return forest;
    }

    private static SessionVector session(double network, double device, int reads) {
        SessionVector session = new SessionVector();
        for (int i = 0; i < reads; i++) {
            session.take(
                    Act.MAIL_READ,
                    new AccountSurprise(
                            network,
                            Familiar.NOTHING,
                            false,
                            device,
                            0,
                            false,
                            1 + i % 3,
                            0,
                            Optional.empty(),
                            0,
                            0,
                            AmongPeers.NONE,
                            0.9));
        }
        return session;
    }
}
