package dev.kith.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kith.event.AccountId;
import dev.kith.event.Actor;
import dev.kith.event.Client;
import dev.kith.event.EmailTrace;
import dev.kith.event.EventId;
import dev.kith.event.MailAddress;
import dev.kith.event.MailboxActivity;
import dev.kith.event.SourceRef;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SendingsTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private final Sendings sendings = new Sendings();

    @Test
    void traceWithoutRecord_isASending() {
        MailboxActivity sending = told(trace(
                        "<1@quay.example>", "ann@quay.example", "bob@partner.example", "Delivered"))
                .orElseThrow();

        assertEquals(MailboxActivity.Activity.SEND, sending.activity());
        assertEquals("ann@quay.example", sending.actor().account().value());
        assertEquals("<1@quay.example>", sending.id().value());
        assertEquals(NOON, sending.occurredAt());
    }

    @Test
    void mailWithARecordOfItsSending_isNotToldOfAgain() {
        sendings.observe(record("ann@quay.example", "<1@quay.example>"));

        assertTrue(told(trace("<1@quay.example>", "ann@quay.example", "bob@partner.example", "Delivered"))
                .isEmpty());
        assertTrue(told(trace("<2@quay.example>", "ann@quay.example", "bob@partner.example", "Delivered"))
                .isPresent());
    }

    @Test
    void mailToSeveral_isToldOfOnce() {
        assertTrue(told(trace("<1@quay.example>", "ann@quay.example", "bob@partner.example", "Delivered"))
                .isPresent());
        assertTrue(told(trace("<1@quay.example>", "ann@quay.example", "cid@partner.example", "Delivered"))
                .isEmpty());
    }

    @Test
    void mailThatCameInFromOutside_isNoSendingOfOurs() {
        assertTrue(told(trace("<1@x.example>", "eve@partner.example", "ann@quay.example", "Delivered"))
                .isEmpty());
        assertTrue(told(trace("<2@x.example>", "ann@quay.example", "bob@quay.example", "FilteredAsSpam"))
                .isEmpty());
    }

    @Test
    void whereAccountsHaveRecords_othersSendNothing() {
        sendings.observe(record("ann@quay.example", "<1@quay.example>"));

        assertTrue(told(trace("<2@quay.example>", "printer@quay.example", "ann@quay.example", "Delivered"))
                .isEmpty());
    }

    @Test
    void mailFromAFormerAddress_isTheAccounts() {
        AccountNames.Known names =
                new AccountNames.Known(Map.of(), Map.of("ann@quay.example", new AccountId("ann.lee@quay.example")));

        Optional<MailboxActivity> sending = sendings.of(
                trace("<1@quay.example>", "ann@quay.example", "bob@partner.example", "Delivered"),
                SendingsTest::ours,
                names);

        assertEquals(
                "ann.lee@quay.example", sending.orElseThrow().actor().account().value());
    }

    private Optional<MailboxActivity> told(EmailTrace trace) {
        return sendings.of(trace, SendingsTest::ours, AccountNames.Known.NOBODY);
    }

    private static boolean ours(MailAddress address) {
        return address.domain().equals("quay.example");
    }

    private static EmailTrace trace(String messageId, String from, String to, String status) {
        return new EmailTrace(
                new EventId(messageId + " " + to),
                NOON,
                SourceRef.of("trace.csv"),
                messageId,
                MailAddress.of(from),
                MailAddress.of(to),
                "Offer",
                status,
                Optional.empty(),
                0,
                List.of());
    }

    private static MailboxActivity record(String account, String messageId) {
        return new MailboxActivity(
                new EventId("r-" + messageId),
                NOON,
                SourceRef.of("audit.json"),
                new Actor(new AccountId(account), Actor.Kind.PERSON, ""),
                MailboxActivity.Activity.SEND,
                "Send",
                account,
                "Offer",
                List.of(messageId),
                Optional.empty(),
                Client.UNKNOWN,
                Map.of(),
                List.of());
    }
}
