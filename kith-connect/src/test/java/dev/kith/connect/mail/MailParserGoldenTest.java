package dev.kith.connect.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.kith.event.EmailActivity;
import dev.kith.event.IntList;
import dev.kith.event.IpAddress;
import dev.kith.event.MailAddress;
import dev.kith.event.Mailbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every {@code x.eml} gives {@code x.expected.json}. A missing expectation is written beside the sample, and fails. */
class MailParserGoldenTest {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .addModule(values())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    @TestFactory
    Stream<DynamicTest> sampleGivesWhatIsExpected() {
        return Samples.messages().stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
    }

    private static void check(Path file) throws IOException {
        EmailActivity event = Samples.parse(Samples.bytes(file));
        JsonNode actual = JSON.readTree(JSON.writeValueAsBytes(event));
        Path expected = file.resolveSibling(file.getFileName().toString().replace(".eml", ".expected.json"));
        if (!Files.exists(expected)) {
            Files.writeString(expected, JSON.writeValueAsString(actual) + "\n", StandardCharsets.UTF_8);
            fail("no expectation; wrote " + expected);
        }
        assertThat(JSON.writeValueAsString(actual))
                .isEqualTo(JSON.writeValueAsString(JSON.readTree(expected.toFile())));
    }

    private static SimpleModule values() {
        SimpleModule module = new SimpleModule();
        module.addSerializer(MailAddress.class, text());
        module.addSerializer(Mailbox.class, text());
        module.addSerializer(IpAddress.class, text());
        module.addSerializer(IntList.class, text());
        module.addSerializer(new NamesInOrder());
        return module;
    }

    /** Sets have no order of their own. */
    private static final class NamesInOrder extends StdSerializer<Set<?>> {
        private static final long serialVersionUID = 1L;

        NamesInOrder() {
            super(Set.class, false);
        }

        @Override
        public void serialize(Set<?> set, JsonGenerator out, SerializerProvider serializers) throws IOException {
            out.writeStartArray();
            for (String name : set.stream().map(String::valueOf).sorted().toList()) {
                out.writeString(name);
            }
            out.writeEndArray();
        }
    }

    private static <T> JsonSerializer<T> text() {
        return new JsonSerializer<>() {
            @Override
            public void serialize(T value, JsonGenerator out, SerializerProvider serializers) throws IOException {
                out.writeString(value.toString());
            }
        };
    }
}
