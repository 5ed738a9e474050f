package dev.kith.server.report;

import dev.kith.detect.MailAction;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Mails by day as two lanes over one axis: above all mail, below what would be acted on, each lane with its own scale
 * (a handful of holds would vanish beside a thousand ordinary mails). Long periods are counted by week or month.
 */
final class DayCharts {
    /** The drawing is 880 wide: the report's column. */
    private static final double WIDTH = 880;

    private static final double LANE_TOP = 22;
    private static final double LANE_HEIGHT = 64;
    private static final double LOWER_TOP = 118;
    private static final double LOWER_HEIGHT = 40;

    /** Chosen by hand: bars of seven pixels. */
    private static final int COLUMNS_MAX = 125;

    /** The lower lane is never scaled to less, lest one mail of junk look like a flood. Chosen by hand. */
    private static final long ACTED_LEAST = 4;

    private DayCharts() {}

    static ReportView.DayChart of(SortedMap<LocalDate, Map<MailAction, Long>> days) {
        if (days.isEmpty()) {
            return new ReportView.DayChart("", "", List.of(), List.of(), "", "");
        }
        Unit unit = Unit.fitting(days.firstKey(), days.lastKey());
        SortedMap<LocalDate, Map<MailAction, Long>> columns = new TreeMap<>();
        LocalDate end = unit.start(days.lastKey());
        for (LocalDate at = unit.start(days.firstKey()); !at.isAfter(end); at = unit.next(at)) {
            columns.put(at, new EnumMap<>(MailAction.class));
            if (columns.size() >= COLUMNS_MAX * 2) {
                break;
            }
        }
        days.forEach((day, counts) -> counts.forEach(
                (action, n) -> columns.computeIfAbsent(unit.start(day), d -> new EnumMap<>(MailAction.class))
                        .merge(action, n, Long::sum)));
        return draw(columns, unit);
    }

    private static ReportView.DayChart draw(SortedMap<LocalDate, Map<MailAction, Long>> columns, Unit unit) {
        long mostMail = Math.max(
                1, columns.values().stream().mapToLong(DayCharts::all).max().orElse(1));
        long mostActed = Math.max(
                1, columns.values().stream().mapToLong(DayCharts::acted).max().orElse(1));
        double step = WIDTH / columns.size();
        double width = Math.max(1, Math.min(28, step - (step > 4 ? 2 : 0)));
        List<ReportView.DayChart.Column> drawn = new ArrayList<>();
        List<ReportView.DayChart.Tick> axis = new ArrayList<>();
        int every = (int) Math.ceil(columns.size() / 10.0);
        boolean years = columns.firstKey().getYear() != columns.lastKey().getYear();
        int i = 0;
        long held = 0;
        for (Map.Entry<LocalDate, Map<MailAction, Long>> column : columns.entrySet()) {
            Map<MailAction, Long> counts = column.getValue();
            double x = i * step + (step - width) / 2;
            double height = LANE_HEIGHT * all(counts) / mostMail;
            long holds = counts.getOrDefault(MailAction.HOLD, 0L);
            held += holds;
            drawn.add(new ReportView.DayChart.Column(
                    Parts.px(x),
                    Parts.px(width),
                    Parts.px(LANE_TOP + LANE_HEIGHT - height),
                    Parts.px(height),
                    pieces(counts, Math.max(ACTED_LEAST, mostActed)),
                    holds > 0 ? Figures.count(holds) : "",
                    Parts.px(LOWER_TOP
                            + LOWER_HEIGHT * (1 - (double) acted(counts) / Math.max(ACTED_LEAST, mostActed))
                            - 4),
                    Parts.px(x + width / 2)));
            if (i % every == 0) {
                axis.add(tick(column.getKey(), unit, years, x + width / 2));
            }
            i++;
        }
        String label = "Mails by " + unit.label + ", at most " + Figures.count(mostMail) + "; " + Figures.count(held)
                + " would be held";
        return new ReportView.DayChart(
                label,
                unit.label,
                drawn,
                axis,
                "at most " + Figures.count(mostMail),
                "at most " + Figures.count(mostActed));
    }

    private static ReportView.DayChart.Tick tick(LocalDate day, Unit unit, boolean years, double middle) {
        String anchor = middle < 30 ? "start" : middle > WIDTH - 30 ? "end" : "middle";
        String label = Figures.shortDay(day);
        String text = unit == Unit.MONTH
                ? label.substring(2) + " " + day.getYear()
                : years ? label + " " + day.getYear() : label;
        double x = middle < 30 ? 0 : middle > WIDTH - 30 ? WIDTH : middle;
        return new ReportView.DayChart.Tick(Parts.px(x), text, anchor);
    }

    /** Hold at the bottom, then junk, then the mild ones. */
    private static List<ReportView.DayChart.Piece> pieces(Map<MailAction, Long> counts, long most) {
        List<ReportView.DayChart.Piece> pieces = new ArrayList<>();
        double bottom = LOWER_TOP + LOWER_HEIGHT;
        long mild = counts.getOrDefault(MailAction.TAG, 0L)
                + counts.getOrDefault(MailAction.LOCK_LINKS, 0L)
                + counts.getOrDefault(MailAction.STRIP_ATTACHMENT, 0L);
        long[] stack = {counts.getOrDefault(MailAction.HOLD, 0L), counts.getOrDefault(MailAction.JUNK, 0L), mild};
        String[] css = {"x-odd", "x-warn", "x-base"};
        for (int i = 0; i < stack.length; i++) {
            if (stack[i] > 0) {
                double height = Math.max(1.5, LOWER_HEIGHT * stack[i] / most);
                bottom -= height;
                pieces.add(new ReportView.DayChart.Piece(css[i], Parts.px(bottom), Parts.px(height)));
            }
        }
        return pieces;
    }

    private static long all(Map<MailAction, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static long acted(Map<MailAction, Long> counts) {
        return all(counts) - counts.getOrDefault(MailAction.NONE, 0L);
    }

    /** What a bar stands for. */
    private enum Unit {
        DAY("day"),
        WEEK("week"),
        MONTH("month"),
        YEAR("year");

        private final String label;

        Unit(String label) {
            this.label = label;
        }

        /** The first day of the bar that a day belongs to. */
        LocalDate start(LocalDate day) {
            return switch (this) {
                case DAY -> day;
                case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                case MONTH -> day.withDayOfMonth(1);
                case YEAR -> day.withDayOfYear(1);
            };
        }

        /** The first day of the next bar. */
        LocalDate next(LocalDate start) {
            return switch (this) {
                case DAY -> start.plusDays(1);
                case WEEK -> start.plusWeeks(1);
                case MONTH -> start.plusMonths(1);
                case YEAR -> start.plusYears(1);
            };
        }

        static Unit fitting(LocalDate first, LocalDate last) {
            long days = ChronoUnit.DAYS.between(first, last);
            if (days < COLUMNS_MAX) {
                return DAY;
            }
            if (days / 7 < COLUMNS_MAX) {
                return WEEK;
            }
            return days / 30 < COLUMNS_MAX ? MONTH : YEAR;
        }
    }
}
