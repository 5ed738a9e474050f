package dev.kith.score;

import dev.kith.event.Direction;
import dev.kith.event.DomainTrait;
import dev.kith.event.EmailActivity;
import dev.kith.event.Link;
import dev.kith.event.MailAddress;
import dev.kith.event.MailAuthentication.Verdict;
import dev.kith.event.Mailbox;
import dev.kith.profile.AuthenticationView;
import dev.kith.profile.MailFacts;
import dev.kith.profile.MailProfiles;
import dev.kith.profile.World;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Whether a mail pretends to come from somebody it does not come from: a look-alike domain, the name of a colleague, a
 * correspondent or a brand, replies led elsewhere, authentication that fails. Weights in nats, chosen by hand.
 */
final class IdentityDanger {
    private final MailProfiles profiles;
    private final LookAlikes lookAlikes;
    private final World world;
    private final Predicate<MailAddress> owns;

    IdentityDanger(MailProfiles profiles, LookAlikes lookAlikes, World world, Predicate<MailAddress> owns) {
        this.profiles = profiles;
        this.lookAlikes = lookAlikes;
        this.world = world;
        this.owns = owns;
    }

    void weigh(MailFacts facts, Findings findings) {
        forgery(facts, findings);
        if (facts.direction() == Direction.OUTBOUND) {
            return;
        }
        boolean known = profiles.mailsFrom(facts.sender(), facts.mail().occurredAt()) >= MailScorer.KNOWN_MAILS;
        if (!known && facts.direction() == Direction.INBOUND) {
            name(facts, findings);
            lookAlike(facts, findings);
        }
        brand(facts, findings);
        genuine(facts, known, findings);
        replies(facts, findings);
        authentication(facts, findings);
    }

    /** A mail that bears one of our addresses, came in from outside, and was not authenticated. */
    private void forgery(MailFacts facts, Findings findings) {
        boolean toOneself = facts.recipients().isEmpty() || facts.recipients().contains(facts.sender());
        if (!owns.test(facts.sender()) || facts.authentication().passes()) {
            return;
        }
        Verdict spf = facts.authentication().spf();
        if (toOneself || spf == Verdict.FAIL || facts.authentication().dmarc() == Verdict.FAIL) {
            String habit =
                    profiles.usualAuthentication(facts.sender(), facts.mail().occurredAt());
            // Nothing recorded and nothing usual: most likely our own copy, which never came in.
            boolean recorded = facts.authentication().believed() || !habit.isEmpty();
            if (recorded && !facts.authentication().habit().equals(habit)) {
                findings.strange("forged-address-of-ours", facts.sender().toString(), habit, 2);
                findings.dangerous("forged-address-of-ours", facts.sender().toString(), habit, toOneself ? 3 : 2);
            }
        }
    }

    /** Chosen by hand: most mass mail bears such a name, and one in seven or so of honest strangers. */
    private static final double STRANGER_NAME_NATS = 1.2;

    /** At free-mail hosts people go by nicknames. */
    private static final double PRIVATE_NAME_NATS = 0.7;

    /** Known services write under the names of their products. */
    private static final double SERVICE_NAME_NATS = 0.3;

    private static final double COLLEAGUE_NATS = 2.6;

    private static final double CORRESPONDENT_NATS = 2.2;

    /** Correspondents write from other addresses of their own, too: who asks for nothing pretends for nothing. */
    private static final double NAMESAKE_NATS = 1.8;

    /** What an intent must reach to be more than noise of the model. Chosen by hand. */
    private static final double ASKS_MIN = 0.25;

    private static boolean asks(MailFacts facts) {
        return facts.mail().text().intents().values().stream().anyMatch(p -> p >= ASKS_MIN);
    }

    private void name(MailFacts facts, Findings findings) {
        String name = shownName(facts);
        Optional<MailAddress> holder = profiles.names().holders(name).stream()
                // Within a firm's domain people have several addresses; at a free-mail host everybody has his own.
                .filter(a -> facts.freeMail()
                        ? !a.equals(facts.sender())
                        : !world.registrableDomain(a.domain()).equals(facts.senderDomain()))
                .filter(a -> owns.test(a) || profiles.mailsFrom(a, facts.mail().occurredAt()) >= MailScorer.KNOWN_MAILS)
                .findFirst();
        // A sharing service writes under the name of the person who shares, and leads replies to that person.
        boolean forHolder = service(facts)
                && holder.isPresent()
                && facts.mail().replyTo().stream().anyMatch(m -> m.address().equals(holder.get()));
        if (!forHolder && holder.isPresent() && !profiles.names().holders(name).contains(facts.sender())) {
            boolean colleague = owns.test(holder.get());
            findings.dangerous(
                    colleague ? "name-of-colleague" : "name-of-correspondent",
                    facts.mail().from().toString(),
                    holder.get().toString(),
                    (colleague ? COLLEAGUE_NATS : asks(facts) ? CORRESPONDENT_NATS : NAMESAKE_NATS)
                            + (facts.freeMail() ? 0.4 : 0));
        }
        if (!NameAndAddress.alike(name, facts.sender())) {
            findings.dangerous(
                    "name-unlike-address",
                    name,
                    facts.sender().toString(),
                    service(facts) ? SERVICE_NAME_NATS : facts.freeMail() ? PRIVATE_NAME_NATS : STRANGER_NAME_NATS);
        }
        int at = name.indexOf('@');
        if (at > 0 && at < name.length() - 1) {
            MailAddress shown = MailAddress.of(name);
            String domain = world.registrableDomain(shown.domain().split("[^a-z0-9.-]", 2)[0]);
            if (domain.indexOf('.') > 0 && !domain.equals(facts.senderDomain())) {
                findings.dangerous(
                        "name-shows-other-address", name, facts.sender().toString(), 2.2);
            }
        }
    }

    /** The sender's name; none where Outlook.com made one up for an address of another host. */
    private static String shownName(MailFacts facts) {
        String name = facts.mail().from().name();
        return MADE_UP.matcher(name).matches() ? "" : name;
    }

    private static final Pattern MADE_UP = Pattern.compile("outlook_[0-9A-Fa-f]{16}@outlook\\.com");

    private void lookAlike(MailFacts facts, Findings findings) {
        // A report that a mail could not be delivered comes from the host that was written to, by mistake or not.
        boolean bounce = facts.mail().kind() == EmailActivity.Kind.BOUNCE
                && facts.links().isEmpty();
        if (bounce
                || facts.freeMail()
                || facts.senderDomain().isEmpty()
                || world.popularity(facts.senderDomain()) > 0
                || profiles.mailsFromDomain(facts.senderDomain(), facts.mail().occurredAt())
                        >= MailScorer.KNOWN_MAILS) {
            return;
        }
        lookAlikes
                .find(facts.sender().domain(), facts.senderDomain())
                .ifPresent(match -> findings.dangerous(
                        "look-alike-domain", facts.senderDomain(), match.known(), 1 + 3 * match.closeness()));
    }

    private void brand(MailFacts facts, Findings findings) {
        Mailbox from = facts.mail().from();
        boolean doubtful = world.traits(facts.senderDomain()).contains(DomainTrait.SUSPICIOUS_TLD);
        Brands.named(shownName(facts)).ifPresent(brand -> {
            if ((doubtful || !Brands.owns(brand, facts.senderDomain()))
                    && !(service(facts) && from.name().toLowerCase(Locale.ROOT).contains(" via "))) {
                findings.dangerous("name-of-brand", from.toString(), brand, facts.freeMail() ? 3 : 2.4);
            }
        });
    }

    /** A service that the world knows, authenticated, whose links lead to itself: such mail asks for passwords and signatures too. */
    private void genuine(MailFacts facts, boolean known, Findings findings) {
        boolean itself = true;
        boolean stored = true;
        for (Link link : facts.links()) {
            boolean own = LinkDanger.belongsToSender(link, facts) || link.kind() == Link.Kind.TRACKING;
            itself &= own;
            stored &= own || link.kind() == Link.Kind.FILE_STORAGE;
        }
        // A person at a known firm is no service: who took the account writes from it, too.
        boolean storage = world.traits(facts.senderDomain()).contains(DomainTrait.FILE_STORAGE);
        boolean machine = facts.bulk() || !known || storage;
        if (machine && service(facts) && (itself || facts.bulk() && stored) && repliesStayHere(facts)) {
            findings.dangerous("genuine-service", facts.sender().toString(), "", itself ? -2 : -1);
        }
    }

    /** No Reply-To, or one of people known here: whoever shares through a service is answered directly. */
    private boolean repliesStayHere(MailFacts facts) {
        return facts.mail().replyTo().stream()
                .map(Mailbox::address)
                .allMatch(a ->
                        owns.test(a) || profiles.mailsFrom(a, facts.mail().occurredAt()) >= MailScorer.KNOWN_MAILS);
    }

    /** A domain that the world or the lists know, authenticated, where not anybody can have an address. */
    private boolean service(MailFacts facts) {
        boolean named = world.popularity(facts.senderDomain()) > 0
                || world.traits(facts.senderDomain()).contains(DomainTrait.FILE_STORAGE);
        return named && !facts.freeMail() && facts.authentication().passes();
    }

    private void replies(MailFacts facts, Findings findings) {
        List<Mailbox> replyTo = facts.mail().replyTo();
        if (replyTo.isEmpty() || facts.direction() != Direction.INBOUND) {
            return;
        }
        MailAddress to = replyTo.get(0).address();
        String domain = world.registrableDomain(to.domain());
        if (domain.equals(facts.senderDomain())
                || owns.test(to)
                || facts.recipients().contains(to)) {
            return;
        }
        Instant now = facts.mail().occurredAt();
        boolean knownHere = service(facts) && profiles.mailsFrom(to, now) >= MailScorer.KNOWN_MAILS;
        if (knownHere || profiles.usedReplyTo(facts.sender(), to, now)) {
            return;
        }
        boolean diverted = world.traits(to.domain()).contains(DomainTrait.FREE_MAIL) && !facts.freeMail();
        findings.dangerous(
                "reply-diverted", to.toString(), facts.sender().toString(), diverted ? 1.8 : facts.bulk() ? 0.4 : 0.9);
    }

    private void authentication(MailFacts facts, Findings findings) {
        AuthenticationView view = facts.authentication();
        String habit = profiles.usualAuthentication(facts.sender(), facts.mail().occurredAt());
        if (view.habit().equals(habit)) {
            return;
        }
        if (view.dmarc() == Verdict.FAIL) {
            findings.dangerous(
                    "dmarc-failed", view.habit(), habit, habit.isEmpty() || habit.contains("pass") ? 1.4 : 0.5);
        } else if (view.spf() == Verdict.FAIL && view.dkim() != Verdict.PASS) {
            findings.dangerous("spf-failed", view.habit(), habit, 1);
        } else if (view.spf() == Verdict.SOFTFAIL && view.dkim() != Verdict.PASS) {
            findings.dangerous("spf-softfail", view.habit(), habit, 0.6);
        } else if (view.believed() && !view.passes()) {
            findings.dangerous("not-authenticated", view.habit(), habit, 0.5);
        }
    }
}
