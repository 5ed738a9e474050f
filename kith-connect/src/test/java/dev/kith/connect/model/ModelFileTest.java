package dev.kith.connect.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.detect.Model;
import dev.kith.detect.Models;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelFileTest {
    private static final String ONE = """
            - id: odd
              title: "Group / Sub::Odd"
              acts: [SIGN_IN]
              condition: network_bits > 3.0
              score: 0.5
              techniques: [T1078.004]
              misses: much
              benign: [life]
            """;

    @Test
    void shippedCatalogue_compilesAndSaysWhatItMisses() {
        List<Model> models = ModelFile.builtIn();
        assertThat(Models.of(models).all()).hasSizeGreaterThan(15);
        assertThat(models).allSatisfy(m -> {
            assertThat(m.title()).matches("[^/:]+ / [^/:]+::[^:]+");
            assertThat(m.techniques()).isNotEmpty().allMatch(t -> t.matches("T\\d{4}(\\.\\d{3})?"));
            assertThat(m.misses()).isNotBlank();
            assertThat(m.benign()).isNotEmpty();
        });
    }

    @Test
    void modelOfYaml_isReadWhole() {
        List<Fault> faults = new ArrayList<>();
        OwnModels read = read(ONE + "  samples:\n    fires: [{network_bits: 5}]\n", faults);
        assertThat(faults).isEmpty();
        assertThat(read.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.model().id()).isEqualTo("odd");
            assertThat(entry.model().score()).isEqualTo(0.5);
            assertThat(entry.model().kind()).isEqualTo(Model.Kind.OWN);
            assertThat(entry.line()).isEqualTo(1);
            assertThat(entry.fires()).hasSize(1);
        });
    }

    @Test
    void wrongModels_areRefusedByFileLineAndField() {
        refused(ONE.replace("SIGN_IN", "SIGNIN"), "m.yaml:3: acts: there is no act SIGNIN");
        refused(ONE.replace("score: 0.5", "score: high"), "m.yaml:5: score: is no number");
        refused(ONE.replace("score: 0.5", "score: 7"), "m.yaml:5: score: is not between 0 and 1: 7.0");
        refused(ONE + "  colour: red\n", "m.yaml:9: colour: there is no such field");
        refused(ONE.replace("  misses: much\n", ""), "m.yaml:1: misses: is missing");
        refused(ONE.replace("Group / Sub::Odd", "Odd"), "m.yaml:2: title: is not of the form");
        refused(ONE.replace("T1078.004", "1078"), "m.yaml:6: techniques: is no technique");
        refused(ONE.replace("id: odd", "id: Odd One"), "m.yaml:1: id: is not of small letters");
        refused("- odd\n", "m.yaml:1: an entry of the list is no mapping");
    }

    @Test
    void allThatIsWrong_isToldAtOnce() {
        List<Fault> faults = new ArrayList<>();
        read(ONE.replace("SIGN_IN", "SIGNIN").replace("0.5", "high") + ONE.replace("misses: much", "misses:"), faults);
        assertThat(faults).extracting(Fault::line).containsExactly(3, 5, 15);
    }

    @Test
    void conditionThatIsNoCelOverTheVariables_isRefused() {
        for (String condition : List.of(
                "network_bits >",
                "colour == 'red'",
                "network_bits + 1.0",
                "network_traits.exists(a, network_traits.exists(b, a == b))",
                "person && " + "(".repeat(60) + "visit" + ")".repeat(60),
                "person" + " || person".repeat(400),
                "act.matches('" + "a".repeat(3000) + "')")) {
            refused(ONE.replace("network_bits > 3.0", "\"" + condition + "\""), "m.yaml:1: condition: ");
        }
    }

    @Test
    void twoModelsOfOneId_areNotCompiled() {
        List<Model> twice = read(ONE + ONE, new ArrayList<>()).entries().stream()
                .map(Entry::model)
                .toList();
        assertThatThrownBy(() -> Models.of(twice)).hasMessageContaining("two models are called odd");
    }

    private static void refused(String text, String message) {
        List<Fault> faults = new ArrayList<>();
        OwnModels read = read(text, faults);
        assertThat(faults).isNotEmpty();
        assertThat(faults.get(0).toString()).startsWith(message);
        assertThat(read.entries()).isEmpty();
    }

    private static OwnModels read(String text, List<Fault> faults) {
        try {
            return OwnModels.read(
                    "m.yaml", (Yaml.Items) YamlReader.read("m.yaml", text).get(0), faults);
        } catch (YamlReader.Refused e) {
            throw new AssertionError(e);
        }
    }
}
