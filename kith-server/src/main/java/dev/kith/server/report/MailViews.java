package dev.kith.server.report;

import dev.kith.detect.MailJudgement;
import dev.kith.detect.Relationship;
import dev.kith.event.Attachment;
import dev.kith.event.EmailActivity;
import dev.kith.event.Intent;
import dev.kith.event.MailAddress;
import dev.kith.event.MailAuthentication;
import dev.kith.event.Mailbox;
import dev.kith.pipeline.Organisation;
import dev.kith.score.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** One mail in full: verdict, link truth, reasons that add up, what was usual. */
final class MailViews {
    /** Chosen by hand: recipients named in full. */
    private static final int RECIPIENTS_MAX = 8;

    /** Chosen by hand: files named in full. */
    private static final int ATTACHMENTS_MAX = 10;

    /** Chosen by hand: a mail has rarely more than eight findings. */
    private static final int TAGS_MAX = 12;

    private static final int REASON_BAR_WIDTH = 120;

    private static final Set<Attachment.Trait> DANGEROUS = EnumSet.complementOf(EnumSet.of(
            Attachment.Trait.INLINE, Attachment.Trait.ARCHIVE, Attachment.Trait.NOT_OPENED, Attachment.Trait.QR_CODE));

    private MailViews() {}

    static ReportView.MailView of(MailJudgement judgement, ScanSummary scan, String anchor) {
        EmailActivity mail = judgement.mail();
        List<ReportView.LinkView> links = LinkViews.of(mail.links(), judgement.linkFamiliarity());
        int others = mail.links().size() - links.size();
        return new ReportView.MailView(
                anchor,
                Parts.row(judgement, "", scan.moments()),
                Parts.tags(judgement.tags(), TAGS_MAX),
                Parts.would(judgement.action()),
                why(judgement),
                Shown.line(judgement.counterfactual(), 600),
                strip(judgement, scan.organisation()),
                links,
                others > 0 ? Figures.count(others, "more link", "more links") + " in messages.jsonl" : "",
                reasons(judgement),
                Figures.score(judgement.score()),
                Parts.px(judgement.score() * REASON_BAR_WIDTH / scale(judgement.reasons())),
                pair(judgement.relationship(), mail),
                pairNote(judgement.relationship()),
                facts(judgement),
                Shown.line(mail.text().preview(), 280),
                mail.text().cues().stream().map(cue -> Shown.line(cue, 80)).toList(),
                attachments(mail.attachments()));
    }

    /** The verdict's sentence: the two weightiest reasons. */
    static String why(MailJudgement judgement) {
        List<String> sentences = judgement.reasons().stream()
                .filter(reason -> reason.weight() > 0)
                .limit(2)
                .map(reason -> Wording.reason(reason.code()))
                .toList();
        if (sentences.isEmpty()) {
            return "";
        }
        return sentences.get(0) + (sentences.size() > 1 ? "; " + Wording.lower(sentences.get(1)) : "") + ".";
    }

    private static List<ReportView.Fact> strip(MailJudgement judgement, Organisation organisation) {
        EmailActivity mail = judgement.mail();
        List<ReportView.Fact> strip = new ArrayList<>();
        String rarity = Parts.rarity(judgement.rarity(), judgement.direction());
        strip.add(new ReportView.Fact("Score", Figures.score(judgement.score()), rarity));
        strip.add(new ReportView.Fact("How strange", Figures.score(judgement.strangeness()), "for this sender here"));
        strip.add(new ReportView.Fact("How dangerous", Figures.score(judgement.danger()), asks(mail)));
        strip.add(checks(mail, organisation));
        return strip;
    }

    private static String asks(EmailActivity mail) {
        return mail.text().intents().entrySet().stream()
                .max(Map.Entry.<Intent, Double>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(e -> Wording.lower(
                        Wording.reason("intent-" + Wording.code(e.getKey()).replace('_', '-'))))
                .orElse("");
    }

    /** SPF, DKIM and DMARC by the topmost header, and whose word that is. */
    private static ReportView.Fact checks(EmailActivity mail, Organisation organisation) {
        List<MailAuthentication> results = mail.authentication().stream()
                .filter(result -> !result.arc())
                .filter(result -> Set.of("spf", "dkim", "dmarc").contains(result.method()))
                .toList();
        if (results.isEmpty()) {
            return new ReportView.Fact("Checks", "None recorded", "");
        }
        int top = results.stream().mapToInt(MailAuthentication::header).min().orElseThrow();
        Map<String, String> byMethod = new TreeMap<>();
        String host = "";
        for (MailAuthentication result : results) {
            if (result.header() == top) {
                byMethod.putIfAbsent(result.method().toUpperCase(Locale.ROOT), Wording.of(result.verdict()));
                host = result.authservId();
            }
        }
        String note = host.isEmpty() || organisation.authservIds().contains(host)
                ? ""
                : "as claimed by " + Shown.line(host, 80);
        Set<String> verdicts = new LinkedHashSet<>(byMethod.values());
        if (verdicts.size() == 1) {
            String methods = String.join(", ", byMethod.keySet());
            return new ReportView.Fact(
                    "Checks",
                    Wording.capital(verdicts.iterator().next()),
                    note.isEmpty() ? methods : methods + ", " + note);
        }
        StringBuilder all = new StringBuilder();
        byMethod.forEach((method, verdict) ->
                all.append(all.isEmpty() ? "" : ", ").append(method).append(' ').append(verdict));
        return new ReportView.Fact("Checks", "Mixed", note.isEmpty() ? all.toString() : all + ", " + note);
    }

    /** Each reason as a piece of one bar: what speaks against the mail first, then what speaks for it. */
    private static List<ReportView.ReasonView> reasons(MailJudgement judgement) {
        double scale = scale(judgement.reasons());
        List<Reason> ordered = new ArrayList<>(judgement.reasons());
        ordered.sort(Comparator.comparing((Reason reason) -> reason.weight() < 0));
        List<String> weights =
                Figures.weights(ordered.stream().map(Reason::weight).toList(), judgement.score());
        List<ReportView.ReasonView> views = new ArrayList<>();
        double reached = 0;
        for (Reason reason : ordered) {
            double start = Math.max(0, Math.min(reached, reached + reason.weight()));
            double width = Math.max(1, Math.abs(reason.weight()) * REASON_BAR_WIDTH / scale);
            views.add(new ReportView.ReasonView(
                    Wording.reason(reason.code()),
                    ReasonWords.observed(reason),
                    ReasonWords.expected(reason),
                    weights.get(views.size()),
                    Parts.px(Math.min(start * REASON_BAR_WIDTH / scale, REASON_BAR_WIDTH - 1.0)),
                    Parts.px(width),
                    reason.weight() >= 0));
            reached += reason.weight();
        }
        return views;
    }

    /** What the bar's whole width stands for: 1, or all that speaks against the mail where that is more. */
    private static double scale(List<Reason> reasons) {
        return Math.max(
                1,
                reasons.stream().mapToDouble(Reason::weight).filter(w -> w > 0).sum());
    }

    private static List<ReportView.Fact> pair(Relationship relationship, EmailActivity mail) {
        List<ReportView.Fact> facts = new ArrayList<>();
        facts.add(new ReportView.Fact("To this recipient", mails(relationship.received()), ""));
        facts.add(new ReportView.Fact("Answers back", mails(relationship.answered()), ""));
        facts.add(new ReportView.Fact("In all", mails(relationship.receivedHere()), ""));
        facts.add(new ReportView.Fact("From its domain", mails(relationship.domainHere()), ""));
        facts.add(relationship
                .since()
                .map(since -> new ReportView.Fact(
                        "First seen",
                        Figures.day(Figures.dateOf(since)),
                        Figures.span(since, mail.occurredAt()) + " before"))
                .orElse(new ReportView.Fact("First seen", "never before", "")));
        return facts;
    }

    private static String mails(double decayed) {
        long n = Math.round(decayed);
        return n == 0 ? "none" : "about " + Figures.count(n, "mail", "mails");
    }

    private static String pairNote(Relationship relationship) {
        boolean known = relationship.receivedHere() >= 0.5;
        return known
                ? "As known just before this mail; older mail counts for less."
                : "As known just before this mail.";
    }

    private static List<ReportView.Fact> facts(MailJudgement judgement) {
        EmailActivity mail = judgement.mail();
        List<ReportView.Fact> facts = new ArrayList<>();
        facts.add(new ReportView.Fact("To", recipientList(mail), ""));
        mail.replyTo().stream()
                .map(Mailbox::address)
                .filter(address -> !address.equals(mail.from().address()))
                .findFirst()
                .ifPresent(address ->
                        facts.add(new ReportView.Fact("Replies go to", Shown.line(address.toString(), 120), "")));
        facts.add(new ReportView.Fact("Kind", Wording.capital(Wording.of(mail.kind())), language(mail)));
        facts.add(new ReportView.Fact("Message-ID", Shown.line(mail.id().value(), 200), ""));
        facts.add(new ReportView.Fact("File", Shown.line(mail.source().toString(), 200), ""));
        if (!mail.problems().isEmpty()) {
            facts.add(new ReportView.Fact(
                    "Malformed",
                    Wording.problem(mail.problems().get(0).code()),
                    mail.problems().size() > 1
                            ? Figures.count(mail.problems().size() - 1, "more oddity", "more oddities")
                            : ""));
        }
        return facts;
    }

    private static String language(EmailActivity mail) {
        return mail.text().language().isEmpty()
                ? ""
                : "language " + Shown.line(mail.text().language(), 8);
    }

    private static String recipientList(EmailActivity mail) {
        Set<String> all = new LinkedHashSet<>();
        mail.to().forEach(mailbox -> all.add(mailbox.address().toString()));
        mail.cc().forEach(mailbox -> all.add(mailbox.address().toString()));
        if (all.isEmpty()) {
            mail.deliveredTo().stream().map(MailAddress::toString).forEach(all::add);
        }
        List<String> first =
                all.stream().limit(RECIPIENTS_MAX).map(a -> Shown.line(a, 120)).toList();
        int others = all.size() - first.size();
        String list = first.isEmpty() ? "nobody named" : String.join(", ", first);
        return others > 0 ? list + " and " + Figures.count(others) + " more" : list;
    }

    private static List<ReportView.AttachmentView> attachments(List<Attachment> attachments) {
        List<ReportView.AttachmentView> views = new ArrayList<>();
        for (Attachment file : attachments) {
            if (views.size() == ATTACHMENTS_MAX) {
                int others = attachments.size() - ATTACHMENTS_MAX;
                views.add(new ReportView.AttachmentView(
                        "and " + Figures.count(others) + " more", "in messages.jsonl", false));
                return views;
            }
            StringBuilder what =
                    new StringBuilder(Shown.line(file.type(), 20)).append(", ").append(Figures.bytes(file.sizeBytes()));
            file.traits().stream().sorted().forEach(trait -> what.append("; ").append(Wording.of(trait)));
            boolean dangerous = file.traits().stream().anyMatch(DANGEROUS::contains);
            String name = Shown.line(file.name(), 120);
            views.add(new ReportView.AttachmentView(name.isEmpty() ? "(no name)" : name, what.toString(), dangerous));
        }
        return views;
    }
}
