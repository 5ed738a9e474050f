package dev.kith.pipeline;

import dev.kith.detect.Campaign;
import dev.kith.detect.Campaigns;
import dev.kith.detect.MailAction;
import dev.kith.detect.MailDecision;
import dev.kith.detect.MailJudgement;
import dev.kith.detect.Relationship;
import dev.kith.event.Direction;
import dev.kith.event.EmailActivity;
import dev.kith.event.Link;
import dev.kith.event.MailAddress;
import dev.kith.profile.Conformal;
import dev.kith.profile.LearningGate;
import dev.kith.profile.MailFacts;
import dev.kith.profile.MailProfiles;
import dev.kith.profile.Profile;
import dev.kith.profile.World;
import dev.kith.score.Evidence;
import dev.kith.score.Familiarity;
import dev.kith.score.LookAlikes;
import dev.kith.score.MailScorer;
import dev.kith.score.Score;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The way of a mail through the core: facts, score, decision; and only then it teaches. One instance per organisation, one
 * thread, mails in time order. Same mails in, same judgements out.
 */
public final class MailJudge {
    /** Mails (decayed) from which a sender counts as a known correspondent. Chosen by hand. */
    private static final double KNOWN_MAILS = 5;

    /** Half of what a mail is ranked against is younger than this. Chosen by hand. */
    private static final Duration RANKED = Duration.ofDays(60);

    /**
     * Full lessons up to the line where a mail is tagged, none from where it is held. Between the lines a lesson waits (see
     * {@link Probation}), so that a lawful service grows familiar in weeks, and a taken account not in minutes.
     */
    private static final LearningGate GATE = new LearningGate(0.08, 0.37, 40);

    /** Copies across senders count only where the copy could do harm: patches and announcements are copied too. */
    private static final double CAMPAIGN_DANGER_NATS = 1.5;

    /** Chosen by hand: the same lure, whatever it is wrapped in. */
    private static final double HELD_NATS = 2;

    private static final int PLACES_MAX = 20;

    private final Organisation organisation;
    private final World world;
    private final MailProfiles profiles;
    private final LookAlikes lookAlikes;
    private final MailScorer scorer;
    private final Campaigns campaigns = new Campaigns();
    private final Probation probation = new Probation();
    private final Conformal ranking = new Conformal(RANKED, Conformal.Prior.UNIT);

    public MailJudge(Organisation organisation, World world, MailProfiles profiles) {
        this.organisation = organisation;
        this.world = world;
        this.profiles = profiles;
        this.lookAlikes = LookAlikes.of(organisation.domains(), world);
        this.scorer = new MailScorer(profiles, lookAlikes, world, organisation::owns);
    }

    /** Judges a mail by what was known before it, then learns from it as far as it may teach. */
    public MailJudgement judge(EmailActivity mail) {
        MailFacts facts = MailFacts.of(mail, direction(mail), organisation::owns, organisation.authservIds(), world);
        Instant now = mail.occurredAt();
        probation.due(now).forEach(lesson -> teach(lesson.facts(), lesson.score(), now));
        boolean known = profiles.mailsFrom(facts.sender(), now) >= KNOWN_MAILS;
        List<Evidence> evidence = new ArrayList<>(scorer.weigh(facts));
        Set<String> places = strangePlaces(facts);
        campaign(facts, places, evidence);
        burst(facts, evidence);
        Score score = Score.of(evidence);
        MailAction action = MailDecision.action(facts, score, evidence);
        double rarity = 1 / ranking.pValue(score.value());
        Optional<String> campaign = campaigns.remember(facts, places, action, score.value(), known);
        MailJudgement judgement = new MailJudgement(
                mail,
                facts.direction(),
                score.value(),
                score.strangeness(),
                score.danger(),
                rarity,
                action,
                MailDecision.tags(facts, evidence, known),
                score.reasons(),
                relationship(facts),
                familiarity(mail, facts),
                campaign,
                MailDecision.counterfactual(facts, evidence, action));
        learn(facts, score, action);
        return judgement;
    }

    /** The campaigns found so far, largest first. */
    public List<Campaign> campaigns() {
        return campaigns.campaigns();
    }

    /** Corners of shared hosts that a mail leads to and nobody here has used; where a host shows no corner, the file itself. */
    private Set<String> strangePlaces(MailFacts facts) {
        Set<String> places = new TreeSet<>();
        for (Link link : facts.links()) {
            if (places.size() >= PLACES_MAX || !MailFacts.anybodysPlace(link)) {
                continue;
            }
            String place = MailFacts.place(link);
            if (link.tenant().isEmpty()) {
                places.add(link.target());
            } else if (!profiles.usedHere(place, facts)) {
                places.add(place);
            }
        }
        return places;
    }

    /** What copies by other senders mean: their number is strange, and worse where they were known until now. */
    private void campaign(MailFacts facts, Set<String> places, List<Evidence> evidence) {
        Campaigns.Likeness like = campaigns.likeness(facts, places);
        double danger = evidence.stream()
                .filter(e -> e.axis() == Evidence.Axis.DANGEROUS)
                .mapToDouble(Evidence::nats)
                .sum();
        if (like.held() > 0 && danger > 0) {
            String observed = number(like.held(), "mail that leads there was", "mails that lead there were")
                    + " held within a week";
            evidence.add(new Evidence(Evidence.Axis.STRANGE, "link-of-held-mail", observed, "", HELD_NATS));
            evidence.add(new Evidence(Evidence.Axis.DANGEROUS, "link-of-held-mail", observed, "", HELD_NATS));
        }
        if (like.senders() == 0 || facts.direction() == Direction.OUTBOUND || danger < CAMPAIGN_DANGER_NATS) {
            return;
        }
        String observed = number(like.copies(), "copy", "copies") + " from "
                + number(like.senders(), "other sender", "other senders") + " within a week";
        evidence.add(new Evidence(
                Evidence.Axis.STRANGE, "campaign", observed, "", Math.min(3, 1 + 0.5 * like.senders() + like.known())));
        evidence.add(new Evidence(
                Evidence.Axis.DANGEROUS,
                "campaign",
                observed,
                "",
                Math.min(2, 0.5 + 0.25 * like.senders() + 0.5 * like.known())));
    }

    /** More mail at once than this account has ever sent: strange by the rate, dangerous by what such bursts carry. */
    private void burst(MailFacts facts, List<Evidence> evidence) {
        if (facts.direction() == Direction.INBOUND) {
            return;
        }
        profiles.author(facts.sender())
                .flatMap(p -> p.rate(MailProfiles.RATE).assess(facts.mail().occurredAt()))
                .ifPresent(burst -> {
                    String observed = burst.count() + " mails within " + words(burst.window());
                    String expected = String.format(Locale.ROOT, "%.1f", burst.expected());
                    evidence.add(new Evidence(
                            Evidence.Axis.STRANGE,
                            "outbound-burst",
                            observed,
                            expected,
                            Math.min(5, burst.bits() / 8)));
                    evidence.add(new Evidence(
                            Evidence.Axis.DANGEROUS,
                            "outbound-burst",
                            observed,
                            expected,
                            facts.links().isEmpty() ? 1 : 2.5));
                });
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

    private void learn(MailFacts facts, Score score, MailAction action) {
        Instant now = facts.mail().occurredAt();
        ranking.observe(score.value(), now);
        double weight = action == MailAction.HOLD ? 0 : GATE.weight(score.value());
        profiles.count(facts, weight);
        if (action == MailAction.HOLD) {
            probation.held(facts.sender(), now);
        } else if (weight == 1) {
            teach(facts, score.value(), now);
        } else if (weight > 0) {
            probation.await(facts, score.value());
        }
    }

    private void teach(MailFacts facts, double score, Instant now) {
        double weight = profiles.admit(GATE, facts.sender(), score, now);
        profiles.learn(facts, weight);
        if (weight > 0 && !facts.freeMail() && profiles.mailsFromDomain(facts.senderDomain(), now) >= KNOWN_MAILS) {
            lookAlikes.add(facts.senderDomain());
        }
    }

    private Direction direction(EmailActivity mail) {
        boolean fromUs = organisation.owns(mail.from().address());
        if (!fromUs) {
            return Direction.INBOUND;
        }
        boolean toOthers = mail.to().stream().anyMatch(m -> !organisation.owns(m.address()))
                || mail.cc().stream().anyMatch(m -> !organisation.owns(m.address()));
        return toOthers ? Direction.OUTBOUND : Direction.INTERNAL;
    }

    private Relationship relationship(MailFacts facts) {
        Instant now = facts.mail().occurredAt();
        double received = 0;
        double answered = 0;
        for (MailAddress ours : facts.ours()) {
            received = Math.max(received, profiles.mails(facts.sender(), ours, now));
            answered = Math.max(answered, profiles.mails(ours, facts.sender(), now));
        }
        return new Relationship(
                received,
                answered,
                profiles.mailsFrom(facts.sender(), now),
                profiles.mailsFromDomain(facts.senderDomain(), now),
                profiles.since(facts.sender()));
    }

    private List<Familiarity> familiarity(EmailActivity mail, MailFacts facts) {
        Instant now = mail.occurredAt();
        List<Familiarity> out = new ArrayList<>();
        for (Link link : mail.links()) {
            String place = MailFacts.place(link);
            out.add(new Familiarity(
                    used(profiles.author(facts.sender()), place, now),
                    used(profiles.domain(facts.senderDomain()), place, now),
                    used(profiles.organisation(), place, now),
                    world.popularity(link.domain()) > 0
                            || !world.traits(link.host()).isEmpty()));
        }
        return out;
    }

    private static boolean used(Optional<Profile> profile, String place, Instant now) {
        return profile.map(p -> p.categorical(MailProfiles.PLACES).count(place, now) > 0)
                .orElse(false);
    }
}
