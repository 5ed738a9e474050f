package dev.kith.investigate;

import dev.kith.detect.SensitiveNames;
import dev.kith.event.Endpoint;
import dev.kith.investigate.Trace.Danger;
import dev.kith.profile.Act;
import dev.kith.profile.HostedFile;
import dev.kith.profile.Staff.Departure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What an incident's records say, counted and named once. Mutable while it is filled; one writer. */
final class IncidentFacts {
    /** Dangers that no other statement tells. */
    private static final Set<Danger> OTHERS = Set.of(
            Danger.MFA,
            Danger.DELEGATION,
            Danger.CREDENTIAL,
            Danger.ROLE,
            Danger.SETTING,
            Danger.DOWNLOAD_BURST,
            Danger.DELETION_BURST,
            Danger.OUTBOUND_DRIP);

    /** Of a flood only so much is kept for each place: from here on what is counted is the least there was. */
    private static final int FLOOD = 1_000;

    private static final int NAMED_MAX = 50;

    /** A rule that was made: what it does and in whose mailbox. */
    record Rule(String does, String owner) {}

    final List<MailTrace> lures;
    final Map<String, Endpoint> places = new LinkedHashMap<>();
    final Set<Rule> rules = new LinkedHashSet<>();
    final Set<String> ruleObjects = new LinkedHashSet<>();
    final Set<String> linkObjects = new LinkedHashSet<>();
    final Set<String> objects = new LinkedHashSet<>();
    final Set<String> secrets = new LinkedHashSet<>();
    final Set<String> applicationIds = new LinkedHashSet<>();
    final Set<String> guessers = new LinkedHashSet<>();
    final Set<String> guessed = new LinkedHashSet<>();
    final Set<String> readers = new LinkedHashSet<>();
    final Set<Danger> others = new TreeSet<>();
    final List<Trace> sent = new ArrayList<>();
    final Fetched fetched = new Fetched();
    final Set<String> departed = new LinkedHashSet<>();
    final Set<String> privateAddresses = new LinkedHashSet<>();
    final Set<String> sharedObjects = new LinkedHashSet<>();
    long sharedPrivately;
    private final Set<String> named = new LinkedHashSet<>();
    private final Set<String> unnamed = new LinkedHashSet<>();
    String scope = "";
    long reads;
    long deleted;
    long linkUses;
    private long failures;

    /** Files that were fetched: how many, from where, and which of them outsiders can open. */
    static final class Fetched {
        final Set<String> areas = new LinkedHashSet<>();
        final Set<String> openNames = new LinkedHashSet<>();
        long files;
        long open;

        private void take(HostedFile file, String name) {
            files++;
            if (!file.area().isEmpty() && areas.size() < NAMED_MAX) {
                areas.add(file.area());
            }
            if (file.reach().outside()) {
                open++;
                once(openNames, name);
            }
        }
    }

    private IncidentFacts(List<MailTrace> lures) {
        this.lures = lures;
    }

    /**
     * @param traces records in time order
     * @param lures mails it began with, in time order
     */
    static IncidentFacts of(List<Trace> traces, List<MailTrace> lures) {
        IncidentFacts facts = new IncidentFacts(lures);
        for (Trace t : traces) {
            if (t.act() == Act.SIGN_IN_FAILED && t.visit().isEmpty()) {
                facts.failures++;
                facts.guessed.add(t.account().value());
                t.endpoint().ifPresent(e -> facts.guessers.add(e.ip().toString()));
            } else {
                facts.take(t);
            }
        }
        return facts;
    }

    Statement.Count failures() {
        return new Statement.Count(failures, failures >= FLOOD);
    }

    boolean hidesMail() {
        return !rules.isEmpty();
    }

    /** An application that was not told by name is told by its id, where none has a name. */
    Set<String> applications() {
        return named.isEmpty() ? unnamed : named;
    }

    /** The last part of a path. */
    static String fileName(String object) {
        return object.substring(object.lastIndexOf('/') + 1);
    }

    private void take(Trace t) {
        t.endpoint().filter(e -> t.visit().isPresent()).ifPresent(e -> places.putIfAbsent(e.ip().toString(), e));
        switch (t.act()) {
            case MAIL_READ -> {
                reads++;
                readers.add(Containment.owner(t));
            }
            case MAIL_SEND -> sent.add(t);
            case MAIL_DELETE -> deleted++;
            case FILE_DOWNLOAD, FILE_SYNC -> t.file().ifPresent(file -> fetched.take(file, fileName(t.object())));
            case FILE_SHARE -> {
                if (t.note().filter(d -> d == Danger.SHARED_PRIVATE).isPresent()) {
                    sharedPrivately++;
                    once(sharedObjects, t.object());
                    t.file().ifPresent(file -> once(privateAddresses, file.sharedWith()));
                }
            }
            case ANONYMOUS_LINK_CREATED -> linkObjects.add(t.object());
            case ANONYMOUS_LINK_USED -> linkUses++;
            case CONSENT -> consent(t);
            case APPLICATION_CHANGE -> {
                boolean hasName = !t.object().equalsIgnoreCase(t.application());
                once(hasName ? named : unnamed, t.object() + (hasName ? " (" + t.application() + ")" : ""));
            }
            case INBOX_RULE, FORWARDING -> {
                if (rules.size() < NAMED_MAX) {
                    rules.add(new Rule(t.about(), Containment.owner(t)));
                }
                once(ruleObjects, t.object());
            }
            default -> {
                // Told by the timeline.
            }
        }
        if (t.act().name().startsWith("FILE") || t.act().name().startsWith("ANONYMOUS")) {
            objects.add(t.object());
            if (SensitiveNames.secret(t.object())) {
                secrets.add(t.object());
            }
        }
        t.note().filter(OTHERS::contains).ifPresent(others::add);
        if (InsiderQuestions.departs(t, Departure.LEFT)) {
            departed.add(t.account().value());
        }
    }

    private void consent(Trace t) {
        if (t.note().isPresent()) {
            applicationIds.add(t.application());
        }
        if (!t.about().isEmpty()) {
            scope = t.about();
        }
    }

    private static void once(Set<String> set, String value) {
        if (set.size() < NAMED_MAX) {
            set.add(value);
        }
    }
}
