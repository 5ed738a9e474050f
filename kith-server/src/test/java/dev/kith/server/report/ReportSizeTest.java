package dev.kith.server.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.detect.Campaign;
import dev.kith.detect.MailAction;
import dev.kith.detect.MailJudgement;
import dev.kith.detect.Tag;
import dev.kith.event.Direction;
import dev.kith.event.Link;
import dev.kith.score.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** However much would be held, the page stays one that a browser opens and a person reads, and says what it leaves out. */
class ReportSizeTest {
    private static final int HELD = 10_000;
    private static final Instant BEGIN = Instant.parse("2026-10-06T07:00:00Z");

    /** Measured when this was written: 4.3 million characters. */
    private static final int CHARS_MAX = 6_000_000;

    @Test
    void tenThousandMailsOfAsManySenders_makeABoundedPage_thatCountsTheRest() {
        Document page = page(HELD);
        assertThat(page.outerHtml().length()).as("characters").isLessThan(CHARS_MAX);
        assertThat(page.select(".strip").get(0).text()).contains("Would hold 10,000");
        assertThat(page.select("#held + .stack tr.marked")).hasSize(ScanSummary.HELD_MAX);
        assertThat(page.select("#held + .stack footer").get(0).text())
                .startsWith("9,500 more from others would be held; all are in messages.jsonl.");
        assertThat(page.select("article.mail")).as("mails told in full").hasSize(150);
    }

    @Test
    void theMailsListedButNotToldInFull_areCounted() {
        assertThat(page(HELD).text()).contains("350 of the mails listed are not told in full here");
        assertThat(Jsoup.parse(Pages.html(ExampleScan.summary())).text()).doesNotContain("not told in full");
    }

    @Test
    void aBurstOfOneSender_isAFewRowsAndACount() {
        Document page = page(1);
        assertThat(page.select("#held + .stack tr.marked")).hasSize(ScanSummary.HELD_OF_SENDER_MAX);
        assertThat(page.select("#held + .stack tr.more").text())
                .isEqualTo("9,990 more from p0@partner0.example would be held");
        assertThat(page.select("article.mail")).hasSize(3);
        assertThat(page.outerHtml().length()).isLessThan(300_000);
    }

    @Test
    void manyCampaigns_areBounded_andTheRestIsCounted() {
        ScanTally tally = new ScanTally();
        List<Campaign> campaigns = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            MailJudgement one = judgement(2 * i, 2 * i);
            MailJudgement other = judgement(2 * i + 1, 2 * i + 1);
            tally.add(one);
            tally.add(other);
            campaigns.add(campaign(i, List.of(one, other)));
        }
        Document page = Jsoup.parse(
                Pages.html(tally.summary(ExampleScan.FENWICK, Optional.empty(), campaigns, ExampleScan.read())));
        assertThat(page.select("section.panel[id^=c]")).hasSize(ScanSummary.CAMPAIGNS_MAX);
        assertThat(page.select("#campaigns + .stack > p.meta").text())
                .isEqualTo("300 more campaigns with mails that would be held are not shown; their mails are in"
                        + " messages.jsonl.");
        assertThat(page.outerHtml().length()).isLessThan(CHARS_MAX);
    }

    /** Ten thousand mails that would be held, of so many senders. */
    private static Document page(int senders) {
        ScanTally tally = new ScanTally();
        for (int i = 0; i < HELD; i++) {
            tally.add(judgement(i, i % senders));
        }
        return Jsoup.parse(
                Pages.html(tally.summary(ExampleScan.FENWICK, Optional.empty(), List.of(), ExampleScan.read())));
    }

    private static MailJudgement judgement(int i, int sender) {
        String domain = "partner" + sender + ".example";
        String host = "store" + i + ".sharepoint.com";
        return ExampleScan.judged(
                Mails.mail()
                        .id("<" + i + "@" + domain + ">")
                        .time(BEGIN.plus(Duration.ofSeconds(i * 7L)).toString())
                        .source("mail.zip!inbox/" + i + ".eml")
                        .from("Partner " + sender, "p" + sender + "@" + domain)
                        .subject("RFP for Fenwick Lines, lot " + i)
                        .link(Mails.link(
                                "RFP.pdf", "https://" + host + "/x", host, "store" + i, Link.Kind.FILE_STORAGE))
                        .build(),
                Direction.INBOUND,
                0.5 + i % 400 / 1000.0,
                MailAction.HOLD,
                List.of(Tag.OUT_OF_CHARACTER, Tag.HIDDEN_LINK),
                List.of(new Reason("link-hidden", "RFP.pdf", "", 0.5 + i % 400 / 1000.0)),
                Optional.empty(),
                "Had the link been on its own storage, the score would be 0.1.");
    }

    private static Campaign campaign(int i, List<MailJudgement> copies) {
        return new Campaign(
                "CP-" + i,
                List.of(),
                "RFP " + i,
                "words",
                copies.stream()
                        .map(j -> new Campaign.Sender(j.mail().from().address().toString(), true, 1))
                        .toList(),
                copies.stream()
                        .map(j -> new Campaign.Member(
                                j.mail().source().toString(),
                                j.mail().id().value(),
                                j.mail().occurredAt(),
                                j.mail().from().address().toString(),
                                j.action(),
                                j.score()))
                        .toList(),
                copies.size(),
                2,
                copies.get(0).mail().occurredAt(),
                copies.get(1).mail().occurredAt());
    }
}
