package dev.kith.server.report;

import dev.kith.detect.Campaign;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Campaigns and their senders. */
final class CampaignViews {
    /** Chosen by hand: mails of one campaign listed in the page; all are in messages.jsonl. */
    private static final int MAILS_MAX = 20;

    /** Chosen by hand: a burst says the same again and again. */
    private static final int MAILS_OF_SENDER_MAX = 3;

    /** Chosen by hand, as above. */
    private static final int SENDERS_MAX = 20;

    /** The worst first. */
    private static final Comparator<Campaign.Member> WORST = Comparator.comparingDouble(Campaign.Member::score)
            .reversed()
            .thenComparing(Campaign.Member::time)
            .thenComparing(Campaign.Member::source);

    private final Suspects suspects;
    private final Moments moments;

    CampaignViews(Suspects suspects, Moments moments) {
        this.suspects = suspects;
        this.moments = moments;
    }

    /** {@code details} holds the anchor of each mail that has a detail block, by source and Message-ID. */
    ReportView.CampaignView of(Campaign campaign, String anchor, Map<String, String> details) {
        List<Campaign.Member> members = new ArrayList<>(campaign.mails());
        members.sort(WORST);
        Map<String, Integer> ofSender = new HashMap<>();
        List<ReportView.MemberRow> mails = members.stream()
                .filter(member -> ofSender.merge(member.from(), 1, Integer::sum) <= MAILS_OF_SENDER_MAX)
                .limit(MAILS_MAX)
                .map(member -> new ReportView.MemberRow(
                        details.getOrDefault(key(member.source(), member.messageId()), ""),
                        Parts.mark(member.action()),
                        moments.of(member.time()),
                        Shown.line(member.from(), 120),
                        Parts.would(member.action()),
                        Parts.meter(member.score(), member.action())))
                .toList();
        List<ReportView.SenderRow> senders = new ArrayList<>();
        for (Campaign.Sender sender : suspects.telling(campaign)) {
            Suspects.Standing standing = suspects.standing(campaign, sender);
            senders.add(new ReportView.SenderRow(
                    Shown.line(sender.address(), 120),
                    standing == Suspects.Standing.PARTNER || standing == Suspects.Standing.OURS,
                    words(standing),
                    Figures.count(sender.mails(), "mail", "mails")));
        }
        return new ReportView.CampaignView(
                anchor,
                Shown.line(campaign.id(), 40),
                Parts.subject(campaign.subject()),
                say(campaign),
                Shown.line(campaign.shared(), 200),
                harm(campaign),
                senders.subList(0, Math.min(SENDERS_MAX, senders.size())),
                mails,
                more(campaign, Math.min(SENDERS_MAX, senders.size()), mails.size()));
    }

    static String key(String source, String messageId) {
        return source + "\n" + messageId;
    }

    static String words(Suspects.Standing standing) {
        return switch (standing) {
            case PARTNER -> "known correspondent, probably hijacked: warn by telephone or in person";
            case OURS -> "one of our accounts, probably hijacked";
            case KNOWN -> "known here; what it sent would not be held";
            case STRANGER -> "not known here before";
        };
    }

    private static String more(Campaign campaign, int senders, int mails) {
        StringBuilder more = new StringBuilder();
        int others = campaign.senders().size() - senders;
        if (others > 0) {
            more.append(Figures.count(others, "other sender", "other senders")).append(" of copies; ");
        }
        if (campaign.size() > mails) {
            more.append(Figures.count(campaign.size() - mails, "more mail", "more mails"))
                    .append("; ");
        }
        return more.isEmpty() ? "" : more + "all are in messages.jsonl";
    }

    private static String say(Campaign campaign) {
        return Figures.count(campaign.size(), "mail", "mails") + " from "
                + Figures.count(campaign.senders().size(), "sender", "senders") + " within "
                + Figures.span(campaign.first(), campaign.last()) + " belong together";
    }

    private String harm(Campaign campaign) {
        long held = Suspects.held(campaign);
        List<String> sentences = new ArrayList<>();
        if (held > 0 && campaign.mails().size() == campaign.size()) {
            sentences.add((held == campaign.size() ? "All" : Figures.count(held)) + " would be held.");
        }
        long partners = count(campaign, Suspects.Standing.PARTNER);
        if (partners > 0) {
            sentences.add((partners == 1
                            ? "A known correspondent's account is"
                            : Figures.count(partners) + " known correspondents' accounts are")
                    + " probably in other hands.");
        }
        long ours = count(campaign, Suspects.Standing.OURS);
        if (ours > 0) {
            sentences.add((ours == 1 ? "One of our own accounts is" : Figures.count(ours) + " of our own accounts are")
                    + " probably in other hands.");
        }
        return String.join(" ", sentences);
    }

    private long count(Campaign campaign, Suspects.Standing standing) {
        return campaign.senders().stream()
                .filter(sender -> suspects.standing(campaign, sender) == standing)
                .count();
    }
}
