package dev.kith.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.event.AccountId;
import dev.kith.event.Actor;
import dev.kith.investigate.Addressees;
import dev.kith.investigate.Addressees.AsMail;
import dev.kith.investigate.Trace;
import dev.kith.profile.Act;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private final Outbox outbox = new Outbox(address -> address.endsWith("@wharf.example"));

    @Test
    void mailAndItsRecord_meetInEitherOrder() {
        outbox.sent("<early>", List.of("a@b.example", "ben@wharf.example"));
        outbox.keep(sending("<early>"));
        outbox.keep(sending("<late>"));
        outbox.sent("<late>", List.of("c@d.example"));
        assertThat(outbox.of("<early>"))
                .isEqualTo(new Addressees(List.of("ben@wharf.example"), List.of("a@b.example"), AsMail.NOT_READ));
        assertThat(outbox.of("<late>")).isEqualTo(new Addressees(List.of(), List.of("c@d.example"), AsMail.NOT_READ));
    }

    @Test
    void rowsOfATrace_addUp() {
        outbox.keep(sending("<1>"));
        outbox.sent("<1>", List.of("a@b.example"));
        outbox.sent("<1>", List.of("c@d.example"));
        assertThat(outbox.of("<1>").outside()).containsExactly("a@b.example", "c@d.example");
    }

    @Test
    void aMailIsHeld_whereAllItsCopiesWouldBe_whicheverComesFirst() {
        outbox.judged("<1>", true);
        outbox.keep(sending("<1>"));
        outbox.keep(sending("<2>"));
        outbox.judged("<2>", true);
        assertThat(outbox.of("<1>").asMail()).isEqualTo(AsMail.HELD);
        assertThat(outbox.of("<2>").asMail()).isEqualTo(AsMail.HELD);
        outbox.judged("<1>", false);
        outbox.judged("<1>", true);
        assertThat(outbox.of("<1>").asMail()).isEqualTo(AsMail.DELIVERED);
        outbox.keep(sending("<3>"));
        assertThat(outbox.of("<3>").asMail()).isEqualTo(AsMail.NOT_READ);
    }

    @Test
    void whatNoCaseNames_isForgottenInTime() {
        outbox.sent("<first>", List.of("a@b.example"));
        for (int i = 0; i < 60_000; i++) {
            outbox.sent("<" + i + ">", List.of("a@b.example"));
        }
        outbox.keep(sending("<first>"));
        outbox.keep(sending("<59999>"));
        assertThat(outbox.of("<first>").known()).isFalse();
        assertThat(outbox.of("<59999>").known()).isTrue();
        assertThat(outbox.of("<never>").known()).isFalse();
    }

    private static Trace sending(String id) {
        return new Trace(
                "r-" + id,
                Instant.parse("2026-05-19T12:00:00Z"),
                new AccountId("ann@wharf.example"),
                Actor.Kind.PERSON,
                Act.MAIL_SEND,
                Optional.empty(),
                "",
                "",
                "",
                "",
                Optional.empty(),
                List.of(id),
                0,
                0,
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
