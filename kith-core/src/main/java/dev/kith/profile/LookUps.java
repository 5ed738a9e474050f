package dev.kith.profile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The names under one registrable domain that a device asked for. What is carried in names needs ever new ones, long and without
 * pattern. At most about 5 KB. Mutable; one writer.
 */
public final class LookUps {
    private static final int IDS_MAX = 1_000;

    /** Marks of names seen; Chosen by hand: more than any domain's hosts here. */
    private static final int DISTINCT_MAX = 512;

    private static final long FIRST_DUE = 50;

    private final Instant first;
    private Instant last;
    private final Set<Integer> distinct = new HashSet<>();
    private final List<String> ids = new ArrayList<>(2);
    private long count;
    private long fresh;
    private long carriers;
    private double lengths;
    private double entropies;
    private long due = FIRST_DUE;

    LookUps(Instant at) {
        this.first = at;
        this.last = at;
    }

    /**
     * @param below what stands left of the registrable domain
     * @param type of the record asked for, such as {@code TXT}
     */
    void take(Instant at, String below, String type, String id) {
        last = at;
        count++;
        carriers += CARRIERS.contains(type) ? 1 : 0;
        boolean isNew =
                distinct.size() < DISTINCT_MAX ? distinct.add(below.hashCode()) : !distinct.contains(below.hashCode());
        if (isNew) {
            fresh++;
            lengths += below.length();
            entropies += entropy(below);
        }
        if (ids.size() < IDS_MAX) {
            ids.add(id);
        }
    }

    /** Types that carry texts of any kind. */
    private static final Set<String> CARRIERS = Set.of("TXT", "NULL", "CNAME", "MX", "KEY", "PRIVATE");

    /** Entropy of the characters of a text, in bits for each; 0 for an empty one. */
    static double entropy(String text) {
        int[] counts = new int[128];
        int all = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '.') {
                counts[c & 0x7f]++;
                all++;
            }
        }
        double bits = 0;
        for (int n : counts) {
            if (n > 0) {
                double p = (double) n / all;
                bits -= p * Math.log(p) / Math.log(2);
            }
        }
        return bits;
    }

    public boolean due() {
        if (count < due) {
            return false;
        }
        due = count + Math.max(25, count / 3);
        return true;
    }

    public Instant first() {
        return first;
    }

    public Instant last() {
        return last;
    }

    public long count() {
        return count;
    }

    /** Different names; beyond 512 of them, one that comes again may count again. */
    public long names() {
        return fresh;
    }

    /** Mean length of the different names below the domain, in characters. */
    public double meanLength() {
        return fresh == 0 ? 0 : lengths / fresh;
    }

    /** Mean entropy of them, in bits for each character: words have about 3, encoded data in base 32 four and more. */
    public double meanEntropy() {
        return fresh == 0 ? 0 : entropies / fresh;
    }

    /** Share of questions for types that carry texts, in [0, 1]. */
    public double carrierShare() {
        return count == 0 ? 0 : (double) carriers / count;
    }

    public List<String> ids() {
        return List.copyOf(ids);
    }
}
