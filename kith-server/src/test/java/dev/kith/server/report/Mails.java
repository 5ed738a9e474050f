package dev.kith.server.report;

import dev.kith.event.Attachment;
import dev.kith.event.EmailActivity;
import dev.kith.event.EventId;
import dev.kith.event.IntList;
import dev.kith.event.Intent;
import dev.kith.event.Link;
import dev.kith.event.MailAuthentication;
import dev.kith.event.MailOrigin;
import dev.kith.event.MailText;
import dev.kith.event.MailThread;
import dev.kith.event.Mailbox;
import dev.kith.event.Problem;
import dev.kith.event.SourceRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes mails for tests: a plain one, changed step by step. */
final class Mails {
    private String id = "<plain@osterby.example>";
    private Instant time = Instant.parse("2026-10-06T08:12:00Z");
    private SourceRef source = SourceRef.of("export.zip!mail/1.eml");
    private Mailbox from = Mailbox.of("Ragna Osterby", "ragna@osterby.example");
    private List<Mailbox> to = List.of(Mailbox.of("Hollis Grant", "h.grant@fenwick.example"));
    private List<Mailbox> cc = List.of();
    private List<Mailbox> replyTo = List.of();
    private String subject = "Berth plan, week 41";
    private final List<Link> links = new ArrayList<>();
    private final List<Attachment> attachments = new ArrayList<>();
    private Map<Intent, Double> intents = Map.of();
    private List<String> cues = List.of();
    private String preview = "Good morning, the plan for next week is below.";
    private List<MailAuthentication> authentication = List.of();
    private List<Problem> problems = List.of();
    private String language = "en";

    static Mails mail() {
        return new Mails();
    }

    Mails id(String value) {
        id = value;
        return this;
    }

    Mails time(String value) {
        time = Instant.parse(value);
        return this;
    }

    Mails source(String path) {
        source = SourceRef.of(path);
        return this;
    }

    Mails source(String path, long line) {
        source = new SourceRef(path, line);
        return this;
    }

    Mails from(String name, String address) {
        from = Mailbox.of(name, address);
        return this;
    }

    Mails to(Mailbox... boxes) {
        to = List.of(boxes);
        return this;
    }

    Mails cc(Mailbox... boxes) {
        cc = List.of(boxes);
        return this;
    }

    Mails replyTo(String address) {
        replyTo = List.of(Mailbox.of("", address));
        return this;
    }

    Mails subject(String value) {
        subject = value;
        return this;
    }

    Mails link(Link link) {
        links.add(link);
        return this;
    }

    Mails attachment(Attachment file) {
        attachments.add(file);
        return this;
    }

    Mails text(String words, Map<Intent, Double> asks, String... telling) {
        preview = words;
        intents = asks;
        cues = List.of(telling);
        return this;
    }

    Mails checks(String host, MailAuthentication.Verdict verdict) {
        authentication = List.of(
                new MailAuthentication(
                        host, 0, false, "spf", verdict, from.address().domain()),
                new MailAuthentication(
                        host, 0, false, "dkim", verdict, from.address().domain()),
                new MailAuthentication(
                        host, 0, false, "dmarc", verdict, from.address().domain()));
        return this;
    }

    Mails problem(String code, String detail) {
        problems = List.of(Problem.of(code, detail));
        return this;
    }

    Mails language(String code) {
        language = code;
        return this;
    }

    EmailActivity build() {
        return new EmailActivity(
                new EventId(id),
                time,
                source,
                from,
                Optional.empty(),
                replyTo,
                Optional.of(from.address()),
                to,
                cc,
                List.of(),
                subject,
                new MailThread(List.of(), subject, false, false, false),
                EmailActivity.Kind.PERSONAL,
                new MailOrigin(
                        List.of(), Optional.empty(), Optional.empty(), "", "outlook", "", 1, "", Optional.of(60), 0),
                authentication,
                new MailText(language, 40, IntList.of(1, 2, 3), 7, intents, cues, Set.of(), preview),
                links,
                attachments,
                4_200,
                99,
                problems);
    }

    /** A link behind words, with the layers given outermost first. */
    static Link link(String text, String target, String host, String tenant, Link.Kind kind, Link.Wrapper... wrappers) {
        String href = wrappers.length == 0 ? target : wrappers[0].url();
        return new Link(
                text,
                href,
                List.of(wrappers),
                target,
                host,
                host,
                tenant,
                kind,
                Link.Place.BUTTON,
                Set.of(Link.Trait.HIDDEN));
    }
}
