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

    /** Takes a record in: of each kind of surprise the largest counts. */
    public void take(Act act, AccountSurprise surprise) {
        records++;
        acts.add(act);
        reads += act == Act.MAIL_READ || act == Act.FILE_OPEN ? 1 : 0;
        grow(0, surprise.network());
        grow(1, surprise.device());
        grow(2, surprise.applicationAmongPeers());
        grow(3, surprise.actAmongPeers());
        grow(4, surprise.hour());
        grow(5, surprise.burst().map(Burst::bits).orElse(0.0));
    }

    private void grow(int i, double value) {
        bits[i] = Math.max(bits[i], (float) Math.max(0, Math.min(BITS_MAX, value)));
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
