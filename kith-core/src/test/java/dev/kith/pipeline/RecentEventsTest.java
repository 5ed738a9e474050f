package dev.kith.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.event.AccountId;
import dev.kith.event.Actor;
import dev.kith.event.Endpoint;
import dev.kith.event.IpAddress;
import dev.kith.investigate.MailTrace;
import dev.kith.investigate.Trace;
import dev.kith.profile.Act;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecentEventsTest {
    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    private static final Instant END = START.plus(Duration.ofDays(365));

    @Test
    void whatAnAccountDidIsFoundByTime_inOrder() {
        RecentEvents store = new RecentEvents(account -> List.of());
        for (int minute = 0; minute < 100; minute++) {
            store.add(failure("ida", minute, minute * 60L));
        }

        List<Trace> found = store.ofAccount(new AccountId("ida"), START.plusSeconds(600), START.plusSeconds(720));

        assertThat(found).extracting(Trace::id).containsExactly("10", "11", "12");
    }

    @Test
    void aHundredThousandFailuresOfOneAccount_leaveTheNewestFiveThousandAndOthersUntouched() {
        RecentEvents store = new RecentEvents(account -> List.of());
        store.add(failure("kim", -1, 0));
        for (int i = 0; i < 100_000; i++) {
            store.add(failure("ida", i, i));
        }

        List<Trace> kept = store.ofAccount(new AccountId("ida"), START, END);

        assertThat(kept).hasSize(RecentEvents.PER_ACCOUNT_MAX);
        assertThat(kept.get(kept.size() - 1).id()).isEqualTo("99999");
        assertThat(store.ofAccount(new AccountId("kim"), START, END)).hasSize(1);
        assertThat(store.fromBlock("192.0.2.0/24", START, END)).hasSize(RecentEvents.PER_BLOCK_MAX);
    }

    @Test
    void aLookUpGoesNoFurtherBackThanAsked_howeverMuchThereIs() {
        RecentEvents store = new RecentEvents(account -> List.of());
        for (int i = 0; i < 100_000; i++) {
            store.add(failure("ida", i, i));
        }
        AccountId ida = new AccountId("ida");
        Instant now = START.plusSeconds(99_999);
        long found = 0;
        for (int i = 0; i < 200_000; i++) { // a walk over all that is kept would take a billion steps
            found += store.ofAccount(ida, now.minusSeconds(2), now).size();
        }

        assertThat(found).isEqualTo(600_000);
    }

    @Test
    void whatIsOlderThanTwoWeeksGoes() {
        RecentEvents store = new RecentEvents(account -> List.of());
        store.add(failure("ida", 1, 0));
        store.add(failure("ida", 2, Duration.ofDays(RecentEvents.DAYS).toSeconds()));
        assertThat(store.ofAccount(new AccountId("ida"), START, END)).hasSize(2);

        store.add(failure("kim", 3, Duration.ofDays(RecentEvents.DAYS).toSeconds() + 1));

        assertThat(store.ofAccount(new AccountId("ida"), START, END))
                .extracting(Trace::id)
                .containsExactly("2");
    }

    @Test
    void inAllThereAreNoMoreThanSoMany_andTheOldestGoFirst() {
        RecentEvents store = new RecentEvents(100, account -> List.of());
        for (int i = 0; i < 1_000; i++) {
            store.add(failure("user" + i % 50, i, i));
        }

        long kept = 0;
        for (int n = 0; n < 50; n++) {
            List<Trace> of = store.ofAccount(new AccountId("user" + n), START, END);
            assertThat(of).allSatisfy(t -> assertThat(t.at()).isAfterOrEqualTo(START.plusSeconds(900)));
            kept += of.size();
        }
        assertThat(kept).isEqualTo(100);
        assertThat(store.fromBlock("192.0.2.0/24", START, END)).hasSize(100);
    }

    @Test
    void mailIsFoundByMailboxIdAndCampaign_boundedForEach() {
        RecentEvents store = new RecentEvents(account -> List.of());
        for (int i = 0; i < 2_000; i++) {
            store.add(new MailTrace(
                    "<" + i + "@crane.example>",
                    START.plusSeconds(i),
                    "tove@crane.example",
                    false,
                    List.of("ida@harbour.example"),
                    "Offer",
                    false,
                    "CAM-1"));
        }

        assertThat(store.mailTo(new AccountId("ida@harbour.example"), START, END))
                .hasSize(RecentEvents.PER_MAILBOX_MAX);
        assertThat(store.campaign("CAM-1")).hasSize(RecentEvents.PER_MAILBOX_MAX);
        assertThat(store.mail("<1999@crane.example>")).hasSize(1);
    }

    private static Trace failure(String account, int number, long second) {
        return new Trace(
                Integer.toString(number),
                START.plusSeconds(second),
                new AccountId(account),
                Actor.Kind.PERSON,
                Act.SIGN_IN_FAILED,
                Optional.of(Endpoint.of(IpAddress.parse("192.0.2.7").orElseThrow())),
                "",
                "",
                "",
                "",
                Optional.empty(),
                List.of(),
                0,
                0,
                0.5,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
