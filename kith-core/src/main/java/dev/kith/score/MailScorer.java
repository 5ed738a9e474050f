package dev.kith.score;

import dev.kith.event.EmailActivity;
import dev.kith.event.Link;
import dev.kith.event.MailAddress;
import dev.kith.profile.MailFacts;
import dev.kith.profile.MailProfiles;
import dev.kith.profile.World;
import java.util.List;
import java.util.function.Predicate;

/** Asks every scorer about a mail and hands on what they found. Reads profiles, teaches nothing. */
public final class MailScorer {
    /** Mails (decayed) from which a sender is a correspondent of some standing. Chosen by hand. */
    static final double KNOWN_MAILS = 3;

    private final MailProfiles profiles;
    private final MailStrangeness strangeness;
    private final LinkDanger links;
    private final TextDanger text;
    private final AttachmentDanger attachments;
    private final IdentityDanger identity;

    /** {@code owns} tells our addresses; {@code lookAlikes} grows with the domains that become known. */
    public MailScorer(MailProfiles profiles, LookAlikes lookAlikes, World world, Predicate<MailAddress> owns) {
        this.profiles = profiles;
        this.strangeness = new MailStrangeness(profiles, world);
        this.links = new LinkDanger(profiles, lookAlikes, world);
        this.text = new TextDanger();
        this.attachments = new AttachmentDanger();
        this.identity = new IdentityDanger(profiles, lookAlikes, world, owns);
    }

    /** A report of delivery or an absence note that leads nowhere asks for nothing, and comes from programs that nobody names or vouches for. */
    private static boolean machineReport(MailFacts facts) {
        EmailActivity.Kind kind = facts.mail().kind();
        return (kind == EmailActivity.Kind.BOUNCE || kind == EmailActivity.Kind.AUTO_REPLY)
                && facts.links().isEmpty();
    }

    /** Whether a place is the sender's own, by its domain or by the name of its corner of a shared host. */
    public static boolean leadsToSender(Link link, MailFacts facts) {
        return LinkDanger.belongsToSender(link, facts);
    }

    /** All evidence about a mail, by what was known before it. */
    public List<Evidence> weigh(MailFacts facts) {
        Findings findings = new Findings();
        boolean known = profiles.mailsFrom(facts.sender(), facts.mail().occurredAt()) >= KNOWN_MAILS;
        strangeness.weigh(facts, findings);
        links.weigh(facts, known, findings);
        attachments.weigh(facts, findings);
        if (!machineReport(facts)) {
            text.weigh(facts, known, findings);
            identity.weigh(facts, findings);
        }
        return findings.all();
    }
}
