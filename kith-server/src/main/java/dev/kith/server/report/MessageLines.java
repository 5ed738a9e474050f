package dev.kith.server.report;

import dev.kith.detect.MailJudgement;
import dev.kith.detect.Relationship;
import dev.kith.event.EmailActivity;
import dev.kith.event.Link;
import dev.kith.event.MailAddress;
import dev.kith.event.Mailbox;
import dev.kith.score.Familiarity;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * {@code messages.jsonl}: a line of JSON for each judgement, in the order given, fields in a fixed order, as
 * {@link JsonLines} writes them; constants are in lower case with underscores.
 */
public final class MessageLines implements Closeable {
    private final JsonLines json;

    /** Writes to {@code out} and closes it in the end. */
    public MessageLines(OutputStream out) throws IOException {
        json = new JsonLines(out);
    }

    /** Writes one line. */
    public void write(MailJudgement judgement) throws IOException {
        json.line(() -> fields(judgement));
    }

    @Override
    public void close() throws IOException {
        json.close();
    }

    private void fields(MailJudgement judgement) throws IOException {
        EmailActivity mail = judgement.mail();
        json.text("source", mail.source().toString());
        json.text("message_id", mail.id().value());
        json.time("time", mail.dated() ? Optional.of(mail.occurredAt()) : Optional.empty());
        json.text("direction", Wording.code(judgement.direction()));
        json.text("from", mail.from().address().toString());
        json.text("from_name", mail.from().name());
        json.texts("to", recipients(mail));
        json.text("subject", mail.subject());
        json.number("score", judgement.score());
        json.text("action", Wording.code(judgement.action()));
        json.texts("tags", judgement.tags().stream().map(Wording::code).toList());
        json.reasons(judgement.reasons());
        links(judgement);
        if (!judgement.counterfactual().isEmpty()) {
            json.text("counterfactual", judgement.counterfactual());
        }
        json.number("strangeness", judgement.strangeness());
        json.number("danger", judgement.danger());
        json.number("rarity", Math.min(judgement.rarity(), 1e9));
        if (judgement.campaign().isPresent()) {
            json.text("campaign", judgement.campaign().get());
        }
        json.object("relationship", () -> relationship(judgement.relationship()));
        json.objects("attachments", mail.attachments(), file -> {
            json.text("name", file.name());
            json.text("type", file.type());
            json.count("size", file.sizeBytes());
            json.count("depth", file.depth());
            json.texts("traits", codes(file.traits()));
        });
    }

    private void links(MailJudgement judgement) throws IOException {
        Iterator<Familiarity> seen = judgement.linkFamiliarity().iterator();
        json.objects("links", judgement.mail().links(), link -> {
            json.text("text", link.text());
            json.text("href", link.href());
            json.text("target", link.target());
            json.texts(
                    "wrappers", link.wrappers().stream().map(Link.Wrapper::name).toList());
            json.text("host", link.host());
            json.text("kind", Wording.code(link.kind()));
            json.text("place", Wording.code(link.place()));
            json.texts("traits", codes(link.traits()));
            if (link.opaque()) {
                json.flag("opaque", true);
            }
            if (link.wrappers().size() > 1) {
                // The wrapped address of each layer after the outermost, which is the href.
                json.texts(
                        "layers",
                        link.wrappers().stream().map(Link.Wrapper::url).toList());
            }
            if (seen.hasNext()) {
                json.texts("seen_by", seenBy(seen.next()));
            }
        });
    }

    private static List<String> seenBy(Familiarity seen) {
        List<String> by = new ArrayList<>();
        if (seen.account()) {
            by.add("sender");
        }
        if (seen.peers()) {
            by.add("peers");
        }
        if (seen.organisation()) {
            by.add("organisation");
        }
        if (seen.world()) {
            by.add("world");
        }
        return by;
    }

    private void relationship(Relationship relationship) throws IOException {
        json.number("received", relationship.received());
        json.number("answered", relationship.answered());
        json.number("received_here", relationship.receivedHere());
        json.number("domain_here", relationship.domainHere());
        if (relationship.since().isPresent()) {
            json.time("since", relationship.since());
        }
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
}
