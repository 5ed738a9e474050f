package dev.kith.connect.source;

import dev.kith.event.ApiActivity;
import dev.kith.event.Attachment;
import dev.kith.event.Authentication;
import dev.kith.event.DetectionFinding;
import dev.kith.event.EmailActivity;
import dev.kith.event.EmailTrace;
import dev.kith.event.Event;
import dev.kith.event.FileHostingActivity;
import dev.kith.event.Link;
import dev.kith.event.MailboxActivity;
import dev.kith.event.NetworkActivity;
import dev.kith.event.UserManagement;
import java.util.List;
import java.util.Map;

/**
 * Estimates the heap an event takes, in bytes, for the spilling budget. Counts its variable parts and adds a constant for
 * the fixed ones; strings shared between events are counted each time, so it errs upward.
 */
final class EventSize {
    /** Header, hash, length and reference of a string with its array, on a 64-bit JVM with compressed references. */
    private static final long STRING_BYTES = 56;
    /** The records, optionals, instants and empty collections of an audit event; measured at 350 to 450. */
    private static final long EVENT_BYTES = 500;
    /** The same for a mail, with its origin, thread and text. Chosen by hand after the count of its objects. */
    private static final long MAIL_BYTES = 1_500;
    /** A link, hop, attachment, mailbox or authentication result beside its texts. */
    private static final long PART_BYTES = 160;

    private EventSize() {}

    static long bytes(Event event) {
        if (event instanceof EmailActivity mail) {
            return mail(mail);
        }
        if (event instanceof EmailTrace trace) {
            return EVENT_BYTES + text(trace.messageId()) + text(trace.subject());
        }
        if (event instanceof Authentication signIn) {
            return EVENT_BYTES + text(signIn.reason()) + map(signIn.details());
        }
        if (event instanceof FileHostingActivity file) {
            return EVENT_BYTES + text(file.object()) + text(file.name()) + map(file.details());
        }
        if (event instanceof UserManagement change) {
            return EVENT_BYTES + text(change.target()) + map(change.details());
        }
        if (event instanceof MailboxActivity mailbox) {
            return EVENT_BYTES + text(mailbox.subject()) + list(mailbox.messageIds()) + map(mailbox.details());
        }
        if (event instanceof ApiActivity api) {
            return EVENT_BYTES + text(api.target()) + map(api.details());
        }
        if (event instanceof DetectionFinding finding) {
            return EVENT_BYTES
                    + text(finding.title())
                    + text(finding.url())
                    + finding.about().size() * PART_BYTES;
        }
        if (event instanceof NetworkActivity network) {
            return EVENT_BYTES + text(network.name()) + text(network.userAgent()) + map(network.details());
        }
        throw new AssertionError("event kind without a size: " + event.getClass());
    }

    private static long mail(EmailActivity mail) {
        long bytes = MAIL_BYTES
                + text(mail.subject())
                + text(mail.text().preview())
                + list(mail.thread().references());
        bytes += 4L * mail.text().wordHashes().size() + list(mail.text().cues());
        bytes += PART_BYTES
                * (mail.to().size()
                        + mail.cc().size()
                        + mail.deliveredTo().size()
                        + mail.authentication().size()
                        + 2L * mail.origin().hops().size());
        for (Link link : mail.links()) {
            bytes += PART_BYTES + text(link.text()) + text(link.href()) + text(link.target()) + text(link.host());
            for (Link.Wrapper wrapper : link.wrappers()) {
                bytes += text(wrapper.url());
            }
        }
        for (Attachment attachment : mail.attachments()) {
            bytes += PART_BYTES + text(attachment.name());
        }
        return bytes;
    }

    private static long text(String text) {
        return STRING_BYTES + text.length();
    }

    private static long list(List<String> texts) {
        long bytes = 0;
        for (String text : texts) {
            bytes += text(text);
        }
        return bytes;
    }

    /** Immutable maps keep keys and values in one array of twice their number, half empty. Keys are shared constants. */
    private static long map(Map<String, String> map) {
        long bytes = 16L * map.size();
        for (String value : map.values()) {
            bytes += text(value);
        }
        return bytes;
    }
}
