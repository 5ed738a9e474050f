package dev.kith.server.report;

import static dev.kith.server.report.Mails.mail;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.detect.Campaign;
import dev.kith.detect.MailAction;
import dev.kith.detect.MailJudgement;
import dev.kith.event.Direction;
import dev.kith.event.EmailActivity;
import dev.kith.score.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** What the report says of a scan, in its sentences, its times and its lists. */
class ReportTellsTest {
    private final ScanTally tally = new ScanTally();
    private final List<Campaign.Member> members = new ArrayList<>();
    private int number;

    @Test
    void whatWouldBeJunkedOrLocked_standsInTheSentence() {
        add("2026-10-06T08:00:00Z", 0.9, MailAction.HOLD);
        add("2026-10-06T08:00:00Z", 0.9, MailAction.HOLD);
        add("2026-10-06T09:00:00Z", 0.6, MailAction.JUNK);
        add("2026-10-06T10:00:00Z", 0.6, MailAction.LOCK_LINKS);
        String sentence = "2 mails would be held, 1 sent to junk and 1 delivered with locked links.";
        assertThat(notice(page())).startsWith(sentence);
        assertThat(TerminalSummary.of(scan(), "r", false)).contains("\n" + sentence + "\n");
    }

    @Test
    void junkWithoutAnythingHeld_standsInTheSentenceToo() {
        add("2026-10-06T09:00:00Z", 0.6, MailAction.JUNK);
        assertThat(notice(page())).startsWith("Nothing would be held, but 1 mail would be sent to junk.");
    }

    @Test
    void whereNothingWouldBeDone_theSentenceIsQuiet() {
        add("2026-10-06T09:00:00Z", 0.1, MailAction.NONE);
        assertThat(notice(page())).startsWith("Nothing would be held. 1 mail judged;");
        assertThat(page().select(".notice").get(0).classNames()).containsExactly("notice");
    }

    @Test
    void logsWithoutAnyMail_areSaidToBeThat_andCounted() {
        String said = TerminalSummary.of(scan(read(0)), "r", false).replaceAll("\\s+", " ");
        assertThat(said).contains("There was no mail in the input. 214 records of logs were read");
        assertThat(page(scan(read(0))).text())
                .contains("There was no mail in the input. 214 records of logs were read")
                .doesNotContain("both strange", "copy of another");
    }

    @Test
    void mailThatOnlyTaught_isNotSaidToBeMissing() {
        assertThat(notice(page(scan(read(12))))).startsWith("No mail was judged. 12 mails are from before");
    }

    @Test
    void periodOverTwoYears_showsTheYear() {
        add("2025-12-30T09:00:00Z", 0.9, MailAction.HOLD);
        add("2026-01-02T09:00:00Z", 0.8, MailAction.HOLD);
        Document page = page();
        assertThat(page.select("h1").text()).endsWith("30 December 2025 to 2 January 2026");
        assertThat(page.select(".mails td.time").eachText())
                .containsExactly("Tue 30 Dec 2025 09:00", "Fri 2 Jan 2026 09:00");
        assertThat(page.select(".mail > .sub").text()).contains("Tue 30 Dec 2025 09:00");
        assertThat(TerminalSummary.of(scan(), "r", false)).contains("Tue 30 Dec 2025 09:00");
    }

    @Test
    void periodWithinAYear_showsItOnTopAlone() {
        add("2026-10-06T09:00:00Z", 0.9, MailAction.HOLD);
        Document page = page();
        assertThat(page.select("h1").text()).endsWith("6 October 2026");
        assertThat(page.select(".page-head .sub").text()).contains("learned until Mon 1 Sep 2025 00:00");
        assertThat(page.select(".mails td.time").eachText()).containsExactly("Tue 6 Oct 09:00");
    }

    @Test
    void mailWithoutATime_isListedAsThat_andDoesNotWidenThePeriod() {
        add("2026-10-06T09:00:00Z", 0.9, MailAction.HOLD);
        EmailActivity undated = mail().time("1970-01-01T00:00:00Z")
                .problem(EmailActivity.TIME_MISSING, "no clock")
                .build();
        tally.add(judged(undated, 0.8, MailAction.HOLD));
        Document page = page();
        assertThat(page.select("h1").text()).endsWith(", 6 October 2026");
        assertThat(page.select(".mails td.time").eachText()).containsExactly("Tue 6 Oct 09:00", "no time");
        assertThat(page.select("#all ~ .stack .days").attr("aria-label")).doesNotContain("month", "year");
        assertThat(page.text()).doesNotContain("1970");
    }

    @Test
    void worstMailsOfACampaign_areListed_andLeadToWhereTheyAreTold() {
        for (int i = 0; i < 60; i++) {
            add(
                    String.format(Locale.ROOT, "2026-10-06T%02d:%d0:00Z", i / 6, i % 6),
                    i == 57 ? 0.99 : 0.7 + i % 7 / 100.0,
                    MailAction.HOLD);
        }
        Document page = page();
        Element campaign = page.select("#c1").get(0);
        List<String> scores = campaign.select("td.score").eachText();
        assertThat(scores).hasSize(20).isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(scores).startsWith("0.99", "0.76").doesNotContain("0.70");
        assertThat(campaign.select("td.time a")).hasSize(20);
        assertThat(page.select(campaign.select("td.time a").attr("href")).text())
                .contains("<57@osterby.example>");
        assertThat(campaign.select("footer").text()).contains("40 more mails");
    }

    @Test
    void rarity_isToldOfTheMailsUntilThen_inTheirDirection() {
        add("2026-10-06T09:00:00Z", 0.9, MailAction.HOLD);
        assertThat(page().select(".mail .strip").text())
                .contains("0.90 as high as 1 in 1,200 inbound mails until then");
    }

    @Test
    void ourOwnHijackedAccounts_areNamedBesideThePartners() {
        add("2026-10-06T09:00:00Z", 0.9, MailAction.HOLD);
        List<Campaign> campaigns =
                List.of(burst("CP-1", "ragna@osterby.example"), burst("CP-2", "m.quist@fenwick.example"));
        Document page = page(tally.summary(ExampleScan.FENWICK, Optional.empty(), campaigns, ExampleScan.read()));
        assertThat(notice(page)).startsWith("1 known correspondent and 1 account of ours are probably hijacked.");
        assertThat(page.select(".strip").get(0).text()).contains("Partners to warn 1 and 1 account of ours");
        assertThat(page.select("#campaigns + .stack .panel").get(0).text())
                .startsWith("Probably hijacked")
                .contains("ragna@osterby.example sent \u201CRFP\u201D")
                .contains("m.quist@fenwick.example one of our accounts, sent \u201CRFP\u201D");
    }

    private static Campaign burst(String id, String sender) {
        Instant time = Instant.parse("2026-10-06T09:00:00Z");
        Campaign.Member mail = new Campaign.Member("in/1.eml", "<1@x.example>", time, sender, MailAction.HOLD, 0.9);
        return new Campaign(
                id,
                List.of(),
                "RFP",
                "",
                List.of(new Campaign.Sender(sender, true, 2)),
                List.of(mail, mail),
                2,
                1,
                time,
                time);
    }

    /** A site that one other house has led to is not in use here, though it is seen here: the words must fit both. */
    @Test
    void siteSeenInOthersMail_isNotSaidToBeKnownToNobody() {
        assertThat(Wording.reason("link-unknown-site"))
                .contains("hardly known here")
                .doesNotContain("nobody", "never");
        assertThat(Wording.keys().stream().filter(key -> key.endsWith("-for-sender")))
                .allSatisfy(key -> assertThat(Wording.reason(key.substring("reason.".length())))
                        .as("what was done once is not never done")
                        .matches(".*(rarely or never|unusual).*"));
    }

    @Test
    void whatThereWasNoRoomFor_isTold() {
        add("2026-10-06T09:00:00Z", 0.1, MailAction.NONE);
        ReadFacts read = new ReadFacts(
                List.of("in"),
                1,
                new TreeMap<>(),
                new TreeMap<>(),
                0,
                0,
                Duration.ZERO,
                0,
                0,
                new TreeMap<>(),
                List.of(),
                new ReadFacts.Forgotten(3_100, true, 2, 1_200, 1),
                List.of());
        assertThat(page(scan(read)).text())
                .contains("3,100 profiles were forgotten")
                .contains("an imitation of one that became known late goes unnoticed")
                .contains("of 2 events a repeat may have been missed")
                .contains("1,200 cases of accounts that nothing came of are not in the report")
                .contains("1 case of accounts that had been raised is not in the report");
        assertThat(page().text()).doesNotContain("For want of room", "Not kept");
    }

    /** A mail of a sender of its own, in the one campaign. */
    private void add(String time, double score, MailAction action) {
        EmailActivity mail = mail().id("<" + number + "@osterby.example>")
                .source("in/" + number + ".eml")
                .from("", "s" + number++ + "@osterby.example")
                .time(time)
                .build();
        tally.add(judged(mail, score, action));
        members.add(new Campaign.Member(
                mail.source().toString(),
                mail.id().value(),
                mail.occurredAt(),
                mail.from().address().toString(),
                action,
                score));
    }

    private static MailJudgement judged(EmailActivity mail, double score, MailAction action) {
        return ExampleScan.judged(
                mail,
                Direction.INBOUND,
                score,
                action,
                List.of(),
                List.of(new Reason("first-contact", "", "", score)),
                Optional.of("CP-1"),
                "");
    }

    private ScanSummary scan() {
        return scan(ExampleScan.read());
    }

    private ScanSummary scan(ReadFacts read) {
        List<Campaign> campaigns = members.isEmpty()
                ? List.of()
                : List.of(new Campaign(
                        "CP-1",
                        List.of(),
                        "RFP",
                        "",
                        members.stream()
                                .map(member -> new Campaign.Sender(member.from(), false, 1))
                                .toList(),
                        members,
                        members.size(),
                        0,
                        members.get(0).time(),
                        members.get(members.size() - 1).time()));
        return tally.summary(ExampleScan.FENWICK, Optional.of(Instant.parse("2025-09-01T00:00:00Z")), campaigns, read);
    }

    private static ReadFacts read(long mails) {
        TreeMap<String, Long> events = new TreeMap<>();
        events.put("Authentication", 214L);
        if (mails > 0) {
            events.put("EmailActivity", mails);
        }
        return new ReadFacts(
                List.of("in"),
                1,
                new TreeMap<>(),
                events,
                0,
                0,
                Duration.ZERO,
                0,
                0,
                new TreeMap<>(),
                List.of(),
                ReadFacts.Forgotten.NOTHING,
                List.of());
    }

    private Document page() {
        return page(scan());
    }

    private static Document page(ScanSummary scan) {
        return Jsoup.parse(Pages.html(scan));
    }

    private static String notice(Document page) {
        return page.select(".notice .body").get(0).text();
    }
}
