package dev.kith.simulate;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** When people work: weekends, holidays, vacations, and the hours of a day. All of it follows from the seed; nothing is kept. */
final class WorkCalendar {
    private static final Set<MonthDay> HOLIDAYS =
            Set.of(day(Month.JANUARY, 1), day(Month.DECEMBER, 25), day(Month.DECEMBER, 26));
    private static final Map<Culture, Set<MonthDay>> NATIONAL = national();

    /** Share of weekdays on which somebody is on vacation: about 25 days of 260. */
    private static final double VACATION_CHANCE_PER_FORTNIGHT = 0.16;

    /** Share of fortnights with a business trip, for those who travel (chosen by hand). */
    private static final double TRIP_CHANCE_PER_FORTNIGHT = 0.12;

    /** Share of fortnights in which somebody is without the own computer for some days (chosen by hand). */
    private static final double REPAIR_CHANCE_PER_FORTNIGHT = 0.04;

    private final long seed;

    WorkCalendar(long seed) {
        this.seed = seed;
    }

    boolean workday(Culture culture, LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !HOLIDAYS.contains(MonthDay.from(day))
                && !NATIONAL.getOrDefault(culture, Set.of()).contains(MonthDay.from(day));
    }

    boolean working(Person person, LocalDate day) {
        return person.employed(day)
                && workday(person.culture(), day)
                && vacation(person, day).isEmpty();
    }

    /** The last day of the vacation that the person is on, if so. */
    Optional<LocalDate> vacation(Person person, LocalDate day) {
        long fortnight = Math.floorDiv(day.toEpochDay(), 14);
        Dice dice = Dice.of(seed, "vacation", person.address(), fortnight);
        if (!dice.chance(VACATION_CHANCE_PER_FORTNIGHT)) {
            return Optional.empty();
        }
        LocalDate first = LocalDate.ofEpochDay(fortnight * 14 + dice.below(6));
        LocalDate last = first.plusDays(dice.between(2, 8));
        return !day.isBefore(first) && !day.isAfter(last) ? Optional.of(last) : Optional.empty();
    }

    /** Where the person travels on that day, if so. */
    Optional<Culture> trip(Person person, LocalDate day) {
        long fortnight = Math.floorDiv(day.toEpochDay(), 14);
        Dice dice = Dice.of(seed, "trip", person.address(), fortnight);
        boolean traveller = Dice.of(seed, "traveller", person.address()).chance(0.4);
        if (!traveller || !dice.chance(TRIP_CHANCE_PER_FORTNIGHT)) {
            return Optional.empty();
        }
        LocalDate first = LocalDate.ofEpochDay(fortnight * 14 + dice.below(10));
        LocalDate last = first.plusDays(dice.between(1, 4));
        Culture where = dice.pickOf(Culture.values());
        return !day.isBefore(first) && !day.isAfter(last) ? Optional.of(where) : Optional.empty();
    }

    /** Whether the person has to do with web mail on that day, the own computer being in repair or left at home. */
    boolean withoutComputer(Person person, LocalDate day) {
        long fortnight = Math.floorDiv(day.toEpochDay(), 14);
        Dice dice = Dice.of(seed, "repair", person.address(), fortnight);
        long first = fortnight * 14 + dice.below(12);
        return dice.chance(REPAIR_CHANCE_PER_FORTNIGHT)
                && day.toEpochDay() >= first
                && day.toEpochDay() <= first + dice.below(4);
    }

    /** A moment of that day at which the person may write. */
    Instant moment(Person person, LocalDate day, Dice dice) {
        double hours = dice.chance(0.94) ? rush(dice) * person.dayHours() : person.dayHours() + 0.3 + dice.unit() * 4;
        long seconds = (long) ((person.startHour() + hours) * 3600) + dice.below(600);
        return day.atTime(LocalTime.MIDNIGHT)
                .plusSeconds(Math.min(seconds, 86_399))
                .atZone(person.zone())
                .toInstant();
    }

    /** The first moment at or after the given one at which the person is at work. */
    Instant nextWorking(Person person, Instant from, Dice dice) {
        LocalDate day = from.atZone(person.zone()).toLocalDate();
        double hour = ChronoUnit.SECONDS.between(day.atStartOfDay(person.zone()).toInstant(), from) / 3600.0;
        boolean before = hour < person.startHour();
        boolean after = hour > person.startHour() + person.dayHours();
        if (working(person, day) && !before && !after) {
            return from;
        }
        LocalDate next = before ? day : day.plusDays(1);
        for (int i = 0; i < 30 && !working(person, next); i++) {
            next = next.plusDays(1);
        }
        return next.atStartOfDay(person.zone())
                .plusSeconds((long) (person.startHour() * 3600.0 + Math.abs(dice.gauss()) * 4000))
                .toInstant();
    }

    /** Part of the working day, in [0, 1): two hills, in the morning and after lunch. */
    private static double rush(Dice dice) {
        double centre = dice.chance(0.55) ? 0.24 : 0.7;
        double part = centre + dice.gauss() * 0.13;
        return part < 0 || part >= 1 ? dice.unit() : part;
    }

    private static MonthDay day(Month month, int day) {
        return MonthDay.of(month, day);
    }

    private static Map<Culture, Set<MonthDay>> national() {
        MonthDay labour = day(Month.MAY, 1);
        Map<Culture, Set<MonthDay>> map = new EnumMap<>(Culture.class);
        map.put(Culture.GERMAN, Set.of(labour, day(Month.OCTOBER, 3)));
        map.put(Culture.FRENCH, Set.of(labour, day(Month.MAY, 8), day(Month.JULY, 14), day(Month.NOVEMBER, 11)));
        map.put(Culture.ITALIAN, Set.of(labour, day(Month.APRIL, 25), day(Month.JUNE, 2), day(Month.AUGUST, 15)));
        map.put(Culture.SPANISH, Set.of(labour, day(Month.OCTOBER, 12), day(Month.DECEMBER, 8)));
        map.put(Culture.PORTUGUESE, Set.of(labour, day(Month.APRIL, 25), day(Month.JUNE, 10)));
        map.put(Culture.DUTCH, Set.of(day(Month.APRIL, 27)));
        map.put(Culture.AMERICAN, Set.of(day(Month.JULY, 4), day(Month.NOVEMBER, 11)));
        map.put(Culture.POLISH, Set.of(labour, day(Month.MAY, 3), day(Month.NOVEMBER, 11)));
        map.put(Culture.NORDIC, Set.of(labour, day(Month.JUNE, 6)));
        map.put(Culture.TURKISH, Set.of(labour, day(Month.APRIL, 23), day(Month.OCTOBER, 29)));
        return map;
    }
}
