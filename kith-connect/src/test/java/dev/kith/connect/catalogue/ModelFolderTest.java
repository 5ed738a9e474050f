package dev.kith.connect.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.connect.model.Entry;
import dev.kith.connect.model.Fault;
import dev.kith.detect.Model;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFolderTest {
    private static final String MODEL = """
            - id: night-work
              title: "House / Hours::Night Work"
              acts: [FILE_DOWNLOAD]
              condition: person && hour_bits >= 8.0
              score: 0.2
              techniques: [T1530]
              misses: Whoever comes by day.
              benign: [a night shift]
              samples:
                fires: [{hour_bits: 9.0}]
                silent: [{hour_bits: 1.0}]
            """;

    private static final String RULE = """
            title: Forwarding in a rule
            id: 11111111-2222-4333-8444-555555555555
            name: forwarding
            tags: [attack.t1114.003]
            logsource: {product: m365, service: exchange}
            detection:
              selection:
                Operation: New-InboxRule
                Parameters|contains: ForwardTo
              condition: selection
            level: high
            samples:
              fires:
                - {Operation: New-InboxRule, Workload: Exchange, Parameters: [{Name: ForwardTo, Value: a@b.example}]}
              silent:
                - {Operation: New-InboxRule, Workload: Exchange, Parameters: [{Name: From, Value: a@b.example}]}
            """;

    @TempDir
    private Path folder;

    @Test
    void ownModels_areAddedBehindTheShipped() throws IOException {
        write("a.yaml", MODEL);
        write("deep/b.yml", RULE);
        write("notes.txt", "no model");
        ModelFolder.Loaded loaded = loaded();
        assertThat(loaded.faults()).isEmpty();
        assertThat(loaded.doubts()).isEmpty();
        assertThat(loaded.files()).isEqualTo(2);
        assertThat(loaded.catalogue().own())
                .extracting(e -> e.model().id())
                .containsExactly("night-work", "11111111-2222-4333-8444-555555555555");
        Model rule = loaded.catalogue().own().get(1).model();
        assertThat(rule.kind()).isEqualTo(Model.Kind.RULE);
        assertThat(rule.score()).isEqualTo(0.3);
        assertThat(rule.techniques()).containsExactly("T1114.003");
        assertThat(rule.title()).isEqualTo("Sigma / Microsoft 365::Forwarding in a rule");
        assertThat(loaded.catalogue().entries())
                .hasSize(Catalogue.shipped().entries().size() + 2);
    }

    @Test
    void sameId_takesThePlaceOfAShippedModel_andEnabledFalseSwitchesItOff() throws IOException {
        write("a.yaml", MODEL.replace("night-work", "leaver-active") + "- id: download-burst\n  enabled: false\n");
        Catalogue catalogue = loaded().catalogue();
        assertThat(catalogue.entries()).hasSize(Catalogue.shipped().entries().size() - 1);
        assertThat(catalogue.entries()).noneMatch(e -> e.model().id().equals("download-burst"));
        assertThat(catalogue.off()).extracting(e -> e.model().id()).containsExactly("download-burst");
        assertThat(catalogue.entries())
                .filteredOn(e -> e.model().id().equals("leaver-active"))
                .singleElement()
                .satisfies(e -> assertThat(e.own()).isTrue());
    }

    @Test
    void everyFaultOfAFolder_isToldAtOnce() throws IOException {
        write("a.yaml", MODEL.replace("0.2", "2"));
        write("b.yaml", MODEL + MODEL);
        write("c.yaml", "- id: no-such-model\n  enabled: false\n");
        write("d.yaml", "colour: red\n");
        write("e.yaml", "");
        Files.write(folder.resolve("f.yaml"), new byte[] {'a', ':', ' ', (byte) 0xff});
        write("g.yaml", "a: " + "x".repeat(2 << 20));
        write("h.yml", RULE.replace("m365", "windows"));
        assertThat(loaded().faults())
                .extracting(Fault::toString)
                .satisfiesExactly(
                        a -> assertThat(a).startsWith("a.yaml:5: score: is not between 0 and 1"),
                        b -> assertThat(b).startsWith("b.yaml:12: id: there is a model night-work in b.yaml:1 already"),
                        c -> assertThat(c).startsWith("c.yaml:1: id: there is no shipped model no-such-model"),
                        d -> assertThat(d).startsWith("d.yaml:1: is neither a list of models nor a Sigma rule"),
                        e -> assertThat(e).startsWith("e.yaml: is empty"),
                        f -> assertThat(f).startsWith("f.yaml: is not UTF-8"),
                        g -> assertThat(g).startsWith("g.yaml: is larger than"),
                        h -> assertThat(h).startsWith("h.yml:5: logsource: product windows"));
    }

    @Test
    void folderWithoutModels_isAFault() throws IOException {
        assertThat(loaded().faults()).extracting(Fault::reason).containsExactly("holds no .yaml or .yml file");
    }

    @Test
    void everyShippedModel_firesWhereItShouldAndNowhereElse() {
        Catalogue shipped = Catalogue.shipped();
        assertThat(shipped.entries()).allSatisfy(entry -> {
            assertThat(entry.fires()).as(entry.model().id()).isNotEmpty();
            assertThat(entry.silent()).as(entry.model().id()).isNotEmpty();
        });
        assertThat(SampleTest.run(shipped, shipped.entries()))
                .allSatisfy(
                        o -> assertThat(o.failures()).as(o.entry().model().id()).isEmpty());
    }

    @Test
    void samplesThatDoOtherwise_areToldWithTheReason() throws IOException {
        write("a.yaml", MODEL.replace("hour_bits: 9.0", "hour_bits: 5.0").replace("hour_bits: 1.0", "hour_bits: 50"));
        write(
                "b.yml",
                RULE.replace(
                        "Operation: New-InboxRule, Workload: Exchange, Parameters: [{Name: ForwardTo",
                        "Operation: New-InboxRule, Workload: Exchange, Parameters: [{Name: Forward"));
        write("c.yaml", MODEL.replace("night-work", "other").replace("hour_bits: 9.0", "hour: 5.0"));
        Catalogue catalogue = loaded().catalogue();
        List<SampleTest.Outcome> outcomes = SampleTest.run(catalogue, catalogue.own());
        assertThat(outcomes)
                .flatExtracting(SampleTest.Outcome::failures)
                .extracting(f -> f.line() + " " + f.shouldFire() + " " + f.why())
                .containsExactlyInAnyOrder(
                        "10 true does not hold: hour_bits >= 8.0",
                        "11 false its condition holds",
                        "10 true is no sample: there is no variable hour",
                        "14 true selection does not hold");
    }

    @Test
    void samplesOfCorrelations_areRecordsInTheirOrder() throws IOException {
        write(
                "r.yml",
                RULE + """
                ---
                title: Three rules
                correlation:
                  type: event_count
                  rules: [forwarding]
                  group-by: [UserId]
                  timespan: 1m
                  condition: {gte: 3}
                level: high
                samples:
                  fires:
                    - seconds: 20
                      records:
                        - &NOTHING
                """.replace("&NOTHING", record("a")) + "        - " + record("a") + "\n        - " + record("a")
                        + "\n"
                        + "  silent:\n    - seconds: 40\n      records: [" + record("a") + ", " + record("a") + ", "
                        + record("a")
                        + "]\n    - records: [" + record("a") + ", " + record("b") + ", " + record("a") + "]\n");
        ModelFolder.Loaded loaded = loaded();
        assertThat(loaded.faults()).isEmpty();
        assertThat(loaded.catalogue().parts()).containsExactly("11111111-2222-4333-8444-555555555555");
        assertThat(SampleTest.run(loaded.catalogue(), loaded.catalogue().own()))
                .allSatisfy(o -> assertThat(o.failures()).isEmpty())
                .extracting(SampleTest.Outcome::samples)
                .containsExactly(2, 3);
    }

    @Test
    void correlationOfUnknownRules_isRefused() throws IOException {
        write("r.yml", """
                title: Three rules
                correlation:
                  type: temporal
                  rules: [one, two]
                  timespan: 1m
                """);
        assertThat(loaded().faults())
                .extracting(Fault::toString)
                .containsExactly(
                        "r.yml:1: correlation.rules: there is no rule one",
                        "r.yml:1: correlation.rules: there is no rule two");
    }

    @Test
    void correlationOfCorrelations_holdsWhereItsPartsDo_andNoneIsAPartOfItself() throws IOException {
        String twice = """
                ---
                title: Twice
                name: twice
                correlation: {type: event_count, rules: [forwarding], group-by: [UserId], timespan: 1m, condition: {gte: 2}}
                ---
                title: Twice and moved
                correlation: {type: temporal_ordered, rules: [moved, twice], group-by: [UserId], timespan: 5m}
                samples:
                  fires:
                    - records: [MOVED, A, A]
                  silent:
                    - records: [MOVED, A, B]
                    - records: [A, A, MOVED]
                ---
                title: Moved
                name: moved
                logsource: {product: m365, service: exchange}
                detection:
                  s: {Operation: Move}
                  condition: s
                """.replace("MOVED", "{Operation: Move, Workload: Exchange, UserId: a}")
                .replace("A,", record("a") + ",")
                .replace("A]", record("a") + "]")
                .replace("B]", record("b") + "]");
        write("r.yml", RULE + twice);
        ModelFolder.Loaded loaded = loaded();
        assertThat(loaded.faults()).isEmpty();
        assertThat(SampleTest.run(loaded.catalogue(), loaded.catalogue().own()))
                .allSatisfy(o -> assertThat(o.failures()).isEmpty());
        write("s.yml", """
                title: Itself
                name: itself
                correlation: {type: temporal, rules: [itself, moved], timespan: 5m}
                """);
        assertThat(loaded().faults())
                .extracting(Fault::toString)
                .containsExactly("s.yml:1: correlation.rules: is a part of itself, or of one that is refused");
    }

    private static String record(String user) {
        return "{Operation: New-InboxRule, Workload: Exchange, UserId: " + user
                + ", Parameters: [{Name: ForwardTo, Value: x@y.example}]}";
    }

    private ModelFolder.Loaded loaded() throws IOException {
        return ModelFolder.load(folder);
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    @Test
    void entryOfAShippedModel_saysSo() {
        assertThat(Catalogue.shipped().entries()).extracting(Entry::from).containsOnly("kith");
    }
}
