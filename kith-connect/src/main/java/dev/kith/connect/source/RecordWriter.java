package dev.kith.connect.source;

import dev.kith.event.Actor;
import dev.kith.event.ApiActivity;
import dev.kith.event.Authentication;
import dev.kith.event.Client;
import dev.kith.event.DetectionFinding;
import dev.kith.event.EmailTrace;
import dev.kith.event.Endpoint;
import dev.kith.event.Event;
import dev.kith.event.FileHostingActivity;
import dev.kith.event.MailboxActivity;
import dev.kith.event.NetworkActivity;
import dev.kith.event.Problem;
import dev.kith.event.UserManagement;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Packs the record of a log into bytes: components in order; numbers seven bits to the byte, the sign at the low end; texts as
 * a length and one or two bytes to the character, so that even halves of characters come back. What recurs is a number of its
 * {@link Slots slot}, or 0 and the value. {@link RecordReader} is the other half.
 */
final class RecordWriter {
    /** Longest text looked for among those seen. Chosen by hand: names, addresses, operations; no user agents. */
    static final int WORD_CHARS_MAX = 64;
    /** With 64 files open at once, 40 MB where every slot holds the longest text. Chosen by hand. */
    static final int WORD_BITS = 12;
    /** Actors, endpoints and clients each. Chosen by hand. */
    static final int VALUE_BITS = 9;

    private final Slots<String> words = new Slots<>(WORD_BITS);
    private final Slots<Actor> actors = new Slots<>(VALUE_BITS);
    private final Slots<Endpoint> endpoints = new Slots<>(VALUE_BITS);
    private final Slots<Client> clients = new Slots<>(VALUE_BITS);
    private byte[] bytes = new byte[1024];
    private int size;

    /** Packs a record; its bytes stay until the next one. */
    void pack(Event event) {
        size = 0;
        Instant time = event.occurredAt();
        text(event.id().value());
        number(time.getEpochSecond());
        number(time.getNano());
        word(event.source().path());
        number(event.source().line());
        problems(event.problems());
        if (event instanceof Authentication e) {
            pack(e);
        } else if (event instanceof FileHostingActivity e) {
            pack(e);
        } else if (event instanceof UserManagement e) {
            pack(e);
        } else if (event instanceof MailboxActivity e) {
            pack(e);
        } else if (event instanceof ApiActivity e) {
            pack(e);
        } else if (event instanceof EmailTrace e) {
            pack(e);
        } else if (event instanceof DetectionFinding e) {
            pack(e);
        } else if (event instanceof NetworkActivity e) {
            pack(e);
        } else {
            throw new AssertionError("no record of a log: " + event.getClass());
        }
    }

    byte[] bytes() {
        return bytes;
    }

    int size() {
        return size;
    }

    private void pack(Authentication e) {
        actor(e.actor());
        number(e.outcome().ordinal());
        word(e.reason());
        endpoint(e.endpoint());
        client(e.client());
        word(e.target());
        number(e.interactive() ? 1 : 0);
        details(e.details());
    }

    private void pack(FileHostingActivity e) {
        actor(e.actor());
        number(e.activity().ordinal());
        word(e.operation());
        text(e.object());
        text(e.name());
        text(e.sharingId());
        word(e.target());
        endpoint(e.endpoint());
        client(e.client());
        details(e.details());
    }

    private void pack(UserManagement e) {
        actor(e.actor());
        number(e.activity().ordinal());
        word(e.operation());
        word(e.target());
        endpoint(e.endpoint());
        client(e.client());
        details(e.details());
    }

    private void pack(MailboxActivity e) {
        actor(e.actor());
        number(e.activity().ordinal());
        word(e.operation());
        word(e.mailbox());
        text(e.subject());
        number(e.messageIds().size());
        e.messageIds().forEach(this::text);
        endpoint(e.endpoint());
        client(e.client());
        details(e.details());
    }

    private void pack(ApiActivity e) {
        actor(e.actor());
        word(e.service());
        word(e.operation());
        text(e.target());
        endpoint(e.endpoint());
        client(e.client());
        details(e.details());
    }

    private void pack(EmailTrace e) {
        text(e.messageId());
        word(e.sender().local());
        word(e.sender().domain());
        word(e.recipient().local());
        word(e.recipient().domain());
        text(e.subject());
        word(e.status());
        endpoint(e.origin());
        number(e.sizeBytes());
    }

    private void pack(DetectionFinding e) {
        word(e.product());
        text(e.alertId());
        word(e.rule());
        word(e.title());
        number(e.severity().ordinal());
        number(e.confidence());
        word(e.status());
        number(e.opinion().ordinal());
        text(e.url());
        Instant began = e.activity();
        number(began.getEpochSecond());
        number(began.getNano());
        number(e.techniques().size());
        e.techniques().forEach(this::text);
        number(e.about().size());
        for (DetectionFinding.Observable named : e.about()) {
            number(named.kind().ordinal());
            word(named.value());
        }
    }

    private void pack(NetworkActivity e) {
        number(e.kind().ordinal());
        text(e.uid());
        endpoint(Optional.of(e.origin()));
        endpoint(Optional.of(e.destination()));
        number(e.direction().map(d -> d.ordinal() + 1).orElse(0));
        number(e.port());
        word(e.protocol());
        word(e.service());
        word(e.name());
        number(e.bytesOut());
        number(e.bytesIn());
        number(e.duration().toNanos());
        word(e.state());
        word(e.userAgent());
        details(e.details());
    }

    private void actor(Actor actor) {
        if (isNew(actor, actors)) {
            word(actor.account().value());
            number(actor.kind().ordinal());
            word(actor.name());
            word(actor.uid());
            actors.hold(actor);
        }
    }

    private void endpoint(Optional<Endpoint> endpoint) {
        number(endpoint.isPresent() ? 1 : 0);
        if (endpoint.isPresent() && isNew(endpoint.get(), endpoints)) {
            Endpoint e = endpoint.get();
            number(e.ip().high());
            number(e.ip().low());
            number(e.ip().v6() ? 1 : 0);
            number(e.asn());
            word(e.asName());
            word(e.country());
            number(e.traits().size());
            e.traits().forEach(trait -> number(trait.ordinal()));
            endpoints.hold(e);
        }
    }

    private void client(Client client) {
        if (isNew(client, clients)) {
            word(client.userAgent());
            word(client.applicationId());
            word(client.application());
            word(client.deviceId());
            word(client.protocol());
            clients.hold(client);
        }
    }

    private void details(Map<String, String> details) {
        number(details.size());
        for (Map.Entry<String, String> fact : details.entrySet()) {
            word(fact.getKey());
            word(fact.getValue());
        }
    }

    private void problems(List<Problem> problems) {
        number(problems.size());
        for (Problem problem : problems) {
            word(problem.code());
            number(problem.offset());
            text(problem.detail());
        }
    }

    /** A text that is likely to come again. */
    private void word(String text) {
        if (isNew(text, words)) {
            text(text);
            if (text.length() <= WORD_CHARS_MAX) {
                words.hold(text);
            }
        }
    }

    private <T> boolean isNew(T value, Slots<T> slots) {
        int number = slots.number(value);
        number(number);
        return number == 0;
    }

    private void text(String text) {
        int length = text.length();
        boolean wide = isWide(text);
        number((long) length << 1 | (wide ? 1 : 0));
        room(2 * length);
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (wide) {
                bytes[size++] = (byte) (c >>> 8);
            }
            bytes[size++] = (byte) c;
        }
    }

    private static boolean isWide(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0xff) {
                return true;
            }
        }
        return false;
    }

    private void number(long value) {
        room(10);
        long rest = value << 1 ^ value >> 63;
        while ((rest & ~0x7fL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
