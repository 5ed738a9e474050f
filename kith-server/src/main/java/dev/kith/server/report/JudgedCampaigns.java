package dev.kith.server.report;

import dev.kith.detect.Campaign;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Campaigns without what only taught: mails before the moment of judging are not reported. */
final class JudgedCampaigns {
    private JudgedCampaigns() {}

    static List<Campaign> since(Instant until, List<Campaign> campaigns) {
        return campaigns.stream()
                .filter(campaign -> !campaign.last().isBefore(until))
                .map(campaign -> campaign.first().isBefore(until) ? cut(until, campaign) : campaign)
                .filter(campaign -> campaign.size() > 1)
                .toList();
    }

    private static Campaign cut(Instant until, Campaign campaign) {
        List<Campaign.Member> mails = campaign.mails().stream()
                .filter(mail -> !mail.time().isBefore(until))
                .toList();
        Set<String> from = mails.stream().map(Campaign.Member::from).collect(Collectors.toSet());
        List<Campaign.Sender> senders = campaign.senders().stream()
                .filter(sender -> from.contains(sender.address()))
                .map(sender -> new Campaign.Sender(
                        sender.address(),
                        sender.known(),
                        Math.toIntExact(mails.stream()
                                .filter(mail -> mail.from().equals(sender.address()))
                                .count())))
                .toList();
        return new Campaign(
                campaign.id(),
                campaign.takenIn(),
                campaign.subject(),
                campaign.shared(),
                senders,
                mails,
                campaign.size() - (campaign.mails().size() - mails.size()),
                Math.toIntExact(senders.stream().filter(Campaign.Sender::known).count()),
                mails.isEmpty() ? until : mails.get(0).time(),
                campaign.last());
    }
}
