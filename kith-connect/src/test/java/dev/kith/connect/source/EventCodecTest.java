package dev.kith.connect.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.event.AccountId;
import dev.kith.event.Actor;
import dev.kith.event.ApiActivity;
import dev.kith.event.Client;
import dev.kith.event.EmailActivity;
import dev.kith.event.Endpoint;
import dev.kith.event.Event;
import dev.kith.event.EventId;
import dev.kith.event.IpAddress;
import dev.kith.event.SourceRef;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EventCodecTest {
    private final EventCodec codec = new EventCodec();

    @Test
    void everyKindComesBackEqual() throws IOException {
        assertThat(thereAndBack(SampleEvents.all())).isEqualTo(SampleEvents.all());
    }

    @Test
    void whatComesAgainComesBackEqual_whicheverSlotItHas() throws IOException {
        Random random = new Random(7);
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            String name = "name " + random.nextInt(10_000);
            Endpoint endpoint = Endpoint.of(new IpAddress(random.nextInt(3), random.nextInt(1_000), true));
            events.add(new ApiActivity(
                    new EventId("r" + i),
                    SampleEvents.TIME.plusSeconds(random.nextLong(-1L << 40, 1L << 40)),
                    new SourceRef("a.json", i),
                    new Actor(new AccountId(name), Actor.Kind.SERVICE, "Name of " + name, "uid " + i % 7),
                    "service",
                    name,
                    "x".repeat(random.nextInt(200)),
                    Optional.of(endpoint),
                    new Client(name, "", "", name, ""),
                    Map.of(name, "1", "other", name),
                    List.of()));
        }
        assertThat(thereAndBack(events)).isEqualTo(events);
    }

    @Test
    void halvesOfCharactersComeBack() throws IOException {
        Event odd = SampleEvents.api("\ud83d alone \udc00", SampleEvents.TIME, new SourceRef("\u00ff\u0100", 1));
        assertThat(thereAndBack(List.of(odd))).containsExactly(odd);
    }

    private List<Event> thereAndBack(List<Event> events) throws IOException {
        EventCodec.Reader reader = reader(bytes(events));
        List<Event> back = new ArrayList<>();
        for (Optional<Event> event = reader.read(); event.isPresent(); event = reader.read()) {
            back.add(event.get());
        }
        return back;
    }

    private byte[] bytes(List<Event> events) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        EventCodec.Writer writer = codec.writer(new DataOutputStream(bytes));
        for (Event event : events) {
            writer.write(event);
        }
        return bytes.toByteArray();
    }

    private EventCodec.Reader reader(byte[] bytes) {
        return codec.reader(new DataInputStream(new ByteArrayInputStream(bytes)));
    }

    @Test
    void everyPermittedKindHasANumberAndASampleAndASize() {
        assertThat(Set.<Class<?>>copyOf(EventCodec.KINDS)).isEqualTo(permitted());
        assertThat(SampleEvents.all().stream().map(Object::getClass).collect(Collectors.toSet()))
                .isEqualTo(permitted());
        assertThat(SampleEvents.all())
                .allSatisfy(event -> assertThat(EventSize.bytes(event)).isGreaterThan(500));
    }

    @Test
    void damagedBytesAreToldNotReturned() throws IOException {
        for (Event event : SampleEvents.all()) {
            byte[] whole = bytes(List.of(event));
            byte[] half = Arrays.copyOf(whole, whole.length / 2);
            assertThatThrownBy(() -> reader(half).read()).isInstanceOf(IOException.class);
            byte[] cut = half.clone();
            ByteBuffer.wrap(cut).putInt(0, cut.length - 5);
            assertThatThrownBy(() -> reader(cut).read()).isInstanceOf(IOException.class);
        }
    }

    /** A component that no sample fills could be lost without anybody noticing. */
    @Test
    void everyComponentOfALogRecordIsFilledInSomeSample() throws ReflectiveOperationException {
        Set<String> empty = new TreeSet<>();
        Set<String> filled = new TreeSet<>();
        for (Event event : SampleEvents.all()) {
            if (!(event instanceof EmailActivity)) {
                fill((Record) event, empty, filled);
            }
        }
        empty.removeAll(filled);
        assertThat(empty).isEmpty();
    }

    private static void fill(Record record, Set<String> empty, Set<String> filled) throws ReflectiveOperationException {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = component.getAccessor().invoke(record);
            String name = record.getClass().getSimpleName() + "." + component.getName();
            (EMPTY.contains(value) ? empty : filled).add(name);
            Object inner = value instanceof Optional<?> optional && optional.isPresent() ? optional.get() : value;
            if (inner instanceof Record part) {
                fill(part, empty, filled);
            }
        }
    }

    private static final Set<Object> EMPTY = Set.of("", 0L, false, Optional.empty(), List.of(), Map.of(), Set.of());

    private static Set<Class<?>> permitted() {
        return Set.of(Event.class.getPermittedSubclasses());
    }
}
