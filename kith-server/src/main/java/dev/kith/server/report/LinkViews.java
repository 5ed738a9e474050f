package dev.kith.server.report;

import dev.kith.event.Link;
import dev.kith.score.Familiarity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/** Visible text beside the real link, every wrapper peeled off. */
final class LinkViews {
    /** Chosen by hand: what a reader looks at; the rest is counted and stands in messages.jsonl. */
    static final int LINKS_MAX = 3;

    /** Chosen by hand: three lines of an address; the head tells more than the tail. */
    private static final int URL_CHARS_MAX = 220;

    private LinkViews() {}

    /** The most telling links first, repeats and familiar places left out; the first is always shown. */
    static List<ReportView.LinkView> of(List<Link> links, List<Familiarity> familiarity) {
        Map<String, Integer> distinct = new LinkedHashMap<>();
        for (int i = 0; i < links.size(); i++) {
            distinct.putIfAbsent(links.get(i).text() + "\n" + links.get(i).target(), i);
        }
        List<Integer> order = new ArrayList<>(distinct.values());
        order.sort(Comparator.comparingInt((Integer i) -> -weight(links.get(i), at(familiarity, i)))
                .thenComparing(i -> i));
        List<ReportView.LinkView> views = new ArrayList<>();
        for (int i : order) {
            boolean telling = weight(links.get(i), at(familiarity, i)) > 0;
            if (views.isEmpty() || (telling && views.size() < LINKS_MAX)) {
                views.add(view(links.get(i), at(familiarity, i)));
            }
        }
        return views;
    }

    private static Optional<Familiarity> at(List<Familiarity> familiarity, int i) {
        return i < familiarity.size() ? Optional.of(familiarity.get(i)) : Optional.empty();
    }

    /** How much a link tells, for the order only. Chosen by hand. */
    private static int weight(Link link, Optional<Familiarity> seen) {
        int weight = 0;
        weight += link.traits().contains(Link.Trait.QUOTED) ? -40 : 0;
        weight += link.traits().contains(Link.Trait.UNSUBSCRIBE) ? -40 : 0;
        weight += link.kind() == Link.Kind.MAILTO || link.kind() == Link.Kind.TRACKING ? -10 : 0;
        weight += seen.isPresent() && seen.get().isNew() ? 8 : 0;
        weight += seen.isPresent() && seen.get().account() ? -12 : 0;
        weight += link.traits().contains(Link.Trait.SHOWS_OTHER_DOMAIN) ? 8 : 0;
        weight += link.traits().contains(Link.Trait.HIDDEN) ? 4 : 0;
        weight += link.place() == Link.Place.QR_CODE || link.place() == Link.Place.PDF ? 4 : 0;
        weight += link.kind() == Link.Kind.WEB ? 0 : 3;
        return weight;
    }

    private static ReportView.LinkView view(Link link, Optional<Familiarity> familiarity) {
        List<ReportView.Layer> layers = new ArrayList<>();
        for (Link.Wrapper wrapper : link.wrappers()) {
            layers.add(address(
                    layers.size() + 1,
                    Wording.wrapper(wrapper.name()),
                    wrapper.opaque() ? "opaque" : "decoded",
                    wrapper.url(),
                    wrapper.opaque() ? "Only its owner can open this layer. kith does not guess the rest." : ""));
        }
        String text = Shown.line(link.text(), 160);
        return new ReportView.LinkView(
                text.isEmpty() ? "(nothing is shown)" : text,
                Wording.of(link.place())
                        + (link.traits().contains(Link.Trait.HIDDEN) ? "; the address is not shown" : "") + ".",
                layers,
                end(link, layers.size() + 1),
                weight(link, familiarity) > 0,
                familiarity.map(LinkViews::seen).orElse(new ReportView.Seen(false, false, false, false, false, "")),
                familiarity.isPresent());
    }

    private static ReportView.Layer end(Link link, int number) {
        String host = Shown.line(link.host(), URL_CHARS_MAX);
        if (!link.opaque()) {
            return address(number, "Where it leads", note(link), link.target(), "");
        }
        String wrapper =
                Wording.wrapper(link.wrappers().get(link.wrappers().size() - 1).name());
        String innermost = link.wrappers().get(link.wrappers().size() - 1).url();
        boolean hint = !host.isEmpty() && !authority(innermost).contains(link.host());
        return hint
                ? new ReportView.Layer(
                        number, "Host, by " + wrapper + "'s hint", note(link), "", host, "/ path hidden", "")
                : new ReportView.Layer(
                        number, "Not known", "", "", "", "", wrapper + " hides the target and gives no hint.");
    }

    private static String note(Link link) {
        StringJoiner note = new StringJoiner("; ");
        note.add(Wording.of(link.kind()));
        if (!link.tenant().isEmpty()) {
            note.add("the corner of \u201C" + Shown.line(link.tenant(), 60) + "\u201D");
        }
        link.traits().stream()
                .sorted()
                .filter(trait -> trait != Link.Trait.HIDDEN)
                .forEach(trait -> note.add(Wording.of(trait)));
        return note.toString();
    }

    /** Splits an address around its host. */
    private static ReportView.Layer address(int number, String title, String note, String url, String remark) {
        String shown = Shown.line(url, URL_CHARS_MAX);
        int start = startOfAuthority(shown);
        if (start < 0) {
            return new ReportView.Layer(number, title, note, shown, "", "", remark);
        }
        int end = endOfAuthority(shown, start);
        int at = shown.lastIndexOf('@', end - 1);
        int host = at >= start ? at + 1 : start;
        return new ReportView.Layer(
                number,
                title,
                note,
                shown.substring(0, host),
                shown.substring(host, end),
                shown.substring(end),
                remark);
    }

    private static String authority(String url) {
        int start = startOfAuthority(url);
        return start < 0 ? "" : url.substring(start, endOfAuthority(url, start));
    }

    /** After the scheme and its slashes; -1 where there is none, as in a page carried inside the link that names hosts. */
    private static int startOfAuthority(String url) {
        int colon = url.indexOf("://");
        boolean scheme = colon > 0
                && url.substring(0, colon)
                        .chars()
                        .allMatch(c -> (c < 128 && Character.isLetterOrDigit(c)) || "+.-".indexOf(c) >= 0);
        return scheme ? colon + 3 : -1;
    }

    private static int endOfAuthority(String url, int start) {
        int end = start;
        while (end < url.length() && "/?#\\".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private static ReportView.Seen seen(Familiarity f) {
        String words;
        if (f.account()) {
            words = "This sender has used this place before.";
        } else if (f.peers()) {
            words = "New in this sender's mail; others of its kind have used it.";
        } else if (f.organisation()) {
            words = "New in this sender's mail; seen here in others'.";
        } else {
            words = "Never in this sender's mail, nor in anyone's here.";
        }
        return new ReportView.Seen(f.account(), f.peers(), f.organisation(), f.world(), f.isNew(), words);
    }
}
