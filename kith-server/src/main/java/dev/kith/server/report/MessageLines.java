package dev.kith.server.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import dev.kith.detect.MailJudgement;
import dev.kith.detect.Relationship;
import dev.kith.event.Attachment;
import dev.kith.event.EmailActivity;
import dev.kith.event.Link;
import dev.kith.event.MailAddress;
import dev.kith.event.Mailbox;
import dev.kith.score.Familiarity;
import dev.kith.score.Reason;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * {@code messages.jsonl}: a line of JSON for each judgement, in the order given, fields in a fixed order, written as it
 * comes. Times are RFC 3339 in UTC, {@code null} where nobody knows; numbers have at most six decimals; constants are in lower case with underscores;
 * foreign text stands as it was, but for halves of surrogate pairs, which UTF-8 cannot carry.
 */
public final class MessageLines implements Closeable {
    private final JsonGenerator json;

    /** Writes to {@code out} and closes it in the end. */
    public MessageLines(OutputStream out) throws IOException {
        json = new JsonFactory().createGenerator(out);
        json.setPrettyPrinter(new MinimalPrettyPrinter(""));
    }

    /** Writes one line. */
    public void write(MailJudgement judgement) throws IOException {
        EmailActivity mail = judgement.mail();
        json.writeStartObject();
        text("source", mail.source().toString());
        text("message_id", mail.id().value());
        if (mail.dated()) {
            text("time", mail.occurredAt().toString());
        } else {
            json.writeNullField("time");
        }
        text("direction", Wording.code(judgement.direction()));
        text("from", mail.from().address().toString());
        text("from_name", mail.from().name());
        texts("to", recipients(mail));
        text("subject", mail.subject());
        number("score", judgement.score());
        text("action", Wording.code(judgement.action()));
        json.writeArrayFieldStart("tags");
        for (Enum<?> tag : judgement.tags()) {
            json.writeString(Wording.code(tag));
        }
        json.writeEndArray();
        reasons(judgement);
        links(judgement);
        if (!judgement.counterfactual().isEmpty()) {
            text("counterfactual", judgement.counterfactual());
        }
        number("strangeness", judgement.strangeness());
        number("danger", judgement.danger());
        number("rarity", Math.min(judgement.rarity(), 1e9));
        if (judgement.campaign().isPresent()) {
            text("campaign", judgement.campaign().get());
        }
        relationship(judgement.relationship());
        attachments(mail);
        json.writeEndObject();
        json.writeRaw('\n');
    }

    @Override
    public void close() throws IOException {
        json.close();
    }

    private void reasons(MailJudgement judgement) throws IOException {
        json.writeArrayFieldStart("reasons");
        for (Reason reason : judgement.reasons()) {
            json.writeStartObject();
            text("code", reason.code());
            text("observed", reason.observed());
            text("expected", reason.expected());
            number("weight", reason.weight());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void links(MailJudgement judgement) throws IOException {
        json.writeArrayFieldStart("links");
        int i = 0;
        for (Link link : judgement.mail().links()) {
            json.writeStartObject();
            text("text", link.text());
            text("href", link.href());
            text("target", link.target());
            json.writeArrayFieldStart("wrappers");
            for (Link.Wrapper wrapper : link.wrappers()) {
                json.writeString(Shown.wellFormed(wrapper.name()));
            }
            json.writeEndArray();
            text("host", link.host());
            text("kind", Wording.code(link.kind()));
            text("place", Wording.code(link.place()));
            texts("traits", codes(link.traits()));
            if (link.opaque()) {
                json.writeBooleanField("opaque", true);
            }
            layers(link);
            if (i < judgement.linkFamiliarity().size()) {
                seen(judgement.linkFamiliarity().get(i));
            }
            json.writeEndObject();
            i++;
        }
        json.writeEndArray();
    }

    /** The wrapped address of each layer after the outermost, which is {@code href}. */
    private void layers(Link link) throws IOException {
        if (link.wrappers().size() < 2) {
            return;
        }
        json.writeArrayFieldStart("layers");
        for (Link.Wrapper wrapper : link.wrappers()) {
            json.writeString(Shown.wellFormed(wrapper.url()));
        }
        json.writeEndArray();
    }

    private void seen(Familiarity seen) throws IOException {
        json.writeArrayFieldStart("seen_by");
        if (seen.account()) {
            json.writeString("sender");
        }
        if (seen.peers()) {
            json.writeString("peers");
        }
        if (seen.organisation()) {
            json.writeString("organisation");
        }
        if (seen.world()) {
            json.writeString("world");
        }
        json.writeEndArray();
    }

    private void relationship(Relationship relationship) throws IOException {
        json.writeObjectFieldStart("relationship");
        number("received", relationship.received());
        number("answered", relationship.answered());
        number("received_here", relationship.receivedHere());
        number("domain_here", relationship.domainHere());
        if (relationship.since().isPresent()) {
            text("since", relationship.since().get().toString());
        }
        json.writeEndObject();
    }

    private void attachments(EmailActivity mail) throws IOException {
        json.writeArrayFieldStart("attachments");
        for (Attachment file : mail.attachments()) {
            json.writeStartObject();
            text("name", file.name());
            text("type", file.type());
            json.writeNumberField("size", file.sizeBytes());
            json.writeNumberField("depth", file.depth());
            texts("traits", codes(file.traits()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** To, then Cc, each once; the envelope's where the headers name nobody. */
    private static Set<String> recipients(EmailActivity mail) {
        Set<String> all = new LinkedHashSet<>();
        for (Mailbox mailbox : mail.to()) {
            all.add(mailbox.address().toString());
        }
        for (Mailbox mailbox : mail.cc()) {
            all.add(mailbox.address().toString());
        }
        if (all.isEmpty()) {
            for (MailAddress address : mail.deliveredTo()) {
                all.add(address.toString());
            }
        }
        return all;
    }

    private static Set<String> codes(Set<? extends Enum<?>> constants) {
        Set<String> codes = new TreeSet<>();
        constants.forEach(constant -> codes.add(Wording.code(constant)));
        return codes;
    }

    private void text(String field, String value) throws IOException {
        json.writeStringField(field, Shown.wellFormed(value));
    }

    private void texts(String field, Set<String> values) throws IOException {
        json.writeArrayFieldStart(field);
        for (String value : values) {
            json.writeString(Shown.wellFormed(value));
        }
        json.writeEndArray();
    }

    private void number(String field, double value) throws IOException {
        json.writeFieldName(field);
        json.writeNumber(Figures.decimal(value));
    }
}
