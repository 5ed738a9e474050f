package dev.kith.simulate;

import java.time.LocalDate;
import java.util.Optional;

/**
 * An organisation that people write from: ours, a partner, or a sender of service mail.
 *
 * @param name the full name, such as {@code Halverton Freight Ltd}
 * @param domain the mail domain, under .example
 * @param trade what it does: key of its vocabulary, such as {@code carrier}
 * @param ours whether it is the organisation that kith protects
 * @param mailSystem how its mail leaves the house
 * @param move a change of mail provider during the simulation
 * @param storage where it shares files from
 */
record Company(
        String name,
        String domain,
        Culture culture,
        String trade,
        String city,
        boolean ours,
        MailSystem mailSystem,
        Optional<Move> move,
        Storage storage) {
    /** The name without its legal form. */
    String shortName() {
        int cut = name.lastIndexOf(' ');
        return cut < 0 ? name : name.substring(0, cut);
    }

    MailSystem mailSystem(LocalDate day) {
        return move.filter(change -> !day.isBefore(change.day())).map(Move::to).orElse(mailSystem);
    }

    /** From that day on mail leaves through another provider. */
    record Move(LocalDate day, MailSystem to) {}
}
