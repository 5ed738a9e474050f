package dev.kith.simulate;

import java.util.List;

/**
 * An organisation that ours works with.
 *
 * @param people those who write to us
 * @param contacts those of ours who deal with it; the first most of all
 * @param volume its share of the correspondence, relative to the others
 * @param sharing share of its mails that carry a link into its storage, in [0, 1]
 */
record Partner(Company company, List<Person> people, List<Person> contacts, double volume, double sharing) {
    /** Below this share a partner counts as one that hardly ever shares (chosen by hand: one mail in eighty). */
    static final double SHARES_RARELY = 0.0125;

    Partner {
        people = List.copyOf(people);
        contacts = List.copyOf(contacts);
        if (people.isEmpty() || contacts.isEmpty()) {
            throw new IllegalArgumentException("partner without people or contacts: " + company.name());
        }
    }
}
