package dev.kith.score;

import com.amazon.randomcutforest.RandomCutForest;
import com.amazon.randomcutforest.returntypes.DiVector;
import dev.kith.profile.Conformal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How odd a session is as a whole, among all sessions here: a new network is common, a new device is common, both in one hour
 * with much reading are not.
 *
 * <p>A random cut forest [1] over the surprises of a session, ranked among the sessions before it, so that the answer is a
 * probability and not a score. It says which surprises it rests on. The forest is seeded with a constant: the same
 * sessions give the same answers. About 1 MB; not thread-safe.
 *
 * <p>[1] Guha, Mishra, Roy, Schrijvers: Robust Random Cut Forest Based Anomaly Detection On Streams. ICML 2016.
 */
public final class SessionForest {
    /** Of fewer sessions none is odd. Chosen by hand. */
    private static final int SESSIONS_MIN = 500;

    private static final int TREES = 30;

    /** Of so many sessions each teaches; later one in {@value #LATER_EVERY}, for a forest is a sample anyway. Chosen by hand. */
    private static final int ALL_TEACH = 2_000;

    private static final int LATER_EVERY = 8;

    /** Of less odd sessions nobody asks what makes them so. Chosen by hand. */
    private static final double TOLD_BITS = 5;

    private static final int SAMPLE = 256;
    private static final long SEED = 20_260_101;
    private static final Duration RANKED = Duration.ofDays(60);

    /** Shares of less are not told. */
    private static final double SHARE_MIN = 0.1;

    private final RandomCutForest forest = RandomCutForest.builder()
            .dimensions(SessionVector.NAMES.size())
            .shingleSize(1)
            .numberOfTrees(TREES)
            .sampleSize(SAMPLE)
            .randomSeed(SEED)
            .outputAfter(SAMPLE)
            .parallelExecutionEnabled(false)
            .build();
    private final Conformal ranking = new Conformal(RANKED, Conformal.Prior.UNIT);
    private long sessions;

    /**
     * How odd a session is.
     *
     * @param bits surprise of so odd a session or an odder one, at least 0
     * @param shares what makes it odd, the most first; shares add up to at most 1; none where it is not very odd
     */
    public record Oddity(double bits, List<Share> shares) {
        public Oddity {
            shares = List.copyOf(shares);
        }
    }

    /**
     * A part of what makes a session odd.
     *
     * @param name one of {@link SessionVector#NAMES}
     * @param share in (0, 1]
     * @param value what it is in this session, in bits or as a logarithm of a count
     */
    public record Share(String name, double share, double value) {}

    /** How odd a session is; empty while too few are known. */
    public Optional<Oddity> of(SessionVector session) {
        if (sessions < SESSIONS_MIN) {
            return Optional.empty();
        }
        float[] point = session.values();
        double p = ranking.pValue(unit(forest.getAnomalyScore(point)));
        double bits = -Math.log(p) / Math.log(2);
        if (bits < TOLD_BITS) {
            return Optional.of(new Oddity(bits, List.of()));
        }
        DiVector attribution = forest.getAnomalyAttribution(point);
        double sum = attribution.getHighLowSum();
        List<Share> shares = new ArrayList<>();
        for (int i = 0; i < point.length; i++) {
            // Only what is more than usual makes odd: an hour without surprises is one of many.
            double share = sum <= 0 ? 0 : attribution.high[i] / sum;
            if (share >= SHARE_MIN) {
                shares.add(new Share(SessionVector.NAMES.get(i), share, point[i]));
            }
        }
        shares.sort(Comparator.comparingDouble(Share::share).reversed().thenComparing(Share::name));
        return Optional.of(new Oddity(bits, shares));
    }

    /** Takes a session in that is over, as one of those that are usual here. */
    public void learn(SessionVector session, Instant at) {
        sessions++;
        if (sessions > ALL_TEACH && sessions % LATER_EVERY != 0) {
            return;
        }
        float[] point = session.values();
        if (sessions > SAMPLE) {
            ranking.observe(unit(forest.getAnomalyScore(point)), at);
        }
        forest.update(point);
    }

    /** Scores of a forest are positive, seldom above 3. */
    private static double unit(double score) {
        return score / (1 + score);
    }
}
