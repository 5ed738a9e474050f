package dev.kith.server;

import dev.kith.server.report.Figures;

/**
 * Progress for a person: one line that is written over on a terminal, a plain line now and then elsewhere (a log keeps
 * every line it is given).
 */
final class ProgressLine implements Progress, AutoCloseable {
    private static final long SECOND = 1_000_000_000L;

    /** Chosen by hand: quick enough to look alive, slow enough to cost nothing. */
    private static final long REDRAW_NANOS = SECOND / 8;

    /** Chosen by hand: a job of an hour makes 120 lines. */
    private static final long LOG_NANOS = 30 * SECOND;

    private static final String ERASE = "\r\u001B[K";

    private final Terminal terminal;
    private final long pause;
    private String step = "";
    private long stepBegan;
    private long nextAt;
    private boolean drawn;

    ProgressLine(Terminal terminal) {
        this.terminal = terminal;
        this.pause = terminal.errInteractive() ? REDRAW_NANOS : LOG_NANOS;
        this.nextAt = terminal.nanoClock().getAsLong() + pause;
    }

    @Override
    public void at(String what, long done, long total, long count, String unit) {
        long now = terminal.nanoClock().getAsLong();
        if (!what.equals(step)) {
            step = what;
            stepBegan = now;
        } else if (now - nextAt < 0) {
            return;
        }
        if (!terminal.errInteractive() && now - nextAt < 0) {
            return;
        }
        nextAt = now + pause;
        String line = line(what, done, total, count, unit, now - stepBegan);
        if (terminal.errInteractive()) {
            terminal.err().print(ERASE + line);
            terminal.err().flush();
            drawn = true;
        } else {
            terminal.err().println(line);
        }
    }

    /** Leaves a clean line behind. */
    @Override
    public void close() {
        if (drawn) {
            terminal.err().print(ERASE);
            terminal.err().flush();
            drawn = false;
        }
    }

    private static String line(String what, long done, long total, long count, String unit, long nanos) {
        StringBuilder line = new StringBuilder(what);
        if (total > 0) {
            line.append(' ').append(Math.min(100, done * 100 / total)).append(" %");
        }
        line.append(", ").append(Figures.count(count)).append(' ').append(unit);
        long seconds = nanos / SECOND;
        if (seconds >= 1) {
            line.append(", ").append(Figures.count(count * SECOND / nanos)).append(" a second");
        }
        if (total > 0 && done > 0 && seconds >= 3 && done < total) {
            long left = Math.round((double) seconds * (total - done) / done);
            line.append(", ")
                    .append(left < 120 ? left + " s" : left / 60 + " min")
                    .append(" left");
        }
        return line.toString();
    }
}
