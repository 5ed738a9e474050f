package dev.kith.simulate;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Makes people: names, addresses, programs, habits. */
final class People {
    private final Simulation.Settings settings;
    private final Dice dice;
    private final Houses houses;
    private final Set<String> taken = new HashSet<>();

    People(Simulation.Settings settings, Dice dice) {
        this.settings = settings;
        this.dice = dice;
        this.houses = new Houses(settings, dice);
    }

    Houses houses() {
        return houses;
    }

    /** Somebody of a company that nobody here has heard of. */
    Person stranger() {
        Culture culture = dice.chance(0.5) ? Culture.BRITISH : dice.pickOf(Culture.values());
        Trade trade = Trade.any(dice);
        return person(houses.partnerCompany(trade, culture), culture, "", trade.title(dice));
    }

    /** A private person with an address at a provider of free mail, of a form that the provider does not hand out. */
    Person privately() {
        Culture culture = dice.pickOf(Culture.values());
        Company company = houses.freeMail(culture);
        Person person = person(company, culture, "", "");
        // Underscores are not allowed in addresses of this provider, so the address cannot be anybody's.
        String address =
                Person.slug(person.given()) + "_" + Person.slug(person.family()) + dice.digits(2) + "@gmail.com";
        return new Person(
                person.given(),
                person.family(),
                address,
                company,
                "",
                "",
                culture,
                person.phone(),
                ClientProgram.GMAIL,
                Optional.empty(),
                person.homeAddress(),
                person.homeAddress(),
                8,
                12,
                new Manner("greet.formal", person.manner().closing(), 0.2, 0, 0, false),
                LocalDate.MIN,
                LocalDate.MAX);
    }

    Person person(Company company, Culture culture, String department, String title) {
        String given = culture.givenName(dice);
        String family = culture.familyName(dice);
        while (!taken.add(given + family + company.domain())) {
            given = culture.givenName(dice);
            family = culture.familyName(dice);
        }
        boolean initials = Person.slug(company.name()).hashCode() % 3 == 0;
        String local = initials
                ? Person.slug(given).charAt(0) + "." + Person.slug(family)
                : Person.slug(given) + "." + Person.slug(family);
        String address = local + "@" + company.domain();
        while (!taken.add(address)) {
            address = local + dice.between(2, 9) + "@" + company.domain();
        }
        ClientProgram desk = desk(company);
        boolean cloud = desk.cloudOutlook();
        Optional<ClientProgram> pocket = dice.chance(0.6)
                ? Optional.of(
                        cloud && dice.chance(0.6)
                                ? ClientProgram.OUTLOOK_IOS
                                : desk == ClientProgram.GMAIL ? ClientProgram.GMAIL : ClientProgram.IPHONE)
                : Optional.empty();
        String office = officeAddress(company, culture);
        return new Person(
                given,
                family,
                address,
                company,
                department,
                title,
                culture,
                culture.phone(dice),
                desk,
                pocket,
                office,
                culture.home().address(dice),
                dice.between(6, 9),
                dice.between(8, 10),
                manner(),
                LocalDate.MIN,
                LocalDate.MAX);
    }

    /** A company has one address to the world in each country that it has people in. */
    private String officeAddress(Company company, Culture culture) {
        return culture.office().address(Dice.of(settings.seed(), "office", company.domain(), culture));
    }

    private ClientProgram desk(Company company) {
        if (company.ours()) {
            return dice.chance(0.8) ? ClientProgram.OUTLOOK : ClientProgram.OUTLOOK_WEB;
        }
        return switch (company.mailSystem().provider()) {
            case MICROSOFT ->
                dice.chance(0.75)
                        ? ClientProgram.OUTLOOK
                        : dice.pickOf(ClientProgram.OUTLOOK_WEB, ClientProgram.APPLE_MAIL);
            case GOOGLE -> dice.chance(0.8) ? ClientProgram.GMAIL : ClientProgram.APPLE_MAIL;
            case HOSTER, BULK ->
                dice.pickOf(
                        ClientProgram.OUTLOOK_OLD,
                        ClientProgram.OUTLOOK_OLD,
                        ClientProgram.THUNDERBIRD,
                        ClientProgram.ROUNDCUBE,
                        ClientProgram.APPLE_MAIL);
            case OWN_SERVER -> dice.pickOf(ClientProgram.ZIMBRA, ClientProgram.THUNDERBIRD, ClientProgram.OUTLOOK_OLD);
        };
    }

    private Manner manner() {
        return new Manner(
                dice.pickOf("greet.formal", "greet.plain", "greet.plain", "greet.warm"),
                dice.below(24),
                dice.unit() * 0.7,
                dice.pickOf(0, 1, 1, 2, 2),
                dice.chance(0.3) ? dice.unit() * 0.6 : 0.05,
                dice.chance(0.3));
    }
}
