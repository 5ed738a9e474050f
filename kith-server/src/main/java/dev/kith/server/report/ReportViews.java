package dev.kith.server.report;

import dev.kith.detect.Campaign;
import dev.kith.detect.MailAction;
import dev.kith.detect.Tag;
import dev.kith.event.Direction;
import dev.kith.investigate.Incident;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** From a scan's summary to what the templates show. */
final class ReportViews {
    private ReportViews() {}

    static ReportView of(ScanSummary scan) {
        HeldViews held = new HeldViews(scan);
        Suspects suspects = new Suspects(scan.organisation());
        List<Campaign> harmful = suspects.harmful(scan.campaigns());
        CampaignViews campaignViews = new CampaignViews(suspects, scan.moments());
        List<ReportView.CampaignView> campaigns = new ArrayList<>();
        for (Campaign campaign : harmful) {
            if (campaigns.size() < ScanSummary.CAMPAIGNS_MAX) {
                campaigns.add(campaignViews.of(campaign, "c" + (campaigns.size() + 1), held.anchors()));
            }
        }
        int partners = suspects.all(scan.campaigns(), Suspects.Standing.PARTNER).size();
        int ours = suspects.all(scan.campaigns(), Suspects.Standing.OURS).size();
        return new ReportView(
                title(scan),
                subtitles(scan),
                scan.judged() > 0,
                scan.moments().withYear(),
                notice(scan, partners, ours),
                strip(scan, partners, ours, harmful.size()),
                contents(scan, harmful.size()),
                IncidentViews.raised(scan),
                IncidentViews.undecided(scan),
                IncidentViews.belowBudget(scan),
                IncidentViews.budget(scan),
                IncidentViews.closed(scan),
                IncidentViews.more(scan),
                AlertViews.strip(scan),
                AlertViews.products(scan),
                AccountViews.of(scan),
                campaigns,
                otherCampaigns(
                        harmful.size() - campaigns.size(), scan.campaigns().size() - harmful.size()),
                hijacked(scan, suspects),
                held.groups(),
                held.details(),
                held.more(scan),
                List.of(new ReportView.RowGroup(
                        scan.below().stream()
                                .map(judgement -> Parts.row(judgement, "", scan.moments()))
                                .toList(),
                        "")),
                actions(scan),
                tags(scan),
                DayCharts.of(scan.days()),
                ReadViews.of(scan.read()),
                method(scan));
    }

    /** Partners first, then our own accounts; where all stand in one campaign, its panel says it already. */
    private static List<ReportView.Fact> hijacked(ScanSummary scan, Suspects suspects) {
        List<ReportView.Fact> facts = new ArrayList<>();
        for (Suspects.Standing standing : List.of(Suspects.Standing.PARTNER, Suspects.Standing.OURS)) {
            for (Suspects.Suspect suspect : suspects.all(scan.campaigns(), standing)) {
                facts.add(new ReportView.Fact(
                        Shown.line(suspect.address(), 120),
                        Figures.count(suspect.mails(), "mail", "mails"),
                        (standing == Suspects.Standing.OURS ? "one of our accounts, sent " : "sent ") + "\u201C"
                                + Parts.subject(suspect.subject()) + "\u201D"));
            }
        }
        return facts;
    }

    /** {@code hidden} campaigns did harm and are not shown; {@code harmless} ones did none. */
    private static String otherCampaigns(int hidden, int harmless) {
        List<String> others = new ArrayList<>();
        if (hidden > 0) {
            others.add(Figures.count(hidden, "more campaign", "more campaigns")
                    + " with mails that would be held " + (hidden == 1 ? "is" : "are")
                    + " not shown; their mails are in messages.jsonl.");
        }
        if (harmless > 0) {
            others.add(Figures.count(harmless, "other group", "other groups")
                    + " of alike mail went round, at most one mail of each to be held: minutes, invitations and"
                    + " reports are copied too.");
        }
        return String.join(" ", others);
    }

    private static String title(ScanSummary scan) {
        TreeSet<String> ours = new TreeSet<>(scan.organisation().domains());
        scan.organisation().mailboxes().forEach(mailbox -> ours.add(mailbox.toString()));
        String name = ours.isEmpty() ? "An organisation not named" : Shown.line(ours.first(), 80);
        if (ours.size() > 1) {
            name += " and " + (ours.size() - 1) + " more";
        }
        return scan.first().isEmpty() || scan.last().isEmpty()
                ? name
                : name + ", "
                        + Figures.period(
                                Figures.dateOf(scan.first().get()),
                                Figures.dateOf(scan.last().get()));
    }

    private static List<String> subtitles(ScanSummary scan) {
        List<String> subtitles = new ArrayList<>();
        subtitles.add(Figures.count(scan.read().eventCount(), "event", "events") + " read from "
                + Figures.count(scan.read().pieceCount(), "file", "files"));
        scan.learnedUntil().ifPresent(until -> subtitles.add("learned until " + Figures.momentOfYear(until)));
        if (scan.organisation().inferred()) {
            subtitles.add("whose mail this is was inferred from it");
        }
        subtitles.add("times are UTC");
        return subtitles;
    }

    private static ReportView.Notice notice(ScanSummary scan, int partners, int ours) {
        if (!scan.raised().isEmpty()) {
            return raised(scan);
        }
        if (scan.judged() == 0) {
            return notJudged(scan);
        }
        long held = scan.count(MailAction.HOLD);
        String acts = acts(scan);
        String judged = Figures.count(scan.judged(), "mail", "mails")
                + " judged; part 3 of the report lists what came nearest.";
        if (acts.isEmpty()) {
            return new ReportView.Notice("", "i-check", "ok", "Nothing would be held.", judged);
        }
        if (held == 0) {
            return new ReportView.Notice("", "i-flag", "warn", "Nothing would be held, but " + acts + ".", judged);
        }
        String mails = Wording.capital(acts) + ".";
        String rest = "Nothing was touched: these are the marks that active mode would have set.";
        String hijacked = hijacked(partners, ours);
        return hijacked.isEmpty()
                ? new ReportView.Notice("is-crit", "i-incident", "crit", mails, rest)
                : new ReportView.Notice("is-crit", "i-incident", "crit", hijacked, mails + " " + rest);
    }

    private static ReportView.Notice raised(ScanSummary scan) {
        List<Incident> raised = scan.raised();
        String others = raised.size() == 1
                ? ""
                : Figures.count(raised.size() - 1, "more incident was", "more incidents were") + " raised. ";
        String acts = acts(scan);
        long below = scan.belowBudget().stream().filter(Incident::raised).count();
        others += below == 0
                ? ""
                : Figures.count(below, "more was", "more were") + " raised below your budget of "
                        + IncidentViews.budget(scan) + ". ";
        return new ReportView.Notice(
                "is-crit",
                "i-incident",
                "crit",
                new StatementWords(scan.moments()).sentence(raised.get(0).title()) + ".",
                others + (acts.isEmpty() ? "" : Wording.capital(acts) + ". ")
                        + "Nothing was touched: this is what active mode would have acted on.");
    }

    private static ReportView.Notice notJudged(ScanSummary scan) {
        long mails = scan.read().mails();
        return mails == 0
                ? new ReportView.Notice(
                        "",
                        "i-none",
                        "",
                        "There was no mail in the input.",
                        Figures.count(scan.read().eventCount(), "record of logs was", "records of logs were")
                                + " read; no case was raised.")
                : new ReportView.Notice(
                        "",
                        "i-none",
                        "",
                        "No mail was judged.",
                        Figures.count(mails, "mail is", "mails are") + " from before the moment of --learn-until and"
                                + " only taught.");
    }

    /** {@code 535 mails would be held, 4 sent to junk and 1 delivered with locked links}. Empty where all is quiet. */
    private static String acts(ScanSummary scan) {
        List<String> acts = new ArrayList<>();
        for (MailAction action :
                List.of(MailAction.HOLD, MailAction.JUNK, MailAction.STRIP_ATTACHMENT, MailAction.LOCK_LINKS)) {
            long count = scan.count(action);
            if (count > 0) {
                acts.add((acts.isEmpty()
                                ? Figures.count(count, "mail", "mails") + " would be "
                                : Figures.count(count) + " ")
                        + done(action));
            }
        }
        return Wording.all(acts);
    }

    private static String done(MailAction action) {
        return switch (action) {
            case HOLD -> "held";
            case JUNK -> "sent to junk";
            case STRIP_ATTACHMENT -> "delivered without an attachment";
            case LOCK_LINKS -> "delivered with locked links";
            case TAG -> "tagged";
            case NONE -> "delivered";
        };
    }

    /** {@code 4 known correspondents and 1 account of ours are probably hijacked.} Empty where nobody is. */
    private static String hijacked(int partners, int ours) {
        List<String> who = new ArrayList<>();
        if (partners > 0) {
            who.add(Figures.count(partners, "known correspondent", "known correspondents"));
        }
        if (ours > 0) {
            who.add(Figures.count(ours, "account of ours", "accounts of ours"));
        }
        if (who.isEmpty()) {
            return "";
        }
        return Wording.all(who) + (partners + ours == 1 ? " is" : " are") + " probably hijacked.";
    }

    private static List<ReportView.Fact> strip(ScanSummary scan, int partners, int ours, int campaigns) {
        long unreadable = scan.read().problemCount();
        long inboundHeld = scan.count(Direction.INBOUND, MailAction.HOLD);
        long held = scan.count(MailAction.HOLD);
        long junk = scan.count(MailAction.JUNK);
        return List.of(
                new ReportView.Fact(
                        "Mails judged",
                        Figures.count(scan.judged()),
                        Figures.count(scan.judged(Direction.INBOUND)) + " inbound"),
                new ReportView.Fact(
                        "Would hold",
                        Figures.count(held),
                        held == 0 ? "" : held == inboundHeld ? "all inbound" : Figures.count(inboundHeld) + " inbound"),
                new ReportView.Fact("Would junk", Figures.count(junk), ""),
                new ReportView.Fact(
                        "Partners to warn",
                        Figures.count(partners),
                        ours > 0
                                ? "and " + Figures.count(ours, "account of ours", "accounts of ours")
                                : Figures.count(campaigns, "campaign", "campaigns")),
                new ReportView.Fact("Not readable", Figures.count(unreadable), unreadable == 0 ? "" : "named below"));
    }

    private static List<ReportView.Entry> contents(ScanSummary scan, int campaigns) {
        List<ReportView.Entry> entries = new ArrayList<>();
        if (!scan.incidents().isEmpty()) {
            entries.add(new ReportView.Entry(
                    "#incidents",
                    "Incidents of accounts and devices",
                    Figures.count(scan.raised().size())));
        }
        if (!scan.habits().isEmpty()) {
            entries.add(new ReportView.Entry(
                    "#accounts",
                    "Accounts concerned",
                    Figures.count(scan.habits().size())));
        }
        if (!scan.undecided().isEmpty()) {
            entries.add(new ReportView.Entry(
                    "#undecided",
                    "Cases not decided: look at them",
                    Figures.count(scan.undecided().size())));
        }
        if (!scan.belowBudget().isEmpty()) {
            entries.add(new ReportView.Entry(
                    "#below-budget",
                    "Below the budget of " + IncidentViews.budget(scan),
                    Figures.count(scan.belowBudget().size())));
        }
        if (!scan.closed().isEmpty()) {
            entries.add(new ReportView.Entry(
                    "#closed",
                    "Cases closed as benign",
                    Figures.count(scan.closed().size())));
        }
        if (!scan.alerts().isEmpty()) {
            entries.add(new ReportView.Entry(
                    "#alerts",
                    "Other products' alerts",
                    Figures.count(scan.alerts().size())));
        }
        entries.add(new ReportView.Entry("#campaigns", "Campaigns", Figures.count(campaigns)));
        entries.add(
                new ReportView.Entry("#held", "Mails that would be held", Figures.count(scan.count(MailAction.HOLD))));
        entries.add(new ReportView.Entry(
                "#below", "What came nearest", Figures.count(scan.below().size())));
        entries.add(new ReportView.Entry("#all", "All mail", Figures.count(scan.judged())));
        entries.add(new ReportView.Entry("#read", "What was read, and what was not", ""));
        entries.add(new ReportView.Entry("#method", "How it was worked out", ""));
        return entries;
    }

    private static List<ReportView.ActionRow> actions(ScanSummary scan) {
        List<ReportView.ActionRow> rows = new ArrayList<>();
        MailAction[] all = MailAction.values();
        for (int i = all.length - 1; i >= 0; i--) {
            MailAction action = all[i];
            rows.add(new ReportView.ActionRow(
                    Parts.mark(action),
                    Parts.would(action),
                    Figures.count(scan.count(Direction.INBOUND, action)),
                    Figures.count(scan.count(Direction.INTERNAL, action)),
                    Figures.count(scan.count(Direction.OUTBOUND, action))));
        }
        return rows;
    }

    private static List<ReportView.Bar> tags(ScanSummary scan) {
        Map<String, Long> named = new TreeMap<>();
        scan.tags().forEach((Tag tag, Long count) -> named.put(tag.title(), count));
        return ReadViews.bars(named, UnaryOperator.identity());
    }

    private static List<ReportView.Fact> method(ScanSummary scan) {
        List<ReportView.Fact> facts = new ArrayList<>();
        String ours = String.join(", ", new TreeSet<>(scan.organisation().domains()));
        facts.add(new ReportView.Fact(
                "Ours",
                Shown.line(ours.isEmpty() ? "only the mailboxes named" : ours),
                scan.organisation().inferred() ? "inferred from the input; name it with --org to be sure" : ""));
        String hosts = String.join(", ", new TreeSet<>(scan.organisation().authservIds()));
        facts.add(new ReportView.Fact(
                "Checks believed from",
                Shown.line(hosts.isEmpty() ? "no host by name" : hosts),
                "and the topmost result that names no host, as Outlook writes it"));
        facts.add(new ReportView.Fact(
                "Before each mail",
                "Judged by what was known before it",
                "then it teaches, the less the odder it was; what would be held teaches nothing"));
        facts.add(new ReportView.Fact(
                "Score",
                "How sure kith is that a mail must not be delivered untouched",
                "strange here and dangerous both; the weights of its reasons add up to it"));
        facts.add(new ReportView.Fact(
                "Not done",
                "No link was fetched, no host resolved, no file run, nothing sent out",
                "so what stands behind an opaque layer or a sign-in page is not known"));
        facts.add(new ReportView.Fact(
                "Not seen",
                "Whether anybody opened, answered or clicked",
                "and mail that is missing from the input, before or within the period"));
        facts.add(new ReportView.Fact(
                "Networks",
                "IP Geolocation by DB-IP (https://db-ip.com), RouteViews, NRO",
                "which network an address belongs to, and in which country"));
        facts.add(new ReportView.Fact(
                "Complete", "messages.jsonl beside this file holds every mail judged, a line each", ""));
        return facts;
    }
}
