package dev.kith.profile;

import java.time.Instant;

/**
 * How much an event may teach: less the higher it scores, nothing while it is undecided, and no entity more than so much a
 * day. Score first, then learn.
 *
 * @param fullBelow scores up to this teach at full weight
 * @param nothingFrom scores from this teach nothing; between, the weight falls evenly
 * @param perDay the mass one entity can teach in a day
 */
public record LearningGate(double fullBelow, double nothingFrom, double perDay) {
    /** Chosen by hand: a score of 0.2 is everyday, one of 0.6 is acted upon; 30 lessons are a busy day of a person. */
    public static final LearningGate DEFAULT = new LearningGate(0.2, 0.6, 30);

    private static final double DAY_SECONDS = 86_400;

    public LearningGate {
        if (!(fullBelow >= 0 && fullBelow < nothingFrom && nothingFrom <= 1 && perDay > 0)) {
            throw new IllegalArgumentException("no gate: " + fullBelow + ", " + nothingFrom + ", " + perDay);
        }
    }

    /** The weight of a lesson by score alone: 1 for an everyday event, 0 for one that is acted upon. */
    public double weight(double score) {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("score outside [0, 1]: " + score);
        }
        return Math.max(0, Math.min(1, (nothingFrom - score) / (nothingFrom - fullBelow)));
    }

    /**
     * The weight an event may teach an entity's familiarity with, which it uses up of the entity's allowance. (Rates are
     * taught by {@link #weight}: a {@link RateFacet} guards itself, and must know how much there is.)
     *
     * @param undecided held, or not yet judged: teaches nothing until it is released
     */
    public double admit(Profile profile, double score, boolean undecided, Instant at) {
        double wanted = undecided ? 0 : weight(score);
        if (wanted == 0) {
            return 0;
        }
        double left = allowance(profile, at);
        double granted = Math.min(wanted, left);
        profile.spend(left - granted, at);
        return granted;
    }

    /** What an entity may still teach: the allowance of a day at most, refilled evenly. */
    double allowance(Profile profile, Instant at) {
        return profile.allowanceAt()
                .map(since -> Math.min(
                        perDay,
                        profile.allowance()
                                + perDay * Math.max(0, at.getEpochSecond() - since.getEpochSecond()) / DAY_SECONDS))
                .orElse(perDay);
    }
}
