package dev.kith.investigate;

import dev.kith.detect.Visit;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that lets its maker in again, or keeps mail from the owner, and that is in force: a rule, a forwarding, a
 * delegation, a consent, a method of signing in, a link for all.
 *
 * @param what kind and object in words, such as {@code inbox rule Invoices}
 * @param since when it was set
 * @param record id of the record that set it
 * @param visit in which it was set; empty from a usual place
 * @param consent whether it is a consent, for which there is a question of its own
 * @param grave whether it is one that hardly anybody honest sets: it hides warnings, or sends all mail or mail of money away
 */
public record Foothold(
        String what, Instant since, String record, Optional<Visit> visit, boolean consent, boolean grave) {}
