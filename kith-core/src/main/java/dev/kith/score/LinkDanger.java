package dev.kith.score;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.kith.event.DomainTrait;
import dev.kith.event.IpAddress;
import dev.kith.event.Link;
import dev.kith.event.MailAddress;
import dev.kith.profile.MailFacts;
import dev.kith.profile.MailProfiles;
import dev.kith.profile.World;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How dangerous the links of a mail are by themselves: what sort of place they lead to, whether the reader is shown
 * something else, and whether the place belongs to the sender at all. The worst link counts; more of the same add nothing.
 *
 * <p>Weights are in nats and chosen by hand, after the order in which responders report lures; the simulated organisation
 * and the replays measure them.
 */
final class LinkDanger {
    private static final int LABEL_CHARS_MIN = 4;

    private final MailProfiles profiles;
    private final LookAlikes knownDomains;
    private final World world;

    LinkDanger(MailProfiles profiles, LookAlikes knownDomains, World world) {
        this.profiles = profiles;
        this.knownDomains = knownDomains;
        this.world = world;
    }

    /** {@code known}: whether the sender is a correspondent of some standing. */
    void weigh(MailFacts facts, boolean known, Findings findings) {
        List<Evidence> worst = List.of();
        double most = 0;
        Set<Sort> judged = new HashSet<>();
        for (Link link : facts.links()) {
            if (!judged.add(Sort.of(link))) {
                continue;
            }
            List<Evidence> found = judge(link, facts, known);
            double sum = found.stream().mapToDouble(Evidence::nats).sum();
            if (sum > most) {
                most = sum;
                worst = found;
            }
        }
        for (Evidence e : worst) {
            findings.dangerous(e.code(), e.observed(), e.expected(), e.nats());
        }
    }

    /** What a link is judged by: of hundreds that are alike in this, one is judged. The parser bounds their number. */
    private record Sort(String place, Link.Kind kind, Link.Place at, Set<Link.Trait> traits, boolean opaque) {
        static Sort of(Link link) {
            return new Sort(MailFacts.place(link), link.kind(), link.place(), link.traits(), link.opaque());
        }
    }

    private List<Evidence> judge(Link link, MailFacts facts, boolean known) {
        List<Evidence> out = new ArrayList<>();
        boolean own = belongsToSender(link, facts) || belongsToUs(link, facts) || belongsToReplyTo(link, facts);
        boolean usedHere = profiles.usedHere(MailFacts.place(link), facts);
        kind(link, facts, own || usedHere, known, out);
        if (!own) {
            concealment(link, facts, out);
        }
        Set<Link.Trait> traits = link.traits();
        if (traits.contains(Link.Trait.HOMOGLYPH)) {
            out.add(dangerous("link-homoglyph", link.host(), "", 3));
        } else if (traits.contains(Link.Trait.PUNYCODE)) {
            out.add(dangerous("link-international-host", link.host(), "", 0.5));
        }
        if (traits.contains(Link.Trait.USERINFO)) {
            out.add(dangerous("link-deceptive-address", link.target(), "", 2));
        }
        if (traits.contains(Link.Trait.ODD_PORT)) {
            out.add(dangerous("link-odd-port", link.target(), "", 0.6));
        }
        if (!own && traits.contains(Link.Trait.SIGN_IN_PATH)) {
            out.add(dangerous("link-sign-in-page", link.target(), "", 0.8));
        }
        if (!own && traits.contains(Link.Trait.CARRIES_RECIPIENT) && !facts.bulk()) {
            out.add(dangerous("link-carries-recipient", link.target(), "", 1.2));
        }
        if (traits.contains(Link.Trait.OPEN_REDIRECT) && !own) {
            out.add(dangerous("link-redirected", link.href(), link.host(), 0.7));
        }
        if (link.kind() == Link.Kind.WEB
                && !own
                && !usedHere
                && link.domain().indexOf('_') < 0
                && world.traits(link.host()).contains(DomainTrait.SUSPICIOUS_TLD)) {
            out.add(dangerous("link-abused-top-level-domain", link.host(), "", 1));
        }
        return out;
    }

    private void kind(Link link, MailFacts facts, boolean familiar, boolean known, List<Evidence> out) {
        switch (link.kind()) {
            case FILE_STORAGE -> {
                out.add(dangerous(
                        "link-file-storage",
                        link.host(),
                        "",
                        familiar && !link.tenant().isEmpty() || fromTheStorage(link, facts) ? 0.3 : 1.4));
                if (!link.tenant().isEmpty() && !familiar) {
                    out.add(dangerous(
                            "link-foreign-tenant", link.tenant(), facts.senderDomain(), foreignTenant(link, facts)));
                }
            }
            case FORM -> out.add(dangerous("link-form", link.host(), "", 1.1));
            case FREE_HOSTING ->
                out.add(dangerous("link-free-hosting", link.host(), "", familiar ? 0.5 : known ? 2.2 : 1.9));
            case SHORTENER -> out.add(dangerous("link-shortener", link.host(), "", known ? 1.1 : 1.8));
            case IP_LITERAL -> {
                // A private address leads nowhere from outside: people who talk of their own network write it.
                if (IpAddress.parse(link.host()).filter(ip -> !ip.isInternal()).isPresent()) {
                    out.add(dangerous("link-to-address", link.host(), "", 2.5));
                }
            }
            case DATA_URI -> out.add(dangerous("link-data-uri", "data:", "", 3));
            case TRACKING -> out.add(dangerous("link-tracked", link.host(), "", facts.bulk() ? 0.1 : 0.4));
            case WEB, MAILTO -> {
                // Nobody can register a name with an underscore: it is a file name made into a link by a program.
                if (!familiar && link.domain().indexOf('_') < 0 && world.popularity(link.domain()) == 0) {
                    out.add(dangerous("link-unknown-site", link.host(), "", known ? 0.8 : 1.5));
                    lureName(link).ifPresent(word -> out.add(dangerous("link-host-lures", word, "", 1.2)));
                    imitated(link)
                            .ifPresent(match -> out.add(dangerous(
                                    "link-look-alike-domain", link.host(), match.known(), 2 * match.closeness())));
                }
            }
        }
        if (link.opaque()) {
            out.add(dangerous("link-opaque", link.href(), "", familiar ? 0.1 : 0.3));
        }
    }

    /** The known domain a host is drawn or written to be taken for; other endings and added words are everyday life. */
    private Optional<LookAlikes.Match> imitated(Link link) {
        return knownDomains.find(link.host(), link.domain()).filter(match -> IMITATIONS.contains(match.kind()));
    }

    private static final ImmutableSet<LookAlikes.Kind> IMITATIONS = Sets.immutableEnumSet(
            LookAlikes.Kind.HOMOGLYPH,
            LookAlikes.Kind.LETTERS_LOOK_ALIKE,
            LookAlikes.Kind.TYPING_ERROR,
            LookAlikes.Kind.AS_PREFIX);

    private double foreignTenant(Link link, MailFacts facts) {
        if (knownDomains.knowsName(link.tenant()) || namedLike(link, facts.senderDomain())) {
            return 0.4;
        }
        // No tenant can bear the name of a free-mail host, so there it tells little.
        return facts.freeMail() ? 1 : 1.3;
    }

    /** A storage's own notice, authenticated: what it leads to was put there by an account of the storage, as its notice says. */
    private boolean fromTheStorage(Link link, MailFacts facts) {
        return link.kind() == Link.Kind.FILE_STORAGE
                && Brands.sameOwner(facts.senderDomain(), link.domain())
                && facts.authentication().passes()
                && world.traits(facts.senderDomain()).contains(DomainTrait.FILE_STORAGE);
    }

    /** The first part of a registered name that bids to sign in or to trust it; below one's own name anybody has a login host. */
    private static Optional<String> lureName(Link link) {
        for (String part : NAME_PARTS.split(link.domain())) {
            if (LURE_NAMES.contains(part)) {
                return Optional.of(part);
            }
        }
        return Optional.empty();
    }

    private static final Splitter NAME_PARTS = Splitter.on(CharMatcher.anyOf(".-_"));

    /** What attackers put into the names they register. Written by hand from general knowledge. */
    private static final ImmutableSet<String> LURE_NAMES = ImmutableSet.of(
            "auth",
            "confirm",
            "login",
            "logon",
            "mailbox",
            "microsoftonline",
            "office365",
            "onedrive",
            "outlook",
            "owa",
            "password",
            "payroll",
            "secure",
            "secured",
            "securedocs",
            "sharepoint",
            "signin",
            "sso",
            "validate",
            "verification",
            "verify",
            "voicemail",
            "webmail");

    private static void concealment(Link link, MailFacts facts, List<Evidence> out) {
        Set<Link.Trait> traits = link.traits();
        if (traits.contains(Link.Trait.SHOWS_OTHER_DOMAIN)) {
            boolean tracked = facts.bulk() || link.kind() == Link.Kind.TRACKING;
            out.add(dangerous("link-shows-other-domain", link.text(), link.host(), tracked ? 0.6 : 2.2));
        } else if (traits.contains(Link.Trait.HIDDEN)) {
            boolean lureable = MailFacts.anybodysPlace(link) || link.opaque();
            out.add(dangerous("link-hidden", link.text(), link.host(), lureable ? 0.8 : 0.2));
        }
        switch (link.place()) {
            case QR_CODE -> out.add(dangerous("link-in-qr-code", link.target(), "", 2));
            case HTML_ATTACHMENT, SCRIPT, REDIRECT ->
                out.add(dangerous("link-in-html-attachment", link.target(), "", 1.5));
            case FORM -> out.add(dangerous("form-in-mail", link.target(), "", 2));
            case PDF, OFFICE ->
                out.add(dangerous("link-in-document", link.target(), "", MailFacts.anybodysPlace(link) ? 1 : 0.3));
            case BUTTON, IMAGE, IMAGE_MAP ->
                out.add(dangerous(
                        "link-behind-button", link.text(), link.host(), MailFacts.anybodysPlace(link) ? 0.4 : 0.15));
            case TEXT, ANCHOR, CALENDAR -> {
                // where links are expected
            }
        }
    }

    static boolean belongsToSender(Link link, MailFacts facts) {
        return !facts.freeMail()
                && (belongsTo(link, facts.senderDomain())
                        // Where anybody can have a corner, the host's owner answers for nothing in it.
                        || (link.tenant().isEmpty() && Brands.sameOwner(facts.senderDomain(), link.domain())));
    }

    /** A service that writes for a correspondent leads replies, and links, to the correspondent. */
    private boolean belongsToReplyTo(Link link, MailFacts facts) {
        return facts.mail().replyTo().stream()
                .map(m -> world.registrableDomain(m.address().domain()))
                // Who shares is said by the storage itself, so there a name that begins like the correspondent's will
                // do.
                .anyMatch(domain -> (belongsTo(link, domain) || fromTheStorage(link, facts) && namedLike(link, domain))
                        && profiles.mailsFromDomain(domain, facts.mail().occurredAt()) >= MailScorer.KNOWN_MAILS);
    }

    private boolean belongsToUs(Link link, MailFacts facts) {
        for (MailAddress ours : facts.ours()) {
            String domain = world.registrableDomain(ours.domain());
            // Anybody may take a corner named like us; it is ours where our people use it.
            boolean inUse = belongsTo(link, domain)
                    && (link.tenant().isEmpty() || profiles.usedHere(MailFacts.place(link), facts));
            if (!world.traits(domain).contains(DomainTrait.FREE_MAIL) && inUse) {
                return true;
            }
        }
        return false;
    }

    /** Whether the place is a domain's own: the domain itself, or a tenant of its name where names are given out with care. */
    private static boolean belongsTo(Link link, String domain) {
        if (domain.isEmpty()) {
            return false;
        }
        if (link.tenant().isEmpty() || link.domain().equals(domain)) {
            return link.domain().equals(domain);
        }
        return link.kind() == Link.Kind.FILE_STORAGE && letters(link.tenant()).equals(letters(label(domain)));
    }

    /** Whether a tenant's name begins like a domain, or the other way round: what firms do, and who imitates them. */
    private static boolean namedLike(Link link, String domain) {
        String label = letters(label(domain));
        String tenant = letters(link.tenant());
        return label.length() >= LABEL_CHARS_MIN
                && tenant.length() >= LABEL_CHARS_MIN
                && (tenant.startsWith(label) || label.startsWith(tenant));
    }

    private static String label(String domain) {
        return domain.indexOf('.') < 0 ? domain : domain.substring(0, domain.indexOf('.'));
    }

    private static String letters(String text) {
        StringBuilder out = new StringBuilder();
        text.toLowerCase(Locale.ROOT).chars().filter(Character::isLetterOrDigit).forEach(c -> out.append((char) c));
        return out.toString();
    }

    private static Evidence dangerous(String code, String observed, String expected, double nats) {
        return new Evidence(Evidence.Axis.DANGEROUS, code, observed, expected, nats);
    }
}
