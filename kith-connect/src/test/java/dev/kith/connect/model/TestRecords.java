package dev.kith.connect.model;

import dev.kith.event.AccountId;
import dev.kith.event.Actor;
import dev.kith.event.Authentication;
import dev.kith.event.Client;
import dev.kith.event.EmailTrace;
import dev.kith.event.Endpoint;
import dev.kith.event.Event;
import dev.kith.event.EventId;
import dev.kith.event.FileHostingActivity;
import dev.kith.event.IpAddress;
import dev.kith.event.MailAddress;
import dev.kith.event.MailboxActivity;
import dev.kith.event.SourceRef;
import dev.kith.event.UserManagement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Records of accounts for tests; ids count up. */
final class TestRecords {
    public static final String WINDOWS =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36";
    public static final String MAC =
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Safari/605";

    public static final Endpoint OFFICE = endpoint("198.51.100.7", 64500, "Harbour Broadband", "NO");
    public static final Endpoint HOTEL = endpoint("203.0.113.9", 64510, "Fjord Hotels Network", "DK");
    public static final Endpoint HOSTED =
            endpoint("192.0.2.66", 64520, "Nightrent Servers", "PA", Endpoint.Trait.HOSTING, Endpoint.Trait.VPN);

    private int number;

    public static Endpoint endpoint(String ip, long asn, String name, String country, Endpoint.Trait... traits) {
        return new Endpoint(IpAddress.parse(ip).orElseThrow(), asn, name, country, Set.of(traits));
    }

    public Event signIn(String account, Instant at, Endpoint from, String agent) {
        return authentication(account, at, from, agent, Authentication.Outcome.SUCCESS);
    }

    public Event failure(String account, Instant at, Endpoint from) {
        return authentication(account, at, from, WINDOWS, Authentication.Outcome.FAILURE);
    }

    private Event authentication(
            String account, Instant at, Endpoint from, String agent, Authentication.Outcome outcome) {
        return new Authentication(
                id(),
                at,
                SourceRef.of("a.jsonl"),
                person(account),
                outcome,
                "",
                Optional.of(from),
                client(agent, "office"),
                "",
                true,
                Map.of(),
                List.of());
    }

    public Event mailbox(
            MailboxActivity.Activity activity,
            String account,
            Instant at,
            Endpoint from,
            String agent,
            Map<String, String> details) {
        return new MailboxActivity(
                id(),
                at,
                SourceRef.of("a.jsonl"),
                person(account),
                activity,
                activity.name(),
                account,
                "Subject",
                List.of(),
                Optional.of(from),
                client(agent, "outlook"),
                details,
                List.of());
    }

    /** A mail sent: the record of it. */
    public Event sending(String account, Instant at, Endpoint from, String agent, String messageId, String subject) {
        return new MailboxActivity(
                id(),
                at,
                SourceRef.of("a.jsonl"),
                person(account),
                MailboxActivity.Activity.SEND,
                "Send",
                account,
                subject,
                List.of(messageId),
                Optional.of(from),
                client(agent, "outlook"),
                Map.of(),
                List.of());
    }

    /** The row of a message trace of a mail. */
    public EmailTrace passed(String from, String to, Instant at, String messageId, String subject) {
        return new EmailTrace(
                id(),
                at,
                SourceRef.of("t.jsonl"),
                messageId,
                MailAddress.of(from),
                MailAddress.of(to),
                subject,
                "Delivered",
                Optional.empty(),
                9_000,
                List.of());
    }

    /**
     * A file in Drive.
     *
     * @param owner the shared drive, or the owner's address
     * @param visibility Google's word for who can open it
     * @param with whom it is shared with; empty for other acts
     */
    public Event driveFile(
            FileHostingActivity.Activity activity,
            String account,
            Instant at,
            Endpoint from,
            String name,
            String owner,
            String visibility,
            String with) {
        return new FileHostingActivity(
                id(),
                at,
                SourceRef.of("drive.jsonl"),
                person(account),
                activity,
                activity.name(),
                "id-" + name,
                name,
                "",
                with,
                Optional.of(from),
                client("", ""),
                Map.of("owner", owner, "visibility", visibility),
                List.of());
    }

    public Event file(
            FileHostingActivity.Activity activity,
            String account,
            Instant at,
            Endpoint from,
            String agent,
            String name) {
        Actor actor = account.startsWith("anon")
                ? new Actor(new AccountId(account), Actor.Kind.ANONYMOUS, "")
                : person(account);
        return new FileHostingActivity(
                id(),
                at,
                SourceRef.of("a.jsonl"),
                actor,
                activity,
                activity.name(),
                "https://wharf.example/Documents/" + name,
                name,
                "link-" + name,
                "",
                Optional.of(from),
                client(agent, ""),
                Map.of(),
                List.of());
    }

    public Event management(
            UserManagement.Activity activity,
            String account,
            Instant at,
            Endpoint from,
            String target,
            Map<String, String> details) {
        return new UserManagement(
                id(),
                at,
                SourceRef.of("a.jsonl"),
                person(account),
                activity,
                activity.name(),
                target,
                Optional.of(from),
                Client.UNKNOWN,
                details,
                List.of());
    }

    /** As {@link #management}, by a record that does not say from where. */
    public Event nowhere(UserManagement.Activity activity, String account, Instant at, String target) {
        return new UserManagement(
                id(),
                at,
                SourceRef.of("a.jsonl"),
                person(account),
                activity,
                activity.name(),
                target,
                Optional.empty(),
                Client.UNKNOWN,
                Map.of(),
                List.of());
    }

    private EventId id() {
        return new EventId("r-" + ++number);
    }

    private static Actor person(String account) {
        return new Actor(new AccountId(account), Actor.Kind.PERSON, "");
    }

    private static Client client(String agent, String application) {
        return new Client(agent, application, "", "", "");
    }
}
