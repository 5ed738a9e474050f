package dev.kith.server.report;

import dev.kith.investigate.CaseSummary;
import dev.kith.investigate.Incident;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The timeline of an incident: what happened, and when it was raised. */
final class MomentViews {
    private MomentViews() {}

    private record Line(Instant time, String icon, String css, String what, String where, String records) {}

    /** At most {@code max} things that happened; a raised case is told where it was raised. */
    static List<CaseView.Moment> of(Incident incident, Moments moments, int max) {
        StatementWords words = new StatementWords(moments);
        List<Line> lines = new ArrayList<>();
        incident.timeline().stream().limit(max).forEach(m -> lines.add(line(m, words)));
        incident.dossier().cases().forEach(c -> c.raisedAt().ifPresent(at -> lines.add(raised(c, at))));
        lines.sort(Comparator.comparing(Line::time));
        List<CaseView.Moment> views = new ArrayList<>();
        LocalDate day = null;
        for (Line line : lines) {
            LocalDate date = Figures.dateOf(line.time());
            String moment = moments.of(line.time());
            int clock = moment.length() - 5;
            views.add(new CaseView.Moment(
                    date.equals(day) ? "" : moment.substring(0, clock - 1),
                    moment.substring(clock),
                    line.icon(),
                    line.css(),
                    line.what(),
                    line.where(),
                    line.records()));
            day = date;
        }
        return views;
    }

    private static Line line(Incident.Moment moment, StatementWords words) {
        return new Line(
                moment.time(),
                icon(moment.kind()),
                moment.kind().equals("detection") ? "warn" : "crit",
                words.sentence(moment.did()),
                line(
                        "",
                        whose(moment),
                        moment.where().map(StatementWords::place).orElse("")),
                records(moment.events()));
    }

    /** All of a moment in one line. */
    static String line(String did, String whose, String where) {
        String who = did + (did.isEmpty() || whose.isEmpty() ? "" : ", ") + whose;
        return who + (where.isEmpty() ? "" : (who.isEmpty() ? "from " : ", from ") + where);
    }

    /** Whose account it was; of many, how many. */
    static String whose(Incident.Moment moment) {
        return moment.accounts().size() > 1
                ? Figures.count(moment.accounts().size()) + " accounts"
                : moment.accounts().stream()
                        .findFirst()
                        .map(a -> Shown.line(a, 120))
                        .orElse("");
    }

    private static Line raised(CaseSummary c, Instant at) {
        return new Line(
                at,
                "i-flag",
                "warn",
                "Case raised: " + Wording.lower(c.leading().title()) + ", " + IncidentViews.percent(c.raisedWith())
                        + " malicious",
                Shown.line(c.account(), 120) + ", first noticed by \u201C" + Shown.line(c.trigger(), 120) + "\u201D",
                "");
    }

    private static String records(List<String> events) {
        if (events.isEmpty()) {
            return "";
        }
        int more = events.size() - 1;
        return Shown.line(events.get(0), 120) + (more == 0 ? "" : " and " + Figures.count(more) + " more");
    }

    private static String icon(String kind) {
        return switch (kind) {
            case "mail" -> "i-mail";
            case "detection" -> "i-flag";
            case "sign-in", "sign-in-failed", "sign-in-interrupted" -> "i-globe";
            case "mail-read" -> "i-eye";
            case "mail-send" -> "i-out";
            case "mail-delete", "file-delete" -> "i-junk";
            case "anonymous-link-created", "anonymous-link-used", "file-share" -> "i-link";
            case "consent", "mfa-change", "password-change", "password-reset", "application-credential" -> "i-key";
            case "inbox-rule", "forwarding", "transport-rule" -> "i-tag";
            default -> kind.startsWith("file") ? "i-file" : "i-none";
        };
    }
}
