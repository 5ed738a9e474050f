package dev.kith.server.report;

import dev.kith.detect.Detection;
import dev.kith.investigate.AlertBudget;
import dev.kith.investigate.BlastRadius;
import dev.kith.investigate.CaseGraph;
import dev.kith.investigate.CaseSummary;
import dev.kith.investigate.Conclusion;
import dev.kith.investigate.Containment;
import dev.kith.investigate.Dossier;
import dev.kith.investigate.Hypothesis;
import dev.kith.investigate.Incident;
import dev.kith.investigate.Outflow;
import dev.kith.investigate.Step;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code incidents.jsonl} and {@code detections.jsonl}: a line of JSON each, as {@link JsonLines} writes them. */
final class IncidentLines implements Closeable {
    private final JsonLines json;
    private final StatementWords words = new StatementWords(new Moments(true));

    /** Writes to {@code out} and closes it in the end. */
    IncidentLines(OutputStream out) throws IOException {
        json = new JsonLines(out);
    }

    void detection(Detection detection) throws IOException {
        List<Incident.Entity> entities = new ArrayList<>();
        entities.add(new Incident.Entity(
                detection.ofDevice() ? "device" : "account", detection.account().value()));
        detection
                .visit()
                .ifPresent(v -> entities.add(
                        new Incident.Entity("address", v.endpoint().ip().toString())));
        json.line(() -> {
            json.text("id", detection.id());
            json.time("time", Optional.of(detection.time()));
            json.text("model", detection.model().title());
            json.number("score", detection.model().score());
            json.objects("entities", entities, this::entity);
            json.texts("events", List.of(detection.eventId()));
            json.texts("techniques", detection.model().techniques());
            json.reasons(detection.reasons());
            json.text("misses", detection.model().misses());
            json.texts("benign_causes", detection.model().benign());
        });
    }

    void incident(Incident incident, AlertBudget budget) throws IOException {
        json.line(() -> {
            json.text("id", incident.id());
            json.text("title", words.sentence(incident.title()));
            json.text("category", Wording.code(incident.category()));
            json.count("priority", incident.priority());
            json.flag("below_budget", budget.below().contains(incident.id()));
            json.text("verdict", Wording.code(incident.conclusion().verdict()));
            json.texts("accounts", incident.accounts());
            json.objects("entities", incident.entities(), this::entity);
            json.time("first_activity", Optional.of(incident.first()));
            json.time("last_activity", Optional.of(incident.last()));
            json.time("raised_at", incident.raisedAt());
            json.texts("events", incident.events());
            json.texts("techniques", incident.techniques());
            json.text("summary", words.text(incident.summary()));
            json.texts("told", words.sentences(incident.summary()));
            json.objects("timeline", incident.timeline(), this::moment);
            json.objects(
                    "hypotheses",
                    incident.conclusion().beliefs().entrySet(),
                    b -> hypothesis(b, incident.conclusion()));
            json.objects("steps", CaseStep.of(incident), this::step);
            json.texts("not_asked", incident.conclusion().open());
            json.objects("would_decide", incident.conclusion().wanted(), wanted -> {
                json.text("question", wanted.question());
                json.text("asked", wanted.asked());
                json.flag("raises", wanted.raises());
                json.flag("clears", wanted.clears());
            });
            json.objects("actions", incident.actions(), action -> {
                json.text("action", action.action());
                json.text("target", action.target());
                json.text("why", words.sentence(action.why()));
            });
            dossier(incident.dossier());
            AlertLines.of(json, incident.alerts());
            json.texts(
                    "detections",
                    incident.detections().stream().map(Detection::id).toList());
        });
    }

    /**
     * A step of a case.
     *
     * @param number of the case in the list of cases, from 1: the surest is the first
     */
    private record CaseStep(int number, String account, Step step) {
        /** Whoever wants the steps of more cases wants a program for it. Chosen by hand. */
        private static final int CASES_MAX = 50;

        static List<CaseStep> of(Incident incident) {
            List<CaseStep> steps = new ArrayList<>();
            List<CaseSummary> cases = incident.dossier().cases();
            for (int i = 0; i < Math.min(CASES_MAX, cases.size()); i++) {
                for (Step step : cases.get(i).steps()) {
                    steps.add(new CaseStep(i + 1, cases.get(i).account(), step));
                }
            }
            return steps;
        }
    }

    private void moment(Incident.Moment moment) throws IOException {
        json.time("time", Optional.of(moment.time()));
        String whose = MomentViews.whose(moment);
        String where = moment.where().map(StatementWords::place).orElse("");
        json.text("what", MomentViews.line(words.sentence(moment.did()), whose, where));
        json.texts("events", moment.events());
        json.text("kind", moment.kind());
        json.text("account", whose);
        json.text("where", where);
    }

    private void hypothesis(Map.Entry<Hypothesis, Double> belief, Conclusion conclusion) throws IOException {
        json.text("name", belief.getKey().title());
        json.number("prior", belief.getKey().prior());
        json.number("posterior", belief.getValue());
        boolean leads = belief.getKey() == conclusion.leading();
        json.text("verdict", leads ? "leading" : belief.getValue() < 0.01 ? "ruled out" : "possible");
        json.text("code", Wording.code(belief.getKey()));
        json.flag("malicious", belief.getKey().malicious());
    }

    private void step(CaseStep of) throws IOException {
        Step step = of.step();
        json.count("case", of.number());
        json.text("account", of.account());
        json.text("question", step.question());
        json.text("asked", step.asked());
        json.text("answer", step.answer());
        json.text("found", step.found());
        json.number("information_bits", step.information());
        json.object("before", () -> beliefs(step.before()));
        json.object("after", () -> beliefs(step.after()));
        json.texts("events", step.events());
    }

    private void beliefs(Map<Hypothesis, Double> beliefs) throws IOException {
        for (Map.Entry<Hypothesis, Double> belief : beliefs.entrySet()) {
            json.number(Wording.code(belief.getKey()), belief.getValue());
        }
    }

    private void dossier(Dossier dossier) throws IOException {
        json.objects("cases", dossier.cases(), c -> {
            json.text("account", c.account());
            json.text("trigger", c.trigger());
            json.time("opened_at", Optional.of(c.opened()));
            json.time("raised_at", c.raisedAt());
            json.number("raised_with", c.raisedWith());
            json.number("malicious", c.malicious());
            json.text("leading", Wording.code(c.leading()));
        });
        json.objects("containment", dossier.containment(), this::containment);
        json.objects("outflows", dossier.outflows(), this::outflow);
        json.object("blast_radius", () -> radius(dossier.radius()));
        json.object("graph", () -> graph(dossier.graph()));
    }

    private void containment(Containment containment) throws IOException {
        json.count("records_late_minutes", containment.lag().toMinutes());
        json.time("first_act", Optional.of(containment.firstAct()));
        json.time("raised_at", Optional.of(containment.raised()));
        json.count("minutes_to_raise", containment.delay().toMinutes());
        json.objects("acts", containment.counts(), count -> {
            json.text("what", Wording.code(count.kind()));
            json.count("before", count.before());
            json.count("after", count.after());
        });
        if (containment.asMail().isPresent()) {
            Containment.AsMail mail = containment.asMail().get();
            json.object("as_mail", () -> {
                json.count("read", mail.read());
                json.count("held", mail.held());
                json.count("reached", mail.reached());
            });
        }
    }

    private void outflow(Outflow outflow) throws IOException {
        json.text("account", outflow.account());
        json.time("first", Optional.of(outflow.first()));
        json.time("last", Optional.of(outflow.last()));
        json.count("mails", outflow.mails());
        json.count("before_raised", outflow.before());
        json.count("mails_beside", outflow.others());
        json.time("start", Optional.of(outflow.start()));
        json.count("step_minutes", outflow.step().toMinutes());
        json.counts("counts", outflow.counts());
        if (outflow.usual().isPresent()) {
            Outflow.Usual usual = outflow.usual().get();
            json.object("usual", () -> {
                json.number("mails", usual.mails());
                json.count("within_minutes", usual.window().toMinutes());
            });
        }
    }

    private void radius(BlastRadius radius) throws IOException {
        named("accounts", radius.accounts());
        named("lured", radius.lured());
        named("partners", radius.partners());
        named("opened", radius.opened());
        named("fetched", radius.fetched());
        named("secrets", radius.secrets());
        named("links", radius.links());
        named("applications", radius.applications());
        named("rules", radius.rules());
        named("colleagues", radius.colleagues());
        json.objects("outside", radius.outside(), of -> {
            json.text("domain", of.domain());
            json.count("mails", of.mails());
            json.count("addresses", of.count());
            json.texts("first", of.addresses());
        });
        json.count("outside_organisations", radius.organisations());
        json.count("outside_addresses", radius.addressees());
        json.count("mails_to_unknown", radius.unknown());
    }

    private void named(String field, BlastRadius.Named named) throws IOException {
        json.object(field, () -> {
            json.count("count", named.count());
            json.texts("first", named.first());
        });
    }

    private void graph(CaseGraph graph) throws IOException {
        json.objects("nodes", graph.nodes(), node -> {
            json.text("kind", Wording.code(node.kind()));
            json.text("id", node.id());
            json.text("label", node.label());
            json.text("note", node.note());
            json.count("count", node.count());
        });
        json.objects("edges", graph.edges(), edge -> {
            json.count("from", edge.from());
            json.count("to", edge.to());
            json.text("relation", Wording.code(edge.relation()));
        });
        json.object("left_out", () -> {
            for (CaseGraph.Kind kind : CaseGraph.Kind.values()) {
                if (graph.left().containsKey(kind)) {
                    json.count(Wording.code(kind), graph.left().getOrDefault(kind, 0));
                }
            }
        });
    }

    private void entity(Incident.Entity entity) throws IOException {
        json.text("kind", entity.kind());
        json.text("id", entity.id());
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
