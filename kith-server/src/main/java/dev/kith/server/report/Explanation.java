package dev.kith.server.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.detect.MailAction;
import dev.kith.detect.Tag;
import dev.kith.event.Attachment;
import dev.kith.event.Direction;
import dev.kith.event.Link;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/** One judgement in full, for a terminal, from its line of {@code messages.jsonl}. */
public final class Explanation {
    private static final int LABEL = 11;

    private final JsonNode line;
    private final TextLayout out;

    private Explanation(JsonNode line, boolean coloured) {
        this.line = line;
        this.out = new TextLayout(coloured);
    }

    /** The judgement in words; fields that are missing are left out. */
    public static String of(JsonNode line, boolean coloured) {
        Explanation explanation = new Explanation(line, coloured);
        explanation.head();
        explanation.verdict();
        explanation.reasons();
        explanation.links();
        explanation.files();
        explanation.pair();
        return explanation.out.toString();
    }

    private void head() {
        out.paragraph(0, TextLayout.Look.BOLD, Parts.subject(JsonText.text(line, "subject")));
        String name = JsonText.shown(line, "from_name");
        String address = JsonText.shown(line, "from");
        fact("from", name.isEmpty() ? address : name + " <" + address + ">");
        fact("to", String.join(", ", JsonText.texts(line, "to")));
        fact(
                "time",
                (line.path("time").isNull() ? "not known" : JsonText.time(JsonText.text(line, "time"))) + ", "
                        + JsonText.shown(line, "direction"));
        fact("message", JsonText.shown(line, "message_id"));
        fact("file", JsonText.shown(line, "source"));
        out.gap();
    }

    private void verdict() {
        MailAction action = constant(MailAction.class, JsonText.text(line, "action"), MailAction.NONE);
        TextLayout.Look look = action == MailAction.HOLD
                ? TextLayout.Look.ALARM
                : action == MailAction.NONE ? TextLayout.Look.GOOD : TextLayout.Look.CARE;
        String rarity = Parts.rarity(
                JsonText.number(line, "rarity"),
                constant(Direction.class, JsonText.text(line, "direction"), Direction.INBOUND));
        out.paragraph(0, look, Parts.would(action));
        fact("score", Figures.score(JsonText.number(line, "score")) + (rarity.isEmpty() ? "" : ", " + rarity));
        fact("strange", Figures.score(JsonText.number(line, "strangeness")));
        fact("dangerous", Figures.score(JsonText.number(line, "danger")));
        fact("findings", String.join(", ", tags()));
        fact("campaign", JsonText.shown(line, "campaign"));
        fact("otherwise", Shown.line(JsonText.text(line, "counterfactual"), 600));
        out.gap();
    }

    private void reasons() {
        JsonNode reasons = line.path("reasons");
        if (reasons.isEmpty()) {
            return;
        }
        out.paragraph(0, TextLayout.Look.BOLD, "Why: each reason adds its part, together they are the score");
        List<Double> parts = new ArrayList<>();
        reasons.forEach(reason -> parts.add(JsonText.number(reason, "weight")));
        Iterator<String> weights =
                Figures.weights(parts, JsonText.number(line, "score")).iterator();
        for (JsonNode reason : reasons) {
            out.labelled(2, LABEL, weights.next(), TextLayout.Look.BOLD, Wording.reason(JsonText.text(reason, "code")));
            String code = JsonText.text(reason, "code");
            String expected = JsonText.text(reason, "expected");
            sub("observed", ReasonWords.observed(code, JsonText.text(reason, "observed"), expected));
            sub("expected", ReasonWords.expected(code, expected));
        }
        out.labelled(2, LABEL, "=" + Figures.score(JsonText.number(line, "score")), TextLayout.Look.PLAIN, "");
        out.gap();
    }

    private void links() {
        JsonNode links = line.path("links");
        if (links.isEmpty()) {
            return;
        }
        out.paragraph(0, TextLayout.Look.BOLD, "What is read, and where it leads: nothing was fetched or resolved");
        for (JsonNode link : links) {
            String text = Shown.line(JsonText.text(link, "text"), 160);
            Link.Place place = constant(Link.Place.class, JsonText.text(link, "place"), Link.Place.TEXT);
            out.labelled(
                    2,
                    LABEL,
                    "text",
                    TextLayout.Look.BOLD,
                    text.isEmpty() ? "(nothing is shown)" : "\u201C" + text + "\u201D");
            sub("", Wording.of(place) + traits(link, Link.Trait.class));
            layers(link);
            Link.Kind kind = constant(Link.Kind.class, JsonText.text(link, "kind"), Link.Kind.WEB);
            boolean opaque = link.path("opaque").asBoolean(false);
            sub(
                    opaque ? "host" : "leads to",
                    opaque
                            ? JsonText.shown(link, "host") + " (by its hint, path hidden)"
                            : JsonText.shown(link, "target"));
            sub("", Wording.of(kind) + seen(link));
        }
        out.gap();
    }

    private void layers(JsonNode link) {
        List<String> wrappers = JsonText.texts(link, "wrappers");
        List<String> layers = JsonText.texts(link, "layers");
        for (int i = 0; i < wrappers.size(); i++) {
            String address = i < layers.size() ? layers.get(i) : i == 0 ? JsonText.shown(link, "href") : "";
            boolean opaque = link.path("opaque").asBoolean(false) && i == wrappers.size() - 1;
            sub("layer " + (i + 1), Wording.wrapper(wrappers.get(i)) + (opaque ? ", opaque" : ", decoded"));
            sub("", address);
        }
    }

    private static String seen(JsonNode link) {
        if (!link.has("seen_by")) {
            return "";
        }
        List<String> by = JsonText.texts(link, "seen_by");
        if (by.contains("sender")) {
            return "; this sender has used it before";
        }
        if (by.contains("peers") || by.contains("organisation")) {
            return "; new in this sender's mail, seen here in others'";
        }
        return "; never in this sender's mail, nor in anyone's here";
    }

    private void files() {
        JsonNode files = line.path("attachments");
        if (files.isEmpty()) {
            return;
        }
        out.paragraph(0, TextLayout.Look.BOLD, "Files: none was run");
        for (JsonNode file : files) {
            String name = JsonText.shown(file, "name");
            String size = Figures.bytes(file.path("size").asLong(0));
            out.labelled(
                    2, LABEL, JsonText.shown(file, "type"), TextLayout.Look.PLAIN, name.isEmpty() ? "(no name)" : name);
            sub("", size + traits(file, Attachment.Trait.class));
        }
        out.gap();
    }

    private void pair() {
        JsonNode pair = line.path("relationship");
        if (pair.isMissingNode()) {
            return;
        }
        out.paragraph(0, TextLayout.Look.BOLD, "What was known before it: older mail counts for less");
        fact("to them", mails(JsonText.number(pair, "received")));
        fact("back", mails(JsonText.number(pair, "answered")));
        fact(
                "in all",
                mails(JsonText.number(pair, "received_here")) + ", " + mails(JsonText.number(pair, "domain_here"))
                        + " from its domain");
        fact("since", pair.has("since") ? JsonText.time(JsonText.text(pair, "since")) : "never before");
    }

    private List<String> tags() {
        List<String> titles = new ArrayList<>();
        for (JsonNode tag : line.path("tags")) {
            try {
                titles.add(Tag.valueOf(tag.asText().toUpperCase(Locale.ROOT)).title());
            } catch (IllegalArgumentException e) {
                titles.add(Shown.line(tag.asText(), 60));
            }
        }
        return titles;
    }

    private static <E extends Enum<E>> String traits(JsonNode node, Class<E> type) {
        StringBuilder words = new StringBuilder();
        for (JsonNode trait : node.path("traits")) {
            try {
                words.append("; ")
                        .append(Wording.of(Enum.valueOf(type, trait.asText().toUpperCase(Locale.ROOT))));
            } catch (IllegalArgumentException e) {
                words.append("; ").append(Shown.line(trait.asText(), 60));
            }
        }
        return words.toString();
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String code, E otherwise) {
        try {
            return Enum.valueOf(type, code.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return otherwise;
        }
    }

    private static String mails(double decayed) {
        long n = Math.round(decayed);
        return n == 0 ? "none" : "about " + Figures.count(n, "mail", "mails");
    }

    private void fact(String label, String value) {
        if (!value.isEmpty()) {
            out.labelled(0, LABEL, label, TextLayout.Look.PLAIN, value);
        }
    }

    private void sub(String label, String value) {
        if (!value.isEmpty()) {
            out.labelled(LABEL, LABEL + 10, label, TextLayout.Look.PLAIN, value);
        }
    }
}
