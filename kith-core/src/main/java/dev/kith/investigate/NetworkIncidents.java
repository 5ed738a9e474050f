package dev.kith.investigate;

import dev.kith.detect.Detection;
import dev.kith.investigate.Incident.Category;
import dev.kith.investigate.Incident.Entity;
import dev.kith.investigate.Incident.Moment;
import dev.kith.investigate.Incident.ProposedAction;
import dev.kith.investigate.Statement.Code;
import dev.kith.investigate.Statement.Names;
import dev.kith.investigate.Statement.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Makes incidents of the cases of devices. Cases of one device, or of one destination, are one story. */
public final class NetworkIncidents {
    /** From this priority on an incident is critical; as for accounts. */
    private static final int CRITICAL = 70;

    private static final int EVENTS_MAX = 10_000;

    private NetworkIncidents() {}

    /**
     * The incidents of these cases, in the order in which they were raised; then the cases that were not, each for itself.
     *
     * @param raised how many incidents there are already
     * @param others how many other cases there are already
     */
    public static List<Incident> of(List<NetworkCase> cases, int raised, int others) {
        List<NetworkCase> standing = cases.stream()
                .filter(c -> c.raisedAt().isPresent())
                .sorted(Comparator.comparing(c -> c.raisedAt().orElseThrow()))
                .toList();
        List<Incident> incidents = new ArrayList<>();
        for (List<NetworkCase> story : stories(standing)) {
            incidents.add(incident("INC-" + (raised + incidents.size() + 1), story));
        }
        int number = others;
        for (NetworkCase c : cases) {
            if (c.raisedAt().isEmpty()) {
                incidents.add(closed("CASE-" + ++number, c));
            }
        }
        return incidents;
    }

    /** Joined by device and by destination, in the order of the first of each. */
    private static List<List<NetworkCase>> stories(List<NetworkCase> cases) {
        Map<String, Integer> storyOf = new HashMap<>();
        Map<Integer, List<NetworkCase>> stories = new LinkedHashMap<>();
        for (int i = 0; i < cases.size(); i++) {
            NetworkCase c = cases.get(i);
            Set<Integer> joined = new LinkedHashSet<>();
            for (String key : keys(c)) {
                Integer known = storyOf.get(key);
                if (known != null) {
                    joined.add(known);
                }
            }
            int into = joined.stream().min(Comparator.naturalOrder()).orElse(i);
            List<NetworkCase> story = stories.computeIfAbsent(into, k -> new ArrayList<>());
            for (int other : joined) {
                if (other != into) {
                    List<NetworkCase> moved = Objects.requireNonNull(stories.remove(other));
                    moved.forEach(m -> keys(m).forEach(key -> storyOf.put(key, into)));
                    story.addAll(moved);
                }
            }
            story.add(c);
            keys(c).forEach(key -> storyOf.put(key, into));
        }
        return List.copyOf(stories.values());
    }

    private static List<String> keys(NetworkCase c) {
        return List.of("device " + c.device(), "destination " + c.destination());
    }

    private static Incident incident(String id, List<NetworkCase> story) {
        NetworkCase leading = story.stream()
                .max(Comparator.comparingDouble(c -> c.conclusion().malicious()))
                .orElseThrow();
        List<Detection> detections = story.stream()
                .flatMap(c -> c.detections().stream())
                .sorted(Comparator.comparing(Detection::time).thenComparing(Detection::id))
                .toList();
        Set<String> devices = new LinkedHashSet<>();
        Set<String> destinations = new LinkedHashSet<>();
        story.forEach(c -> {
            devices.add(c.device());
            destinations.add(c.destination());
        });
        int priority = priority(leading, story, devices.size());
        return new Incident(
                id,
                priority >= CRITICAL ? Category.CRITICAL : Category.SUSPICIOUS,
                priority,
                title(leading, devices, destinations),
                NetworkSummary.of(leading, story),
                story.stream().map(c -> c.raisedAt().orElseThrow()).min(Comparator.naturalOrder()),
                story.stream()
                        .map(NetworkCase::first)
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                story.stream()
                        .map(NetworkCase::last)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                List.of(),
                entities(story),
                story.stream()
                        .flatMap(c -> c.events().stream())
                        .distinct()
                        .limit(EVENTS_MAX)
                        .toList(),
                detections.stream()
                        .flatMap(d -> d.model().techniques().stream())
                        .distinct()
                        .sorted()
                        .toList(),
                timeline(story, detections),
                detections,
                leading.conclusion(),
                actions(story),
                dossier(story));
    }

    private static Statement title(NetworkCase leading, Set<String> devices, Set<String> destinations) {
        boolean out = leading.conclusion().leading() == Hypothesis.EXFILTRATION;
        Statement title = Statement.of(
                out ? Code.TITLE_EXFILTRATION : Code.TITLE_COMMAND, Names.of(devices), Names.of(destinations));
        return leading.stands() ? title : Statement.of(Code.TITLE_FALLEN, Statement.Told.of(title));
    }

    /** Probability times impact: that orders are taken, that data left, how many devices. */
    private static int priority(NetworkCase leading, List<NetworkCase> story, int devices) {
        boolean dataLeft = story.stream()
                .anyMatch(c -> c.detections().stream()
                        .anyMatch(d -> d.model().techniques().stream().anyMatch(t -> t.startsWith("T1048"))));
        boolean answered = story.stream()
                .anyMatch(c -> c.facts().traffic().answered() > 0
                        || c.facts().lookUps().isPresent());
        double impact = 0.5
                + (answered ? 0.15 : 0)
                + (dataLeft ? 0.2 : 0)
                + Math.min(0.2, 0.1 * (devices - 1))
                + (story.size() > devices ? 0.05 : 0);
        return (int) Math.round(100 * leading.conclusion().malicious() * Math.min(1, impact));
    }

    private static List<Entity> entities(List<NetworkCase> story) {
        Set<Entity> entities = new LinkedHashSet<>();
        story.forEach(c -> entities.add(new Entity("device", c.device())));
        for (NetworkCase c : story) {
            if (!c.facts().place().name().isEmpty()) {
                entities.add(new Entity("domain", c.facts().place().name()));
            }
            if (!c.facts().place().proxied() && c.facts().lookUps().isEmpty()) {
                entities.add(new Entity("address", c.facts().endpoint().ip().toString()));
            }
        }
        return List.copyOf(entities);
    }

    private static List<Moment> timeline(List<NetworkCase> story, List<Detection> detections) {
        List<Moment> moments = new ArrayList<>();
        for (NetworkCase c : story) {
            List<String> ids = c.events();
            Text destination = new Text(c.destination());
            moments.add(moment(
                    c.first(),
                    "call",
                    Statement.of(Code.FIRST_CALLED, destination),
                    c,
                    ids.subList(0, Math.min(1, ids.size()))));
            moments.add(moment(
                    c.last(),
                    "call",
                    Statement.of(Code.LAST_CALLED, destination, Statement.Count.of(NetworkSummary.count(c))),
                    c,
                    ids.subList(Math.max(0, ids.size() - 1), ids.size())));
        }
        for (Detection d : detections) {
            moments.add(new Moment(
                    d.time(),
                    "detection",
                    Statement.of(Code.MODEL_FIRED, new Text(d.model().title())),
                    List.of(d.account().value()),
                    Optional.empty(),
                    List.of(d.eventId())));
        }
        moments.sort(Comparator.comparing(Moment::time).thenComparing(Moment::kind));
        return moments;
    }

    private static Moment moment(Instant at, String kind, Statement did, NetworkCase c, List<String> events) {
        return new Moment(at, kind, did, List.of(c.device()), Optional.empty(), events);
    }

    private static List<ProposedAction> actions(List<NetworkCase> story) {
        Map<String, ProposedAction> actions = new LinkedHashMap<>();
        for (NetworkCase c : story) {
            if (!c.stands()) {
                continue;
            }
            Code why =
                    c.conclusion().leading() == Hypothesis.EXFILTRATION ? Code.WHY_CARRIES_OUT : Code.WHY_TAKES_ORDERS;
            Statement because = Statement.of(why, new Text(c.destination()));
            actions.putIfAbsent("device " + c.device(), new ProposedAction("isolate_device", c.device(), because));
            actions.putIfAbsent(
                    "destination " + c.destination(),
                    new ProposedAction("block_destination", c.destination(), because));
        }
        return List.copyOf(actions.values());
    }

    private static Dossier dossier(List<NetworkCase> story) {
        return new Dossier(
                story.stream()
                        .sorted(Comparator.comparingDouble(c -> -c.conclusion().malicious()))
                        .map(NetworkCase::summary)
                        .toList(),
                List.of(),
                List.of(),
                BlastRadius.of(List.of(), List.of(), List.of(), id -> Addressees.UNKNOWN),
                CaseGraph.ofCalls(story));
    }

    private static Incident closed(String id, NetworkCase c) {
        return new Incident(
                id,
                Category.BENIGN,
                (int) Math.round(20 * c.conclusion().malicious()),
                Statement.of(Code.TITLE_CLOSED, new Text(c.trigger().model().title()), Names.of(List.of(c.device()))),
                NetworkSummary.closed(c),
                Optional.empty(),
                c.first(),
                c.last(),
                List.of(),
                entities(List.of(c)),
                c.detections().stream().map(Detection::eventId).distinct().toList(),
                List.of(),
                timeline(List.of(c), c.detections()),
                c.detections(),
                c.conclusion(),
                List.of(),
                dossier(List.of(c)));
    }
}
