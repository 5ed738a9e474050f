package dev.kith.server.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.investigate.BlastRadius;
import dev.kith.investigate.Conclusion;
import dev.kith.investigate.Containment;
import dev.kith.investigate.Hypothesis;
import dev.kith.investigate.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a line of {@code incidents.jsonl} says, in the terms it was written in. Fields that are missing are empty. */
record IncidentReading(JsonNode line) {
    Conclusion conclusion() {
        Map<Hypothesis, Double> beliefs = new EnumMap<>(Hypothesis.class);
        for (JsonNode each : line.path("hypotheses")) {
            for (Hypothesis h : Hypothesis.values()) {
                if (Wording.code(h).equals(JsonText.text(each, "code"))) {
                    beliefs.put(h, JsonText.number(each, "posterior"));
                }
            }
        }
        if (beliefs.isEmpty()) {
            beliefs.put(Hypothesis.ROUTINE, 1.0);
        }
        List<Step> steps = new ArrayList<>();
        for (JsonNode step : line.path("steps")) {
            if (step.path("case").asInt(1) > 1) {
                continue; // of a case that is less sure
            }
            steps.add(new Step(
                    JsonText.text(step, "question"),
                    JsonText.text(step, "asked"),
                    JsonText.text(step, "answer"),
                    JsonText.text(step, "found"),
                    JsonText.number(step, "information_bits"),
                    beliefs(step.path("before")),
                    beliefs(step.path("after")),
                    texts(step, "events")));
        }
        List<Conclusion.Wanted> wanted = new ArrayList<>();
        for (JsonNode each : line.path("would_decide")) {
            wanted.add(new Conclusion.Wanted(
                    JsonText.text(each, "question"),
                    JsonText.text(each, "asked"),
                    each.path("raises").asBoolean(),
                    each.path("clears").asBoolean()));
        }
        return new Conclusion(beliefs, steps, texts(line, "not_asked"), wanted);
    }

    private static Map<Hypothesis, Double> beliefs(JsonNode node) {
        Map<Hypothesis, Double> beliefs = new EnumMap<>(Hypothesis.class);
        for (Hypothesis h : Hypothesis.values()) {
            beliefs.put(h, node.path(h.name().toLowerCase(Locale.ROOT)).asDouble(0));
        }
        return beliefs;
    }

    /** What active mode would do, with the targets of each action. */
    Map<String, Set<String>> actions() {
        Map<String, Set<String>> targets = new LinkedHashMap<>();
        for (JsonNode each : line.path("actions")) {
            targets.computeIfAbsent(JsonText.text(each, "action"), k -> new LinkedHashSet<>())
                    .add(JsonText.text(each, "target"));
        }
        return targets;
    }

    List<Containment> containment() {
        List<Containment> replays = new ArrayList<>();
        for (JsonNode each : line.path("containment")) {
            List<Containment.Count> counts = new ArrayList<>();
            for (JsonNode act : each.path("acts")) {
                for (Containment.Kind kind : Containment.Kind.values()) {
                    if (Wording.code(kind).equals(JsonText.text(act, "what"))) {
                        counts.add(new Containment.Count(
                                kind,
                                act.path("before").asInt(0),
                                act.path("after").asInt(0)));
                    }
                }
            }
            replays.add(new Containment(
                    Duration.ofMinutes(each.path("records_late_minutes").asLong(0)),
                    JsonText.instant(each, "first_act").orElse(Instant.EPOCH),
                    JsonText.instant(each, "raised_at").orElse(Instant.EPOCH),
                    counts,
                    asMail(each.path("as_mail"))));
        }
        return replays;
    }

    private static Optional<Containment.AsMail> asMail(JsonNode mail) {
        return mail.isObject()
                ? Optional.of(new Containment.AsMail(
                        mail.path("read").asInt(0),
                        mail.path("held").asInt(0),
                        mail.path("reached").asInt(0)))
                : Optional.empty();
    }

    BlastRadius radius() {
        JsonNode radius = line.path("blast_radius");
        List<BlastRadius.Outside> outside = new ArrayList<>();
        for (JsonNode each : radius.path("outside")) {
            outside.add(new BlastRadius.Outside(
                    JsonText.text(each, "domain"),
                    each.path("mails").asInt(0),
                    each.path("addresses").asInt(0),
                    texts(each, "first")));
        }
        return new BlastRadius(
                named(radius, "accounts"),
                named(radius, "lured"),
                named(radius, "partners"),
                named(radius, "opened"),
                named(radius, "fetched"),
                named(radius, "secrets"),
                named(radius, "links"),
                named(radius, "applications"),
                named(radius, "rules"),
                named(radius, "colleagues"),
                outside,
                radius.path("outside_organisations").asInt(0),
                radius.path("outside_addresses").asInt(0),
                radius.path("mails_to_unknown").asInt(0));
    }

    private static BlastRadius.Named named(JsonNode radius, String field) {
        JsonNode named = radius.path(field);
        return new BlastRadius.Named(named.path("count").asInt(0), texts(named, "first"));
    }

    private static List<String> texts(JsonNode node, String field) {
        List<String> texts = new ArrayList<>();
        node.path(field).forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
