package dev.kith.simulate;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/**
 * Somebody who writes and reads mail, with the habits that make mail of theirs recognisable.
 *
 * @param company whom they work for
 * @param department what they do there, such as {@code Operations}
 * @param desk the program they write with at work
 * @param pocket the program on the telephone
 * @param startHour local hour at which the day begins
 * @param dayHours hours of an ordinary day
 * @param first first day in the company, {@code LocalDate.MIN} where long ago
 * @param last last day in the company, {@code LocalDate.MAX} where not in sight
 */
record Person(
        String given,
        String family,
        String address,
        Company company,
        String department,
        String title,
        Culture culture,
        String phone,
        ClientProgram desk,
        Optional<ClientProgram> pocket,
        String officeAddress,
        String homeAddress,
        int startHour,
        int dayHours,
        Manner manner,
        LocalDate first,
        LocalDate last) {
    String name() {
        return given + " " + family;
    }

    /** Name and address as headers carry them. */
    Correspondent mailbox() {
        return new Correspondent(name(), address);
    }

    ZoneId zone() {
        return culture.zone();
    }

    String language() {
        return company.ours() ? "en" : company.culture().language();
    }

    boolean employed(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    Person until(LocalDate day) {
        return new Person(
                given,
                family,
                address,
                company,
                department,
                title,
                culture,
                phone,
                desk,
                pocket,
                officeAddress,
                homeAddress,
                startHour,
                dayHours,
                manner,
                first,
                day);
    }

    /** ASCII lower-case form of a name, as it stands in addresses. */
    static String slug(String name) {
        String flat = java.text.Normalizer.normalize(
                        name.replace("ß", "ss")
                                .replace("ø", "o")
                                .replace("Ø", "o")
                                .replace("ł", "l")
                                .replace("Ł", "l")
                                .replace("ı", "i")
                                .replace("å", "a")
                                .replace("Å", "a"),
                        java.text.Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT);
        StringBuilder slug = new StringBuilder();
        for (int i = 0; i < flat.length(); i++) {
            char c = flat.charAt(i);
            if (Dice.LOWER.indexOf(c) >= 0 || c == '-') {
                slug.append(c);
            }
        }
        return slug.toString();
    }
}
