package dev.kith.connect.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kith.connect.source.EventSink;
import dev.kith.event.DetectionFinding;
import dev.kith.event.DetectionFinding.Kind;
import dev.kith.event.DetectionFinding.Observable;
import dev.kith.event.DetectionFinding.Severity;
import dev.kith.event.Event;
import dev.kith.event.Problem;
import dev.kith.event.SourceRef;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertMappingTest {
    private static final String GOOD = """
            product: Gate
            time: when
            title: what
            account: user.name
            ip: from
            severity: prio
            severities:
              P1: critical
            """;

    @Test
    void recordsWithTheColumns_becomeAlerts() throws IOException {
        MappedAlerts format = new MappedAlerts(AlertMapping.read("map.yaml", GOOD));
        ObjectNode record = (ObjectNode) JsonMapper.builder()
                .build()
                .readTree(
                        "{\"when\":\"2026-03-02 08:00:00Z\",\"what\":\"Odd door\",\"user\":{\"name\":\"Ida@harbour.example\"},"
                                + "\"from\":\"203.0.113.9\",\"prio\":\"p1\"}");
        assertThat(format.recognises(record)).isTrue();
        DetectionFinding finding = read(format, record);
        assertThat(finding.product()).isEqualTo("Gate");
        assertThat(finding.title()).isEqualTo("Odd door");
        assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(finding.about())
                .containsExactly(
                        new Observable(Kind.ACCOUNT, "ida@harbour.example"), new Observable(Kind.IP, "203.0.113.9"));
    }

    @Test
    void recordsWithoutThem_areNotTaken() throws IOException {
        MappedAlerts format = new MappedAlerts(AlertMapping.read("map.yaml", GOOD));
        assertThat(format.recognises(
                        (ObjectNode) JsonMapper.builder().build().readTree("{\"when\":\"2026-03-02\",\"other\":1}")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "time: when\\ntitel: what|map.yaml, line 2: unknown key titel",
                "time: when|map.yaml, line 1: title is missing",
                "time: when\\ntitle: what\\ntitle: again|map.yaml, line 3: ",
                "time: when\\ntitle: what\\nseverities:\\n  P1: dire|map.yaml, line 4: no severity: dire",
                "- time|map.yaml, line 1: is no mapping",
                "time: [a]\\ntitle: x|map.yaml, line 1: a name is missing here",
                "time: 'open|map.yaml, line "
            })
    void aWrongMapping_isRefusedWithLineAndReason(String text, String reason) {
        assertThatThrownBy(() -> AlertMapping.read("map.yaml", text.replace("\\n", "\n")))
                .isInstanceOf(AlertMapping.WrongException.class)
                .hasMessageStartingWith(reason);
    }

    private static DetectionFinding read(MappedAlerts format, ObjectNode record) {
        List<Event> events = new ArrayList<>();
        format.read(record, SourceRef.of("a.json"), new EventSink() {
            @Override
            public void event(Event event) {
                events.add(event);
            }

            @Override
            public void problem(SourceRef where, Problem problem) {
                throw new AssertionError(problem.toString());
            }

            @Override
            public void record(String name) {}
        });
        return (DetectionFinding) events.get(0);
    }
}
