package dev.kith.investigate;

import java.time.Instant;
import java.util.List;

/**
 * What is kept of a judged mail.
 *
 * @param id Message-ID
 * @param internal whether it is ours
 * @param to recipients that are ours
 * @param suspicious whether it would have been held or put to junk
 * @param campaign id of its campaign; empty where it belongs to none
 */
public record MailTrace(
        String id,
        Instant at,
        String from,
        boolean internal,
        List<String> to,
        String subject,
        boolean suspicious,
        String campaign) {
    public MailTrace {
        to = List.copyOf(to);
    }
}
