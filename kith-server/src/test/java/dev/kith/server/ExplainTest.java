package dev.kith.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.server.report.Figures;
import dev.kith.server.report.ReportDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kith explain}: one judgement in full, from the report of an earlier scan. */
class ExplainTest {
    private static final Pattern WEIGHT = Pattern.compile("^  ([+\u2212])(\\d\\.\\d\\d) ", Pattern.MULTILINE);

    @TempDir
    private static Path folder;

    private static Path report;
    private static List<JsonNode> messages;

    @BeforeAll
    static void scan() throws IOException {
        House house = House.hijacked(folder.resolve("house"), 10, 28, 5);
        report = folder.resolve("report");
        assertThat(house.scan(report).status()).isZero();
        messages = House.messages(report);
    }

    @Test
    void aHeldMail_isToldInFull() {
        JsonNode held = heldWithLinks();
        Kith.Said said = explain(held.path("message_id").asText());
        assertThat(said.status()).as(said.err()).isZero();
        String joined = said.out().replaceAll("\\s+", "");
        assertThat(said.out())
                .contains("Would hold")
                .contains("score      " + Figures.score(held.path("score").asDouble()))
                .contains("strange    " + Figures.score(held.path("strangeness").asDouble()))
                .contains("dangerous  " + Figures.score(held.path("danger").asDouble()));
        for (String field : List.of("subject", "from", "message_id", "source", "direction", "counterfactual")) {
            assertThat(joined).as(field).contains(held.path(field).asText().replaceAll("\\s+", ""));
        }
        for (JsonNode recipient : held.path("to")) {
            assertThat(joined).contains(recipient.asText());
        }
        for (JsonNode link : held.path("links")) {
            assertThat(joined).contains(link.path("host").asText());
        }
    }

    @Test
    void theWeightsShown_areThoseOfTheLine_andAddUpToTheScore() {
        JsonNode held = heldWithLinks();
        String out = explain(held.path("message_id").asText()).out();
        Matcher weights = WEIGHT.matcher(out);
        double sum = 0;
        int shown = 0;
        while (weights.find()) {
            sum += (weights.group(1).equals("+") ? 1 : -1) * Double.parseDouble(weights.group(2));
            shown++;
        }
        double score = held.path("score").asDouble();
        assertThat(shown).isEqualTo(held.path("reasons").size()).isPositive();
        assertThat(Figures.score(sum)).isEqualTo(Figures.score(score));
        assertThat(out).contains("\n  =" + Figures.score(score));
    }

    @Test
    void everyMailOfTheScan_canBeExplained() {
        for (JsonNode message : messages.subList(0, 25)) {
            Kith.Said said = explain(message.path("message_id").asText());
            assertThat(said.status()).as(said.err()).isZero();
            assertThat(said.out())
                    .contains(
                            "score      " + Figures.score(message.path("score").asDouble()));
        }
    }

    @Test
    void theIdWorksWithoutItsBrackets_andTheEndOfThePathToo() {
        JsonNode held = heldWithLinks();
        String id = held.path("message_id").asText();
        String whole = explain(id).out();
        assertThat(id).startsWith("<").endsWith(">");
        assertThat(explain(id.substring(1, id.length() - 1)).out()).isEqualTo(whole);
        String source = held.path("source").asText();
        assertThat(explain(source).out()).isEqualTo(whole);
        assertThat(explain(source.substring(source.indexOf('/') + 1)).out()).isEqualTo(whole);
    }

    @Test
    void anUnknownId_answers1_andNamesIt() {
        Kith.Said said = explain("<nobody@nowhere.example>");
        assertThat(said.status()).isEqualTo(ExitStatus.NOTHING_FOUND);
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).contains("No mail with the id or path <nobody@nowhere.example> in " + report);
    }

    @Test
    void anIdOfSeveralMails_namesTheirPaths_andTellsTheFirst() throws IOException {
        Path many = twice();
        Kith.Said said = Kith.run("explain", "--message", "berth-1@osterby.example", "--report", many.toString());
        assertThat(said.status()).isZero();
        assertThat(said.out())
                .startsWith("2 mails bear this id or path; told is the first. --message PATH picks one of them:")
                .contains("\n  twice/a/4.eml\n  twice/b/4.eml\n\n")
                .containsOnlyOnce("file       ")
                .contains("file       twice/a/4.eml");
        Kith.Said picked = Kith.run("explain", "--message", "twice/b/4.eml", "--report", many.toString());
        assertThat(picked.out()).doesNotContain("mails bear").contains("file       twice/b/4.eml");
    }

    @Test
    void aPathThatFitsNone_namesWhatIsNear() throws IOException {
        Path many = twice();
        Kith.Said said = Kith.run("explain", "--message", "14.eml", "--report", many.toString());
        assertThat(said.status()).isEqualTo(ExitStatus.NOTHING_FOUND);
        assertThat(said.err())
                .contains("No mail with the id or path 14.eml in ")
                .contains("\nNear it:\n  twice/c/114.eml\n");
    }

    /** Two mails of one id, of different texts, and a third. */
    private static Path twice() throws IOException {
        Path out = folder.resolve("twice-report");
        if (!Files.exists(out)) {
            Path mail = folder.resolve("twice");
            write(mail.resolve("a/4.eml"), SomeMail.text(1));
            write(mail.resolve("b/4.eml"), SomeMail.text(1) + "PS: bring the crane.");
            write(mail.resolve("c/114.eml"), SomeMail.text(2));
            assertThat(Kith.run("scan", "--out", out.toString(), mail.toString())
                            .status())
                    .isZero();
        }
        return out;
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void aMissingReport_orNoId_isWrongUse() {
        Kith.Said none = Kith.run(
                "explain", "--message", "x", "--report", folder.resolve("none").toString());
        assertThat(none.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(none.err()).contains("name the folder of a report with --report", "Try: kith explain --help");
        assertThat(Kith.run("explain").status()).isEqualTo(ExitStatus.USAGE);
        assertThat(explain(" ").err()).contains("--message is empty");
    }

    @Test
    void aBrokenLine_isToldAsSuch() throws IOException {
        Path broken = Files.createDirectory(folder.resolve("broken"));
        Files.writeString(broken.resolve(ReportDirectory.MESSAGES), "{\"message_id\":\"<1@x.example>\"\n");
        Kith.Said said = Kith.run("explain", "--message", "<1@x.example>", "--report", broken.toString());
        assertThat(said.status()).isEqualTo(ExitStatus.WORLD_FAILED);
        assertThat(said.err()).contains("messages.jsonl holds a line that is no JSON; scan again");
    }

    @Test
    void whatAMailSays_isNoCommandToTheTerminal() throws IOException {
        Path mail = Files.createDirectory(folder.resolve("escape"));
        String text = SomeMail.text(1)
                .replace("Subject: Berth plan 1", "Subject: =?utf-8?Q?=1B]0;owned=07=1B[2Jhello=E2=80=AEtxt.exe?=");
        Files.writeString(mail.resolve("1.eml"), text);
        Path out = folder.resolve("escaped");
        Kith.Said scanned = Kith.run("scan", "--out", out.toString(), mail.toString());
        Kith.Said said = Kith.run("explain", "--message", "1.eml", "--report", out.toString());
        assertThat(said.status()).as(said.err()).isZero();
        assertThat(said.out()).contains("hello\u27E8U+202E\u27E9txt.exe");
        assertThat(scanned.out() + said.out()).doesNotContain("\u001B", "\u0007", "\u202E");
    }

    private static JsonNode heldWithLinks() {
        return messages.stream()
                .filter(message -> message.path("action").asText().equals("hold"))
                .filter(message -> !message.path("links").isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private static Kith.Said explain(String id) {
        return Kith.run("explain", "--message", id, "--report", report.toString());
    }
}
