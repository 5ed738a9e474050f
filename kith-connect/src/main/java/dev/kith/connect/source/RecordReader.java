package dev.kith.connect.source;

import dev.kith.event.AccountId;
import dev.kith.event.Actor;
import dev.kith.event.ApiActivity;
import dev.kith.event.Authentication;
import dev.kith.event.Client;
import dev.kith.event.DetectionFinding;
import dev.kith.event.Direction;
import dev.kith.event.EmailTrace;
import dev.kith.event.Endpoint;
import dev.kith.event.Event;
import dev.kith.event.EventId;
import dev.kith.event.FileHostingActivity;
import dev.kith.event.IpAddress;
import dev.kith.event.MailAddress;
import dev.kith.event.MailboxActivity;
import dev.kith.event.NetworkActivity;
import dev.kith.event.Problem;
import dev.kith.event.SourceRef;
import dev.kith.event.UserManagement;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Unpacks what {@link RecordWriter} packed, in the order in which it was packed. Throws unchecked on anything else. */
final class RecordReader {
    private static final Actor.Kind[] ACTOR_KINDS = Actor.Kind.values();
    private static final Endpoint.Trait[] TRAITS = Endpoint.Trait.values();
    private static final Authentication.Outcome[] OUTCOMES = Authentication.Outcome.values();
    private static final FileHostingActivity.Activity[] FILE_ACTIVITIES = FileHostingActivity.Activity.values();
    private static final UserManagement.Activity[] CHANGES = UserManagement.Activity.values();
    private static final MailboxActivity.Activity[] MAILBOX_ACTIVITIES = MailboxActivity.Activity.values();

    private static final DetectionFinding.Severity[] SEVERITIES = DetectionFinding.Severity.values();
    private static final DetectionFinding.Opinion[] OPINIONS = DetectionFinding.Opinion.values();
    private static final DetectionFinding.Kind[] NAMED = DetectionFinding.Kind.values();
    private static final NetworkActivity.Kind[] NETWORK_KINDS = NetworkActivity.Kind.values();
    private static final Direction[] DIRECTIONS = Direction.values();

    private final Slots<String> words = new Slots<>(RecordWriter.WORD_BITS);
    private final Slots<Actor> actors = new Slots<>(RecordWriter.VALUE_BITS);
    private final Slots<Endpoint> endpoints = new Slots<>(RecordWriter.VALUE_BITS);
    private final Slots<Client> clients = new Slots<>(RecordWriter.VALUE_BITS);
    private byte[] bytes = new byte[0];
    private int at;

    /** What every event has. */
    private record Common(EventId id, Instant time, SourceRef source, List<Problem> problems) {}

    /** The next record, of this kind. */
    Event unpack(Class<? extends Event> kind, byte[] packed) {
        bytes = packed;
        at = 0;
        Common common = new Common(
                new EventId(text()),
                Instant.ofEpochSecond(number(), number()),
                new SourceRef(word(), number()),
                problems());
        if (kind == Authentication.class) {
            return signIn(common);
        }
        if (kind == FileHostingActivity.class) {
            return file(common);
        }
        if (kind == UserManagement.class) {
            return change(common);
        }
        if (kind == MailboxActivity.class) {
            return mailbox(common);
        }
        if (kind == ApiActivity.class) {
            return api(common);
        }
        if (kind == EmailTrace.class) {
            return trace(common);
        }
        if (kind == DetectionFinding.class) {
            return finding(common);
        }
        if (kind == NetworkActivity.class) {
            return network(common);
        }
        throw new AssertionError("no record of a log: " + kind);
    }

    private Authentication signIn(Common c) {
        return new Authentication(
                c.id,
                c.time,
                c.source,
                actor(),
                OUTCOMES[count()],
                word(),
                endpoint(),
                client(),
                word(),
                number() == 1,
                details(),
                c.problems);
    }

    private FileHostingActivity file(Common c) {
        return new FileHostingActivity(
                c.id,
                c.time,
                c.source,
                actor(),
                FILE_ACTIVITIES[count()],
                word(),
                text(),
                text(),
                text(),
                word(),
                endpoint(),
                client(),
                details(),
                c.problems);
    }

    private UserManagement change(Common c) {
        return new UserManagement(
                c.id,
                c.time,
                c.source,
                actor(),
                CHANGES[count()],
                word(),
                word(),
                endpoint(),
                client(),
                details(),
                c.problems);
    }

    private MailboxActivity mailbox(Common c) {
        return new MailboxActivity(
                c.id,
                c.time,
                c.source,
                actor(),
                MAILBOX_ACTIVITIES[count()],
                word(),
                word(),
                text(),
                texts(),
                endpoint(),
                client(),
                details(),
                c.problems);
    }

    private ApiActivity api(Common c) {
        return new ApiActivity(
                c.id, c.time, c.source, actor(), word(), word(), text(), endpoint(), client(), details(), c.problems);
    }

    private EmailTrace trace(Common c) {
        return new EmailTrace(
                c.id,
                c.time,
                c.source,
                text(),
                new MailAddress(word(), word()),
                new MailAddress(word(), word()),
                text(),
                word(),
                endpoint(),
                number(),
                c.problems);
    }

    private DetectionFinding finding(Common c) {
        return new DetectionFinding(
                c.id,
                c.time,
                c.source,
                word(),
                text(),
                word(),
                word(),
                SEVERITIES[count()],
                count(),
                word(),
                OPINIONS[count()],
                text(),
                Instant.ofEpochSecond(number(), number()),
                texts(),
                observables(),
                c.problems);
    }

    private List<DetectionFinding.Observable> observables() {
        List<DetectionFinding.Observable> named = new ArrayList<>();
        for (int left = count(); left > 0; left--) {
            named.add(new DetectionFinding.Observable(NAMED[count()], word()));
        }
        return named;
    }

    private NetworkActivity network(Common c) {
        return new NetworkActivity(
                c.id,
                c.time,
                c.source,
                NETWORK_KINDS[count()],
                text(),
                endpoint().orElseThrow(),
                endpoint().orElseThrow(),
                direction(),
                count(),
                word(),
                word(),
                word(),
                number(),
                number(),
                Duration.ofNanos(number()),
                word(),
                word(),
                details(),
                c.problems);
    }

    private Optional<Direction> direction() {
        int number = count();
        return number == 0 ? Optional.empty() : Optional.of(DIRECTIONS[number - 1]);
    }

    private Actor actor() {
        int number = count();
        if (number > 0) {
            return actors.value(number);
        }
        Actor actor = new Actor(new AccountId(word()), ACTOR_KINDS[count()], word(), word());
        actors.hold(actor);
        return actor;
    }

    private Optional<Endpoint> endpoint() {
        if (number() == 0) {
            return Optional.empty();
        }
        int number = count();
        if (number > 0) {
            return Optional.of(endpoints.value(number));
        }
        Endpoint endpoint =
                new Endpoint(new IpAddress(number(), number(), number() == 1), number(), word(), word(), traits());
        endpoints.hold(endpoint);
        return Optional.of(endpoint);
    }

    private Set<Endpoint.Trait> traits() {
        Set<Endpoint.Trait> traits = EnumSet.noneOf(Endpoint.Trait.class);
        for (int left = count(); left > 0; left--) {
            traits.add(TRAITS[count()]);
        }
        return traits;
    }

    private Client client() {
        int number = count();
        if (number > 0) {
            return clients.value(number);
        }
        Client client = new Client(word(), word(), word(), word(), word());
        clients.hold(client);
        return client;
    }

    private Map<String, String> details() {
        @SuppressWarnings("unchecked") // no array of a generic type can be made
        Map.Entry<String, String>[] facts = (Map.Entry<String, String>[]) new Map.Entry<?, ?>[count()];
        for (int i = 0; i < facts.length; i++) {
            facts[i] = Map.entry(word(), word());
        }
        return Map.ofEntries(facts);
    }

    private List<Problem> problems() {
        int count = count();
        if (count == 0) {
            return List.of();
        }
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            problems.add(new Problem(word(), number(), text()));
        }
        return problems;
    }

    private List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (int left = count(); left > 0; left--) {
            texts.add(text());
        }
        return texts;
    }

    private String word() {
        int number = count();
        if (number > 0) {
            return words.value(number);
        }
        String text = text();
        if (text.length() <= RecordWriter.WORD_CHARS_MAX) {
            words.hold(text);
        }
        return text;
    }

    private String text() {
        long form = number();
        int length = Math.toIntExact(form >>> 1);
        if ((form & 1) == 0) {
            String text = new String(bytes, at, length, StandardCharsets.ISO_8859_1);
            at += length;
            return text;
        }
        char[] wide = new char[length];
        for (int i = 0; i < length; i++) {
            wide[i] = (char) ((bytes[at++] & 0xff) << 8 | bytes[at++] & 0xff);
        }
        return new String(wide);
    }

    /** A number that is no more than the bytes of the frame or the slots can be. */
    private int count() {
        return Math.toIntExact(number());
    }

    private long number() {
        long rest = 0;
        int shift = 0;
        byte next;
        do {
            next = bytes[at++];
            rest |= (long) (next & 0x7f) << shift;
            shift += 7;
        } while (next < 0);
        return rest >>> 1 ^ -(rest & 1);
    }
}
