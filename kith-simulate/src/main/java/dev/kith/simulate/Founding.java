package dev.kith.simulate;

import dev.kith.simulate.MailSystem.Gateway;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Brings an organisation into being from a seed: names, people, partners and the habits of each. */
final class Founding {
    static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "it", "pt", "nl");

    /** Departments and titles with their share of the staff (chosen by hand, after the make-up of a forwarder). */
    private static final List<Department> DEPARTMENTS = List.of(
            new Department(
                    "Operations",
                    0.34,
                    List.of(
                            "Freight Coordinator",
                            "Import Specialist",
                            "Export Specialist",
                            "Dispatcher",
                            "Ocean Freight Manager",
                            "Road Transport Planner")),
            new Department(
                    "Customer Service",
                    0.16,
                    List.of("Customer Service Agent", "Key Account Coordinator", "Claims Handler")),
            new Department("Sales", 0.13, List.of("Sales Executive", "Business Development Manager", "Tender Manager")),
            new Department(
                    "Finance",
                    0.12,
                    List.of("Accounts Payable Clerk", "Accounts Receivable Clerk", "Controller", "Treasury Analyst")),
            new Department("Warehouse", 0.1, List.of("Warehouse Supervisor", "Stock Controller", "Shift Lead")),
            new Department("Procurement", 0.05, List.of("Buyer", "Carrier Procurement Manager")),
            new Department("IT", 0.04, List.of("System Administrator", "Service Desk Analyst")),
            new Department("Human Resources", 0.03, List.of("HR Business Partner", "Payroll Specialist")),
            new Department(
                    "Management",
                    0.03,
                    List.of("General Manager", "Chief Financial Officer", "Chief Operating Officer")));

    private final Simulation.Settings settings;
    private final Dice dice;
    private final People people;

    Founding(Simulation.Settings settings, Dice dice) {
        this.settings = settings;
        this.dice = dice;
        this.people = new People(settings, dice);
    }

    Organisation found() {
        Company company = people.houses().ours();
        List<Person> staff = staff(company);
        List<Partner> partners = partners(staff);
        Map<String, Grammar> grammars = new TreeMap<>();
        Grammar english = Grammar.read("text-en.txt", Optional.empty());
        for (String language : LANGUAGES) {
            grammars.put(
                    language,
                    language.equals("en") ? english : Grammar.read("text-" + language + ".txt", Optional.of(english)));
        }
        return new Organisation(
                company,
                staff,
                partners,
                dice.chance(0.65) ? Transport.Edge.GATEWAY : Transport.Edge.MICROSOFT,
                dice.chance(0.6) ? Gateway.SAFE_LINKS : Gateway.NONE,
                grammars);
    }

    private List<Person> staff(Company company) {
        List<Person> staff = new ArrayList<>();
        Department management = DEPARTMENTS.get(DEPARTMENTS.size() - 1);
        for (int i = 0; i < 3; i++) {
            staff.add(people.person(
                    company,
                    company.culture(),
                    management.name(),
                    management.titles().get(i)));
        }
        for (Department department : DEPARTMENTS.subList(0, DEPARTMENTS.size() - 1)) {
            int count = Math.max(1, (int) Math.round(department.share() * settings.accounts()));
            for (int i = 0; i < count && staff.size() < settings.accounts(); i++) {
                Culture culture = dice.chance(0.6) ? company.culture() : dice.pickOf(Culture.values());
                staff.add(people.person(company, culture, department.name(), dice.pick(department.titles())));
            }
        }
        while (staff.size() < settings.accounts()) {
            staff.add(people.person(company, company.culture(), "Operations", "Freight Coordinator"));
        }
        return changing(staff);
    }

    /** Where a story needs them, two of different departments leave in its part of the time. */
    private List<Person> leaving(List<Person> staff) {
        List<Person> changed = new ArrayList<>(staff);
        if (settings.story() == Story.INSIDER && changed.size() >= STAFF_OF_STORY_MIN) {
            int first = changed.size() / 2;
            int second = changed.size() - 4;
            changed.set(first, changed.get(first).until(settings.begin().plusDays(settings.days() * 3L / 4)));
            changed.set(second, changed.get(second).until(settings.begin().plusDays(settings.days() * 4L / 5)));
        }
        return changed;
    }

    private static final int STAFF_OF_STORY_MIN = 12;

    /** Lets a few people join and leave while the simulation runs; the management stays. */
    private List<Person> changing(List<Person> staff) {
        List<Person> changed = leaving(staff);
        for (int i = 3; i < changed.size(); i++) {
            Person person = changed.get(i);
            if (person.last().isBefore(LocalDate.MAX)) {
                continue;
            }
            double throwOf = dice.unit();
            int day = dice.between(5, Math.max(6, settings.days() - 5));
            if (throwOf < 0.05) {
                changed.set(i, person.until(settings.begin().plusDays(day)));
            } else if (throwOf < 0.1) {
                changed.set(
                        i,
                        new Person(
                                person.given(),
                                person.family(),
                                person.address(),
                                person.company(),
                                person.department(),
                                person.title(),
                                person.culture(),
                                person.phone(),
                                person.desk(),
                                person.pocket(),
                                person.officeAddress(),
                                person.homeAddress(),
                                person.startHour(),
                                person.dayHours(),
                                person.manner(),
                                settings.begin().plusDays(day),
                                LocalDate.MAX));
            }
        }
        return changed;
    }

    private List<Partner> partners(List<Person> staff) {
        int count = Math.max(8, Math.min(40, 14 + settings.accounts() / 4));
        List<Partner> partners = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Trade trade = i < Trade.ALL.size() ? Trade.ALL.get(i) : Trade.any(dice);
            Culture culture = dice.chance(0.35) ? Culture.BRITISH : dice.pickOf(Culture.values());
            Company company = people.houses().partnerCompany(trade, culture);
            List<Person> members = new ArrayList<>();
            int size = dice.between(2, 5);
            for (int k = 0; k < size; k++) {
                Culture own = dice.chance(0.85) ? culture : dice.pickOf(Culture.values());
                members.add(people.person(company, own, "", trade.title(dice)));
            }
            // A steep and long-tailed volume, as correspondence has (chosen by hand: Zipf with exponent 0.7).
            double volume = 1 / StrictMath.pow(1 + i % count * 0.6, 0.7) * (0.6 + dice.unit());
            double sharing = dice.chance(0.45) ? 0.06 + dice.unit() * 0.2 : dice.unit() * 0.012;
            partners.add(new Partner(company, members, contacts(trade, staff), volume, sharing));
        }
        return partners;
    }

    private List<Person> contacts(Trade trade, List<Person> staff) {
        List<Person> fitting = staff.stream()
                .filter(person -> person.department().equals(trade.department())
                        || person.department().equals(trade.second()))
                .toList();
        List<Person> contacts = new ArrayList<>();
        int size = Math.min(fitting.size(), dice.between(2, 4));
        while (contacts.size() < size) {
            Person person = dice.pick(fitting);
            if (!contacts.contains(person)) {
                contacts.add(person);
            }
        }
        List<Person> finance = staff.stream()
                .filter(person -> person.department().equals("Finance"))
                .toList();
        if (!finance.isEmpty()) {
            Person accountant = dice.pick(finance);
            if (!contacts.contains(accountant)) {
                contacts.add(accountant);
            }
        }
        if (contacts.isEmpty()) {
            contacts.add(staff.get(0));
        }
        if (dice.chance(0.2) && !contacts.contains(staff.get(0))) {
            contacts.add(staff.get(0));
        }
        // Those who stay come first: relations outlive people who leave.
        contacts.sort(Comparator.comparing((Person person) -> person.last()).reversed());
        return contacts;
    }

    private record Department(String name, double share, List<String> titles) {}
}
