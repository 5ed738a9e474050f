package dev.kith.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.kith.connect.intel.Intel;
import dev.kith.connect.source.InputReader;
import dev.kith.connect.source.InputSettings;
import dev.kith.connect.source.Progress;
import dev.kith.connect.source.ReadReport;
import dev.kith.connect.source.Timeline;
import dev.kith.event.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every form of log beside what is made of it. A missing expectation is written out, and fails. */
class GoldenFilesTest {
    private static final Path FOLDER = Path.of("src/test/resources/dev/kith/connect/golden");
    private static final String EXPECTED = ".expected.json";

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS))
            .build();

    static Stream<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> !file.toString().endsWith(EXPECTED)).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void sampleBecomesWhatIsExpected(Path sample) throws IOException {
        String actual = read(sample);
        Path expected = FOLDER.resolve(sample.getFileName() + EXPECTED);
        if (!Files.exists(expected)) {
            Files.writeString(expected, actual);
            fail("no expectation for " + sample + ": written out, to be checked by hand");
        }
        assertThat(actual).isEqualTo(Files.readString(expected));
    }

    private static String read(Path sample) throws IOException {
        InputSettings settings = InputSettings.defaults().withThreads(1);
        InputReader reader = new InputReader(
                Formats.all(
                        (bytes, where) -> {
                            throw new AssertionError("no mail here");
                        },
                        Intel.unknown(),
                        settings),
                settings);
        ObjectNode all = JSON.createObjectNode();
        try (Timeline timeline = reader.read(List.of(sample), Progress.none())) {
            ArrayNode events = all.putArray("events");
            for (Event event : timeline) {
                ObjectNode node = JSON.createObjectNode();
                node.put("kind", event.getClass().getSimpleName());
                node.setAll((ObjectNode) JSON.valueToTree(event));
                events.add(node);
            }
            ReadReport report = timeline.report();
            all.put("repeats", report.repeats());
            all.put("merged", report.merged());
            ArrayNode problems = all.putArray("problems");
            report.problems()
                    .forEach(found -> problems.add(found.where() + " "
                            + found.problem().code() + ": " + found.problem().detail()));
        }
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(new DefaultIndenter(" ", "\n"));
        printer.indentArraysWith(new DefaultIndenter(" ", "\n"));
        return JSON.writer(printer).writeValueAsString(all) + "\n";
    }
}
