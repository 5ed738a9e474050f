package dev.kith.investigate;

import dev.kith.detect.Detection;
import dev.kith.event.Endpoint;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the analyst made of one or several cases.
 *
 * @param summary what happened, in the order of the story
 * @param category whether it is an alarm; {@code BENIGN} for what was not raised, decided or not
 * @param raisedAt when it was first raised, by the time of the events; empty where it was not
 * @param accounts whose accounts it touches, the first taken first
 * @param events ids of the records and mails it consists of, in time order, bounded
 * @param conclusion of the surest case, in the end
 */
public record Incident(
        String id,
        Category category,
        int priority,
        Statement title,
        List<Statement> summary,
        Optional<Instant> raisedAt,
        Instant first,
        Instant last,
        List<String> accounts,
        List<Entity> entities,
        List<String> events,
        List<String> techniques,
        List<Moment> timeline,
        List<Detection> detections,
        Conclusion conclusion,
        List<ProposedAction> actions,
        Dossier dossier) {
    public Incident {
        summary = List.copyOf(summary);
        accounts = List.copyOf(accounts);
        entities = List.copyOf(entities);
        events = List.copyOf(events);
        techniques = List.copyOf(techniques);
        timeline = List.copyOf(timeline);
        detections = List.copyOf(detections);
        actions = List.copyOf(actions);
    }

    /** Other products' alerts that opened its cases or joined them. */
    public List<Alert> alerts() {
        return dossier.cases().stream().flatMap(c -> c.alerts().stream()).toList();
    }

    /** Whether it was raised, whatever is believed of it now. */
    public boolean raised() {
        return raisedAt.isPresent();
    }

    /** Whether it was not raised, and not found benign either: a person should look at it. */
    public boolean undecided() {
        return !raised() && conclusion.verdict() == Conclusion.Verdict.INSUFFICIENT_DATA;
    }

    /** Whether it was raised, and what came later speaks against it. */
    public boolean fallen() {
        return raised() && conclusion.verdict() != Conclusion.Verdict.SUSPICIOUS;
    }

    /** How grave it is. {@code BENIGN} ones are no alarms. */
    public enum Category {
        CRITICAL,
        SUSPICIOUS,
        COMPLIANCE,
        BENIGN
    }

    /** Something it touches: {@code kind} is account, address, application, file, message. */
    public record Entity(String kind, String id) {}

    /**
     * A line of the timeline: like acts close together are one.
     *
     * @param kind what sort of act it was, in kebab case: {@code mail} for a mail, {@code detection} for a model that fired
     * @param did what was done
     * @param accounts whose; empty where {@code did} says it
     * @param where from where; empty where that is not known
     */
    public record Moment(
            Instant time,
            String kind,
            Statement did,
            List<String> accounts,
            Optional<Endpoint> where,
            List<String> events) {
        public Moment {
            accounts = List.copyOf(accounts);
            events = List.copyOf(events);
        }
    }

    /** What active mode would have done. */
    public record ProposedAction(String action, String target, Statement why) {}
}
