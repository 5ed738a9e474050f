package dev.kith.profile;

import dev.kith.event.AccountId;
import dev.kith.event.Actor;
import dev.kith.event.ApiActivity;
import dev.kith.event.Authentication;
import dev.kith.event.Client;
import dev.kith.event.Endpoint;
import dev.kith.event.Event;
import dev.kith.event.FileHostingActivity;
import dev.kith.event.MailboxActivity;
import dev.kith.event.UserManagement;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What is looked at in a record of an account, whatever its source.
 *
 * @param actor who acted, and what kind of actor that is
 * @param endpoint where from; empty where the source does not say, the address is of no public network, or a server of the
 *     provider's stood between
 * @param device family of device and program; empty where unknown
 * @param application id of the application used, in lower case; empty where unknown
 * @param session the source's id of the signed-in session; empty where unknown
 * @param object what it was done to: file, mailbox, account or application; empty where nothing is named
 * @param file what is told of the file; empty for what is no file
 * @param details further facts by the source's field names
 */
public record AccountFacts(
        Event event,
        Act act,
        Actor actor,
        Optional<Endpoint> endpoint,
        String device,
        String application,
        String session,
        String object,
        Optional<HostedFile> file,
        Map<String, String> details) {
    /** What is learned and remembered of an id. Chosen by hand: nearly three times a GUID. */
    private static final int ID_CHARS_MAX = 100;

    /** What SharePoint allows a path to have (400 characters), and some more for the host. */
    private static final int OBJECT_CHARS_MAX = 500;

    /** The facts of an event that tells of an account; empty for mail and traces. */
    public static Optional<AccountFacts> of(Event event) {
        if (event instanceof Authentication e) {
            return Optional.of(of(e, e.actor(), e.endpoint(), e.client(), e.target(), e.details()));
        }
        if (event instanceof FileHostingActivity e) {
            return Optional.of(of(e, e.actor(), e.endpoint(), e.client(), e.object(), e.details()));
        }
        if (event instanceof MailboxActivity e) {
            return Optional.of(of(e, e.actor(), e.endpoint(), e.client(), e.mailbox(), e.details()));
        }
        if (event instanceof UserManagement e) {
            return Optional.of(of(e, e.actor(), e.endpoint(), e.client(), e.target(), e.details()));
        }
        if (event instanceof ApiActivity e) {
            return Optional.of(of(e, e.actor(), e.endpoint(), e.client(), e.target(), e.details()));
        }
        return Optional.empty();
    }

    private static AccountFacts of(
            Event event,
            Actor actor,
            Optional<Endpoint> endpoint,
            Client client,
            String object,
            Map<String, String> details) {
        String device = DeviceFamily.of(client);
        return new AccountFacts(
                event,
                Act.of(event),
                actor,
                endpoint.filter(e -> !e.ip().isInternal() && !byProvider(event, e, device)),
                device,
                cut(client.applicationId().toLowerCase(Locale.ROOT), ID_CHARS_MAX),
                cut(details.getOrDefault("SessionId", ""), ID_CHARS_MAX),
                cut(object, OBJECT_CHARS_MAX),
                event instanceof FileHostingActivity file ? Optional.of(HostedFile.of(file)) : Optional.empty(),
                details);
    }

    /** The text, or its beginning and a hash of all of it: others that begin alike stay others. */
    static String cut(String text, int charsMax) {
        return text.length() <= charsMax
                ? text
                : text.substring(0, charsMax - 9) + "~" + Integer.toHexString(text.hashCode());
    }

    /** The networks of Microsoft, whose servers fetch mail and pages for programs; browsers do not run there. */
    private static final long MICROSOFT_ASN = 8075;

    /** 2603:1000::/24, of which Microsoft announces a part and uses the rest between its data centres. */
    private static final long MICROSOFT_BLOCK = 0x260310;

    /**
     * Whether a server of the provider's stood between, so that the address says nothing of the person: the pages on which
     * accounts and applications are administered write down their own address beside the person's browser.
     */
    private static boolean byProvider(Event event, Endpoint endpoint, String device) {
        return DeviceFamily.isProxy(device)
                || endpoint.asn() == 0 && endpoint.ip().v6() && endpoint.ip().high() >>> 40 == MICROSOFT_BLOCK
                || endpoint.asn() == MICROSOFT_ASN
                        && (event instanceof UserManagement || !device.isEmpty() && device.indexOf('/') < 0);
    }

    /** Where a file belongs, as {@link HostedFile} has it; empty for what is no file. */
    public String site() {
        return file.map(HostedFile::area).orElse("");
    }

    /** What kind of file was fetched, and whether outsiders can open it; empty for what fetches no file. */
    public String fetched() {
        return act == Act.FILE_DOWNLOAD
                ? file.filter(f -> !f.kind().isEmpty())
                        .map(f -> f.reach().outside() ? f.kind() + " outside" : f.kind())
                        .orElse("")
                : "";
    }

    /** Whether somebody sat before a screen, as far as the record tells. */
    public boolean byPerson() {
        return Conduct.byPerson(this);
    }

    /** Whether it is done to other accounts or to the organisation as a whole. */
    public boolean administers() {
        return Conduct.administers(this);
    }

    /** Who acted, in an event that tells of an account; empty for mail and traces. */
    public static Optional<Actor> actor(Event event) {
        if (event instanceof Authentication e) {
            return Optional.of(e.actor());
        }
        if (event instanceof FileHostingActivity e) {
            return Optional.of(e.actor());
        }
        if (event instanceof MailboxActivity e) {
            return Optional.of(e.actor());
        }
        if (event instanceof UserManagement e) {
            return Optional.of(e.actor());
        }
        return event instanceof ApiActivity e ? Optional.of(e.actor()) : Optional.empty();
    }

    /** The same facts of the account by the name it goes by. */
    public AccountFacts by(Actor known) {
        return known.equals(actor)
                ? this
                : new AccountFacts(event, act, known, endpoint, device, application, session, object, file, details);
    }

    public AccountId account() {
        return actor.account();
    }

    /** Whether a person acted, whose habits are learned: services and the system have no mailbox to lose. */
    public boolean person() {
        return actor.kind() == Actor.Kind.PERSON;
    }
}
