package dev.kith.profile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The calls of one device to one destination. At most about 8 KB, and {@value #IDS_MAX} ids of records where a case looks at
 * it. Mutable; one writer.
 */
public final class CallSeries {
    /** Beats that a rhythm is made of; the last ones. Chosen by hand: two days of one each half hour, half a day of one each 5 min. */
    private static final int BEATS_MAX = 128;

    /** Ids kept of a series that nobody looks at yet. */
    private static final int FIRST_IDS_MAX = 128;

    /** Ids kept of a series that a case looks at. Chosen by hand, as for floods of records. */
    static final int IDS_MAX = 5_000;

    /** So many beats are no chance. Chosen by hand: twice what models ask for. */
    private static final int STEADY_BEATS = 40;

    private static final long DAY_SECONDS = 86_400;

    private final String device;
    private final String destination;
    private final Instant first;
    private Instant last;
    private long[] times = new long[4];
    private long[] sizes = new long[4];
    private int beats;
    private long calls;
    private long answered;
    private long refused;
    private long named;
    private long bytesOut;
    private long bytesIn;
    private double longestSeconds;
    private long day = Long.MIN_VALUE;
    private long dayOut;
    private long dayIn;
    private int hours;
    private long due = FIRST_DUE;
    private boolean watched;
    private boolean regular;
    private Rhythm steadiest = Rhythm.NONE;
    private String lastOnce = "";
    private final List<String> ids = new ArrayList<>(2);

    /** Calls after which a series is looked at for the first time; after that whenever it has grown by a third. */
    private static final long FIRST_DUE = 20;

    CallSeries(String device, String destination, Instant at) {
        this.device = device;
        this.destination = destination;
        this.first = at;
        this.last = at;
    }

    /**
     * What one record adds; unknown numbers are negative.
     *
     * @param id the record's, as people know it
     * @param once what several records of one call have in common
     */
    public record Call(
            Instant at, String id, String once, boolean answered, boolean refused, long out, long in, double seconds) {}

    /** Takes in a call; returns false where it is only another record of the last one. */
    boolean take(Call call) {
        if (call.once.equals(lastOnce)) {
            longestSeconds = Math.max(longestSeconds, call.seconds);
            return false;
        }
        lastOnce = call.once;
        last = call.at.isAfter(last) ? call.at : last;
        calls++;
        answered += call.answered ? 1 : 0;
        refused += call.refused ? 1 : 0;
        longestSeconds = Math.max(longestSeconds, call.seconds);
        hours |= 1 << (int) Math.floorMod(Math.floorDiv(call.at.getEpochSecond(), 3600L), 24L);
        traffic(call);
        beat(call.at.toEpochMilli(), call.out);
        if (ids.size() < (watched ? IDS_MAX : FIRST_IDS_MAX)) {
            ids.add(call.id);
        }
        return true;
    }

    private void traffic(Call call) {
        long today = Math.floorDiv(call.at.getEpochSecond(), DAY_SECONDS);
        if (today != day) {
            day = today;
            dayOut = 0;
            dayIn = 0;
        }
        dayOut += Math.max(0, call.out);
        dayIn += Math.max(0, call.in);
        bytesOut += Math.max(0, call.out);
        bytesIn += Math.max(0, call.in);
    }

    private void beat(long time, long size) {
        if (beats >= times.length && times.length < BEATS_MAX) {
            times = Arrays.copyOf(times, 2 * times.length);
            sizes = Arrays.copyOf(sizes, 2 * sizes.length);
        }
        times[beats % times.length] = time;
        sizes[beats % sizes.length] = size;
        beats++;
    }

    /** Whether a call at this time is the first of another day than the last one. */
    boolean dayOver(Instant at) {
        return dayOut > 0 && Math.floorDiv(at.getEpochSecond(), DAY_SECONDS) != day;
    }

    /** Whether it has grown enough since it was last looked at to be looked at again. */
    public boolean due() {
        if (calls < due) {
            return false;
        }
        due = calls + Math.max(10, calls / 3);
        return true;
    }

    /** Takes in that it was found regular; true for the first time. */
    public boolean foundRegular() {
        boolean before = regular;
        regular = true;
        return !before;
    }

    /** A case looks at it: from now on the ids of its records are kept. */
    public void watch() {
        watched = true;
    }

    public boolean watched() {
        return watched;
    }

    /** Takes in that a record told the name of what was called. */
    public void named() {
        named++;
    }

    /** Whether most of it went to a name, whose own series tells more. */
    public boolean toNames() {
        return 2 * named >= calls;
    }

    /** Takes in how much went over a call that another record told of before. */
    public void add(long out, long in) {
        bytesOut += Math.max(0, out);
        bytesIn += Math.max(0, in);
    }

    /** How regular the last calls are; or were before, where that was much steadier: what else is called hides no beat. */
    public Rhythm rhythm() {
        int kept = Math.min(beats, times.length);
        Rhythm now = Rhythm.of(Arrays.copyOf(times, kept), Arrays.copyOf(sizes, kept));
        if (now.beats() >= STEADY_BEATS && now.regularity() >= steadiest.regularity()) {
            steadiest = now;
        }
        return now.regularity() >= steadiest.regularity() / 2 ? now : steadiest;
    }

    public String device() {
        return device;
    }

    /** A name in lower case, or an address with its port. */
    public String destination() {
        return destination;
    }

    public Instant first() {
        return first;
    }

    public Instant last() {
        return last;
    }

    public long calls() {
        return calls;
    }

    /** Calls to which something came back. */
    public long answered() {
        return answered;
    }

    /** Calls that were turned away, or to which nothing came back. */
    public long refused() {
        return refused;
    }

    public long bytesOut() {
        return bytesOut;
    }

    public long bytesIn() {
        return bytesIn;
    }

    /** Bytes sent on the last day of it, in UTC. */
    public long dayOut() {
        return dayOut;
    }

    public long dayIn() {
        return dayIn;
    }

    public double longestSeconds() {
        return longestSeconds;
    }

    /** Hours of the day in which there were calls, from 1 to 24. */
    public int hoursOfDay() {
        return Integer.bitCount(hours);
    }

    /** Ids of records, the first ones; of a series under watch up to {@value #IDS_MAX}. */
    public List<String> ids() {
        return List.copyOf(ids);
    }
}
