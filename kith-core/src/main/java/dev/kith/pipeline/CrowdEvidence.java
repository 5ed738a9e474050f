package dev.kith.pipeline;

import com.google.common.collect.ImmutableSet;
import dev.kith.detect.Campaigns;
import dev.kith.event.Direction;
import dev.kith.event.Link;
import dev.kith.profile.Burst;
import dev.kith.profile.MailFacts;
import dev.kith.profile.MailProfiles;
import dev.kith.score.Evidence;
import dev.kith.score.Evidence.Axis;
import dev.kith.score.MailScorer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What no mail shows alone: copies by other senders, places that suspicious mail leads to, more mail at once than ever. */
final class CrowdEvidence {
    /** Copies across senders count only where the copy could do harm: patches and announcements are copied too. */
    private static final double CAMPAIGN_DANGER_NATS = 1.5;

    /** Chosen by hand: the same lure, whatever it is wrapped in. */
    private static final double HELD_PLACE_NATS = 2;

    /** Chosen by hand: mail that was only junk may have been misjudged. */
    private static final double JUNK_PLACE_NATS = 1;

    /**
     * Danger of its own from which a mail may be a lure: a foreign file behind words, and a bid to open it. Chosen by
     * hand. */
    private static final double LURE_NATS = 3.5;

    /** From this an account's mail comes from another place than its own. Chosen by hand. */
    private static final double ELSEWHERE_NATS = 1;

    private static final ImmutableSet<String> ORIGIN = ImmutableSet.of(
            "network-new-for-sender", "client-new-for-sender", "mail-built-differently", "time-zone-new-for-sender");

    private static final int PLACES_MAX = 100;

    private final MailProfiles profiles;
    private final Campaigns campaigns;

    CrowdEvidence(MailProfiles profiles, Campaigns campaigns) {
        this.profiles = profiles;
        this.campaigns = campaigns;
    }

    /**
     * The evidence beside that of the mail itself.
     *
     * @param places as {@link #strangePlaces} finds them
     * @param own evidence of the mail itself
     */
    List<Evidence> weigh(MailFacts facts, Set<String> places, List<Evidence> own) {
        List<Evidence> found = new ArrayList<>();
        double danger = own.stream()
                .filter(e -> e.axis() == Axis.DANGEROUS)
                .mapToDouble(Evidence::nats)
                .sum();
        Campaigns.Likeness like = campaigns.likeness(facts, places);
        // What our own accounts send out in numbers is judged as a burst.
        if (danger > 0 && facts.direction() != Direction.OUTBOUND) {
            suspectPlace(like, found);
        }
        // Who answers or forwards a mail copies it, too.
        if (!facts.mail().thread().claimsForward()
                && facts.direction() != Direction.OUTBOUND
                && danger >= CAMPAIGN_DANGER_NATS) {
            campaign(like, found);
        }
        if (facts.direction() != Direction.INBOUND) {
            burst(facts, own, danger, found);
        }
        return found;
    }

    /** Corners of shared hosts that a mail leads to, not the sender's own, that are new here; where a host shows no corner, the file itself. */
    Set<String> strangePlaces(MailFacts facts) {
        Set<String> places = new TreeSet<>();
        for (Link link : facts.links()) {
            if (places.size() >= PLACES_MAX
                    || !MailFacts.anybodysPlace(link)
                    || MailScorer.leadsToSender(link, facts)) {
                continue;
            }
            String place = MailFacts.place(link);
            if (link.tenant().isEmpty()) {
                places.add(link.target());
            } else if (!profiles.usedHere(place, facts)
                    && !profiles.usedForLong(place, facts.mail().occurredAt())) {
                places.add(place);
            }
        }
        return places;
    }

    private static void suspectPlace(Campaigns.Likeness like, List<Evidence> found) {
        if (like.held() + like.junked() > 0) {
            String observed = number(like.held() + like.junked(), "mail", "mails") + " lately, to be held or junked";
            double nats = like.held() > 0 ? HELD_PLACE_NATS : JUNK_PLACE_NATS;
            both("link-of-suspect-mail", observed, "", nats, nats, found);
        }
    }

    /** What copies by other senders mean: their number is strange, and worse where they were known until now. */
    private static void campaign(Campaigns.Likeness like, List<Evidence> found) {
        if (like.senders() > 0) {
            String observed = number(like.copies(), "copy", "copies") + " from "
                    + number(like.senders(), "other sender", "other senders") + " within a week";
            double strange = Math.min(3, 1 + 0.5 * like.senders() + like.known());
            double dangerous = Math.min(2, 0.5 + 0.25 * like.senders() + 0.5 * like.known());
            both("campaign", observed, "", strange, dangerous, found);
        }
    }

    /** More mail at once than this account has ever sent: strange by the rate, dangerous by what it carries and where it comes from: people send
     * circulars, too, from their own desks. */
    private void burst(MailFacts facts, List<Evidence> own, double danger, List<Evidence> found) {
        Optional<Burst> burst = profiles.author(facts.sender())
                .flatMap(p -> p.rate(MailProfiles.RATE).assess(facts.mail().occurredAt()));
        if (burst.isPresent()) {
            String observed =
                    burst.get().count() + " mails within " + words(burst.get().window());
            String expected = String.format(Locale.ROOT, "%.1f", burst.get().expected());
            double elsewhere = own.stream()
                    .filter(e -> ORIGIN.contains(e.code()))
                    .mapToDouble(Evidence::nats)
                    .sum();
            boolean fromItsPlace = elsewhere < ELSEWHERE_NATS;
            double strange = Math.min(fromItsPlace ? 2 : 3.5, burst.get().bits() / 8);
            double dangerous = danger >= LURE_NATS ? 2.5 : fromItsPlace ? 0.3 : 1.2;
            both("outbound-burst", observed, expected, strange, dangerous, found);
        }
    }

    private static void both(
            String code, String observed, String expected, double strange, double dangerous, List<Evidence> found) {
        found.add(new Evidence(Axis.STRANGE, code, observed, expected, strange));
        found.add(new Evidence(Axis.DANGEROUS, code, observed, expected, dangerous));
    }

    private static String number(int count, String one, String several) {
        return count + " " + (count == 1 ? one : several);
    }

    private static String words(Duration window) {
        if (window.compareTo(Duration.ofDays(1)) >= 0) {
            return "a day";
        }
        return window.compareTo(Duration.ofHours(1)) >= 0 ? "an hour" : window.toMinutes() + " minutes";
    }
}
