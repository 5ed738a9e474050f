package dev.kith.server.report;

import dev.kith.detect.Campaign;
import dev.kith.detect.MailAction;
import dev.kith.event.MailAddress;
import dev.kith.pipeline.Organisation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who is probably hijacked: a sender known until now, whose own copies of a campaign would be held. That alike mail goes
 * round is no crime; minutes, patches and reports are copied too.
 */
final class Suspects {
    /** A single copy that would be held among many that would not is an ordinary mail at its worst. Chosen by hand. */
    private static final long HELD_MIN = 2;

    private final Organisation organisation;

    Suspects(Organisation organisation) {
        this.organisation = organisation;
    }

    /** How a sender stands to a campaign. */
    enum Standing {
        /** A known correspondent of another organisation. */
        PARTNER,
        /** An account of ours. */
        OURS,
        /** Known, but what it sent would not be held. */
        KNOWN,
        STRANGER
    }

    Standing standing(Campaign campaign, Campaign.Sender sender) {
        boolean ours = organisation.owns(MailAddress.of(sender.address()));
        if (!ours && !sender.known()) {
            return Standing.STRANGER;
        }
        boolean held = campaign.mails().stream()
                .anyMatch(
                        mail -> mail.action() == MailAction.HOLD && mail.from().equals(sender.address()));
        if (!held || held(campaign) < HELD_MIN) {
            return Standing.KNOWN;
        }
        return ours ? Standing.OURS : Standing.PARTNER;
    }

    /** The campaigns with mails that would be held: those of hijacked accounts first, then the largest. */
    List<Campaign> harmful(List<Campaign> campaigns) {
        return campaigns.stream()
                .filter(campaign -> held(campaign) >= HELD_MIN)
                .sorted(Comparator.comparingLong(this::hijacked)
                        .thenComparingLong(Suspects::held)
                        .reversed())
                .toList();
    }

    private long hijacked(Campaign campaign) {
        return campaign.senders().stream()
                .map(sender -> standing(campaign, sender))
                .filter(standing -> standing == Standing.PARTNER || standing == Standing.OURS)
                .count();
    }

    /** How many of its mails would be held, of those named. */
    static long held(Campaign campaign) {
        return campaign.mails().stream()
                .filter(mail -> mail.action() == MailAction.HOLD)
                .count();
    }

    /** The senders in order of suspicion, without those whose copies are their ordinary mail. */
    List<Campaign.Sender> telling(Campaign campaign) {
        return campaign.senders().stream()
                .filter(sender -> standing(campaign, sender) != Standing.KNOWN)
                .sorted(Comparator.comparing(sender -> standing(campaign, sender)))
                .toList();
    }

    /** Everybody of a standing, once each in order of appearance, with the first campaign each sent into. */
    List<Suspect> all(List<Campaign> campaigns, Standing standing) {
        Map<String, Suspect> found = new LinkedHashMap<>();
        for (Campaign campaign : campaigns) {
            for (Campaign.Sender sender : campaign.senders()) {
                if (standing(campaign, sender) == standing) {
                    found.putIfAbsent(
                            sender.address(), new Suspect(sender.address(), sender.mails(), campaign.subject()));
                }
            }
        }
        return new ArrayList<>(found.values());
    }

    /** A sender, how many mails it sent into a campaign, and the campaign's subject. */
    record Suspect(String address, int mails, String subject) {}
}
