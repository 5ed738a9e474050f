package dev.kith.connect.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class YamlReaderTest {
    @Test
    void values_haveTheirTypesAndLines() throws YamlReader.Refused {
        List<Yaml> documents = YamlReader.read("f", """
                a: 1
                b: [x, 'true', true, 1.5, null, '']
                ---
                c:
                  d: |
                    two
                    lines
                """);
        assertThat(documents).hasSize(2);
        assertThat(documents.get(0).plain())
                .isEqualTo(Map.of("a", 1L, "b", List.of("x", "true", true, 1.5, Yaml.NULL, "")));
        Yaml.Fields second = (Yaml.Fields) documents.get(1);
        assertThat(second.plain()).isEqualTo(Map.of("c", Map.of("d", "two\nlines\n")));
        assertThat(second.lineOf("c")).isEqualTo(4);
    }

    @Test
    void hostileYaml_isRefusedAtItsLine() {
        refused("a: &x [1]\nb: *x\n", "f:1: anchors and aliases");
        refused("a: 1\nb: *x\n", "f:2: anchors and aliases");
        refused("a: 1\na: 2\n", "f:2: the field a stands twice");
        refused("[".repeat(10_000), "f:1: is nested deeper");
        refused("- ".repeat(200) + "x", "f:1: is nested deeper");
        refused("[" + "1,".repeat(200_000) + "1]", "f:1: holds more than");
        refused("? [a]\n: b\n", "f:1: a name of a field");
        refused("a: [1\nb: 2", "f:");
        refused("a: \u0007", "f: is no YAML");
    }

    private static void refused(String text, String message) {
        assertThatThrownBy(() -> YamlReader.read("f", text))
                .isInstanceOf(YamlReader.Refused.class)
                .hasMessageStartingWith(message);
    }
}
