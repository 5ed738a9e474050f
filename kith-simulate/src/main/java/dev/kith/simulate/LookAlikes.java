package dev.kith.simulate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Ordinary life that looks like an attack, once of each kind in the part of the time that is judged: on days of their own and by
 * people of their own, so that each can be told from the next.
 */
final class LookAlikes {
    private LookAlikes() {}

    static List<Cloud.Daily> in(Cloud cloud, PasswordGuessing guessing, Passwords passwords) {
        Simulation.Settings settings = cloud.stage().settings();
        int from = settings.days() * 2 / 3;
        int span = settings.days() - from;
        Dice dice = cloud.dice("look-alikes");
        List<CloudUser> people = candidates(cloud);
        List<Cloud.Daily> all = new ArrayList<>();
        all.add(new MailMerges(cloud, weekday(cloud, from + span / 5)));
        all.add(new HouseMove(cloud, people.remove(dice.below(people.size())), weekday(cloud, from + span / 4)));
        all.add(new MailAppConsent(cloud, people.remove(dice.below(people.size())), weekday(cloud, from + span / 3)));
        CloudUser phoneOwner = people.stream()
                .filter(who -> who.person().pocket().isPresent())
                .findFirst()
                .orElse(people.get(0));
        people.remove(phoneOwner);
        all.add(new StalePhone(cloud, phoneOwner, weekday(cloud, from + span / 2), guessing, passwords));
        all.add(new TravellingManager(cloud, people, from));
        return all;
    }

    /** Those who are here all the time, but for the head. */
    private static List<CloudUser> candidates(Cloud cloud) {
        Person head = cloud.stage().organisation().head();
        List<CloudUser> people = new ArrayList<>();
        for (Person person : cloud.stage().organisation().staff()) {
            boolean stays =
                    person.first().equals(LocalDate.MIN) && person.last().equals(LocalDate.MAX);
            if (stays && !person.equals(head)) {
                cloud.user(person.address()).ifPresent(people::add);
            }
        }
        return people;
    }

    /** That day of the simulation, or the next from Tuesday to Friday. */
    private static LocalDate weekday(Cloud cloud, int index) {
        LocalDate day = cloud.stage().settings().begin().plusDays(index);
        while (day.getDayOfWeek().getValue() < 2 || day.getDayOfWeek().getValue() > 5) {
            day = day.plusDays(1);
        }
        return day;
    }
}
