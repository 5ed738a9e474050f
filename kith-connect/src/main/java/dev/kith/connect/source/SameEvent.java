package dev.kith.connect.source;

import dev.kith.event.ApiActivity;
import dev.kith.event.Authentication;
import dev.kith.event.Client;
import dev.kith.event.DetectionFinding;
import dev.kith.event.EmailActivity;
import dev.kith.event.EmailTrace;
import dev.kith.event.Endpoint;
import dev.kith.event.Event;
import dev.kith.event.FileHostingActivity;
import dev.kith.event.MailboxActivity;
import dev.kith.event.NetworkActivity;
import dev.kith.event.UserManagement;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Tells whether two records are one event, and which to keep.
 *
 * <p>Logs: two records with one id are one event. The one that says more is kept; a sign-in and its audit record are merged,
 * the kept one naming the other's place in its details under {@value #ALSO_IN}. Records without an id are one event if they
 * say the same and stand in different files. Mails: a Message-ID is the sender's claim
 * and proves nothing, so a mail is a repeat only if it equals another in every feature and in the hash of its bytes.
 */
final class SameEvent {
    /** Key in the details of an authentication under which the place of its other record stands. */
    static final String ALSO_IN = "alsoIn";

    private SameEvent() {}

    /** Events with different keys are never repeats of each other. */
    static String key(Event event) {
        if (event instanceof EmailActivity mail) {
            return "mail " + mail.contentHash() + " " + mail.sizeBytes();
        }
        if (event instanceof DetectionFinding finding && hasOwnId(event)) {
            // An alert may bear the id of the very record that it is about.
            return "finding " + finding.product() + " " + finding.id();
        }
        return hasOwnId(event) ? event.id().value() : RecordContent.hash(event);
    }

    /** Whether the id is the source's own, so that it can be met again elsewhere. */
    static boolean hasOwnId(Event event) {
        return !(event instanceof EmailActivity)
                && !event.id().value().startsWith(event.source().toString());
    }

    static boolean isRepeat(Event first, Event second) {
        if (first instanceof EmailActivity one && second instanceof EmailActivity other) {
            return at(one, other).equals(other);
        }
        if (first instanceof EmailActivity || second instanceof EmailActivity) {
            return false;
        }
        // Without ids, equal records of one file are as many events; those of another file are the same ones again.
        return hasOwnId(first) || !first.source().path().equals(second.source().path());
    }

    /** Whether both are the same record, found twice. */
    static boolean sameRecord(Event first, Event second) {
        if (first instanceof Authentication one && second instanceof Authentication other) {
            return one.details().equals(other.details()) && one.client().equals(other.client());
        }
        if (first instanceof NetworkActivity one && second instanceof NetworkActivity other) {
            return one.duration().equals(other.duration()) && one.bytesOut() == other.bytesOut();
        }
        return first.getClass() == second.getClass();
    }

    /** One event of two records of it; the first wins where neither says more. */
    static Event merge(Event first, Event second) {
        boolean firstKept = facts(first) >= facts(second);
        Event kept = firstKept ? first : second;
        Event other = firstKept ? second : first;
        return kept instanceof Authentication signIn ? withFactsOf(signIn, other) : kept;
    }

    private static Authentication withFactsOf(Authentication kept, Event other) {
        Map<String, String> details = new TreeMap<>();
        Client client = kept.client();
        Optional<Endpoint> endpoint = kept.endpoint();
        if (other instanceof Authentication audit) {
            details.putAll(audit.details());
            client = filled(client, audit.client());
            endpoint = endpoint.or(audit::endpoint);
        }
        details.putAll(kept.details());
        details.put(ALSO_IN, other.source().toString());
        return new Authentication(
                kept.id(),
                kept.occurredAt(),
                kept.source(),
                kept.actor(),
                kept.outcome(),
                kept.reason(),
                endpoint,
                client,
                kept.target(),
                kept.interactive(),
                details,
                kept.problems());
    }

    private static Client filled(Client kept, Client other) {
        return new Client(
                first(kept.userAgent(), other.userAgent()),
                first(kept.applicationId(), other.applicationId()),
                first(kept.application(), other.application()),
                first(kept.deviceId(), other.deviceId()),
                first(kept.protocol(), other.protocol()));
    }

    private static String first(String one, String other) {
        return one.isEmpty() ? other : one;
    }

    /** How much an event says: its details and the known parts of its client and endpoint. */
    private static int facts(Event event) {
        if (event instanceof Authentication e) {
            return facts(e.details(), e.client(), e.endpoint().isPresent());
        }
        if (event instanceof FileHostingActivity e) {
            return facts(e.details(), e.client(), e.endpoint().isPresent());
        }
        if (event instanceof UserManagement e) {
            return facts(e.details(), e.client(), e.endpoint().isPresent());
        }
        if (event instanceof MailboxActivity e) {
            return facts(e.details(), e.client(), e.endpoint().isPresent());
        }
        if (event instanceof ApiActivity e) {
            return facts(e.details(), e.client(), e.endpoint().isPresent());
        }
        if (event instanceof DetectionFinding e) {
            return e.about().size() + e.techniques().size() + (e.opinion() == DetectionFinding.Opinion.NONE ? 0 : 100);
        }
        if (event instanceof NetworkActivity e) {
            // What goes on is told of again and again, each time with more: the last counts.
            return (int) Math.min(
                    Integer.MAX_VALUE, e.duration().toMillis() + Math.max(0, e.bytesOut()) + Math.max(0, e.bytesIn()));
        }
        if (event instanceof EmailTrace || event instanceof EmailActivity) {
            return 0;
        }
        throw new AssertionError("event kind not weighed: " + event.getClass());
    }

    private static int facts(Map<String, String> details, Client client, boolean endpoint) {
        int facts = details.size() + (endpoint ? 1 : 0);
        for (String part : new String[] {
            client.userAgent(), client.applicationId(), client.application(), client.deviceId(), client.protocol()
        }) {
            facts += part.isEmpty() ? 0 : 1;
        }
        return facts;
    }

    /** The mail as if it had been found where the other was. */
    private static EmailActivity at(EmailActivity mail, EmailActivity other) {
        boolean ownId = !mail.id().value().equals(mail.source().toString());
        return new EmailActivity(
                ownId ? mail.id() : other.id(),
                mail.occurredAt(),
                other.source(),
                mail.from(),
                mail.sender(),
                mail.replyTo(),
                mail.returnPath(),
                mail.to(),
                mail.cc(),
                mail.deliveredTo(),
                mail.subject(),
                mail.thread(),
                mail.kind(),
                mail.origin(),
                mail.authentication(),
                mail.text(),
                mail.links(),
                mail.attachments(),
                mail.sizeBytes(),
                mail.contentHash(),
                mail.problems());
    }
}
