package dev.kith.connect.zeek;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.kith.connect.intel.Intel;
import dev.kith.connect.source.EventSink;
import dev.kith.connect.source.Head;
import dev.kith.connect.source.JsonFormat;
import dev.kith.connect.source.Piece;
import dev.kith.connect.source.SourceFormat;
import dev.kith.event.Direction;
import dev.kith.event.Event;
import dev.kith.event.NetworkActivity;
import dev.kith.event.NetworkActivity.Kind;
import dev.kith.event.Problem;
import dev.kith.event.SourceRef;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ZeekLogsTest {
    @SuppressWarnings("StringConcatToTextBlock") // its tabs would not be seen in a block
    private static final String CONN = String.join(
            "\n",
            "#separator \\x09",
            "#set_separator\t,",
            "#empty_field\t(empty)",
            "#unset_field\t-",
            "#path\tconn",
            "#fields\tts\tuid\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\tproto\tservice\tduration\torig_bytes"
                    + "\tresp_bytes\tconn_state\tlocal_orig\tlocal_resp\tnew_thing\tlabel",
            "#types\ttime\tstring\taddr\tport\taddr\tport\tenum\tstring\tinterval\tcount\tcount\tstring\tbool\tbool\tint\tstring",
            "1672843056.913119\tC1\t10.1.0.7\t5000\t203.0.113.9\t443\ttcp\tssl\t0.084044\t1030\t20275\tSF\tT\tF\t7\tGood",
            "1672843057.5\tC2\tfe80::1\t133\tff02::2\t134\ticmp\t-\t-\t-\t-\tOTH\tF\tF\t-\t-",
            "1672843058.1\tC3\t10.1.0.7\t5001\t203",
            "#close\t2023-01-05-19-00-00",
            "");

    /** What a sink got. */
    private static final class Found implements EventSink {
        final List<NetworkActivity> events = new ArrayList<>();
        final List<String> problems = new ArrayList<>();
        final Map<String, Integer> records = new TreeMap<>();

        @Override
        public void event(Event event) {
            events.add((NetworkActivity) event);
            event.problems().forEach(p -> problems.add(p.code()));
        }

        @Override
        public void problem(SourceRef where, Problem problem) {
            problems.add(problem.code());
        }

        @Override
        public void record(String format) {
            records.merge(format, 1, Integer::sum);
        }
    }

    private static Found read(byte[] bytes) {
        Head head = new Head(Arrays.copyOf(bytes, Math.min(bytes.length, Head.BYTES_MAX)));
        List<SourceFormat> formats =
                List.of(ZeekFormats.tables(Intel.unknown()), new JsonFormat(ZeekFormats.records(Intel.unknown())));
        Found found = new Found();
        for (SourceFormat format : formats) {
            if (format.recognises(head)) {
                try {
                    format.read(new Piece("zeek.log", head, new ByteArrayInputStream(bytes)), found);
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
                return found;
            }
        }
        return found;
    }

    private static Found read(String... lines) {
        return read(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void table_isRead_withUnknownFieldsAndLabels() {
        Found found = read(CONN);
        NetworkActivity first = found.events.get(0);
        assertThat(found.events).hasSize(2);
        assertThat(found.records).containsEntry("Zeek conn", 3);
        assertThat(first.kind()).isEqualTo(Kind.CONNECTION);
        assertThat(first.occurredAt()).isEqualTo(Instant.parse("2023-01-04T14:37:36.913119Z"));
        assertThat(first.shownId()).isEqualTo("C1");
        assertThat(first.origin().ip()).hasToString("10.1.0.7");
        assertThat(first.port()).isEqualTo(443);
        assertThat(first.bytesOut()).isEqualTo(1_030);
        assertThat(first.duration()).isEqualTo(Duration.ofNanos(84_044_000));
        assertThat(first.direction()).contains(Direction.OUTBOUND);
        assertThat(found.events.get(1).bytesOut()).isEqualTo(-1);
        assertThat(found.events.get(1).direction()).isEmpty();
    }

    @Test
    void rowThatIsCutOff_isNamed() {
        assertThat(read(CONN).problems).contains("row-broken", "address-unreadable");
    }

    @Test
    void connectionsWithoutAHead_areReadAsSuch_andThatIsNamed() {
        Found found = read(
                "1672843056.913119\tCXHB1X22027MRWU6D\t10.1.0.7\t5000\t203.0.113.9\t443\ttcp\tssl\t0.08\t1030\t20275\tSF\tT\tF\t0\tShAD\t1\t2\t3\t4\t-");
        assertThat(found.events).hasSize(1);
        assertThat(found.problems).containsExactly("head-missing");
    }

    @Test
    void json_withDots_withUnderscores_orNested_isTheSameEvent() {
        String rest = "\"proto\":\"tcp\",\"conn_state\":\"SF\",\"duration\":1.5,\"orig_bytes\":3,\"resp_bytes\":4}";
        Found found = read(
                "{\"ts\":1672843056.913119,\"uid\":\"C1\",\"id.orig_h\":\"10.1.0.7\",\"id.resp_h\":\"203.0.113.9\",\"id.resp_p\":443,"
                        + rest,
                "{\"@stream\":\"conn\",\"ts\":1672843056.913119,\"uid\":\"C1\",\"id_orig_h\":\"10.1.0.7\",\"id_resp_h\":\"203.0.113.9\",\"id_resp_p\":443,"
                        + rest,
                "{\"_path\":\"conn\",\"ts\":\"2023-01-04T14:37:36.913119Z\",\"uid\":\"C1\",\"id\":{\"orig_h\":\"10.1.0.7\",\"resp_h\":\"203.0.113.9\",\"resp_p\":443},"
                        + rest);
        assertThat(found.events).hasSize(3);
        assertThat(found.events)
                .allSatisfy(
                        e -> assertThat(e.id()).isEqualTo(found.events.get(0).id()))
                .allSatisfy(e -> assertThat(e.port()).isEqualTo(443))
                .allSatisfy(e -> assertThat(e.occurredAt())
                        .isBetween(
                                Instant.parse("2023-01-04T14:37:36.913118Z"),
                                Instant.parse("2023-01-04T14:37:36.913120Z")));
    }

    @Test
    void logsMixedInOneFile_areToldByTheirFields_andOthersAreNamedAsNotUsed() {
        String ids =
                "\"ts\":1672843056.5,\"uid\":\"C1\",\"id.orig_h\":\"10.1.0.7\",\"id.resp_h\":\"10.1.0.9\",\"id.resp_p\":3128,";
        Found found = read(
                "{" + ids + "\"proto\":\"tcp\",\"conn_state\":\"SF\"}",
                "{" + ids
                        + "\"proto\":\"udp\",\"trans_id\":7,\"query\":\"A.Example\",\"qtype_name\":\"TXT\",\"answers\":[\"192.0.2.1\",\"b\"]}",
                "{" + ids
                        + "\"trans_depth\":1,\"method\":\"CONNECT\",\"host\":\"c.example:443\",\"uri\":\"c.example:443\",\"status_code\":200}",
                "{" + ids + "\"established\":true,\"server_name\":\"c.example\"}",
                "{\"ts\":1672843056.5,\"fuid\":\"F1\",\"tx_hosts\":[\"203.0.113.9\"],\"rx_hosts\":[\"10.1.0.7\"],\"source\":\"HTTP\",\"seen_bytes\":9,\"mime_type\":\"text/plain\"}",
                "{\"_path\":\"weird\"," + ids + "\"name\":\"odd\"}",
                "{\"@stream\":\"x509\",\"ts\":1672843056.5,\"id\":\"F2\"}");
        assertThat(found.events)
                .extracting(NetworkActivity::kind)
                .containsExactly(Kind.CONNECTION, Kind.DNS, Kind.HTTP, Kind.TLS, Kind.FILE);
        assertThat(found.events)
                .extracting(NetworkActivity::name)
                .containsExactly("", "a.example", "c.example", "c.example", "");
        assertThat(found.events).extracting(e -> e.id().value()).doesNotHaveDuplicates();
        assertThat(found.events.get(1).details()).containsEntry("answers", "192.0.2.1,b");
        assertThat(found.events.get(2).details()).containsEntry("proxied", "true");
        assertThat(found.records).containsKeys("Zeek weird, not used", "Zeek x509, not used");
        assertThat(found.problems).isEmpty();
    }

    @Test
    void otherTables_areCounted_andNamedAsNotUsed() {
        Found found = read(
                "#separator \\x09",
                "#path\tnotice",
                "#fields\tts\tuid\tnote",
                "1672843056.5\tC1\tX",
                "1672843057.5\tC2\tY");
        assertThat(found.events).isEmpty();
        assertThat(found.problems).isEmpty();
        assertThat(found.records).containsExactly(Map.entry("Zeek notice, not used", 2));
    }

    @Test
    void separatorsAndSignsOfTheirOwn_areUnderstood() {
        Found found = read(
                "#separator \\x2c",
                "#unset_field,NIL",
                "#path,dns",
                "#fields,ts,uid,id.orig_h,id.resp_h,query,answers",
                "1672843056.5,C1,10.1.0.7,10.1.0.9,a\\x2cb.example,NIL");
        assertThat(found.events).hasSize(1);
        assertThat(found.events.get(0).name()).isEqualTo("a,b.example");
        assertThat(found.events.get(0).details()).isEmpty();
    }

    @Test
    void whateverTheBytes_nothingIsThrown() {
        Random random = new Random(42);
        byte[] whole = CONN.getBytes(StandardCharsets.UTF_8);
        for (int round = 0; round < 3_000; round++) {
            byte[] bytes = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
            for (int i = random.nextInt(20); i > 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            assertThatCode(() -> read(bytes)).doesNotThrowAnyException();
        }
        assertThatCode(() -> read("#separator", "#fields", "#path", "", "\t\t\t"))
                .doesNotThrowAnyException();
        assertThatCode(() -> read("#separator \\xzz", "#fields\tts\tts\tts", "1e999\tNaN\t-1"))
                .doesNotThrowAnyException();
    }
}
