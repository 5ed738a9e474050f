package dev.kith.score;

import dev.kith.profile.Act;
import dev.kith.profile.Burst;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The surprises of a session: the largest of each kind, and how much was done. Mutable; one writer. */
public final class SessionVector {
    /** What its numbers are, in their order. */
    public static final List<String> NAMES =
            List.of("network", "device", "application", "act", "hour", "burst", "kinds-of-acts", "records", "reading");

    /** Beyond, more is not odder. Chosen by hand. */
    private static final float BITS_MAX = 30;

    private final float[] bits = new float[6];
    private final Set<Act> acts = EnumSet.noneOf(Act.class);
    private int records;
    private int reads;

    /** Takes a record in and says whether it made a number of bits grow, so that the session is odder than before. */
    public boolean take(Act act, AccountSurprise surprise) {
        records++;
        acts.add(act);
        reads += act == Act.MAIL_READ || act == Act.FILE_OPEN ? 1 : 0;
        boolean grown = grow(0, surprise.network());
        grown |= grow(1, surprise.device());
        grown |= grow(2, surprise.applicationAmongPeers());
        grown |= grow(3, surprise.actAmongPeers());
        grown |= grow(4, surprise.hour());
        grown |= grow(5, surprise.burst().map(Burst::bits).orElse(0.0));
        return grown;
    }

    private boolean grow(int i, double value) {
        float capped = (float) Math.max(0, Math.min(BITS_MAX, value));
        if (capped <= bits[i]) {
            return false;
        }
        bits[i] = capped;
        return true;
    }

    /** All of it together, in bits, as if each were independent. */
    public double sum() {
        double sum = 0;
        for (float b : bits) {
            sum += b;
        }
        return sum;
    }

    float[] values() {
        float[] all = new float[NAMES.size()];
        System.arraycopy(bits, 0, all, 0, bits.length);
        all[6] = acts.size();
        all[7] = log(records);
        all[8] = log(reads);
        return all;
    }

    private static float log(int n) {
        return (float) (Math.log(1 + n) / Math.log(2));
    }
}
