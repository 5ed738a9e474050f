package dev.kith.connect.google;

import dev.kith.connect.source.EventSink;
import dev.kith.connect.source.RecordFields;
import dev.kith.event.EmailTrace;
import dev.kith.event.EventId;
import dev.kith.event.MailAddress;
import dev.kith.event.Problem;
import java.util.List;

/** Deliveries in Gmail's log: a trace of the mail for each recipient. Other events are kept and counted. */
final class GmailEvents {
    /** What a delivery to the folder of spam is called by every message trace. */
    private static final String FILTERED = "FilteredAsSpam";

    private GmailEvents() {}

    static void read(ReportedActivity activity, EventSink sink) {
        Parameters message = activity.parameters().message("message_info");
        List<Parameters> recipients = message.messages("destination");
        String sender = message.message("source").text("address", "from_header_address");
        if (recipients.isEmpty() || sender.isEmpty()) {
            sink.event(activity.asApiActivity());
            return;
        }
        Parameters told = activity.parameters().message("event_info");
        boolean failed = told.has("success") && !told.is("success");
        String status = message.is("is_spam") ? FILTERED : failed ? "Failed" : "Delivered";
        int count = 0;
        for (Parameters recipient : recipients) {
            MailAddress to = MailAddress.of(recipient.text("address"));
            // Further recipients are told apart by their address: the activity has one id for all.
            String id = count++ == 0 ? activity.id().value() : activity.id().value() + " " + to;
            sink.event(new EmailTrace(
                    new EventId(id),
                    activity.time(),
                    activity.where(),
                    message.text("rfc2822_message_id"),
                    MailAddress.of(sender),
                    to,
                    message.text("subject"),
                    RecordFields.shared(status),
                    activity.endpoint(),
                    size(message.text("payload_size")),
                    problems(recipients.size())));
        }
    }

    private static List<Problem> problems(int recipients) {
        return recipients < Parameters.NAMES_MAX
                ? List.of()
                : List.of(Problem.of("too-many-recipients", "cut after " + Parameters.NAMES_MAX));
    }

    private static long size(String text) {
        return text.length() > 15 || text.isEmpty() || !text.chars().allMatch(c -> c >= '0' && c <= '9')
                ? 0
                : Long.parseLong(text);
    }
}
