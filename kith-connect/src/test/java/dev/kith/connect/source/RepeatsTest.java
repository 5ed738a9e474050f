package dev.kith.connect.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.event.Authentication;
import dev.kith.event.Event;
import dev.kith.event.SourceRef;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepeatsTest {
    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    @TempDir
    Path temporary;

    @Test
    void aSignInAndItsAuditRecord_areOneEvent_thatSaysWhatBothSay() {
        Event audit = SampleEvents.signIn("s", START, new SourceRef("audit", 1), Map.of("RequestType", "Kmsi"));
        Event signIn = SampleEvents.signIn(
                "s", START.plusSeconds(2), new SourceRef("signins", 1), Map.of("city", "Bergen", "risk", "none"));
        for (List<Event> order : List.of(List.of(audit, signIn), List.of(signIn, audit))) {
            List<Event> sorted = new ArrayList<>(order);
            sorted.sort(EventOrder.BY_TIME);
            List<Event> out = through(sorted, 10);
            assertThat(out).hasSize(1);
            Authentication one = (Authentication) out.get(0);
            assertThat(one.source().path()).isEqualTo("signins");
            assertThat(one.occurredAt()).isEqualTo(START.plusSeconds(2));
            assertThat(one.details())
                    .containsEntry("RequestType", "Kmsi")
                    .containsEntry("city", "Bergen")
                    .containsEntry(SameEvent.ALSO_IN, "audit#1");
        }
    }

    @Test
    void mailsWithOneMessageId_butOtherBytes_bothStay() {
        Event one = SampleEvents.mail("<1@x.example>", START, SourceRef.of("a"), 1);
        Event other = SampleEvents.mail("<1@x.example>", START, SourceRef.of("b"), 2);
        Event copy = SampleEvents.mail("<1@x.example>", START, SourceRef.of("c"), 1);
        assertThat(through(List.of(one, other, copy), 10)).containsExactly(one, other);
    }

    @Test
    void aMailWithoutId_isARepeatOfItsCopyElsewhere() {
        Event one = SampleEvents.mail("a", START, SourceRef.of("a"), 1);
        Event copy = SampleEvents.mail("b", START, SourceRef.of("b"), 1);
        assertThat(through(List.of(one, copy), 10)).containsExactly(one);
    }

    @Test
    void aMailThatOnlyClaimsTheHashOfAnother_stays() {
        Event one = SimpleMail.of("<1@x.example>", START, SourceRef.of("a"), "Offer", "text", 5);
        Event other = SimpleMail.of("<1@x.example>", START, SourceRef.of("b"), "Order", "text", 5);
        assertThat(through(List.of(one, other), 10)).containsExactly(one, other);
    }

    @Test
    void repeatsFarApart_areDroppedByTheirId() {
        Event one = SampleEvents.api("r", START, new SourceRef("a", 1));
        Event other = SampleEvents.api("q", START.plusSeconds(90_000), new SourceRef("a", 2));
        Event late = SampleEvents.api("r", START.plusSeconds(200_000), new SourceRef("a", 3));
        assertThat(through(List.of(one, other, late), 10)).containsExactly(one, other);
    }

    @Test
    void heldEvents_areBounded_andOrderIsKept() {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            events.add(SampleEvents.api("r" + i, START.plusMillis(i), new SourceRef("a", i + 1)));
        }
        List<Event> out = new ArrayList<>();
        Repeats repeats = new Repeats(Duration.ofHours(1), 10, out::add);
        events.forEach(repeats::add);
        assertThat(out).hasSize(990);
        repeats.end();
        assertThat(out).isEqualTo(events);
        assertThat(repeats.shortened()).isEqualTo(990);
    }

    @Test
    void orderAndRepeats_areThoseOfAListInMemory_howeverMuchIsSpilled() throws Exception {
        for (int seed = 0; seed < 25; seed++) {
            Random random = new Random(seed);
            List<Event> events = new ArrayList<>();
            for (int i = random.nextInt(400); i >= 0; i--) {
                String id = "r" + random.nextInt(200);
                // one id has one time, or two a little apart, as a record and its repeats do
                Instant time = START.plusSeconds(id.hashCode() % 5_000).plusMillis(random.nextInt(3) / 2 * 700L);
                events.add(SampleEvents.api(id, time, new SourceRef("p" + random.nextInt(3), i + 1)));
            }
            List<Event> expected = reference(events);
            Collections.shuffle(events, random);
            for (long memory : new long[] {1, 20_000, Long.MAX_VALUE}) {
                assertThat(sorted(events, memory, random))
                        .as("seed %s, memory %s", seed, memory)
                        .isEqualTo(expected);
            }
        }
    }

    private static List<Event> reference(List<Event> events) {
        List<Event> sorted = new ArrayList<>(events);
        sorted.sort(EventOrder.BY_TIME);
        Map<String, Event> first = new HashMap<>();
        sorted.forEach(event -> first.putIfAbsent(event.id().value(), event));
        sorted.removeIf(event -> first.get(event.id().value()) != event);
        return sorted;
    }

    private List<Event> sorted(List<Event> events, long memory, Random random) throws Exception {
        try (Runs runs = new Runs(temporary)) {
            EventSorter sorter = new EventSorter(memory, runs);
            for (int i = 0; i < events.size(); ) {
                int end = Math.min(events.size(), i + 1 + random.nextInt(7));
                sorter.add(events.subList(i, end));
                i = end;
            }
            List<Event> out = new ArrayList<>();
            Repeats repeats = new Repeats(Duration.ofMinutes(5), 1_000, out::add);
            Iterator<Event> sorted = sorter.sorted();
            sorted.forEachRemaining(repeats::add);
            repeats.end();
            return out;
        }
    }

    private static List<Event> through(List<Event> events, int heldMax) {
        List<Event> out = new ArrayList<>();
        Repeats repeats = new Repeats(Duration.ofMinutes(5), heldMax, out::add);
        events.forEach(repeats::add);
        repeats.end();
        return out;
    }
}
