package dev.kith.profile;

/** Decayed counts by day of the week and by hour, working days and weekends apart; in the landmark units of its owner. */
final class WeekRhythm {
    static final int HOURS = 24;
    static final int DAY_SECONDS = 86_400;
    static final int HOUR_SECONDS = 3_600;
    private static final int DAYS = 7;
    private static final int WORKING_DAYS = 5;

    /** 1 January 1970 was a Thursday; Monday is 0. */
    private static final int EPOCH_DAY_OF_WEEK = 3;

    /** Observations by which a day's, an hour's share is drawn to what lies behind it. Chosen by hand. */
    private static final double DAY_PRIOR = 7;

    private static final double HOUR_PRIOR = 12;

    /** A circular kernel over neighbouring hours, so that a shift of summer time does not make a day strange. */
    private static final double KERNEL_CENTRE = 0.5;

    private static final double KERNEL_SIDE = 0.25;

    private static final int FIXED_BYTES = 24;
    private static final int ARRAYS_BYTES = 2 * 16 + 4 * (DAYS + 2 * HOURS);

    /** Of somebody of whom nothing is known; not written to. */
    private static final float[] NO_DAYS = new float[DAYS];

    private static final float[] NO_HOURS = new float[2 * HOURS];

    private float[] days;
    private float[] hours;

    WeekRhythm() {
        this(NO_DAYS, NO_HOURS);
    }

    private WeekRhythm(float[] days, float[] hours) {
        this.days = days;
        this.hours = hours;
    }

    long estimatedBytes() {
        return days == NO_DAYS ? FIXED_BYTES : (long) FIXED_BYTES + ARRAYS_BYTES;
    }

    private void open() {
        if (days == NO_DAYS) {
            days = new float[DAYS];
            hours = new float[2 * HOURS];
        }
    }

    void add(long localSeconds, double mass) {
        if (mass == 0) {
            return;
        }
        open();
        int day = day(localSeconds);
        days[day] += (float) mass;
        hours[half(day) * HOURS + hour(localSeconds)] += (float) mass;
    }

    void scale(double factor) {
        if (days == NO_DAYS) {
            return;
        }
        for (int i = 0; i < days.length; i++) {
            days[i] = (float) (days[i] * factor);
        }
        for (int i = 0; i < hours.length; i++) {
            hours[i] = (float) (hours[i] * factor);
        }
    }

    void addAll(WeekRhythm other, double factor) {
        open();
        for (int i = 0; i < days.length; i++) {
            days[i] += (float) (other.days[i] * factor);
        }
        for (int i = 0; i < hours.length; i++) {
            hours[i] += (float) (other.hours[i] * factor);
        }
    }

    /** How many times the average day's count falls on a day: 1 for an even week. */
    double dayFactor(int day, double scale) {
        double sum = 0;
        for (float count : days) {
            sum += count;
        }
        return DAYS * (days[day] * scale + DAY_PRIOR / DAYS) / (sum * scale + DAY_PRIOR);
    }

    /** The shares of the 24 hours within working days (0) or weekends (1): they sum to 1. */
    double[] hourShares(int half, double scale) {
        double[] shares = new double[HOURS];
        double sum = 0;
        double sumAll = 0;
        for (int hour = 0; hour < HOURS; hour++) {
            sum += hours[half * HOURS + hour];
            sumAll += hours[hour] + hours[HOURS + hour];
        }
        for (int hour = 0; hour < HOURS; hour++) {
            double all = smoothed(0, hour) + smoothed(1, hour);
            double allShare = (all * scale + HOUR_PRIOR / HOURS) / (sumAll * scale + HOUR_PRIOR);
            shares[hour] = (smoothed(half, hour) * scale + HOUR_PRIOR * allShare) / (sum * scale + HOUR_PRIOR);
        }
        return shares;
    }

    /** How many times the average hour's count falls on this hour of the week. */
    double hourFactor(long localSeconds, double scale) {
        int day = day(localSeconds);
        double sum = 0;
        double sumAll = 0;
        int half = half(day);
        for (int hour = 0; hour < HOURS; hour++) {
            sum += hours[half * HOURS + hour];
            sumAll += hours[hour] + hours[HOURS + hour];
        }
        int hour = hour(localSeconds);
        double all = smoothed(0, hour) + smoothed(1, hour);
        double allShare = (all * scale + HOUR_PRIOR / HOURS) / (sumAll * scale + HOUR_PRIOR);
        double share = (smoothed(half, hour) * scale + HOUR_PRIOR * allShare) / (sum * scale + HOUR_PRIOR);
        return dayFactor(day, scale) * HOURS * share;
    }

    /** The mean square of the day factor over a week: 1 for an even one. */
    double daySquare(double scale) {
        double square = 0;
        for (int day = 0; day < DAYS; day++) {
            double factor = dayFactor(day, scale);
            square += factor * factor / DAYS;
        }
        return square;
    }

    /** The mean square of the hour factor over a week: 1 for an even one. */
    double hourSquare(double scale) {
        double square = 0;
        for (int half = 0; half < 2; half++) {
            double daySquares = 0;
            for (int day = half * WORKING_DAYS; day < (half == 0 ? WORKING_DAYS : DAYS); day++) {
                double factor = dayFactor(day, scale);
                daySquares += factor * factor / DAYS;
            }
            double hourSquares = 0;
            for (double share : hourShares(half, scale)) {
                hourSquares += HOURS * share * share;
            }
            square += daySquares * hourSquares;
        }
        return square;
    }

    void write(StateWriter out) {
        out.masses(days);
        out.masses(hours);
    }

    static WeekRhythm read(StateReader in) {
        return new WeekRhythm(in.floats(), in.floats());
    }

    static int day(long localSeconds) {
        return (int) Math.floorMod(Math.floorDiv(localSeconds, DAY_SECONDS) + EPOCH_DAY_OF_WEEK, (long) DAYS);
    }

    static int hour(long localSeconds) {
        return (int) (Math.floorMod(localSeconds, (long) DAY_SECONDS) / HOUR_SECONDS);
    }

    /** 0 for a working day, 1 for the weekend. */
    static int half(int day) {
        return day < WORKING_DAYS ? 0 : 1;
    }

    private double smoothed(int half, int hour) {
        int base = half * HOURS;
        return KERNEL_CENTRE * hours[base + hour]
                + KERNEL_SIDE * (hours[base + (hour + 1) % HOURS] + hours[base + (hour + HOURS - 1) % HOURS]);
    }
}
