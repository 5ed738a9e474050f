package dev.kith;

import dev.kith.event.EmailActivity;
import dev.kith.event.EventId;
import dev.kith.event.IntList;
import dev.kith.event.Intent;
import dev.kith.event.Link;
import dev.kith.event.MailAddress;
import dev.kith.event.MailOrigin;
import dev.kith.event.MailText;
import dev.kith.event.MailThread;
import dev.kith.event.Mailbox;
import dev.kith.event.Problem;
import dev.kith.event.SourceRef;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A mail of a test, plain unless said otherwise. Each has an id of its own. */
public final class TestMail {
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final String from;
    private final Instant at;
    private final int number;
    private String name = "";
    private String to = "ben@wharf.example";
    private String subject;
    private String language = "en";
    private boolean forward;
    private List<String> references = List.of();
    private List<Link> links = List.of();
    private List<Problem> problems = List.of();
    private long shape = 17;
    private Map<Intent, Double> intents = Map.of();
    private EmailActivity.Kind kind = EmailActivity.Kind.PERSONAL;

    public TestMail(int number, String from, Instant at) {
        this.number = number;
        this.from = from;
        this.at = at;
        this.subject = "Pallets " + number;
    }

    public TestMail name(String value) {
        this.name = value;
        return this;
    }

    public TestMail to(String value) {
        this.to = value;
        return this;
    }

    public TestMail subject(String value) {
        this.subject = value;
        return this;
    }

    public TestMail language(String value) {
        this.language = value;
        return this;
    }

    public TestMail forward() {
        this.forward = true;
        return this;
    }

    public TestMail answers(String id) {
        this.references = List.of(id);
        return this;
    }

    public TestMail links(Link... values) {
        this.links = List.of(values);
        return this;
    }

    public TestMail asks(Intent intent, double probability) {
        this.intents = Map.of(intent, probability);
        return this;
    }

    public TestMail undated() {
        this.problems = List.of(Problem.of(EmailActivity.TIME_MISSING, ""));
        return this;
    }

    /** As written by a program of that handwriting. */
    public TestMail shape(long value) {
        this.shape = value;
        return this;
    }

    public TestMail kind(EmailActivity.Kind value) {
        this.kind = value;
        return this;
    }

    /** A file in a corner of a shared host, hidden behind words. */
    public static Link file(String tenant) {
        String host = tenant + "-my.store.example";
        String url = "https://" + host + "/f/1";
        return new Link(
                "Proposal.pdf",
                url,
                List.of(),
                url,
                host,
                "store.example",
                tenant,
                Link.Kind.FILE_STORAGE,
                Link.Place.ANCHOR,
                Set.of(Link.Trait.HIDDEN));
    }

    /** A page of a site, shown as it is. */
    public static Link site(String host, String domain, String path) {
        String url = "https://" + host + "/" + path;
        return new Link(url, url, List.of(), url, host, domain, "", Link.Kind.WEB, Link.Place.TEXT, Set.of());
    }

    public EmailActivity build() {
        return new EmailActivity(
                new EventId("<" + number + "." + from + ">"),
                at,
                SourceRef.of(number + ".eml"),
                Mailbox.of(name, from),
                Optional.empty(),
                List.of(),
                Optional.of(MailAddress.of(from)),
                List.of(Mailbox.of("Ben", to)),
                List.of(),
                List.of(),
                subject,
                new MailThread(references, subject.toLowerCase(Locale.ROOT), false, forward, false),
                kind,
                new MailOrigin(
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        "outlook",
                        "",
                        shape,
                        "a@x",
                        Optional.of(60),
                        0),
                List.of(),
                new MailText(
                        language,
                        12,
                        IntList.of(1, 2, 3, 4, 5, 6),
                        (number + from.hashCode()) * SPREAD,
                        intents,
                        List.of(),
                        Set.of(),
                        "Dear Ben"),
                links,
                List.of(),
                2_000,
                number,
                problems);
    }
}
