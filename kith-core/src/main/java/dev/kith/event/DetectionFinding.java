package dev.kith.event;

import java.time.Instant;
import java.util.List;

/**
 * Another product's alert (OCSF Detection Finding, 2004).
 *
 * @param occurredAt when the product raised it: nothing was known of it before
 * @param product who raised it, as people call it
 * @param alertId the source's own id of it, which an answer refers to; unlike {@code id} not unique across products
 * @param rule what it was raised by, by the source's own name or number; empty where it does not say
 * @param title in the product's words
 * @param confidence how sure the product is, from 0 to 100; {@value #CONFIDENCE_UNKNOWN} where it does not say
 * @param status as the product set it, in its own words
 * @param url where the product shows it; never followed
 * @param activity when what it is about began; the time of the alert where the source does not say
 * @param techniques ATT&CK ids
 * @param about what it names, in the order of the source, bounded by the normaliser
 */
public record DetectionFinding(
        EventId id,
        Instant occurredAt,
        SourceRef source,
        String product,
        String alertId,
        String rule,
        String title,
        Severity severity,
        int confidence,
        String status,
        Opinion opinion,
        String url,
        Instant activity,
        List<String> techniques,
        List<Observable> about,
        List<Problem> problems)
        implements Event {
    public static final int CONFIDENCE_UNKNOWN = -1;

    public DetectionFinding {
        if (confidence < CONFIDENCE_UNKNOWN || confidence > 100) {
            throw new IllegalArgumentException("confidence outside [-1, 100]: " + confidence);
        }
        techniques = List.copyOf(techniques);
        about = List.copyOf(about);
        problems = List.copyOf(problems);
    }

    /** How grave the product holds it to be. */
    public enum Severity {
        UNKNOWN,
        INFORMATIONAL,
        LOW,
        MEDIUM,
        HIGH,
        CRITICAL
    }

    /** What somebody made of it in the product already. */
    public enum Opinion {
        NONE,
        CONFIRMED,
        DISMISSED
    }

    /** Something that it names: never empty. */
    public record Observable(Kind kind, String value) {
        public Observable {
            if (value.isBlank()) {
                throw new IllegalArgumentException("an observable without a value");
            }
        }
    }

    /** What is named. {@code ACCOUNT_ID} is the directory's own id of an account, {@code ADDRESS} a mail address. */
    public enum Kind {
        ACCOUNT,
        ACCOUNT_ID,
        ADDRESS,
        IP,
        DEVICE,
        FILE,
        MESSAGE
    }
}
