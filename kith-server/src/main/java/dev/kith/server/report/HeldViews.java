package dev.kith.server.report;

import dev.kith.detect.Campaign;
import dev.kith.detect.MailAction;
import dev.kith.detect.MailJudgement;
import dev.kith.event.MailAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The mails that would be held: rows side by side with their like, and the first few of each sender in full. */
final class HeldViews {
    /** Chosen by hand: a sender's later mails of a burst say nothing new. */
    private static final int DETAILS_OF_SENDER_MAX = 3;

    /** Chosen by hand: a book of two hundred pages on paper. */
    private static final int DETAILS_MAX = 150;

    private final List<ReportView.RowGroup> groups = new ArrayList<>();
    private final List<ReportView.MailView> details = new ArrayList<>();
    private final Map<String, String> anchors = new HashMap<>();
    private final Map<MailAddress, Integer> detailed = new HashMap<>();

    HeldViews(ScanSummary scan) {
        for (List<MailJudgement> group : grouped(scan)) {
            List<ReportView.MailRow> rows = new ArrayList<>();
            for (MailJudgement judgement : group) {
                rows.add(Parts.row(judgement, detail(judgement, scan), scan.moments()));
            }
            MailAddress sender = group.get(0).mail().from().address();
            long more = scan.heldFrom().getOrDefault(sender, 0L) - rows.size();
            groups.add(new ReportView.RowGroup(
                    rows,
                    more > 0
                            ? Figures.count(more) + " more from " + Shown.line(sender.toString(), 120)
                                    + " would be held"
                            : ""));
        }
    }

    List<ReportView.RowGroup> groups() {
        return groups;
    }

    List<ReportView.MailView> details() {
        return details;
    }

    /** The anchors of the mails told in full, by {@link CampaignViews#key}. */
    Map<String, String> anchors() {
        return anchors;
    }

    /** Where a mail is told in full; empty where it is not. */
    private String detail(MailJudgement judgement, ScanSummary scan) {
        int before = detailed.merge(judgement.mail().from().address(), 1, Integer::sum) - 1;
        if (before >= DETAILS_OF_SENDER_MAX || details.size() >= DETAILS_MAX) {
            return "";
        }
        String anchor = "m" + (details.size() + 1);
        details.add(MailViews.of(judgement, scan, anchor));
        anchors.putIfAbsent(
                CampaignViews.key(
                        judgement.mail().source().toString(),
                        judgement.mail().id().value()),
                "#" + anchor);
        return "#" + anchor;
    }

    /** Each sender's mails together, senders of one campaign side by side, the weightiest first. */
    private static List<List<MailJudgement>> grouped(ScanSummary scan) {
        Map<String, String> campaigns = new HashMap<>();
        for (Campaign campaign : scan.campaigns()) {
            campaigns.put(campaign.id(), campaign.id());
            campaign.takenIn().forEach(id -> campaigns.put(id, campaign.id()));
        }
        Map<String, Map<MailAddress, List<MailJudgement>>> groups = new LinkedHashMap<>();
        Map<MailAddress, String> groupOf = new HashMap<>();
        for (MailJudgement judgement : scan.held()) {
            MailAddress sender = judgement.mail().from().address();
            String group = groupOf.computeIfAbsent(
                    sender, s -> judgement.campaign().map(campaigns::get).orElse("of " + sender + " alone"));
            groups.computeIfAbsent(group, g -> new LinkedHashMap<>())
                    .computeIfAbsent(sender, s -> new ArrayList<>())
                    .add(judgement);
        }
        List<List<MailJudgement>> all = new ArrayList<>();
        groups.values().forEach(senders -> all.addAll(senders.values()));
        return all;
    }

    /** What the page does not list, or not in full; empty where it tells all. */
    String more(ScanSummary scan) {
        List<String> more = new ArrayList<>();
        long known =
                scan.heldFrom().values().stream().mapToLong(Long::longValue).sum();
        long others = scan.count(MailAction.HOLD) - known;
        if (others > 0) {
            more.add(Figures.count(others) + " more from others would be held; all are in messages.jsonl.");
        }
        int brief = scan.held().size() - details.size();
        if (brief > 0) {
            more.add(Figures.count(brief) + " of the mails listed " + (brief == 1 ? "is" : "are")
                    + " not told in full here; kith explain --message ID tells each.");
        }
        return String.join(" ", more);
    }
}
