package dev.kith.connect.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.detect.Model;
import dev.kith.detect.Models;
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
        assertThat(ModelFile.read("m.yaml", ONE)).singleElement().satisfies(m -> {
            assertThat(m.id()).isEqualTo("odd");
            assertThat(m.score()).isEqualTo(0.5);
        });
    }

    @Test
    void wrongModels_areRefusedByFileModelAndField() {
        refused(ONE.replace("SIGN_IN", "SIGNIN"), "m.yaml, model 1 (odd), acts: there is no act SIGNIN");
        refused(ONE.replace("score: 0.5", "score: high"), "m.yaml, model 1 (odd), score: is no number");
        refused(ONE + "  colour: red\n", "m.yaml, model 1: unknown field colour");
        refused(ONE.replace("  misses: much\n", ""), "m.yaml, model 1 (odd), misses: is missing or no text");
        refused("- [", "m.yaml");
        refused("nothing", "m.yaml: is no list of models");
    }

    @Test
    void conditionThatIsNoCelOverTheVariables_isRefusedByModel() {
        for (String condition : List.of("network_bits >", "colour == 'red'", "network_bits + 1.0")) {
            List<Model> models = ModelFile.read("m.yaml", ONE.replace("network_bits > 3.0", "\"" + condition + "\""));
            assertThatThrownBy(() -> Models.of(models))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("condition of model odd");
        }
        List<Model> twice = ModelFile.read("m.yaml", ONE + ONE);
        assertThatThrownBy(() -> Models.of(twice)).hasMessageContaining("two models are called odd");
    }

    private static void refused(String text, String message) {
        assertThatThrownBy(() -> ModelFile.read("m.yaml", text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
