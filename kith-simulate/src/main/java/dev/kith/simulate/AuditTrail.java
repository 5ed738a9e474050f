package dev.kith.simulate;

import dev.kith.simulate.m365.Guid;
import dev.kith.simulate.m365.SignIn;
import dev.kith.simulate.m365.Stamp;
import dev.kith.simulate.m365.Tenant;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.PriorityQueue;

/**
 * Where the cloud writes things down, and how that reaches an export: some minutes late and not in order, now and then hours
 * or a day late, and now and then twice, as Microsoft documents it. Memory holds what has not arrived yet.
 */
final class AuditTrail {
    /** Minutes until a record arrives: median, and sigma of the logarithm (chosen by hand). */
    private static final double DELAY_MINUTES = 9;

    private static final double DELAY_SIGMA = 0.8;

    /** Share of records that come hours late, and a day late (chosen by hand). */
    private static final double HOURS_LATE = 0.02;

    private static final double DAY_LATE = 0.003;

    /** Share of records that come again under the same id (chosen by hand). */
    private static final double REPEATED = 0.02;

    private final long seed;
    private final Tenant tenant;
    private final LogWriter writer;
    private final Dice dice;
    private final PriorityQueue<Line> audit = new PriorityQueue<>();
    private final PriorityQueue<Line> signIns = new PriorityQueue<>();
    private final PriorityQueue<Line> traces = new PriorityQueue<>();
    private long sequence;
    private long stamps;
    private Instant written = Instant.MIN;

    AuditTrail(long seed, Tenant tenant, LogWriter writer) {
        this.seed = seed;
        this.tenant = tenant;
        this.writer = writer;
        this.dice = Dice.of(seed, "audit trail");
    }

    Tenant tenant() {
        return tenant;
    }

    /** A new id for something that happens at that moment. */
    Stamp stamp(Instant at) {
        return new Stamp(at, Guid.of(seed, "record", stamps++));
    }

    Stamp audit(Stamp stamp, String record) {
        Instant arrived = stamp.at().plusSeconds(delaySeconds());
        add(audit, arrived, record);
        if (dice.chance(REPEATED)) {
            add(audit, arrived.plusSeconds(dice.between(1, 5_400)), record);
        }
        return stamp;
    }

    private long delaySeconds() {
        double kind = dice.unit();
        if (kind < DAY_LATE) {
            return dice.between(12 * 3_600, 26 * 3_600);
        }
        if (kind < DAY_LATE + HOURS_LATE) {
            return dice.between(3_600, 8 * 3_600);
        }
        return (long) (Math.min(90, dice.logNormal(DELAY_MINUTES, DELAY_SIGMA)) * 60);
    }

    /** Writes a sign-in down in both logs. */
    Stamp signIn(Instant at, SignIn signIn) {
        Stamp stamp = stamp(at);
        audit(stamp, signIn.audit(stamp, tenant));
        add(signIns, at, signIn.graph(stamp));
        return stamp;
    }

    void trace(Instant received, String row) {
        add(traces, received, row);
    }

    private void add(PriorityQueue<Line> lines, Instant due, String text) {
        lines.add(new Line(due.isBefore(written) ? written : due, sequence++, text));
    }

    /** Writes out what has arrived before that moment. */
    void writeUntil(Instant now) throws IOException {
        for (Line line = audit.peek(); line != null && line.due().isBefore(now); line = audit.peek()) {
            writer.audit(line.day(), line.text());
            audit.remove();
        }
        for (Line line = signIns.peek(); line != null && line.due().isBefore(now); line = signIns.peek()) {
            writer.signIn(line.day(), line.text());
            signIns.remove();
        }
        for (Line line = traces.peek(); line != null && line.due().isBefore(now); line = traces.peek()) {
            writer.trace(line.day(), line.text());
            traces.remove();
        }
        written = now;
    }

    private record Line(Instant due, long sequence, String text) implements Comparable<Line> {
        LocalDate day() {
            return due.atZone(ZoneOffset.UTC).toLocalDate();
        }

        @Override
        public int compareTo(Line other) {
            int byTime = due.compareTo(other.due);
            return byTime != 0 ? byTime : Long.compare(sequence, other.sequence);
        }
    }
}
