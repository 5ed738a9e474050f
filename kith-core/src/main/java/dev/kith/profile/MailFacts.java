package dev.kith.profile;

import dev.kith.event.Attachment;
import dev.kith.event.Direction;
import dev.kith.event.DomainTrait;
import dev.kith.event.EmailActivity;
import dev.kith.event.Intent;
import dev.kith.event.Link;
import dev.kith.event.MailAddress;
import dev.kith.event.Mailbox;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * One mail with what every scorer asks of it, worked out once.
 *
 * @param sender the author's address
 * @param senderDomain the author's registrable domain
 * @param freeMail whether anybody can have an address there
 * @param ours our own recipients; for mail going out, all recipients
 * @param recipients all recipients, without repeats
 * @param ourDomains registrable domains of ours that take part in it
 * @param links the author's own links that lead to the web: not quoted, not for unsubscribing
 */
public record MailFacts(
        EmailActivity mail,
        Direction direction,
        MailAddress sender,
        String senderDomain,
        boolean freeMail,
        List<MailAddress> ours,
        List<MailAddress> recipients,
        Set<String> ourDomains,
        List<Link> links,
        AuthenticationView authentication) {

    /** Chosen by hand: the work on one mail stays bounded, whoever wrote it. */
    static final int RECIPIENTS_MAX = 500;

    private static final int PLACES_MAX = 50;
    private static final double INTENT_SURE = 0.5;

    /** Works the facts out. {@code owns} tells our addresses, {@code trusted} the hosts whose results are believed. */
    public static MailFacts of(
            EmailActivity mail,
            Direction direction,
            java.util.function.Predicate<MailAddress> owns,
            Set<String> trusted,
            World world) {
        Set<MailAddress> all = new LinkedHashSet<>();
        for (List<Mailbox> header : List.of(mail.to(), mail.cc())) {
            for (Mailbox recipient : header) {
                all.add(recipient.address());
            }
        }
        all.addAll(mail.deliveredTo());
        List<MailAddress> recipients = all.stream().limit(RECIPIENTS_MAX).toList();
        List<MailAddress> ours = direction == Direction.OUTBOUND
                ? recipients
                : recipients.stream().filter(owns).toList();
        List<Link> links = new ArrayList<>();
        for (Link link : mail.links()) {
            if (link.kind() != Link.Kind.MAILTO
                    && !link.traits().contains(Link.Trait.QUOTED)
                    && !link.traits().contains(Link.Trait.UNSUBSCRIBE)) {
                links.add(link);
            }
        }
        MailAddress sender = mail.from().address();
        Set<String> ourDomains = new TreeSet<>();
        recipients.stream().filter(owns).forEach(r -> ourDomains.add(world.registrableDomain(r.domain())));
        if (direction != Direction.INBOUND) {
            ourDomains.add(world.registrableDomain(sender.domain()));
        }
        return new MailFacts(
                mail,
                direction,
                sender,
                world.registrableDomain(sender.domain()),
                world.traits(sender.domain()).contains(DomainTrait.FREE_MAIL),
                ours,
                recipients,
                ourDomains,
                List.copyOf(links),
                AuthenticationView.of(mail.authentication(), trusted));
    }

    /** Whether it was sent to many by a machine. */
    public boolean bulk() {
        return mail.kind() == EmailActivity.Kind.BULK;
    }

    /** The author's program; its family, or where unknown the form of its Message-ID. */
    public String client() {
        return mail.origin().client().isEmpty()
                ? "id:" + mail.origin().messageIdForm()
                : mail.origin().client();
    }

    /** The handwriting of the author's program, as counted. */
    public String shape() {
        return Long.toHexString(mail.origin().shape());
    }

    /** The zone its Date names, in minutes east of UTC; empty where unreadable. */
    public List<String> zone() {
        return mail.origin()
                .zoneOffsetMinutes()
                .map(z -> List.of(Integer.toString(z)))
                .orElse(List.of());
    }

    /** How it stands to earlier mail: {@code reply}, {@code forward} or {@code new}. */
    public String threading() {
        if (!mail.thread().references().isEmpty()) {
            return "reply";
        }
        return mail.thread().claimsForward() ? "forward" : "new";
    }

    /** The places its links lead to, without repeats. */
    public List<String> places() {
        return links.stream().map(MailFacts::place).distinct().limit(PLACES_MAX).toList();
    }

    /** The kinds of place its links lead to, without repeats. */
    public List<String> linkKinds() {
        return links.stream()
                .map(l -> l.kind().name().toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    /** What it asks for, where the model is rather sure. */
    public List<String> intents() {
        return Arrays.stream(Intent.values())
                .filter(i -> mail.text().intent(i) >= INTENT_SURE)
                .map(i -> i.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** The types of its files, without repeats. */
    public List<String> attachmentTypes() {
        return mail.attachments().stream()
                .map(Attachment::type)
                .distinct()
                .limit(PLACES_MAX)
                .toList();
    }

    /** The place a link leads to, as habits are counted: the tenant's corner of a shared host, else the registrable domain. */
    public static String place(Link link) {
        if (!link.tenant().isEmpty()) {
            return link.tenant() + "@" + link.domain();
        }
        return shared(link) || link.domain().isEmpty() ? link.host() : link.domain();
    }

    /** Whether the place is one that anybody can make himself a corner of. */
    public static boolean anybodysPlace(Link link) {
        return shared(link) || link.kind() == Link.Kind.SHORTENER;
    }

    private static boolean shared(Link link) {
        return link.kind() == Link.Kind.FILE_STORAGE
                || link.kind() == Link.Kind.FORM
                || link.kind() == Link.Kind.FREE_HOSTING;
    }
}
