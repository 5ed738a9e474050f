package dev.kith.simulate;

import dev.kith.simulate.Body.LinkRef;
import dev.kith.simulate.Body.Look;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The bait of an attack.
 *
 * @param link where it leads; empty for baits that ask for an answer or a payment
 */
record Lure(String subject, String words, Optional<LinkRef> link) {
    /** Baits that lead somewhere, and those that only talk. */
    static final List<String> LINKED =
            List.of("document", "credential", "esign", "voicemail", "invoice", "payroll", "mailbox", "delivery", "rfp");

    static final List<String> TALKED = List.of("bank", "giftcard", "opener", "paychange", "callback");

    /** A bait of that kind in that language, leading to that address. */
    static Lure of(String kind, Grammar grammar, Scene scene, Optional<String> href, Dice dice) {
        Map<String, String> variables = scene.variables();
        String rule = "lure." + kind;
        if (href.isEmpty()) {
            return new Lure(
                    grammar.say(rule + ".subject", dice, variables),
                    grammar.say(rule + ".text", dice, variables),
                    Optional.empty());
        }
        double how = dice.unit();
        Look look = how < 0.5 ? Look.WORDS : how < 0.88 ? Look.BUTTON : Look.BARE;
        scene.set("link", Body.mark(0));
        String button = grammar.say(rule + ".button", dice, variables);
        String words = grammar.say(rule + ".text", dice, variables);
        // A bait whose text has no place for the link gets it on a line of its own.
        String placed = words.contains(Body.mark(0)) ? words : words + "\n\n" + Body.mark(0);
        LinkRef link = new LinkRef(look == Look.BARE ? href.get() : button, href.get(), look);
        return new Lure(grammar.say(rule + ".subject", dice, variables), placed, Optional.of(link));
    }

    /** The same bait with the link moved into an attached file, where one is wanted. */
    Lure inFile(String file) {
        return new Lure(subject, words.replace(Body.mark(0), file), Optional.empty());
    }

    /** A file that carries the link in the bait's stead. */
    Attachment file(Dice dice) {
        LinkRef carried = link.orElseThrow();
        String name = dice.pickOf("Document", "Statement", "Scan", "Details") + dice.digits(4);
        if (dice.chance(0.65)) {
            return Documents.pdf(name + ".pdf", List.of(subject, "", carried.words()), Optional.of(carried.href()));
        }
        return Documents.page(
                name + ".html",
                "<html><body><h3>" + Html.escape(subject) + "</h3><form action=\""
                        + carried.href()
                        + "\" method=\"post\"><input name=\"user\"><input name=\"key\" type=\"password\"><button>"
                        + Html.escape(carried.words()) + "</button></form></body></html>");
    }

    List<LinkRef> links() {
        return link.map(List::of).orElse(List.of());
    }

    /** A page in a tenant, a form, a free host or a burgled site, as attackers use them. Invented; none was looked up. */
    static String trap(Dice dice) {
        String word = dice.pickOf(Culture.values()).coinedName(dice);
        String name = Person.slug(word) + dice.digits(3);
        String token = dice.text(Dice.URL.substring(0, 62), 18);
        return switch (dice.below(14)) {
            case 0, 1, 2 -> new Storage(Storage.Service.SHAREPOINT, name).link(dice, "", "Document.pdf");
            case 3, 4 -> new Storage(Storage.Service.ONEDRIVE, name).link(dice, "info_" + name, "Document.pdf");
            case 5 -> new Storage(Storage.Service.DROPBOX, "").link(dice, "", "Document.pdf");
            case 6 -> "https://docs.google.com/forms/d/e/1FAIpQLS" + dice.text(Dice.URL, 47) + "/viewform";
            case 7 -> "https://" + name + "-docs.web.app/" + token;
            case 8 -> "https://" + name + ".pages.dev/?id=" + token;
            case 9 -> "https://" + name + "." + dice.pickOf("workers.dev", "netlify.app", "vercel.app") + "/" + token;
            case 10 -> "https://form.jotform.com/2" + dice.digits(14);
            case 11 -> "https://bit.ly/" + dice.text(Dice.URL.substring(0, 62), 7);
            case 12 ->
                "https://www." + Person.slug(word) + "-" + dice.pickOf("garden", "dental", "school", "yoga")
                        + ".example/wp-content/uploads/" + token + "/";
            default -> "https://login-" + name + ".example/owa/" + token;
        };
    }
}
