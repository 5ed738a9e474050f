package dev.kith.simulate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What there is to know about a simulated organisation from outside.
 *
 * @param learnUntil before this moment nothing but ordinary life happens
 */
public record Charter(
        Story story,
        long seed,
        LocalDate begin,
        int days,
        Instant learnUntil,
        String name,
        List<String> domains,
        List<Account> accounts,
        List<PartnerName> partners) {
    public Charter {
        domains = List.copyOf(domains);
        accounts = List.copyOf(accounts);
        partners = List.copyOf(partners);
    }

    /**
     * A mailbox of the organisation.
     *
     * @param manager address of the manager; empty for the head
     * @param lastDay the last working day, where somebody leaves
     * @param guarded whether it must never be disabled
     */
    public record Account(
            String address,
            String displayName,
            String department,
            String manager,
            String title,
            boolean active,
            Optional<LocalDate> lastDay,
            boolean guarded) {}

    /** A partner organisation. */
    public record PartnerName(String name, String domain) {}
}
