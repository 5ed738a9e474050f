package dev.kith.simulate;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Everybody there is: our people, the partners, and how our mail is run.
 *
 * @param gateway what rewrites the links of mail that comes in to us
 */
record Organisation(
        Company company,
        List<Person> staff,
        List<Partner> partners,
        Transport.Edge edge,
        MailSystem.Gateway gateway,
        Map<String, Grammar> grammars) {
    Organisation {
        staff = List.copyOf(staff);
        partners = List.copyOf(partners);
    }

    Grammar grammar(String language) {
        Grammar grammar = grammars.get(language);
        if (grammar == null) {
            throw new IllegalArgumentException("unknown language: " + language);
        }
        return grammar;
    }

    Person head() {
        return staff.get(0);
    }

    List<Person> department(String department, LocalDate day) {
        return staff.stream()
                .filter(person -> person.department().equals(department) && person.employed(day))
                .toList();
    }

    List<Person> present(LocalDate day) {
        return staff.stream().filter(person -> person.employed(day)).toList();
    }

    /** A partner, by its share of the correspondence. */
    Partner anyPartner(Dice dice) {
        double total = partners.stream().mapToDouble(Partner::volume).sum();
        double left = dice.unit() * total;
        for (Partner partner : partners) {
            left -= partner.volume();
            if (left < 0) {
                return partner;
            }
        }
        return partners.get(partners.size() - 1);
    }
}
