package dev.kith.server;

import dev.kith.connect.alert.AlertMapping;
import dev.kith.connect.catalogue.Catalogue;
import dev.kith.connect.directory.DirectoryEntry;
import dev.kith.event.MailAddress;
import dev.kith.server.report.ReadFacts;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What to scan, checked.
 *
 * @param inputs files and folders that exist, as the user named them
 * @param domains ours, in lower case; with {@code mailboxes} empty, ours is inferred
 * @param mailboxes our addresses at foreign domains
 * @param learnUntil events before it only teach
 * @param directory who works here; empty where not told
 * @param unreadable what could not be read of that table; told with what could not be read of the inputs
 * @param catalogue the models in use
 * @param intel a folder of fresher tables of networks and hosts
 * @param budget incidents a day that the owner wants to see; above 0
 * @param out where the report goes; not read where it lies within an input
 * @param mapping tells alerts of a product that no format knows
 * @param asking what a person asks about
 */
public record ScanRequest(
        List<Path> inputs,
        Set<String> domains,
        Set<MailAddress> mailboxes,
        Optional<Instant> learnUntil,
        List<DirectoryEntry> directory,
        List<ReadFacts.Unreadable> unreadable,
        Catalogue catalogue,
        Optional<Path> intel,
        double budget,
        Path out,
        Optional<AlertMapping> mapping,
        Optional<Asking> asking) {
    /** A scan without a mapping of alerts, and without a question. */
    public ScanRequest(
            List<Path> inputs,
            Set<String> domains,
            Set<MailAddress> mailboxes,
            Optional<Instant> learnUntil,
            List<DirectoryEntry> directory,
            List<ReadFacts.Unreadable> unreadable,
            Catalogue catalogue,
            Optional<Path> intel,
            double budget,
            Path out) {
        this(
                inputs,
                domains,
                mailboxes,
                learnUntil,
                directory,
                unreadable,
                catalogue,
                intel,
                budget,
                out,
                Optional.empty(),
                Optional.empty());
    }

    /** Incidents a day where the owner names no budget. Chosen by hand: one person's morning. */
    static final int BUDGET = 10;

    /** The same with a mapping of alerts. */
    ScanRequest with(Optional<AlertMapping> alerts) {
        return new ScanRequest(
                inputs,
                domains,
                mailboxes,
                learnUntil,
                directory,
                unreadable,
                catalogue,
                intel,
                budget,
                out,
                alerts,
                asking);
    }

    /** The same with something that a person asks about. */
    ScanRequest with(Asking question) {
        return new ScanRequest(
                inputs,
                domains,
                mailboxes,
                learnUntil,
                directory,
                unreadable,
                catalogue,
                intel,
                budget,
                out,
                mapping,
                Optional.of(question));
    }

    public ScanRequest {
        if (inputs.isEmpty()) {
            throw new IllegalArgumentException("no input to scan");
        }
        if (!(budget > 0)) {
            throw new IllegalArgumentException("a budget of " + budget + " a day");
        }
        inputs = List.copyOf(inputs);
        domains = Set.copyOf(domains);
        mailboxes = Set.copyOf(mailboxes);
        directory = List.copyOf(directory);
        unreadable = List.copyOf(unreadable);
    }

    /** The same with other models. */
    ScanRequest with(Catalogue models) {
        return new ScanRequest(
                inputs,
                domains,
                mailboxes,
                learnUntil,
                directory,
                unreadable,
                models,
                intel,
                budget,
                out,
                mapping,
                asking);
    }
}
