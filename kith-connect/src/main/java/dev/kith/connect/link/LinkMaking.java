package dev.kith.connect.link;

import dev.kith.connect.intel.Intel;
import dev.kith.event.DomainTrait;
import dev.kith.event.Link;
import dev.kith.score.Confusables;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Makes a {@link Link} of an address and what the reader sees of it. */
final class LinkMaking {
    /** Longest address kept. Chosen by hand: triple rewriting of long addresses stays below. */
    static final int HREF_CHARS_MAX = 8_192;

    /** Of a data: address only the beginning is kept. Chosen by hand: shows the type. */
    static final int DATA_CHARS_MAX = 200;

    /** Longest visible text kept. Chosen by hand. */
    static final int TEXT_CHARS_MAX = 300;

    /** Pairs of sites of one owner that link to each other under both names. Chosen by hand. */
    private static final Set<String> SAME_OWNER = Set.of(
            "youtube.com youtu.be",
            "google.com goo.gl",
            "google.com g.co",
            "google.com youtube.com",
            "google.com withgoogle.com",
            "facebook.com fb.com",
            "facebook.com fb.me",
            "facebook.com facebookmail.com",
            "instagram.com instagr.am",
            "linkedin.com lnkd.in",
            "twitter.com x.com",
            "twitter.com t.co",
            "x.com t.co",
            "microsoft.com aka.ms",
            "microsoft.com office.com",
            "microsoft.com live.com",
            "microsoft.com microsoftonline.com",
            "office.com microsoftonline.com",
            "live.com 1drv.ms",
            "amazon.com amzn.to",
            "amazon.com a.co",
            "github.com github.io",
            "telegram.org t.me",
            "whatsapp.com wa.me",
            "paypal.com paypal.me",
            "wikipedia.org wikimedia.org",
            "discord.com discord.gg");

    private final Intel intel;
    private final SharedHosts sharedHosts;

    LinkMaking(Intel intel) {
        this.intel = intel;
        this.sharedHosts = new SharedHosts(intel);
    }

    /** Empty where the address is none: a fragment, an empty attribute, a scheme that leads nowhere. */
    Optional<Link> link(Sight sight, String href, Set<String> recipients) {
        boolean data = href.regionMatches(true, 0, "data:", 0, 5);
        String kept = cut(href, data ? DATA_CHARS_MAX : HREF_CHARS_MAX);
        return WebAddress.parse(kept).filter(LinkMaking::leadsSomewhere).map(address -> {
            Unwrapping unwrapped = Unwrapping.of(address, intel, recipients);
            return make(sight, kept, address, unwrapped, recipients);
        });
    }

    private static boolean leadsSomewhere(WebAddress address) {
        return switch (address.scheme()) {
            case "http", "https", "ftp" -> !address.host().isEmpty();
            case "" -> address.host().indexOf('.') > 0 && address.host().indexOf(' ') < 0;
            case "mailto" -> address.path().indexOf('@') > 0 || !address.url().endsWith(":");
            case "cid", "tel", "sms", "about", "mid", "x-apple-data-detectors", "javascript", "callto", "skype" ->
                false;
            default -> true;
        };
    }

    private Link make(Sight sight, String href, WebAddress written, Unwrapping unwrapped, Set<String> recipients) {
        WebAddress target = unwrapped.target();
        boolean web =
                target.isWeb() || target.scheme().isEmpty() || target.scheme().equals("ftp");
        String host = !web ? mailDomain(target) : unwrapped.hint().isEmpty() ? target.host() : unwrapped.hint();
        String domain = host.isEmpty() || HostNames.isIpLiteral(host) ? host : intel.registrableDomain(host);
        // Of what an opaque gateway hides, the host may be known; the path is the gateway's own.
        boolean opaque = unwrapped.isOpaque();
        WebAddress place = opaque ? WebAddress.parse("https://" + host + "/").orElse(target) : target;
        Set<DomainTrait> hostTraits = host.isEmpty() ? Set.of() : intel.traits(host, opaque ? "" : target.path());
        String text = cut(sight.text(), TEXT_CHARS_MAX);

        EnumSet<Link.Trait> traits = EnumSet.noneOf(Link.Trait.class);
        addTextTraits(traits, sight, written, unwrapped, domain);
        if (web) {
            addAddressTraits(traits, written, unwrapped, host, domain, hostTraits);
            // Gateways write the recipient into their own layers; only the target itself tells of the sender.
            if (!unwrapped.isOpaque() && CarriedAddress.isIn(target.url(), recipients)) {
                traits.add(Link.Trait.CARRIES_RECIPIENT);
            }
        }
        return new Link(
                text,
                href,
                unwrapped.layers(),
                cut(target.url(), HREF_CHARS_MAX),
                host.startsWith("[") ? host.replace("[", "").replace("]", "") : host,
                domain.startsWith("[") ? domain.replace("[", "").replace("]", "") : domain,
                sharedHosts.tenant(place, host, hostTraits),
                sharedHosts.kind(place, host, hostTraits),
                sight.place(),
                traits);
    }

    private static String mailDomain(WebAddress target) {
        if (!target.scheme().equals("mailto")) {
            return "";
        }
        String to = target.path();
        int at = to.indexOf('@');
        int end = at + 1;
        while (at >= 0 && end < to.length() && "?,;&> ".indexOf(to.charAt(end)) < 0) {
            end++;
        }
        return at < 0
                ? ""
                : HostNames.ascii(Decoding.percent(to.substring(at + 1, end)).strip());
    }

    private void addTextTraits(
            EnumSet<Link.Trait> traits, Sight sight, WebAddress written, Unwrapping unwrapped, String domain) {
        if (sight.quoted()) {
            traits.add(Link.Trait.QUOTED);
        }
        if (Wording.unsubscribes(sight.text(), unwrapped.target().path())) {
            traits.add(Link.Trait.UNSUBSCRIBE);
        }
        boolean web = unwrapped.target().isWeb() || unwrapped.target().scheme().isEmpty();
        if (sight.hides()) {
            boolean showsAddress = sight.showsText() && ShownAddress.isAddress(sight.text());
            if (!showsAddress && !unwrapped.target().scheme().equals("mailto")) {
                traits.add(Link.Trait.HIDDEN);
            }
        }
        if (web && sight.showsText() && !sight.text().equals(written.url())) {
            ShownAddress.in(sight.text())
                    .filter(shown -> showsOther(shown, written, unwrapped, domain))
                    .ifPresent(shown -> traits.add(Link.Trait.SHOWS_OTHER_DOMAIN));
        }
    }

    private boolean showsOther(ShownAddress shown, WebAddress written, Unwrapping unwrapped, String domain) {
        if (domain.isEmpty() || (unwrapped.isOpaque() && unwrapped.hint().isEmpty())) {
            return false;
        }
        boolean showsWrittenHost = shown.address().host().equals(written.host());
        boolean showsRedirectItself = !shown.address().query().isEmpty();
        if (showsWrittenHost && (!unwrapped.redirected() || showsRedirectItself)) {
            return false;
        }
        Unwrapping truth = Unwrapping.of(shown.address(), intel, Set.of());
        String shownHost = truth.hint().isEmpty() ? truth.target().host() : truth.hint();
        String shownDomain = HostNames.isIpLiteral(shownHost) ? shownHost : intel.registrableDomain(shownHost);
        return !sameOwner(shownDomain, domain);
    }

    private boolean sameOwner(String one, String other) {
        if (one.equals(other) || SAME_OWNER.contains(one + " " + other) || SAME_OWNER.contains(other + " " + one)) {
            return true;
        }
        boolean sameName = firstLabel(one).equals(firstLabel(other)) && !HostNames.isIpLiteral(one);
        return sameName && intel.popularity(one) > 0 && intel.popularity(other) > 0;
    }

    private static String firstLabel(String domain) {
        int dot = domain.indexOf('.');
        return dot < 0 ? domain : domain.substring(0, dot);
    }

    private static void addAddressTraits(
            EnumSet<Link.Trait> traits,
            WebAddress written,
            Unwrapping unwrapped,
            String host,
            String domain,
            Set<DomainTrait> hostTraits) {
        WebAddress target = unwrapped.target();
        if (!written.userInfo().isEmpty() || !target.userInfo().isEmpty()) {
            traits.add(Link.Trait.USERINFO);
        }
        if (HostNames.isInternational(host)) {
            traits.add(Link.Trait.PUNYCODE);
            if (Confusables.looksAscii(HostNames.unicode(host))) {
                traits.add(Link.Trait.HOMOGLYPH);
            }
        }
        if (target.port() > 0 && target.port() != 80 && target.port() != 443 && !unwrapped.isOpaque()) {
            traits.add(Link.Trait.ODD_PORT);
        }
        if (target.scheme().equals("http")) {
            traits.add(Link.Trait.PLAIN_HTTP);
        }
        if (unwrapped.redirected() || sendsElsewhere(target, host)) {
            traits.add(Link.Trait.OPEN_REDIRECT);
        }
        if (!unwrapped.isOpaque() && namesSignIn(target, host, domain, hostTraits)) {
            traits.add(Link.Trait.SIGN_IN_PATH);
        }
    }

    private static boolean sendsElsewhere(WebAddress target, String host) {
        String held = Redirects.heldAddress(target);
        if (held.isEmpty()) {
            return false;
        }
        String ownSite = Gateways.lastTwoLabels(host);
        return WebAddress.parse(held)
                .filter(address -> address.host().indexOf('.') > 0 && !address.hostIs(ownSite))
                .isPresent();
    }

    /** On hosts of anybody, the name chosen there says as much as a path. */
    private static boolean namesSignIn(WebAddress target, String host, String domain, Set<DomainTrait> hostTraits) {
        if (Wording.signsIn(target.path()) || Wording.namesOtherBrand(target.path(), host)) {
            return true;
        }
        if (!hostTraits.contains(DomainTrait.FREE_HOSTING)) {
            return false;
        }
        int dot = host.indexOf('.');
        String name = dot < 0 ? host : host.substring(0, dot);
        String rest = dot < 0 ? "" : host.substring(dot + 1);
        return Wording.signsIn(name) || Wording.namesOtherBrand(name, domain.equals(host) ? rest : domain);
    }

    static String cut(String text, int charsMax) {
        if (text.length() <= charsMax) {
            return text;
        }
        boolean splitsPair = Character.isHighSurrogate(text.charAt(charsMax - 1));
        return text.substring(0, splitsPair ? charsMax - 1 : charsMax);
    }
}
