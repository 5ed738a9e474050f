package dev.kith.score;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Names that everybody knows and that anybody may pretend to be: a list of our own, from general knowledge.
 *
 * <p>A domain is a brand's own where it is listed, or its first label is the brand's name: under any suffix where the name is
 * telling, else under .com.
 */
final class Brands {
    private static final int NAME_WORDS_MAX = 12;

    /** Brand words, then the labels or domains it also mails from. One line each. */
    private static final String[] TABLE = {
        "microsoft: office office365 microsoftonline outlook live sharepoint sharepointonline skype azure onmicrosoft",
        "office 365: microsoft microsoftonline office",
        "microsoft 365: microsoft microsoftonline",
        "outlook: microsoft live hotmail",
        "sharepoint: microsoft sharepointonline",
        "onedrive: microsoft live",
        "google: gmail youtube googlemail android googleapis",
        "gmail: google",
        "youtube: google",
        "apple: icloud itunes me",
        "icloud: apple me",
        "itunes: apple",
        "amazon: amazonaws amazonses awstrack audible primevideo",
        "prime video: amazon",
        "paypal: paypal-communication paypal-exchanges",
        "netflix:",
        "spotify:",
        "disney: disneyplus",
        "facebook: facebookmail meta fb",
        "meta: facebook facebookmail instagram fb metamail",
        "instagram: facebook facebookmail meta",
        "whatsapp: facebook meta",
        "linkedin:",
        "twitter: x",
        "tiktok:",
        "telegram:",
        "zoom:",
        "slack: slackhq",
        "docusign: docusign.net",
        "adobe: adobesign echosign",
        "dropbox: dropboxmail hellosign",
        "wetransfer:",
        "norton: nortonlifelock norton360 gendigital symantec",
        "mcafee:",
        "kaspersky:",
        "avast: gendigital",
        "geek squad: bestbuy",
        "best buy: bestbuy bestbuycanada",
        "walmart:",
        "costco:",
        "home depot: homedepot",
        "lowes:",
        "target:",
        "ebay:",
        "aliexpress: alibaba",
        "alibaba: aliexpress",
        "shopify: myshopify",
        "metamask: consensys",
        "coinbase:",
        "binance:",
        "kraken:",
        "ledger:",
        "trezor:",
        "trust wallet: trustwallet",
        "blockchain:",
        "crypto com: crypto",
        "dhl: deutschepost dpdhl",
        "fedex:",
        "ups: upsemail",
        "usps:",
        "dpd: dpdgroup geopost",
        "gls: gls-group gls-pakete",
        "hermes: myhermes evri",
        "evri: hermes",
        "royal mail: royalmail",
        "canada post: canadapost",
        "australia post: auspost",
        "la poste: laposte colissimo chronopost",
        "poste italiane: poste posteitaliane",
        "correos:",
        "postnl:",
        "bpost:",
        "deutsche post: deutschepost dhl",
        "swiss post: post",
        "wells fargo: wellsfargo",
        "bank of america: bankofamerica bofa",
        "chase: jpmorgan jpmchase jpmorganchase",
        "citibank: citi",
        "capital one: capitalone",
        "american express: americanexpress aexp",
        "amex: americanexpress aexp",
        "mastercard:",
        "hsbc:",
        "barclays:",
        "lloyds: lloydsbank lloydsbanking",
        "natwest:",
        "santander:",
        "bbva:",
        "caixabank:",
        "revolut:",
        "n26:",
        "klarna:",
        "sparkasse: sparkassen",
        "volksbank: vr",
        "commerzbank:",
        "deutsche bank: deutsche-bank db",
        "postbank:",
        "comdirect:",
        "ing: ing-diba",
        "rabobank:",
        "abn amro: abnamro",
        "credit agricole: credit-agricole",
        "bnp paribas: bnpparibas",
        "societe generale: societegenerale",
        "la banque postale: labanquepostale",
        "intesa sanpaolo: intesasanpaolo",
        "unicredit:",
        "banco do brasil: bb",
        "itau:",
        "bradesco:",
        "nubank:",
        "western union: westernunion",
        "moneygram:",
        "telekom: t-online",
        "vodafone:",
        "verizon: verizonwireless vzw",
        "at t: att",
        "comcast: xfinity",
        "xfinity: comcast",
        "t mobile: t-mobile",
        "orange:",
        "ionos: 1und1 1and1",
        "strato:",
        "godaddy: secureserver",
        "ovh: ovhcloud",
        "steam: steampowered valvesoftware",
        "playstation: sony sonyentertainmentnetwork",
        "xbox: microsoft",
        "roblox:",
        "uber:",
        "airbnb:",
        "booking com: booking",
        "lufthansa:",
        "ikea:",
        "lidl: lidl-plus",
        "aldi: aldi-nord aldi-sued hofer",
        "rewe:",
        "edeka:",
        "kaufland:",
        "media markt: mediamarkt",
        "mediamarkt:",
        "saturn:",
        "samsung:",
        "bitcoin:",
        "irs:",
        "hmrc: gov.uk",
        "elster:",
        "finanzamt:",
        "impots gouv: impots.gouv.fr",
        "ameli: assurance-maladie",
        "cpanel:",
        "webmail administrator:",
        "mail administrator:",
        "mailer daemon alert:",
    };

    private static final Map<String, Set<String>> OWN = read();

    /** Whose a label or domain is; a few belong to several. */
    private static final Map<String, Set<String>> OWNERS = owners();

    private Brands() {}

    private static Map<String, Set<String>> read() {
        Map<String, Set<String>> out = new HashMap<>();
        for (String line : TABLE) {
            int colon = line.indexOf(':');
            String name = line.substring(0, colon);
            List<String> own =
                    new ArrayList<>(List.of(line.substring(colon + 1).strip().split(" ")));
            own.add(name.replace(" ", ""));
            own.add(name.replace(' ', '-'));
            own.removeIf(String::isEmpty);
            out.put(name, Set.copyOf(own));
        }
        return Map.copyOf(out);
    }

    private static Map<String, Set<String>> owners() {
        Map<String, Set<String>> out = new HashMap<>();
        OWN.forEach((brand, labels) -> labels.forEach(
                label -> out.computeIfAbsent(label, k -> new HashSet<>()).add(brand)));
        return Map.copyOf(out);
    }

    /** Short and everyday labels are anybody's under most endings. */
    private static boolean telling(String label, String domain) {
        return (label.length() > SHORT_LABEL && !EVERYDAY.contains(label)) || domain.equals(label + ".com");
    }

    private static final int SHORT_LABEL = 4;

    private static final Set<String> EVERYDAY = Set.of(
            "android", "apple", "chase", "discover", "office", "orange", "outlook", "prime", "santander", "target");

    /** Whether two registrable domains belong to one brand, as a service's mail and its site may. */
    static boolean sameOwner(String domain, String other) {
        Set<String> owners = owners(domain);
        return owners(other).stream().anyMatch(owners::contains);
    }

    private static Set<String> owners(String domain) {
        String label = domain.indexOf('.') < 0 ? domain : domain.substring(0, domain.indexOf('.'));
        return OWNERS.getOrDefault(domain, telling(label, domain) ? OWNERS.getOrDefault(label, Set.of()) : Set.of());
    }

    /** The brand that a display name bears, by whole words; the longest where there are several. */
    static Optional<String> named(String displayName) {
        List<String> words = words(displayName);
        for (int length = 3; length >= 1; length--) {
            for (int i = 0; i + length <= words.size(); i++) {
                String candidate = String.join(" ", words.subList(i, i + length));
                if (OWN.containsKey(candidate)) {
                    return Optional.of(candidate);
                }
            }
        }
        return Optional.empty();
    }

    /** Whether a registrable domain is the brand's own. */
    static boolean owns(String brand, String domain) {
        String label = domain.indexOf('.') < 0 ? domain : domain.substring(0, domain.indexOf('.'));
        Set<String> own = OWN.getOrDefault(brand, Set.of());
        return own.contains(domain) || (own.contains(label) && telling(label, domain));
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        String lower = text.toLowerCase(Locale.ROOT);
        for (int i = 0; i <= lower.length() && words.size() < NAME_WORDS_MAX; i++) {
            char c = i < lower.length() ? lower.charAt(i) : ' ';
            if (Character.isLetterOrDigit(c)) {
                word.append(c);
            } else if (word.length() > 0) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        return words;
    }
}
