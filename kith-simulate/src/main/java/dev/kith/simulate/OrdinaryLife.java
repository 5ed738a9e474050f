package dev.kith.simulate;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Puts the ordinary matters of each day into the calendar: what people and partners begin to write about. */
final class OrdinaryLife {
    /** Conversations that begin on a working day for each account of ours, with partners and among us (chosen by hand). */
    private static final double WITH_PARTNERS_PER_ACCOUNT = 0.5;

    private static final double AMONG_US_PER_ACCOUNT = 0.24;

    private final Stage stage;

    OrdinaryLife(Stage stage) {
        this.stage = stage;
    }

    void plan(LocalDate day) {
        int accounts = stage.organisation().present(day).size();
        double rhythm = rhythm(day);
        Dice dice = stage.dice("ordinary", day);
        int outside = dice.around(accounts * WITH_PARTNERS_PER_ACCOUNT * rhythm);
        for (int i = 0; i < outside; i++) {
            withPartner(day, dice.child());
        }
        int inside = dice.around(accounts * AMONG_US_PER_ACCOUNT * rhythm);
        for (int i = 0; i < inside; i++) {
            amongUs(day, dice.child());
        }
    }

    /** How busy a day is: Mondays and month ends more, Fridays and weekends less. */
    private static double rhythm(LocalDate day) {
        double base = switch (day.getDayOfWeek()) {
            case MONDAY -> 1.15;
            case FRIDAY -> 0.85;
            case SATURDAY -> 0.06;
            case SUNDAY -> 0.03;
            default -> 1.0;
        };
        boolean monthEnd = day.getDayOfMonth() >= 28 || day.getDayOfMonth() <= 2;
        return monthEnd && day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0 ? base * 1.25 : base;
    }

    private void withPartner(LocalDate day, Dice dice) {
        Organisation organisation = stage.organisation();
        Partner partner = organisation.anyPartner(dice);
        Topic topic = Topic.of(partner.company().trade(), dice);
        Person theirs = frequent(partner.people(), dice);
        Person ours = frequent(partner.contacts(), dice);
        if (topic == Topic.INVOICE || topic == Topic.REMINDER || topic == Topic.REMITTANCE) {
            ours = partner.contacts().stream()
                    .filter(person -> person.department().equals("Finance"))
                    .findFirst()
                    .orElse(ours);
        }
        boolean theyOpen = dice.chance(topic.theyOpen());
        Person opener = theyOpen ? theirs : ours;
        Person other = theyOpen ? ours : theirs;
        if (!present(opener, day) || !other.employed(day)) {
            return;
        }
        Scene scene = Scene.of(organisation.company(), partner.company(), day, dice);
        Instant at = stage.calendar().moment(opener, day, dice);
        stage.later(at, new Conversation(opener, other, Optional.of(partner), topic, scene, dice));
    }

    private void amongUs(LocalDate day, Dice dice) {
        Organisation organisation = stage.organisation();
        List<Person> present = organisation.present(day);
        Person opener = dice.pick(present);
        List<Person> near = organisation.department(opener.department(), day);
        Person other = dice.chance(0.6) ? dice.pick(near) : dice.pick(present);
        if (other.equals(opener) || !present(opener, day)) {
            return;
        }
        Scene scene =
                Scene.of(organisation.company(), organisation.anyPartner(dice).company(), day, dice);
        Instant at = stage.calendar().moment(opener, day, dice);
        stage.later(at, new Conversation(opener, other, Optional.empty(), Topic.of("ours", dice), scene, dice));
    }

    /** Whether somebody writes on that day: at work, or, now and then, on a day off. */
    private boolean present(Person person, LocalDate day) {
        boolean off = !stage.calendar().workday(person.culture(), day);
        return off
                ? person.employed(day) && stage.calendar().vacation(person, day).isEmpty()
                : stage.calendar().working(person, day);
    }

    /** The first of a list more often than the next, and so on. */
    static Person frequent(List<Person> people, Dice dice) {
        int index = 0;
        while (index < people.size() - 1 && dice.chance(0.5)) {
            index++;
        }
        return people.get(index);
    }
}
