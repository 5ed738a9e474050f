package dev.kith.connect.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.event.Event;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EventCodecTest {
    private final EventCodec codec = new EventCodec();

    @Test
    void everyKindComesBackEqual() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        for (Event event : SampleEvents.all()) {
            codec.write(event, out);
        }
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
        List<Event> back = new ArrayList<>();
        for (Optional<Event> event = codec.read(in); event.isPresent(); event = codec.read(in)) {
            back.add(event.get());
        }
        assertThat(back).isEqualTo(SampleEvents.all());
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
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        codec.write(SampleEvents.all().get(0), new DataOutputStream(bytes));
        byte[] half = Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2);
        assertThatThrownBy(() -> codec.read(new DataInputStream(new ByteArrayInputStream(half))))
                .isInstanceOf(IOException.class);
    }

    private static Set<Class<?>> permitted() {
        return Set.of(Event.class.getPermittedSubclasses());
    }
}
