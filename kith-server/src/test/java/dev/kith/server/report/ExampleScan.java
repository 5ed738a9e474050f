package dev.kith.server.report;

import static dev.kith.server.report.Mails.link;
import static dev.kith.server.report.Mails.mail;

import dev.kith.detect.Campaign;
import dev.kith.detect.MailAction;
import dev.kith.detect.MailJudgement;
import dev.kith.detect.Relationship;
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
import dev.kith.score.Familiarity;
import dev.kith.score.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Three weeks of an invented forwarder's mail, with hijacked partners on one of its days. */
final class ExampleScan {
    static final Organisation FENWICK =
            new Organisation(Set.of("fenwick.example"), Set.of(), Set.of("mx.fenwick.example"), true);

    private static final Familiarity NEVER_HERE = new Familiarity(false, false, false, true);
    private static final String STORAGE = "kestrel-fitout-my.sharepoint.com";

    private ExampleScan() {}

    static ScanSummary summary() {
        ScanTally tally = new ScanTally();
        List<MailJudgement> judgements = judgements();
        judgements.forEach(tally::add);
        List<MailJudgement> copies =
                judgements.stream().filter(j -> j.campaign().isPresent()).toList();
        Campaign campaign = new Campaign(
                "CP-1",
                List.of(),
                "RFP for Fenwick Lines",
                "subject, words, link place",
                List.of(
                        new Campaign.Sender("ragna@osterby.example", true, 2),
                        new Campaign.Sender("desk@brackwater-customs.example", true, 1),
                        new Campaign.Sender("l.amann@pfeilpack.example", true, 1),
                        new Campaign.Sender("office@new-harbour.example", false, 1)),
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
                3,
                copies.get(0).mail().occurredAt(),
                copies.get(copies.size() - 1).mail().occurredAt());
        return tally.summary(FENWICK, Optional.of(Instant.parse("2026-09-21T00:00:00Z")), List.of(campaign), read());
    }

    static ScanSummary quiet() {
        ScanTally tally = new ScanTally();
        ordinary().forEach(tally::add);
        return tally.summary(FENWICK, Optional.empty(), List.of(), read());
    }

    static ReadFacts read() {
        return new ReadFacts(
                List.of("exports/mail.zip", "exports/audit.csv"),
                184_220_118,
                new TreeMap<>(Map.of("RFC 5322 message", 1432L, "mbox", 1L, "Microsoft 365 audit, CSV", 1L)),
                new TreeMap<>(Map.of(
                        "EmailActivity",
                        1432L,
                        "Authentication",
                        214L,
                        "FileHostingActivity",
                        3120L,
                        "MailboxActivity",
                        88L)),
                17,
                61,
                Duration.ofMinutes(94),
                1,
                3,
                new TreeMap<>(Map.of("bad-json", 1L, "no-date", 1L, "unknown-format", 1L)),
                List.of(
                        new ReadFacts.Unreadable(
                                new SourceRef("audit.csv", 1881),
                                new Problem("bad-json", 412, "AuditData ends within a string")),
                        new ReadFacts.Unreadable(
                                SourceRef.of("mail.zip!inbox/0917.eml"),
                                new Problem("no-date", -1, "neither Received nor Date can be read")),
                        new ReadFacts.Unreadable(
                                SourceRef.of("mail.zip!notes/readme.docx"),
                                new Problem("unknown-format", -1, "a Word document"))),
                ReadFacts.Forgotten.NOTHING,
                List.of());
    }

    static MailJudgement partnerMail() {
        return campaignMail(1, "2026-10-06T08:52:09Z", "Ragna Osterby", "ragna@osterby.example", 0.97, MailAction.HOLD);
    }

    static List<MailJudgement> judgements() {
        List<MailJudgement> all = new ArrayList<>(ordinary());
        all.add(campaignMail(
                2, "2026-10-06T07:41:00Z", "Lena Amann", "l.amann@pfeilpack.example", 0.91, MailAction.HOLD));
        all.add(campaignMail(
                3, "2026-10-06T08:08:00Z", "Customs desk", "desk@brackwater-customs.example", 0.95, MailAction.HOLD));
        all.add(partnerMail());
        all.add(campaignMail(
                4, "2026-10-06T09:10:00Z", "Ragna Osterby", "ragna@osterby.example", 0.96, MailAction.HOLD));
        all.add(campaignMail(
                5, "2026-10-06T09:26:00Z", "New Harbour", "office@new-harbour.example", 0.62, MailAction.LOCK_LINKS));
        all.add(bankChange());
        return all;
    }

    private static List<MailJudgement> ordinary() {
        List<MailJudgement> all = new ArrayList<>();
        Instant start = Instant.parse("2026-09-21T07:00:00Z");
        for (int i = 0; i < 1432; i++) {
            Instant time = start.plus(Duration.ofMinutes(i * 19L));
            int day = time.atOffset(ZoneOffset.UTC).getDayOfWeek().getValue();
            if (day > 5 && i % 9 != 0) {
                continue;
            }
            boolean offer = i % 173 == 11;
            EmailActivity mail = mail().id("<" + i + "@partner.example>")
                    .time(time.toString())
                    .source("mail.zip!inbox/" + i + ".eml")
                    .from(offer ? "Wellbeing Week" : "Partner " + i % 40, "p" + i % 40 + "@partner.example")
                    .subject(offer ? "You are invited: register by Friday" : "Booking " + (4000 + i))
                    .build();
            Direction direction = i % 3 == 0 ? Direction.OUTBOUND : i % 3 == 1 ? Direction.INBOUND : Direction.INTERNAL;
            all.add(judged(
                    mail,
                    offer ? Direction.INBOUND : direction,
                    offer ? 0.44 : 0.02 + i % 17 / 100.0,
                    offer ? MailAction.JUNK : MailAction.NONE,
                    offer ? List.of(Tag.FIRST_CONTACT, Tag.UNSOLICITED) : List.of(),
                    List.of(new Reason(
                            "sender-new-here",
                            "first mail",
                            "412 known senders",
                            offer ? 0.44 : 0.02 + i % 17 / 100.0)),
                    Optional.empty(),
                    ""));
        }
        return all;
    }

    private static MailJudgement campaignMail(
            int n, String time, String name, String address, double score, MailAction action) {
        Link link = link(
                "RFP for Fenwick Lines.pdf",
                "https://protect-eu.mimecast.com/s/k3QpCr8mVnTxZ?domain=" + STORAGE,
                STORAGE,
                "kestrel-fitout",
                Link.Kind.FILE_STORAGE,
                new Link.Wrapper(
                        "safelinks",
                        "https://eur02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fprotect-eu.mimecast.com"
                                + "%2Fs%2Fk3QpCr8mVnTxZ%3Fdomain%3D" + STORAGE + "&data=05%7C02%7Ch.grant",
                        false),
                new Link.Wrapper(
                        "mimecast", "https://protect-eu.mimecast.com/s/k3QpCr8mVnTxZ?domain=" + STORAGE, true));
        EmailActivity mail = mail().id("<rfp-" + n + "@" + address.substring(address.indexOf('@') + 1) + ">")
                .time(time)
                .source("mail.zip!inbox/rfp-" + n + ".eml")
                .from(name, address)
                .to(
                        Mailbox.of("Hollis Grant", "h.grant@fenwick.example"),
                        Mailbox.of("Imports desk", "imports@fenwick.example"),
                        Mailbox.of("Mara Quist", "m.quist@fenwick.example"),
                        Mailbox.of("Owen Bly", "o.bly@fenwick.example"))
                .subject("RFP for Fenwick Lines")
                .link(link)
                .link(link("our site", "https://osterby.example/", "osterby.example", "", Link.Kind.WEB))
                .checks("mx.fenwick.example", Verdict.PASS)
                .text(
                        "Good day, please find attached our request for proposal for Fenwick Lines. Kindly review the"
                                + " document and revert with your best offer before close of business.",
                        Map.of(Intent.DOCUMENT_LURE, 0.91, Intent.URGENCY, 0.4),
                        "kindly review the document",
                        "before close of business")
                .build();
        double rest = score - 0.3 - 0.21 - 0.17 - 0.12 - 0.1 + 0.05;
        List<Reason> reasons = List.of(
                new Reason(
                        "storage-host-new-for-sender",
                        STORAGE,
                        "osterby.sharepoint.com in 41 of 43 storage links",
                        0.3),
                new Reason(
                        "link-hides-target",
                        "the text is a file name, the target a folder or sign-in page",
                        "text and target agree in 43 of 43",
                        0.21),
                new Reason(
                        "subject-shared-by-partners",
                        "4 senders of 4 organisations in 105 min",
                        "no subject shared by two partners in 180 days",
                        0.17),
                new Reason("recipients-never-together", "4 recipients", "at most 2 of them in one mail", 0.12),
                new Reason("intent-new-for-sender", "open a document", "in 2 of 143 mails", 0.1),
                new Reason("unusual-hour", "Tue 08:52", "writes 13 to 18 h", Math.max(0, rest)),
                new Reason("authenticated-as-before", "SPF, DKIM, DMARC pass", "pass in 143 of 143", -0.05));
        return judged(
                mail,
                Direction.INBOUND,
                score,
                action,
                List.of(
                        Tag.OUT_OF_CHARACTER,
                        Tag.HIDDEN_LINK,
                        Tag.FILE_STORAGE_LURE,
                        Tag.CAMPAIGN,
                        Tag.WIDE_RECIPIENTS),
                reasons,
                Optional.of("CP-1"),
                "Had the link been on osterby.sharepoint.com, used 41 times by this sender, the score would be 0.21 and"
                        + " the mail delivered.");
    }

    private static MailJudgement bankChange() {
        EmailActivity mail = mail().id("<remit-88213@brack-water-customs.example>")
                .time("2026-10-07T06:17:00Z")
                .source("box.mbox", 40211)
                .from("Brackwater Customs Accounts", "accounts@brack-water-customs.example")
                .to(Mailbox.of("Accounts payable", "ap@fenwick.example"))
                .replyTo("brackwater.accounts@freemail.example")
                .subject("Updated remittance details, invoice 88213")
                .attachment(new Attachment(
                        "Remittance_88213.html",
                        "text/html",
                        "html",
                        48_210,
                        5,
                        0,
                        Set.of(Attachment.Trait.HTML_FORM, Attachment.Trait.HTML_SCRIPT)))
                .checks("relay.brack-water-customs.example", Verdict.FAIL)
                .text(
                        "Please note that our bank has changed. Kindly settle invoice 88213 to the account on the"
                                + " attached form today.",
                        Map.of(Intent.BANK_CHANGE, 0.96, Intent.PAYMENT, 0.7),
                        "our bank has changed")
                .build();
        return judged(
                mail,
                Direction.INBOUND,
                0.93,
                MailAction.HOLD,
                List.of(Tag.LOOK_ALIKE_SENDER, Tag.PAYMENT_DIVERSION, Tag.REPLY_DIVERTED, Tag.DANGEROUS_ATTACHMENT),
                List.of(
                        new Reason(
                                "sender-looks-like-known",
                                "brack-water-customs.example",
                                "brackwater-customs.example, 212 mails",
                                0.51),
                        new Reason("bank-details-change", "new account for invoice 88213", "never asked before", 0.3),
                        new Reason("replies-diverted", "freemail.example", "", 0.12)),
                Optional.empty(),
                "Had it come from brackwater-customs.example, the score would be 0.34 and the mail tagged.");
    }

    static MailJudgement judged(
            EmailActivity mail,
            Direction direction,
            double score,
            MailAction action,
            List<Tag> tags,
            List<Reason> reasons,
            Optional<String> campaign,
            String counterfactual) {
        boolean known = campaign.isPresent();
        return new MailJudgement(
                mail,
                direction,
                score,
                Math.min(1, score * 1.01),
                score * 0.9,
                score > 0.5 ? 1_157 : 1,
                action,
                tags,
                reasons,
                known
                        ? new Relationship(
                                142.7, 111.6, 188.2, 240.1, Optional.of(Instant.parse("2025-08-11T09:00:00Z")))
                        : new Relationship(0, 0, 0, 0, Optional.empty()),
                mail.links().stream()
                        .map(l -> l.kind() == Link.Kind.WEB ? new Familiarity(true, true, true, true) : NEVER_HERE)
                        .toList(),
                campaign,
                counterfactual);
    }
}
