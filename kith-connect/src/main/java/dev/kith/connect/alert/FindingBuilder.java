package dev.kith.connect.alert;

import dev.kith.connect.source.EventSink;
import dev.kith.connect.source.RecordFields;
import dev.kith.connect.source.RecordTime;
import dev.kith.event.DetectionFinding;
import dev.kith.event.DetectionFinding.Kind;
import dev.kith.event.DetectionFinding.Observable;
import dev.kith.event.DetectionFinding.Opinion;
import dev.kith.event.DetectionFinding.Severity;
import dev.kith.event.EventId;
import dev.kith.event.IpAddress;
import dev.kith.event.Problem;
import dev.kith.event.SourceRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts an alert together out of what its record says, and bounds it. */
final class FindingBuilder {
    /** Things that an alert names; more are counted. Chosen by hand: the longest alerts seen name some thirty. */
    static final int ABOUT_MAX = 60;

    private static final int TECHNIQUES_MAX = 30;
    private static final int ID_CHARS_MAX = 200;
    private static final int TITLE_CHARS_MAX = 300;

    private static final Pattern TECHNIQUE = Pattern.compile("\\bT\\d{4}(?:\\.\\d{3})?\\b");

    private final Set<Observable> about = new LinkedHashSet<>();
    private final Set<String> techniques = new LinkedHashSet<>();
    private final List<Problem> problems = new ArrayList<>();
    private final String product;
    private String id = "";
    private String rule = "";
    private String title = "";
    private Severity severity = Severity.UNKNOWN;
    private int confidence = DetectionFinding.CONFIDENCE_UNKNOWN;
    private String status = "";
    private Opinion opinion = Opinion.NONE;
    private String url = "";
    private String raised = "";
    private String activity = "";
    private int left;

    /** @param product who raised it */
    FindingBuilder(String product) {
        this.product = product.isBlank() ? "unknown product" : cut(product, 100);
    }

    FindingBuilder id(String text) {
        id = cut(text, ID_CHARS_MAX);
        return this;
    }

    /** @param name of what raised it, or its number */
    FindingBuilder rule(String name, String shown) {
        rule = cut(name, ID_CHARS_MAX);
        title = cut(shown.isEmpty() ? name : shown, TITLE_CHARS_MAX);
        return this;
    }

    FindingBuilder severity(Severity of) {
        severity = of;
        return this;
    }

    /** @param text from 0 to 100, or anything else where it is not told */
    FindingBuilder confidence(String text) {
        try {
            double value = Double.parseDouble(text);
            confidence = value >= 0 && value <= 100 ? (int) value : DetectionFinding.CONFIDENCE_UNKNOWN;
        } catch (NumberFormatException e) {
            confidence = DetectionFinding.CONFIDENCE_UNKNOWN;
        }
        return this;
    }

    FindingBuilder status(String text, Opinion of) {
        status = cut(text, 100);
        opinion = of;
        return this;
    }

    FindingBuilder url(String text) {
        url = RecordFields.cut(text);
        return this;
    }

    /**
     * @param created when it was raised
     * @param began when what it is about began; empty where that is not told
     */
    FindingBuilder time(String created, String began) {
        raised = created;
        activity = began;
        return this;
    }

    /** Every number of a technique in a text. */
    FindingBuilder techniques(String text) {
        Matcher numbers = TECHNIQUE.matcher(text);
        while (techniques.size() < TECHNIQUES_MAX && numbers.find()) {
            techniques.add(numbers.group());
        }
        return this;
    }

    /** Something that it names; what cannot be one of the kind is left out. */
    FindingBuilder names(Kind kind, String text) {
        String value = switch (kind) {
            case IP -> IpAddress.parse(text).map(IpAddress::toString).orElse("");
            case ADDRESS -> text.indexOf('@') > 0 ? RecordFields.account(text) : "";
            case ACCOUNT -> text.indexOf('@') == 0 ? "" : RecordFields.account(text);
            case ACCOUNT_ID -> text.strip().toLowerCase(Locale.ROOT);
            case MESSAGE -> message(text.strip());
            case DEVICE, FILE -> text.strip();
        };
        if (value.isBlank() || value.equals("-") || value.equals("null")) {
            return this;
        }
        Observable named = new Observable(kind, RecordFields.cut(value));
        if (about.size() < ABOUT_MAX) {
            about.add(named);
        } else if (!about.contains(named)) {
            left++;
        }
        return this;
    }

    /** Message-IDs stand in angle brackets everywhere else. */
    private static String message(String text) {
        return text.indexOf('@') > 0 && !text.startsWith("<") ? "<" + text + ">" : text;
    }

    FindingBuilder problem(Optional<Problem> problem) {
        problem.ifPresent(problems::add);
        return this;
    }

    /** Hands on the alert, or why it is none. */
    void into(EventSink sink, SourceRef where) {
        Optional<Instant> began = RecordTime.parse(activity);
        Optional<Instant> at = RecordTime.parse(raised).or(() -> began);
        if (at.isEmpty()) {
            sink.problem(where, Problem.of("no-time", "an alert without a readable time"));
            return;
        }
        if (title.isEmpty()) {
            problems.add(Problem.of("no-title", "an alert that does not say what it found"));
        }
        if (left > 0) {
            problems.add(Problem.of("observables-cut", left + " named beyond " + ABOUT_MAX));
        }
        // Clocks differ and some products round: what an alert is about is not later than the alert.
        Instant since = began.filter(b -> b.isBefore(at.get())).orElse(at.get());
        sink.event(new DetectionFinding(
                new EventId(id.isBlank() ? where.toString() : id),
                at.get(),
                where,
                product,
                id,
                rule,
                title.isEmpty() ? "untitled" : title,
                severity,
                confidence,
                status,
                opinion,
                url,
                since,
                List.copyOf(techniques),
                List.copyOf(about),
                problems));
    }

    /** A severity by its usual names. */
    static Severity severity(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "critical", "fatal", "severe", "emergency", "very high" -> Severity.CRITICAL;
            case "high", "major", "important" -> Severity.HIGH;
            case "medium", "moderate", "warning", "warn" -> Severity.MEDIUM;
            case "low", "minor" -> Severity.LOW;
            case "informational", "information", "info", "notice" -> Severity.INFORMATIONAL;
            default -> Severity.UNKNOWN;
        };
    }

    /** What people made of it, by the words of several products. */
    static Opinion opinion(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT).replaceAll("[ _-]", "")) {
            case "falsepositive",
                    "informationalexpectedactivity",
                    "benignpositive",
                    "benign",
                    "dismissed",
                    "confirmedsafe",
                    "disregard",
                    "test" -> Opinion.DISMISSED;
            case "truepositive", "confirmedcompromised", "confirmed" -> Opinion.CONFIRMED;
            default -> Opinion.NONE;
        };
    }

    private static String cut(String text, int charsMax) {
        String said = text.strip();
        if (said.length() <= charsMax) {
            return said;
        }
        return said.substring(0, Character.isHighSurrogate(said.charAt(charsMax - 1)) ? charsMax - 1 : charsMax);
    }
}
