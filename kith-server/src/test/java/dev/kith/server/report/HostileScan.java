package dev.kith.server.report;

import static dev.kith.server.report.Mails.mail;

import dev.kith.detect.Campaign;
import dev.kith.detect.MailAction;
import dev.kith.detect.MailJudgement;
import dev.kith.detect.Tag;
import dev.kith.event.Attachment;
import dev.kith.event.Direction;
import dev.kith.event.EmailActivity;
import dev.kith.event.Intent;
import dev.kith.event.Link;
import dev.kith.event.MailAuthentication.Verdict;
import dev.kith.event.Mailbox;
import dev.kith.event.Problem;
import dev.kith.event.SourceRef;
import dev.kith.pipeline.Organisation;
import dev.kith.score.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A scan whose every foreign text means to do harm to whoever looks at the report. */
final class HostileScan {
    /** What stands in every text, so that a test can find out where one went. */
    static final String MARK = "zqx";

    /** Each is put into every place where a text of somebody else's may stand. */
    static final List<String> TEXTS = List.of(
            MARK + "</script><script>alert(1)</script>",
            MARK + "</style><style>*{background:url(https://tracker.example/x)}</style>",
            MARK + "\"><img src=x onerror=alert(1)>",
            MARK + "' onmouseover='alert(1)' x='",
            MARK + "</bdi></td></table></main></body><h1>Nothing was found</h1>",
            MARK + "<!-- --!><svg/onload=alert(1)>",
            MARK + "&lt;b&gt;&amp;#x3c;script&#62;",
            MARK + "${head.styles()} @raw {{7*7}} #{7*7} <%= 7*7 %>",
            MARK + "javascript:alert(1)//",
            MARK + "\u202Egnp.exe\u202C \u2066hidden\u2069 \u200E\u200F\u061C\uFEFF",
            MARK + "\u0000\u0001\u0007\u001B[2J\u001B]0;owned\u0007\u007F\u009B31m",
            MARK + "line one\r\nline two\u2028three\u2029four\u0085five",
            MARK + "\uD800 half \uDFFF halves",
            MARK + "Z" + "\u0336\u0322\u0347\u0353\u033A\u0359".repeat(60),
            MARK + "\u200B\u200B\u2060\u00AD\u180E\u3164 \uDB40\uDC41\uDB40\uDC42",
            MARK + "W".repeat(120_000),
            MARK + " " + "lorem ".repeat(20_000),
            MARK
                    + "\u05E9\u05DC\u05D5\u05DD \u0645\u0631\u062D\u0628\u0627 \u4F60\u597D \uD83D\uDC69\u200D\uD83D\uDCBB");

    private HostileScan() {}

    static ScanSummary summary() {
        ScanTally tally = new ScanTally();
        List<Campaign> campaigns = new ArrayList<>();
        for (int i = 0; i < TEXTS.size(); i++) {
            MailJudgement held = judgement(i, MailAction.HOLD);
            tally.add(held);
            tally.add(judgement(i, MailAction.LOCK_LINKS));
            campaigns.add(campaign(held, TEXTS.get(i), i));
        }
        Set<String> all = Set.copyOf(TEXTS);
        Organisation ours = new Organisation(all, Set.of(), all, true);
        return ExampleIncidents.of(TEXTS, tally.summary(ours, Optional.empty(), campaigns, read()));
    }

    private static MailJudgement judgement(int i, MailAction action) {
        String text = TEXTS.get(i);
        EmailActivity mail = mail().id("<" + text + ">")
                .time("2026-10-06T08:" + (10 + i) + ":00Z")
                .source("mail.zip!" + text + ".eml", action == MailAction.HOLD ? 7 : 0)
                .from(text, text + "@" + text)
                .to(Mailbox.of(text, text + "@" + text), Mailbox.of("", text))
                .cc(Mailbox.of(text, "cc@" + text))
                .replyTo(text)
                .subject(text)
                .language(text)
                .link(link(text, "https://" + text + "/" + text, Link.Kind.WEB, true))
                .link(link(text, "javascript:" + text, Link.Kind.WEB, false))
                .link(link(text, "data:text/html," + text, Link.Kind.DATA_URI, false))
                .attachment(new Attachment(text, text, text, 1, 1, 0, Set.of(Attachment.Trait.values())))
                .checks(text, Verdict.FAIL)
                .text(text, Map.of(Intent.CREDENTIAL, 0.9), text, text)
                .problem(text, text)
                .build();
        List<Reason> reasons = new ArrayList<>();
        reasons.add(new Reason(text, text, text, 0.4));
        for (String code : List.of("hour-x", "time-zone-x", "link-kind-x", "request-x", "intent-x")) {
            reasons.add(new Reason(code, text, text, 0.1));
        }
        return ExampleScan.judged(
                mail, Direction.INBOUND, 0.9, action, List.of(Tag.values()), reasons, Optional.of("CP-" + i), text);
    }

    private static Link link(String text, String target, Link.Kind kind, boolean opaque) {
        return new Link(
                text,
                target,
                List.of(
                        new Link.Wrapper(text, "https://wrapper.example/" + text, false),
                        new Link.Wrapper(text, text, opaque)),
                target,
                text,
                text,
                text,
                kind,
                Link.Place.BUTTON,
                Set.of(Link.Trait.HIDDEN, Link.Trait.SHOWS_OTHER_DOMAIN));
    }

    private static Campaign campaign(MailJudgement held, String text, int i) {
        EmailActivity mail = held.mail();
        Campaign.Member member = new Campaign.Member(
                mail.source().toString(),
                mail.id().value(),
                mail.occurredAt(),
                mail.from().address().toString(),
                MailAction.HOLD,
                0.9);
        return new Campaign(
                "CP-" + i,
                List.of(),
                text,
                text,
                List.of(
                        new Campaign.Sender(mail.from().address().toString(), true, 2),
                        new Campaign.Sender(text, false, 1)),
                List.of(member, member),
                5_000,
                1,
                mail.occurredAt(),
                mail.occurredAt());
    }

    private static ReadFacts read() {
        TreeMap<String, Long> counts = new TreeMap<>();
        List<ReadFacts.Unreadable> problems = new ArrayList<>();
        for (String text : TEXTS) {
            counts.put(text, 3L);
            problems.add(new ReadFacts.Unreadable(new SourceRef(text, 3), new Problem(text, 4, text)));
        }
        return new ReadFacts(
                TEXTS,
                1,
                counts,
                counts,
                0,
                0,
                Duration.ZERO,
                1,
                problems.size(),
                counts,
                problems,
                ReadFacts.Forgotten.NOTHING,
                List.of());
    }
}
