package dev.kith.server.report;

import dev.kith.detect.Campaign;
import dev.kith.detect.MailAction;
import dev.kith.detect.MailJudgement;
import dev.kith.event.Direction;
import dev.kith.event.MailAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The outcome of a scan in a screenful. */
public final class TerminalSummary {
    /** Chosen by hand: half a screen. */
    private static final int MAILS_MAX = 12;

    /** Chosen by hand: a burst must not fill the screen. */
    private static final int SENDER_MAX = 3;

    /** Chosen by hand, as above. */
    private static final int CAMPAIGNS_MAX = 5;

    private static final int[] FIGURES = {16, -9};
    private static final int[] SENDERS = {-9, 44};

    private TerminalSummary() {}

    /** {@code report} is where the page lies, as the user would type it. */
    public static String of(ScanSummary scan, String report, boolean coloured) {
        ReportView view = ReportViews.of(scan);
        TextLayout out = new TextLayout(coloured);
        boolean alarm = !view.notice().css().isEmpty();
        boolean care = view.notice().iconCss().equals("warn");
        out.paragraph(0, TextLayout.Look.BOLD, view.title() + " (UTC)").gap();
        out.paragraph(
                0,
                alarm ? TextLayout.Look.ALARM : care ? TextLayout.Look.CARE : TextLayout.Look.GOOD,
                view.notice().lead());
        out.paragraph(0, TextLayout.Look.PLAIN, view.notice().rest()).gap();
        incident(scan, out);
        figures(scan, out);
        campaigns(scan, out);
        held(scan, out);
        out.gap().labelled(0, 18, "Report", TextLayout.Look.BOLD, report);
        return out.toString();
    }

    /** Of the lead incident, whether active mode would have helped; the page has the rest. */
    private static void incident(ScanSummary scan, TextLayout out) {
        for (CaseView lead : IncidentViews.raised(scan).stream().limit(1).toList()) {
            out.paragraph(0, TextLayout.Look.BOLD, lead.id() + ", priority " + lead.priority() + ". " + lead.acting());
            lead.actingMore().forEach(sentence -> out.paragraph(2, TextLayout.Look.PLAIN, sentence));
            out.paragraph(2, TextLayout.Look.DIM, "kith explain --incident " + lead.id() + " tells it in full.")
                    .gap();
        }
    }

    private static void figures(ScanSummary scan, TextLayout out) {
        row(out, "Events read", scan.read().eventCount(), "");
        row(
                out,
                "Mails judged",
                scan.judged(),
                Figures.count(scan.judged(Direction.INBOUND)) + " inbound, "
                        + Figures.count(scan.judged(Direction.INTERNAL)) + " within, "
                        + Figures.count(scan.judged(Direction.OUTBOUND)) + " outbound");
        MailAction[] actions = MailAction.values();
        for (int i = actions.length - 1; i > 0; i--) {
            long count = scan.count(actions[i]);
            if (count > 0 || actions[i] == MailAction.HOLD) {
                row(out, Parts.would(actions[i]), count, "");
            }
        }
        long unreadable = scan.read().problemCount();
        row(out, "Not readable", unreadable, unreadable > 0 ? "named in the report" : "");
    }

    private static void campaigns(ScanSummary scan, TextLayout out) {
        Suspects suspects = new Suspects(scan.organisation());
        List<Campaign> harmful = suspects.harmful(scan.campaigns());
        for (Campaign campaign : harmful.subList(0, Math.min(CAMPAIGNS_MAX, harmful.size()))) {
            out.gap()
                    .paragraph(
                            0,
                            TextLayout.Look.BOLD,
                            "Campaign " + Shown.line(campaign.id(), 40) + ": "
                                    + Figures.count(campaign.size(), "mail", "mails") + " \u201C"
                                    + Parts.subject(campaign.subject()) + "\u201D");
            List<Campaign.Sender> senders = suspects.telling(campaign);
            for (Campaign.Sender sender : senders.subList(0, Math.min(MAILS_MAX, senders.size()))) {
                out.row(
                        2,
                        SENDERS,
                        Figures.count(sender.mails(), "mail", "mails"),
                        Shown.line(sender.address(), 120),
                        words(suspects.standing(campaign, sender)));
            }
            more(
                    out,
                    campaign.senders().size() - Math.min(MAILS_MAX, senders.size()),
                    "other sender of copies",
                    "other senders of copies");
        }
        more(out, harmful.size() - CAMPAIGNS_MAX, "more campaign", "more campaigns");
    }

    private static String words(Suspects.Standing standing) {
        return switch (standing) {
            case PARTNER -> "known, probably hijacked: warn them";
            case OURS -> "ours, probably hijacked";
            case KNOWN -> "known; what it sent would not be held";
            case STRANGER -> "not known here before";
        };
    }

    private static void held(ScanSummary scan, TextLayout out) {
        if (scan.held().isEmpty()) {
            return;
        }
        out.gap().paragraph(0, TextLayout.Look.BOLD, "Would hold");
        List<MailJudgement> shown = shown(scan.held());
        for (MailJudgement judgement : shown) {
            out.row(
                    2,
                    new int[] {6, -scan.moments().width(), 34},
                    Figures.score(judgement.score()),
                    scan.moments().of(judgement.mail()),
                    Shown.line(judgement.mail().from().address().toString(), 120),
                    Parts.subject(judgement.mail().subject()));
        }
        more(out, scan.count(MailAction.HOLD) - shown.size(), "more", "more");
    }

    /** The weightiest, but no more than three of one sender. */
    private static List<MailJudgement> shown(List<MailJudgement> held) {
        Map<MailAddress, Integer> bySender = new HashMap<>();
        return held.stream()
                .filter(judgement -> bySender.merge(judgement.mail().from().address(), 1, Integer::sum) <= SENDER_MAX)
                .limit(MAILS_MAX)
                .toList();
    }

    private static void more(TextLayout out, long count, String one, String many) {
        if (count > 0) {
            out.paragraph(2, TextLayout.Look.DIM, "and " + Figures.count(count, one, many));
        }
    }

    private static void row(TextLayout out, String label, long count, String note) {
        out.row(0, FIGURES, label, Figures.count(count), note);
    }
}
