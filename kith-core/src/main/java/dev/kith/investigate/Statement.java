package dev.kith.investigate;

import dev.kith.event.Endpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Something told of an incident: what, and the facts in it. Words are made of it outside.
 *
 * @param values in the order in which the words for {@code code} number them
 */
public record Statement(Code code, List<Value> values) {
    public Statement {
        values = List.copyOf(values);
    }

    static Statement of(Code code, Value... values) {
        return new Statement(code, List.of(values));
    }

    /** What is told. The comment names the values. */
    public enum Code {
        /** Names of accounts, as in all titles. */
        TITLE_HIJACK,
        /** Names, Count of mails sent. */
        TITLE_HIJACK_SENT,
        /** Names. */
        TITLE_APPLICATION,
        TITLE_APPLICATION_LET_IN,
        /** Names. */
        TITLE_INSIDER,
        /** Names. */
        TITLE_LEAVER,
        /** Told of the title it was raised under. */
        TITLE_FALLEN,
        /** Text model, Names. */
        TITLE_CLOSED,
        /** Count of mails, Count of senders, Told of {@link #LURE}. */
        BEGAN_WITH_LURES,
        /** The same, where they came later. */
        LURES_CAME_TOO,
        /** The same, from within. */
        LURED_FROM_WITHIN,
        /** Text subject, Text sender, Told of {@link #MAILS}. */
        LURE,
        /** Count of failures, Names of addresses. */
        PASSWORD_GUESSED,
        /** Count of failures, Count of accounts, Names of addresses. */
        PASSWORDS_SPRAYED,
        /** Names of applications, Told of {@link #READS_FROM}. */
        APPLICATION_PREPARED,
        /** Names of applications, Text of what it may do, Told of {@link #READS_FROM}. */
        APPLICATION_ALLOWED,
        /** Places. */
        READS_FROM,
        /** Names of accounts, Places. */
        USED_FROM,
        /** Told of {@link #RULE}. */
        RULES_MADE,
        /** Text of what it does, Text whose. */
        RULE,
        /** Text whose: nobody knows what it does. */
        RULE_UNTOLD,
        /** Names of files. */
        LINKS_MADE,
        /** Names of files, Count of uses. */
        LINKS_MADE_AND_USED,
        /** Count of times, Count of accounts. */
        MAIL_READ,
        /** Count of mails, Told of {@link #BATCH}. */
        MAIL_SENT,
        /** Count of mails, Period, Told of subjects, Told of recipients. */
        BATCH,
        /** Text subject. */
        OF_SUBJECT,
        /** Names of subjects. */
        OF_SUBJECTS,
        /** Count of addresses, Count of organisations. */
        TO_OUTSIDE,
        /** Names of addresses. */
        TO_NAMED,
        /** Count of addresses. */
        SENT_TO,
        TO_COLLEAGUES,
        /** Count of mails. */
        TO_UNKNOWN,
        /** Count of items. */
        ITEMS_DELETED,
        /** Names of accounts. */
        HAD_LEFT,
        /** Count of files, Count of areas, Names of areas, Told of {@link #FETCHED_OPEN}. */
        FETCHED,
        /** Count of files, Names of some. */
        FETCHED_OPEN,
        /** Count of files, Names of addresses. */
        SHARED_PRIVATE,
        /** Told of {@link #DANGER}. */
        DONE_TOO,
        /** Constant of {@link Trace.Danger}. */
        DANGER,
        /** Count of events. */
        MORE_EVENTS,
        /** Share, Constant of {@link Hypothesis}, Share of the bar. */
        RAISED,
        /** Share when it was raised, Share now, Share of the bar. */
        FALLEN,
        /** As of {@link #CLOSED}. */
        UNDECIDED,
        /** Constant of {@link Hypothesis}, Share of it, Share malicious, Share of the bar. */
        CLOSED,
        /** Count of acts, Span within which, Text of how many are usual. */
        BEYOND_USUAL,
        /** Text question, Text finding. */
        SPOKE_FOR_IT,
        /** Text id of the incident. */
        BESIDE,
        /** Text subject, Text sender, Told of {@link #MAILS}. */
        MAIL_CAME,
        /** Constant of {@link dev.kith.profile.Act}, Told of {@link #OBJECT}, Told of {@link #TIMES}. */
        ACT,
        /** Text. */
        OBJECT,
        /** Count of more than one. */
        TIMES,
        /** Count of more than one. */
        MAILS,
        /** Text title. */
        MODEL_FIRED,
        /** Text account. */
        WHY_READS_MAILBOX,
        WHY_SOMEBODY_ELSE,
        WHY_LEFT,
        WHY_TAKES_DATA,
        WHY_SHARED_PRIVATE,
        WHY_PASSWORD_KNOWN,
        WHY_MADE_BY_INTRUDER,
        WHY_HIDES_MAIL,
        /** Names of devices, Names of destinations. */
        TITLE_COMMAND,
        TITLE_EXFILTRATION,
        /** Names of devices, Text destination, Count of calls, Period. */
        DEVICE_CALLED,
        /** Names of devices, Text domain, Count of names, Period. */
        DEVICE_ASKED,
        /** Span between calls, Text how far they are off. */
        CALLS_REGULAR,
        /** Count of calls refused, Count of calls. */
        CALLS_REFUSED,
        /** Span of the longest call. */
        CALL_LASTED,
        /** Text how much was sent, Text how much came back. */
        CALLS_CARRIED,
        /** Count of devices that call it, Count of devices, Span since it was first called. */
        DESTINATION_KNOWN,
        /** Text of the proxy. */
        THROUGH_PROXY,
        /** Text destination. */
        FIRST_CALLED,
        /** Text destination, Count of calls. */
        LAST_CALLED,
        /** Text destination. */
        WHY_TAKES_ORDERS,
        WHY_CARRIES_OUT
    }

    /** A fact in a statement. What comes from outside is a {@link Text} or in {@link Names}, and as it was found. */
    public sealed interface Value {}

    /** How many; {@code least} where not all were kept that there were. */
    public record Count(long n, boolean least) implements Value {
        static Count of(long n) {
            return new Count(n, false);
        }
    }

    /** A probability, in [0, 1]. */
    public record Share(double p) implements Value {
        public Share {
            if (!(p >= 0 && p <= 1)) {
                throw new IllegalArgumentException("share outside [0, 1]: " + p);
            }
        }
    }

    /** A name or text as it was found. */
    public record Text(String text) implements Value {}

    /**
     * Names of one kind.
     *
     * @param first at most {@value #NAMED_MAX}, in the order of appearance
     * @param all how many there are
     */
    public record Names(List<String> first, int all) implements Value {
        private static final int NAMED_MAX = 50;

        public Names {
            first = List.copyOf(first);
        }

        static Names of(Collection<String> all) {
            return new Names(all.stream().limit(NAMED_MAX).toList(), all.size());
        }
    }

    /** From a first to a last time. */
    public record Period(Instant from, Instant to) implements Value {}

    /** A length of time. */
    public record Span(Duration length) implements Value {}

    /** Where something was done from. */
    public record Places(List<Endpoint> all) implements Value {
        public Places {
            all = List.copyOf(all);
        }
    }

    /** A constant of the model. */
    public record Constant(Enum<?> constant) implements Value {}

    /** Statements within a statement; may be none. */
    public record Told(List<Statement> statements) implements Value {
        public Told {
            statements = List.copyOf(statements);
        }

        /** One statement, or none where there is but one of it. */
        static Told ofMany(Code code, int count) {
            return count > 1 ? of(Statement.of(code, Count.of(count))) : of();
        }

        static Told of(Statement... statements) {
            return new Told(List.of(statements));
        }
    }
}
