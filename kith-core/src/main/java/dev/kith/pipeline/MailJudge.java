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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

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
    private static final LearningGate GATE = new LearningGate(MailDecision.TAG_LINE, MailDecision.HOLD_LINE, 40);

    private final Organisation organisation;
    private final World world;
    private final MailProfiles profiles;
    private final LookAlikes lookAlikes;
    private final MailScorer scorer;
    private final Campaigns campaigns = new Campaigns();
    private final CrowdEvidence crowd;
    private final Probation probation = new Probation();
    private final Map<Direction, Conformal> rankings = new EnumMap<>(Direction.class);
    private final Predicate<String> filtered;

    /** A judge of mails of which no filter told what became of them. */
    public MailJudge(Organisation organisation, World world, MailProfiles profiles) {
        this(organisation, world, profiles, messageId -> false);
    }

    /** @param filtered tells the Message-IDs that the house's own filter put aside */
    public MailJudge(Organisation organisation, World world, MailProfiles profiles, Predicate<String> filtered) {
        this.filtered = filtered;
        this.organisation = organisation;
        this.world = world;
        this.profiles = profiles;
        this.lookAlikes = LookAlikes.of(organisation.domains(), world);
        this.crowd = new CrowdEvidence(profiles, campaigns);
        this.scorer = new MailScorer(profiles, lookAlikes, world, organisation::owns);
    }

    /**
     * Judges a mail by what was known before it, then learns from it as far as it may teach. A mail without a time teaches
     * nothing and joins no campaign: how much came at once, and what came before what, are questions of time.
     */
    public MailJudgement judge(EmailActivity mail) {
        MailFacts facts = MailFacts.of(mail, direction(mail), organisation::owns, organisation.authservIds(), world);
        Instant now = mail.occurredAt();
        probation.due(now).forEach(lesson -> teach(lesson.facts(), lesson.score(), now));
        boolean known = profiles.mailsFrom(facts.sender(), now) >= KNOWN_MAILS;
        List<Evidence> evidence = new ArrayList<>(scorer.weigh(facts));
        Set<String> places = crowd.strangePlaces(facts);
        if (mail.dated()) {
            evidence.addAll(crowd.weigh(facts, places, evidence));
        }
        Score score = Score.of(evidence);
        boolean aside = !known && filtered.test(mail.id().value());
        MailAction action = MailDecision.action(facts, score, evidence, aside);
        double rarity = 1 / ranking(facts).pValue(score.value());
        Optional<String> campaign =
                mail.dated() ? campaigns.remember(facts, places, action, score.value(), known) : Optional.empty();
        MailJudgement judgement = new MailJudgement(
                mail,
                facts.direction(),
                score.value(),
                score.strangeness(),
                score.danger(),
                rarity,
                action,
                MailDecision.tags(facts, evidence, known, aside),
                score.reasons(),
                relationship(facts),
                familiarity(mail, facts),
                campaign,
                MailDecision.counterfactual(facts, evidence, action));
        if (mail.dated()) {
            learn(facts, score);
        }
        return judgement;
    }

    /** The campaigns found so far, largest first. */
    public List<Campaign> campaigns() {
        return campaigns.campaigns();
    }

    /** Whether correspondents who became known late are not protected against imitation, for want of room. */
    public boolean imitationsUnseen() {
        return lookAlikes.isFull();
    }

    private void learn(MailFacts facts, Score score) {
        Instant now = facts.mail().occurredAt();
        ranking(facts).observe(score.value(), now);
        double weight = GATE.weight(score.value());
        profiles.count(facts, weight);
        if (score.value() >= MailDecision.HOLD_LINE) {
            probation.held(facts.sender(), now);
        } else if (weight == 1) {
            teach(facts, score.value(), now);
        } else if (weight > 0) {
            probation.await(facts, score.value());
        }
    }

    /** A mail is ranked against those of its own direction. */
    private Conformal ranking(MailFacts facts) {
        return rankings.computeIfAbsent(facts.direction(), d -> new Conformal(RANKED, Conformal.Prior.UNIT));
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
