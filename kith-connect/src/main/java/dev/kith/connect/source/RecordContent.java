package dev.kith.connect.source;

import com.google.common.hash.Hashing;
import dev.kith.event.ApiActivity;
import dev.kith.event.Authentication;
import dev.kith.event.DetectionFinding;
import dev.kith.event.EmailTrace;
import dev.kith.event.Endpoint;
import dev.kith.event.Event;
import dev.kith.event.FileHostingActivity;
import dev.kith.event.MailboxActivity;
import dev.kith.event.NetworkActivity;
import dev.kith.event.UserManagement;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a log record says, whatever it is called and wherever it stands, as a hash of 128 bits. */
final class RecordContent {
    private RecordContent() {}

    static String hash(Event event) {
        String content = event.getClass().getSimpleName() + event.occurredAt() + parts(event);
        return "record " + Hashing.murmur3_128().hashString(content, StandardCharsets.UTF_8);
    }

    private static List<Object> parts(Event event) {
        if (event instanceof EmailTrace e) {
            return List.of(e.messageId(), e.sender(), e.recipient(), e.subject(), e.status());
        }
        if (event instanceof Authentication e) {
            return List.of(
                    e.actor(),
                    e.outcome(),
                    e.reason(),
                    address(e.endpoint()),
                    e.client(),
                    e.target(),
                    sorted(e.details()));
        }
        if (event instanceof FileHostingActivity e) {
            return List.of(
                    e.actor(), e.operation(), e.object(), address(e.endpoint()), e.client(), sorted(e.details()));
        }
        if (event instanceof MailboxActivity e) {
            return List.of(
                    e.actor(),
                    e.operation(),
                    e.mailbox(),
                    e.subject(),
                    e.messageIds(),
                    address(e.endpoint()),
                    sorted(e.details()));
        }
        if (event instanceof UserManagement e) {
            return List.of(e.actor(), e.operation(), e.target(), address(e.endpoint()), sorted(e.details()));
        }
        if (event instanceof ApiActivity e) {
            return List.of(
                    e.actor(), e.operation(), e.target(), address(e.endpoint()), e.client(), sorted(e.details()));
        }
        if (event instanceof DetectionFinding e) {
            return List.of(e.product(), e.rule(), e.title(), e.activity(), e.about());
        }
        if (event instanceof NetworkActivity e) {
            return List.of(
                    e.kind(),
                    e.origin().ip(),
                    e.destination().ip(),
                    e.port(),
                    e.protocol(),
                    e.name(),
                    e.bytesOut(),
                    e.bytesIn(),
                    e.duration(),
                    e.state(),
                    sorted(e.details()));
        }
        throw new AssertionError("not a record of a log: " + event.getClass());
    }

    private static Map<String, String> sorted(Map<String, String> details) {
        return new TreeMap<>(details);
    }

    private static String address(Optional<Endpoint> endpoint) {
        return endpoint.map(e -> e.ip().toString()).orElse("");
    }
}
