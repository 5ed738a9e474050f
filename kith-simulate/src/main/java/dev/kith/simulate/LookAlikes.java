package dev.kith.simulate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Ordinary life that looks like an attack, once of each kind in the part of the time that is judged: on days of their own, not
 * those of the attack, and where the house is large enough, by people of their own, so that each can be told from the next.
 */
final class LookAlikes {
    private final Cloud cloud;
    private final List<LocalDate> days = new ArrayList<>();
    private final List<CloudUser> people = new ArrayList<>();

    LookAlikes(Cloud cloud) {
        this.cloud = cloud;
        Simulation.Settings settings = cloud.stage().settings();
        LocalDate attack = Plot.dayOfAttack(settings, PartnerHijack.PART);
        for (int i = settings.days() * 2 / 3 + 1; i < settings.days(); i++) {
            LocalDate day = settings.begin().plusDays(i);
            boolean midweek =
                    day.getDayOfWeek().getValue() > 1 && day.getDayOfWeek().getValue() < 6;
            if (midweek && !day.equals(attack) && !day.equals(attack.plusDays(1))) {
                days.add(day);
            }
        }
        Dice dice = cloud.dice("look-alikes");
        List<CloudUser> staying = staying();
        while (!staying.isEmpty()) {
            people.add(staying.remove(dice.below(staying.size())));
        }
    }

    List<Cloud.Daily> all(PasswordGuessing guessing, Passwords passwords) {
        if (days.isEmpty() || people.isEmpty()) {
            return List.of();
        }
        CloudUser phoneOwner = people.stream()
                .filter(who -> who.person().pocket().isPresent())
                .findFirst()
                .orElse(people.get(0));
        people.remove(phoneOwner);
        people.add(phoneOwner);
        return List.of(
                new MailMerges(cloud, day(1)),
                new HouseMove(cloud, person(0), day(0)),
                new MailAppConsent(cloud, person(1), day(2)),
                new Invitations(cloud, person(3), day(4)),
                new StalePhone(cloud, phoneOwner, day(3), guessing, passwords),
                new TravellingManager(cloud, people, days));
    }

    private CloudUser person(int index) {
        return people.get(index % people.size());
    }

    /** The days of the look-alikes lie evenly over the time. */
    private LocalDate day(int index) {
        return days.get(index * days.size() / 5);
    }

    /** Those who are here all the time, but for the head. */
    private List<CloudUser> staying() {
        Person head = cloud.stage().organisation().head();
        List<CloudUser> staying = new ArrayList<>();
        for (Person person : cloud.stage().organisation().staff()) {
            boolean stays =
                    person.first().equals(LocalDate.MIN) && person.last().equals(LocalDate.MAX);
            if (stays && !person.equals(head)) {
                cloud.user(person.address()).ifPresent(staying::add);
            }
        }
        return staying;
    }
}
