package dev.kith.server.report;

import dev.kith.investigate.Outflow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A burst of mail as bars against what is usual, with the mail at which active mode would have stopped it. */
final class BurstViews {
    private static final double LEFT = 36;
    private static final double RIGHT = 620;
    private static final double TOP = 46;
    private static final double BOTTOM = 162;

    private BurstViews() {}

    static CaseView.Burst of(Outflow outflow, Moments moments) {
        int most = outflow.counts().stream().mapToInt(Integer::intValue).max().orElse(1);
        long tick = tick(most);
        double scale = (BOTTOM - TOP) / Math.max(most, tick);
        // A step of quiet on either side shows that it is a burst.
        double width = (RIGHT - LEFT) / (outflow.counts().size() + 2);
        List<CaseView.Bar> bars = new ArrayList<>();
        int left = outflow.before();
        for (int i = 0; i < outflow.counts().size(); i++) {
            int count = outflow.counts().get(i);
            double height = Math.max(count > 0 ? 1 : 0, count * scale);
            bars.add(new CaseView.Bar(
                    Parts.px(LEFT + (i + 1) * width + Math.min(1, width / 8)),
                    Parts.px(Math.max(1, width - Math.min(2, width / 4))),
                    Parts.px(BOTTOM - height),
                    Parts.px(height),
                    "x-odd"));
        }
        List<CaseView.Tick> rows = new ArrayList<>();
        for (long n = 0; n * scale <= BOTTOM - TOP + 0.5; n += tick) {
            rows.add(new CaseView.Tick(Parts.px(BOTTOM - n * scale), Figures.count(n), "end"));
        }
        double usual = outflow.usual()
                .map(u -> u.mails() * outflow.step().toSeconds() / u.window().toSeconds())
                .orElse(0.0);
        double band = Math.min(BOTTOM - TOP, Math.max(1.5, usual * scale));
        double stop = stop(outflow, width);
        boolean end = stop > (LEFT + RIGHT) / 2;
        String each = step(outflow.step());
        return new CaseView.Burst(
                "mails sent per " + each + " by " + Shown.line(outflow.account(), 80) + ", "
                        + moments.of(outflow.first()) + " to " + clock(outflow.last()),
                Figures.count(outflow.mails(), "mail", "mails") + " sent per " + each + ", at most "
                        + Figures.count(most) + "; " + usualWords(outflow) + "; " + stopWords(outflow),
                bars,
                rows,
                columns(outflow, width),
                outflow.usual().isEmpty() ? "" : Parts.px(band),
                Parts.px(BOTTOM - band),
                usualWords(outflow),
                "34",
                Parts.px(stop),
                end ? "end" : "start",
                Parts.px(stop + (end ? -6 : 6)),
                stopWords(outflow),
                Figures.count(outflow.mails(), "mail", "mails") + " in "
                        + Figures.span(outflow.first(), outflow.last())
                        + (left == 0 ? "" : ", " + Figures.count(outflow.mails() - left) + " of them ended"));
    }

    /** Where the stop stands: before the first bar, within, or after the last. */
    private static double stop(Outflow outflow, double width) {
        if (outflow.before() == 0) {
            return LEFT + width;
        }
        int passed = 0;
        for (int i = 0; i < outflow.counts().size(); i++) {
            int count = outflow.counts().get(i);
            if (passed + count >= outflow.before()) {
                double part = count == 0 ? 0 : (double) (outflow.before() - passed) / count;
                return LEFT + (i + 1 + part) * width;
            }
            passed += count;
        }
        return RIGHT - width;
    }

    /** Where active mode would have ended it. */
    static String stopWords(Outflow outflow) {
        if (outflow.before() == 0) {
            return "active mode stops it before the first mail";
        }
        return outflow.before() >= outflow.mails()
                ? "raised after the last mail"
                : "active mode stops it at mail " + Figures.count(outflow.before() + 1L);
    }

    private static String usualWords(Outflow outflow) {
        return outflow.usual()
                .map(u -> "usual: " + String.format(Locale.ROOT, u.mails() < 10 ? "%.1f" : "%.0f", u.mails())
                        + " within " + span(u.window()))
                .orElse("what is usual is not known");
    }

    /** {@code minute}, {@code 5 min}, {@code hour}, {@code day}. */
    static String step(Duration step) {
        long minutes = step.toMinutes();
        if (minutes == 1) {
            return "minute";
        }
        if (minutes < 60) {
            return minutes + " min";
        }
        if (minutes == 60) {
            return "hour";
        }
        return minutes == 1440 ? "day" : minutes % 1440 == 0 ? minutes / 1440 + " days" : minutes / 60 + " hours";
    }

    /** {@code an hour}, {@code 5 min}. */
    static String span(Duration length) {
        String words = step(length);
        return Character.isDigit(words.charAt(0)) ? words : (words.equals("hour") ? "an " : "a ") + words;
    }

    private static List<CaseView.Tick> columns(Outflow outflow, double width) {
        List<CaseView.Tick> ticks = new ArrayList<>();
        int steps = outflow.counts().size();
        int every = Math.max(1, (int) Math.ceil(steps / 6.0));
        boolean days = outflow.step().compareTo(Duration.ofHours(6)) >= 0;
        for (int i = 0; i <= steps; i += every) {
            Instant at = outflow.start().plus(outflow.step().multipliedBy(i));
            ticks.add(new CaseView.Tick(
                    Parts.px(LEFT + (i + 1) * width),
                    days ? Figures.shortDay(Figures.dateOf(at)) : clock(at),
                    i == 0 ? "start" : "middle"));
        }
        return ticks;
    }

    private static String clock(Instant at) {
        return at.toString().substring(11, 16);
    }

    /** One, two or five of a power of ten, so that there are three to six lines. */
    private static long tick(int most) {
        long unit = 1;
        while (true) {
            for (long step : new long[] {unit, 2 * unit, 5 * unit}) {
                if (most / step < 5) {
                    return step;
                }
            }
            unit *= 10;
        }
    }
}
