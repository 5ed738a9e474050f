package dev.kith.server.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kith.investigate.AlertBudget;
import dev.kith.investigate.Conclusion;
import dev.kith.investigate.Containment;
import dev.kith.investigate.Incident;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** What the report and the files tell of incidents, accounts and closed cases. */
class IncidentReportTest {
    private static final Incident TAKEN =
            ExampleIncidents.taken("INC-1", "h.grant@fenwick.example", "Passwords.xlsx", "kestrel.example");
    private static final Document PAGE = Jsoup.parse(Pages.html(ExampleIncidents.in(ExampleScan.summary())));

    @Test
    void anIncident_saysWhatActiveModeWouldHaveEnded_inTheConditional() {
        String said = PAGE.select("#inc-1").text();
        assertThat(said)
                .contains(
                        "Active mode would have helped.",
                        "stopped at number 42 of 1,604",
                        "Would not have happened: 2 files fetched.",
                        "Too late for 1 file fetched.",
                        "14 min after the first act",
                        "90 minutes late");
    }

    @Test
    void whatToDo_isOrdered_machineFirst_andCounted() {
        List<String> todo = PAGE.select("#inc-1 .c5 .rows b").eachText();
        assertThat(todo)
                .startsWith(
                        "Log out everywhere: 1 account",
                        "Disable until the password is new: 1 account",
                        "Remove 1 link that anybody can open")
                .contains(
                        "Change every password, key or card that stands in 1 file",
                        "Call 1 partner whose accounts the first mails came from",
                        "Tell 1,489 outside addresses in 311 organisations that mail was sent to",
                        "Find out to whom 3 mails went: the message trace tells");
    }

    @Test
    void theBeliefIsDrawn_oneRowForEachStep_withFiveLines() {
        Element belief = PAGE.select("#inc-1 .belief").get(0);
        assertThat(belief.select(".r:not(.axis):not(.event)")).hasSize(2);
        assertThat(belief.select(".r:not(.axis):not(.event)").get(0).select("path"))
                .hasSize(5);
        assertThat(PAGE.select("#inc-1 .hyps > div")).hasSize(5);
        assertThat(belief.select(".event").text()).contains("Raised", "above the bar to raise, 80 %");
        assertThat(belief.select("[role=img]").eachAttr("aria-label"))
                .anyMatch(l -> l.startsWith("Belief after step 2: Somebody else uses the account 99.2 %"));
    }

    @Test
    void aStepSaysWhatItWasWorth() {
        assertThat(PAGE.select("#inc-1 .shift b").eachText())
                .allMatch(s -> s.endsWith(" times likelier: somebody else uses the account"));
        assertThat(PAGE.select("#inc-1 .belief .ev").text())
                .contains("record-2 and 1 more")
                .doesNotContain("bits");
    }

    @Test
    void theGraphHasItsNodesAndSaysWhatItLeavesOut() {
        Element graph = PAGE.select("#inc-1 svg.graph").get(0);
        assertThat(graph.select(".node")).hasSize(6);
        assertThat(graph.select(".edge")).hasSize(6);
        assertThat(graph.select(".edge.x-dash")).hasSize(1);
        assertThat(graph.text()).contains("and 12 more", "1,604 mails", "h.grant");
    }

    @Test
    void theBurstIsDrawnAgainstWhatIsUsual_withWhereItWouldHaveStopped() {
        Element burst = PAGE.select("#inc-1 svg.burst").get(0);
        assertThat(burst.select("rect.x-odd")).hasSize(6);
        assertThat(burst.text()).contains("active mode stops it at mail 42");
        assertThat(PAGE.select("#inc-1 .legend").text()).contains("usual: 0.7 within an hour");
    }

    @Test
    void theTimelineNamesTimePlaceAndRecord() {
        assertThat(PAGE.select("#inc-1 .tl").text())
                .contains(
                        "Tue 6 Oct",
                        "11:10",
                        "Signed in",
                        "h.grant@fenwick.example, from 192.0.2.66 (kestrel.example, Romania)",
                        "Passwords.xlsx and 2 more",
                        "Case raised: somebody else uses the account");
    }

    @Test
    void benignExplanationsSayWhyTheyLost() {
        assertThat(PAGE.select("#inc-1").text())
                .contains(
                        "Benign explanations weighed",
                        "The person works from elsewhere. 33.0 % beforehand, 0.4 % in the")
                .contains("What is not known", "Whether the password was typed there.");
    }

    @Test
    void aClosedCase_hasItsWholePath_folded() {
        Element closed = PAGE.select("#case-1 details").get(0);
        assertThat(closed.hasAttr("open")).isFalse();
        assertThat(closed.select(".belief .r:not(.axis):not(.event)")).hasSize(2);
        assertThat(closed.text())
                .contains("Closed as benign", "below the bar to raise", "Malicious explanations weighed");
    }

    @Test
    void anAccountShowsWhatIsUsualAndWhatWasOdd() {
        Element account = PAGE.select("#a1").get(0);
        assertThat(account.text()).contains("h.grant@fenwick.example", "884 records", "AS64500", "97 %");
        assertThat(account.select(".name.crit").eachText()).contains("kestrel.example kestrel.example");
        assertThat(account.text()).contains("Comes from a network this account does not use", "20 within an hour");
        assertThat(account.select("a").attr("href")).isEqualTo("#inc-1");
    }

    @Test
    void whatFellBelowTheBudget_isToldOfAfterTheOthers_andMarkedInTheFile() throws IOException {
        List<Incident> incidents =
                List.of(TAKEN, ExampleIncidents.taken("INC-2", "p@fenwick.example", "f", "d.example"));
        AlertBudget budget = AlertBudget.spend(incidents, 1, TAKEN.first());
        assertThat(budget.below()).containsExactly("INC-2");
        ScanSummary scan = ExampleScan.summary().with(incidents, budget, List.of());
        Document page = Jsoup.parse(Pages.html(scan));
        assertThat(page.select("article.case[id^=inc-]").eachAttr("id")).containsExactly("inc-1");
        assertThat(page.select("#below-budget").text()).isEqualTo("Below the budget of 1 incident a day");
        assertThat(page.select("section#inc-2").text()).contains("p@fenwick.example");
        assertThat(page.text()).contains("1 more was raised below your budget");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (IncidentLines lines = new IncidentLines(out)) {
            for (Incident incident : incidents) {
                lines.incident(incident, budget);
            }
        }
        List<Boolean> marks = new ArrayList<>();
        for (String line : out.toString(StandardCharsets.UTF_8).split("\n", -1)) {
            if (!line.isEmpty()) {
                marks.add(new ObjectMapper().readTree(line).path("below_budget").asBoolean());
            }
        }
        assertThat(marks).containsExactly(false, true);
    }

    @Test
    void manyIncidents_makeABoundedPage_andTheRestIsCounted() {
        List<String> accounts = IntStream.range(0, 300)
                .mapToObj(i -> "p" + i + "@fenwick.example")
                .toList();
        Document page = Jsoup.parse(Pages.html(ExampleIncidents.of(accounts, ExampleScan.quiet())));
        assertThat(page.select("article.case[id^=inc-]")).hasSize(50);
        assertThat(page.select("section[id^=case-]")).hasSize(20);
        assertThat(page.select("article.case[id^=a]")).hasSize(50);
        assertThat(page.text()).contains("530 more cases are in incidents.jsonl.");
        assertThat(page.outerHtml().length()).isLessThan(3_000_000);
    }

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (IncidentLines lines = new IncidentLines(out)) {
            lines.incident(TAKEN, AlertBudget.unlimited());
        }
        JsonNode line = new ObjectMapper().readTree(out.toByteArray());
        IncidentReading reading = new IncidentReading(line);
        assertThat(reading.radius()).isEqualTo(TAKEN.dossier().radius());
        assertThat(reading.containment()).isEqualTo(TAKEN.dossier().containment());
        assertThat(reading.actions()).isEqualTo(Advice.targets(TAKEN.actions()));
        Conclusion conclusion = reading.conclusion();
        assertThat(conclusion.leading()).isEqualTo(TAKEN.conclusion().leading());
        assertThat(conclusion.steps()).hasSameSizeAs(TAKEN.conclusion().steps());
        assertThat(line.path("outflows").get(0).path("before_raised").asInt()).isEqualTo(41);
        assertThat(line.path("graph").path("left_out").path("file").asInt()).isEqualTo(12);
        assertThat(line.path("timeline").get(1).path("what").asText())
                .isEqualTo("Signed in, h.grant@fenwick.example, from 192.0.2.66 (kestrel.example, Romania)");
    }

    @Test
    void theStepsOfAllCases_areInTheFile_eachWithItsCaseAndAccount() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (IncidentLines lines = new IncidentLines(out)) {
            lines.incident(ExampleIncidents.with(TAKEN, "other@fenwick.example", "yes"), AlertBudget.unlimited());
        }
        JsonNode steps = new ObjectMapper().readTree(out.toByteArray()).path("steps");
        int first = TAKEN.conclusion().steps().size();
        assertThat(steps).hasSize(first + 1);
        for (int i = 0; i < first; i++) {
            assertThat(steps.get(i).path("case").asInt()).isEqualTo(1);
            assertThat(steps.get(i).path("account").asText()).isEqualTo("h.grant@fenwick.example");
        }
        assertThat(steps.get(first).path("case").asInt()).isEqualTo(2);
        assertThat(steps.get(first).path("account").asText()).isEqualTo("other@fenwick.example");
        assertThat(steps.get(first).path("asked").asText()).isEqualTo("Asked of the other?");
    }

    @Test
    void whereNothingWasDoneYet_activeModeIsNotCalledLate() {
        Instant at = Instant.parse("2026-10-06T11:10:00Z");
        Containment.Count early = new Containment.Count(Containment.Kind.MAIL_READ, 2, 0);
        assertThat(ContainmentWords.lead(List.of(new Containment(Duration.ZERO, at, at, List.of(), Optional.empty()))))
                .isEqualTo("Active mode would have had nothing to end yet.");
        assertThat(ContainmentWords.lead(
                        List.of(new Containment(Duration.ZERO, at, at, List.of(early), Optional.empty()))))
                .isEqualTo("Active mode would have come too late.");
    }

    @Test
    void whatWouldHaveBeenHeldAsMail_isToldBesideWhatClosingTheAccountEnds() {
        assertThat(ContainmentWords.asMail(new Containment.AsMail(480, 480, 0), 480))
                .isEqualTo(
                        "As mail, 480 of 480 would have been held, whenever they were sent: none would have reached a"
                                + " reader.");
        assertThat(ContainmentWords.asMail(new Containment.AsMail(40, 30, 12), 50))
                .isEqualTo(
                        "As mail, 30 of the 40 of them that are in the input would have been held, whenever they were"
                                + " sent: 12 would have reached their readers.");
        assertThat(ContainmentWords.asMail(new Containment.AsMail(3, 0, 3), 3))
                .isEqualTo("As mail, none of 3 would have been held.");
    }

    @Test
    void fieldsThatAreMissing_areNoFailure() throws IOException {
        JsonNode bare = new ObjectMapper().readTree("{\"id\":\"INC-7\",\"title\":\"Old\",\"category\":\"benign\"}");
        assertThat(IncidentExplanation.of(bare, false)).contains("INC-7", "Old");
        assertThat(DetectionExplanation.of(bare, false)).contains("INC-7");
    }

    @Test
    void lengthsOfTime_areInWords() {
        assertThat(BurstViews.span(Duration.ofHours(1))).isEqualTo("an hour");
        assertThat(BurstViews.span(Duration.ofMinutes(5))).isEqualTo("5 min");
        assertThat(BurstViews.span(Duration.ofDays(1))).isEqualTo("a day");
    }
}
