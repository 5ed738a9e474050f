package dev.kith.connect.source;

import dev.kith.event.AccountId;
import dev.kith.event.Actor;
import dev.kith.event.ApiActivity;
import dev.kith.event.Attachment;
import dev.kith.event.Authentication;
import dev.kith.event.Client;
import dev.kith.event.DetectionFinding;
import dev.kith.event.Direction;
import dev.kith.event.EmailActivity;
import dev.kith.event.EmailTrace;
import dev.kith.event.Endpoint;
import dev.kith.event.Event;
import dev.kith.event.EventId;
import dev.kith.event.FileHostingActivity;
import dev.kith.event.IntList;
import dev.kith.event.Intent;
import dev.kith.event.IpAddress;
import dev.kith.event.Link;
import dev.kith.event.MailAddress;
import dev.kith.event.MailAuthentication;
import dev.kith.event.MailOrigin;
import dev.kith.event.MailText;
import dev.kith.event.MailThread;
import dev.kith.event.Mailbox;
import dev.kith.event.MailboxActivity;
import dev.kith.event.NetworkActivity;
import dev.kith.event.Problem;
import dev.kith.event.SourceRef;
import dev.kith.event.UserManagement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One event of every kind, with every component filled. */
final class SampleEvents {
    static final Instant TIME = Instant.parse("2026-03-02T08:15:30.123456789Z");
    static final Actor ACTOR = new Actor(new AccountId("Ida@Harbour.example"), Actor.Kind.PERSON, "Ida Holm", "uid-1");
    static final Endpoint ENDPOINT = new Endpoint(
            IpAddress.parse("2001:db8:7::1").orElseThrow(), 64500, "Example Net", "NO", Set.of(Endpoint.Trait.VPN));
    static final Client CLIENT = new Client("Mozilla/5.0", "app-1", "Outlook", "device-1", "Browser");
    static final List<Problem> PROBLEMS = List.of(new Problem("odd", 12, "something \u0000 odd \ud83d\ude00"));
    static final Map<String, String> DETAILS = Map.of("one", "1", "two", "", "dr\u00e6i", "\u4e09");

    private SampleEvents() {}

    static List<Event> all() {
        return List.of(
                mail("<1@harbour.example>", TIME, SourceRef.of("a.eml"), 77),
                trace(),
                signIn("s-1", TIME, new SourceRef("signins.json", 3), DETAILS),
                file(),
                change(),
                mailbox(),
                api("r-1", TIME, new SourceRef("audit.jsonl", 9)),
                finding(),
                network());
    }

    static DetectionFinding finding() {
        return new DetectionFinding(
                new EventId("a-1"),
                TIME,
                new SourceRef("alerts.jsonl", 4),
                "Watch",
                "a-1",
                "rule-7",
                "Odd sign-in",
                DetectionFinding.Severity.HIGH,
                70,
                "open",
                DetectionFinding.Opinion.CONFIRMED,
                "https://watch.example/a-1",
                TIME.minusSeconds(60),
                List.of("T1078.004"),
                List.of(new DetectionFinding.Observable(DetectionFinding.Kind.ACCOUNT, "ida@harbour.example")),
                PROBLEMS);
    }

    private static NetworkActivity network() {
        return new NetworkActivity(
                new EventId("http/C1/7"),
                TIME,
                new SourceRef("http.log", 10),
                NetworkActivity.Kind.HTTP,
                "C1",
                Endpoint.of(IpAddress.parse("10.0.0.7").orElseThrow()),
                ENDPOINT,
                Optional.of(Direction.OUTBOUND),
                3128,
                "tcp",
                "http",
                "www.wharf.example",
                1_234_567_890_123L,
                -1,
                Duration.ofNanos(12_345_678_901L),
                "SF",
                "Mozilla/5.0",
                DETAILS,
                PROBLEMS);
    }

    static ApiActivity api(String id, Instant time, SourceRef source) {
        return new ApiActivity(
                new EventId(id),
                time,
                source,
                ACTOR,
                "MicrosoftTeams",
                "TeamsSessionStarted",
                "Windows",
                Optional.of(ENDPOINT),
                CLIENT,
                DETAILS,
                PROBLEMS);
    }

    static Authentication signIn(String id, Instant time, SourceRef source, Map<String, String> details) {
        return new Authentication(
                new EventId(id),
                time,
                source,
                ACTOR,
                Authentication.Outcome.FAILURE,
                "50126",
                Optional.of(Endpoint.of(IpAddress.parse("192.0.2.7").orElseThrow())),
                CLIENT,
                "Office",
                true,
                details,
                PROBLEMS);
    }

    static MailboxActivity mailbox() {
        return new MailboxActivity(
                new EventId("m-1"),
                TIME,
                new SourceRef("audit.jsonl", 8),
                ACTOR,
                MailboxActivity.Activity.RULE_CREATED,
                "New-InboxRule",
                "ida@harbour.example",
                "Offer",
                List.of("<2@harbour.example>"),
                Optional.of(ENDPOINT),
                Client.UNKNOWN,
                DETAILS,
                PROBLEMS);
    }

    private static UserManagement change() {
        return new UserManagement(
                new EventId("u-1"),
                TIME,
                new SourceRef("audit.jsonl", 7),
                ACTOR,
                UserManagement.Activity.ROLE_ADD,
                "Add member to role.",
                "kim@harbour.example",
                Optional.of(ENDPOINT),
                CLIENT,
                DETAILS,
                PROBLEMS);
    }

    private static FileHostingActivity file() {
        return new FileHostingActivity(
                new EventId("f-1"),
                TIME,
                new SourceRef("audit.jsonl", 6),
                ACTOR,
                FileHostingActivity.Activity.ANONYMOUS_LINK_USED,
                "AnonymousLinkUsed",
                "https://harbour.sharepoint.example/x.pdf",
                "x.pdf",
                "share-1",
                "kim@wharf.example",
                Optional.of(ENDPOINT),
                CLIENT,
                DETAILS,
                PROBLEMS);
    }

    private static EmailTrace trace() {
        return new EmailTrace(
                new EventId("t-1"),
                TIME,
                new SourceRef("trace.csv", 5),
                "<3@harbour.example>",
                MailAddress.of("ida@harbour.example"),
                MailAddress.of("no at sign"),
                "Offer",
                "Delivered",
                Optional.of(ENDPOINT),
                4711,
                PROBLEMS);
    }

    static EmailActivity mail(String id, Instant time, SourceRef source, long contentHash) {
        return new EmailActivity(
                new EventId(id),
                time,
                source,
                Mailbox.of("Ida Holm", "ida@harbour.example"),
                Optional.of(Mailbox.of("", "office@harbour.example")),
                List.of(Mailbox.of("Other", "other@quay.example")),
                Optional.of(MailAddress.of("bounce@harbour.example")),
                List.of(Mailbox.of("Kim", "kim@quay.example")),
                List.of(Mailbox.of("", "lee@quay.example")),
                List.of(MailAddress.of("kim@quay.example")),
                "Offer",
                new MailThread(List.of("<0@quay.example>"), "offer", true, false, true),
                EmailActivity.Kind.BULK,
                new MailOrigin(
                        List.of(new MailOrigin.Hop(
                                "mx.quay.example",
                                "out.harbour.example",
                                ENDPOINT.ip().v6() ? Optional.of(ENDPOINT.ip()) : Optional.empty(),
                                1_770_000_000L)),
                        Optional.of(ENDPOINT),
                        Optional.empty(),
                        "harbour.example",
                        "outlook",
                        "Microsoft Outlook 16.0",
                        -5L,
                        "<0@harbour.example>",
                        Optional.of(-60),
                        -3),
                List.of(new MailAuthentication(
                        "mx.quay.example", 0, true, "spf", MailAuthentication.Verdict.SOFTFAIL, "harbour.example")),
                new MailText(
                        "en",
                        42,
                        IntList.of(3, -1, Integer.MIN_VALUE, Integer.MAX_VALUE),
                        Long.MIN_VALUE,
                        Map.of(Intent.INVOICE, 0.25, Intent.URGENCY, 1.0),
                        List.of("at once"),
                        Set.of(MailText.Trait.IMAGE_ONLY, MailText.Trait.EMPTY),
                        "Dear Kim"),
                List.of(new Link(
                        "open",
                        "https://wrap.example/?u=x",
                        List.of(new Link.Wrapper("safelinks", "https://wrap.example/?u=x", false)),
                        "https://store.example/x",
                        "store.example",
                        "store.example",
                        "harbour",
                        Link.Kind.FILE_STORAGE,
                        Link.Place.BUTTON,
                        Set.of(Link.Trait.HIDDEN))),
                List.of(new Attachment(
                        "a.zip!b.js", "", "js", 12, 99, 1, Set.of(Attachment.Trait.SCRIPT, Attachment.Trait.ARCHIVE))),
                2048,
                contentHash,
                PROBLEMS);
    }
}
