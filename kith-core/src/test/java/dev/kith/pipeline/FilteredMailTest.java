package dev.kith.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.event.EmailTrace;
import dev.kith.event.EventId;
import dev.kith.event.MailAddress;
import dev.kith.event.SourceRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FilteredMailTest {
    private final FilteredMail filtered = new FilteredMail();

    @Test
    void mailThatEveryRowPutsAside_isFiltered() {
        row("<a@spam.example>", "Quarantined");
        row("<a@spam.example>", "FilteredAsSpam");
        assertThat(filtered.contains("<a@spam.example>")).isTrue();
    }

    @Test
    void mailDeliveredToAnybody_isNotFiltered_inWhateverOrder() {
        row("<a@spam.example>", "Delivered");
        row("<a@spam.example>", "Quarantined");
        row("<b@spam.example>", "Quarantined");
        row("<b@spam.example>", "Delivered");
        assertThat(filtered.contains("<a@spam.example>")).isFalse();
        assertThat(filtered.contains("<b@spam.example>")).isFalse();
    }

    @Test
    void mailWithoutARowOrAnId_isNotFiltered() {
        row("", "Quarantined");
        assertThat(filtered.contains("")).isFalse();
        assertThat(filtered.contains("<c@spam.example>")).isFalse();
    }

    private void row(String messageId, String status) {
        Instant at = Instant.parse("2026-03-02T05:13:04Z");
        filtered.observe(new EmailTrace(
                new EventId(messageId + status),
                at,
                SourceRef.of("trace.jsonl"),
                messageId,
                MailAddress.of("info@spam.example"),
                MailAddress.of("ann@wharf.example"),
                "You have won",
                status,
                Optional.empty(),
                0,
                List.of()));
    }
}
