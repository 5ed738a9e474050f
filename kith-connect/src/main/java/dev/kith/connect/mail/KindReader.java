package dev.kith.connect.mail;

import dev.kith.event.EmailActivity.Kind;
import dev.kith.event.Mailbox;
import java.util.List;

/** What sort of mail it is, by its headers and the types of its parts alone. */
final class KindReader {
    private static final List<String> LIST_MARKS = List.of(
            "list-post",
            "x-mailman-version",
            "x-beenthere",
            "mailing-list",
            "x-mailing-list",
            "x-google-group-id",
            "x-listserver");
    private static final List<String> BULK_MARKS = List.of(
            "list-unsubscribe",
            "feedback-id",
            "x-feedback-id",
            "x-campaign",
            "x-campaign-id",
            "x-campaignid",
            "x-mailgun-sid",
            "x-mailgun-tag",
            "x-sg-eid",
            "x-ses-outgoing",
            "x-sfmc-stack",
            "x-csa-complaints",
            "x-mc-user",
            "x-mandrill-user",
            "x-report-abuse",
            "x-mailer-recptid",
            "x-mailingid",
            "list-id");
    private static final List<String> BOUNCE_NAMES =
            List.of("mailer-daemon", "postmaster", "mail-daemon", "maildaemon");
    private static final List<String> BOUNCE_SUBJECTS = List.of(
            "undeliver",
            "delivery status notification",
            "mail delivery failed",
            "mail delivery failure",
            "returned mail",
            "failure notice",
            "delivery failure",
            "delivery notification",
            "unzustellbar",
            "non remis",
            "mail system error",
            "nondeliverable mail",
            "message delivery failure",
            "onbestelbaar",
            "non recapitabile",
            "no se puede entregar",
            "não é possível entregar");
    private static final List<String> AUTO_SUBJECTS = List.of(
            "automatic reply",
            "auto reply",
            "autoreply",
            "auto-reply",
            "out of office",
            "automatische antwort",
            "abwesenheit",
            "réponse automatique",
            "respuesta automática",
            "risposta automatica",
            "resposta automática",
            "automatisch antwoord");

    private KindReader() {}

    static Kind of(Part message, Mailbox from, String subject) {
        HeaderBlock headers = message.headers();
        String report = message.type().equals("multipart/report")
                ? Words.lower(message.contentType().parameter("report-type"))
                : "";
        if (report.equals("feedback-report") || has(message, "message/feedback-report", 0)) {
            return Kind.REPORT;
        }
        if (report.equals("disposition-notification")) {
            return Kind.AUTO_REPLY;
        }
        if (isBounce(message, from, Words.lower(subject))) {
            return Kind.BOUNCE;
        }
        if (isCalendar(message, 0)) {
            return Kind.CALENDAR;
        }
        if (isAutoReply(headers, Words.lower(subject))) {
            return Kind.AUTO_REPLY;
        }
        String precedence = Words.lower(headers.first("precedence"));
        if (precedence.equals("list") || any(headers, LIST_MARKS)) {
            return Kind.LIST;
        }
        String submitted = Words.lower(headers.first("auto-submitted"));
        if (precedence.equals("bulk")
                || precedence.equals("junk")
                || submitted.startsWith("auto-generated")
                || any(headers, BULK_MARKS)) {
            return Kind.BULK;
        }
        return Kind.PERSONAL;
    }

    private static boolean any(HeaderBlock headers, List<String> names) {
        for (String name : names) {
            if (headers.has(name)) {
                return true;
            }
        }
        return false;
    }

    /**
     * A report of failure from somebody who may make one: a daemon, or nobody (a null return path, or none recorded).
     * Lures dress up as reports with an ordinary envelope sender.
     */
    private static boolean isBounce(Part message, Mailbox from, String subject) {
        HeaderBlock headers = message.headers();
        String name = Words.lower(from.name());
        boolean daemon = BOUNCE_NAMES.stream().anyMatch(from.address().local()::contains)
                || BOUNCE_NAMES.stream().anyMatch(name::contains);
        boolean nobody = Authorship.nullReturnPath(headers);
        boolean report = has(message, "message/delivery-status", 0) || headers.has("x-failed-recipients");
        if (report) {
            return daemon || nobody || headers.first("return-path").isEmpty();
        }
        boolean says = BOUNCE_SUBJECTS.stream().anyMatch(subject::startsWith);
        return nobody ? daemon || says : daemon && (says || headers.has("auto-submitted"));
    }

    private static boolean isAutoReply(HeaderBlock headers, String subject) {
        return Words.startsWithIgnoreCase(headers.first("auto-submitted"), "auto-replied")
                || headers.has("x-autoreply")
                || headers.has("x-autorespond")
                || headers.has("x-autoresponder-revision")
                || Words.lower(headers.first("precedence")).startsWith("auto")
                || AUTO_SUBJECTS.stream().anyMatch(subject::startsWith);
    }

    private static boolean isCalendar(Part part, int depth) {
        if (part.type().equals("text/calendar")) {
            return !part.disposition().equals("attachment") || depth == 0;
        }
        if (part.isMultipart()) {
            for (Part child : part.children()) {
                if (isCalendar(child, depth + 1)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean has(Part part, String type, int depth) {
        if (part.type().equals(type)) {
            return true;
        }
        if (part.isMultipart() && depth < 2) {
            for (Part child : part.children()) {
                if (has(child, type, depth + 1)) {
                    return true;
                }
            }
        }
        return false;
    }
}
