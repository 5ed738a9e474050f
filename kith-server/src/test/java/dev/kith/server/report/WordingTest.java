package dev.kith.server.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.connect.model.ModelFile;
import dev.kith.detect.Tag;
import dev.kith.event.Attachment;
import dev.kith.event.EmailActivity;
import dev.kith.event.Endpoint;
import dev.kith.event.Intent;
import dev.kith.event.Link;
import dev.kith.investigate.CaseGraph;
import dev.kith.investigate.Containment;
import dev.kith.investigate.Hypothesis;
import dev.kith.investigate.Statement;
import dev.kith.investigate.Trace;
import dev.kith.profile.Act;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every code that kith can give has its words, and no words wait for a code that it cannot give. */
class WordingTest {
    private static final Path CORE = Path.of("..", "kith-core", "src", "main", "java");
    private static final Path CONNECT = Path.of("..", "kith-connect", "src", "main", "java");

    @Test
    void everyProblem_hasWords() {
        Set<String> codes = CodesInSources.of(CONNECT, CORE.resolve("dev/kith/event/Problem.java"));
        codes.add(EmailActivity.TIME_MISSING);
        assertThat(codes).contains("boundary-wrong", "zip-broken", "no-permission", "directory-broken");
        assertThat(worded("problem.")).containsExactlyElementsOf(codes);
    }

    @Test
    void everyReason_hasWords() {
        Set<String> codes = CodesInSources.of(CORE);
        assertThat(codes).contains("first-contact", "link-hidden", "campaign", "dmarc-failed");
        Set<String> known = worded("reason.");
        assertThat(known).containsAll(codes);
        known.removeAll(codes);
        known.removeIf(code -> code.startsWith("intent-") || code.startsWith("attachment-"));
        assertThat(known).as("words for reasons that are never given").isEmpty();
        for (Intent intent : Intent.values()) {
            assertThat(worded("reason.")).contains("intent-" + code(intent).replace('_', '-'));
        }
    }

    @Test
    void everyTechniqueOfAModel_hasItsName() {
        assertThat(ModelFile.builtIn().stream().flatMap(model -> model.techniques().stream()))
                .isNotEmpty()
                .allMatch(id -> Wording.technique(id).length() > id.length());
    }

    @Test
    void everyTag_hasATitle() {
        assertThat(Tag.values()).allSatisfy(tag -> assertThat(tag.title()).isNotBlank());
    }

    @Test
    void everyConstantThatIsShown_hasWords() {
        for (Class<? extends Enum<?>> type : List.of(
                Link.Kind.class,
                Link.Place.class,
                Link.Trait.class,
                Attachment.Trait.class,
                Intent.class,
                EmailActivity.Kind.class,
                Hypothesis.class,
                Statement.Code.class,
                Trace.Danger.class,
                Act.class,
                Endpoint.Trait.class,
                Containment.Kind.class,
                CaseGraph.Kind.class)) {
            String name = type.getName().substring(type.getPackageName().length() + 1);
            Set<String> codes = new TreeSet<>();
            Arrays.stream(type.getEnumConstants()).map(WordingTest::code).forEach(codes::add);
            assertThat(worded(name.replace('$', '.').toLowerCase(Locale.ROOT) + "."))
                    .as(name)
                    .containsExactlyElementsOf(codes);
        }
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static Set<String> worded(String prefix) {
        Set<String> codes = new TreeSet<>();
        Wording.keys().stream()
                .filter(key -> key.startsWith(prefix))
                .map(key -> key.substring(prefix.length()))
                .forEach(codes::add);
        return codes;
    }
}
