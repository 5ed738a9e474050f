package dev.kith.server.report;

import dev.kith.detect.Detection;
import dev.kith.investigate.CaseGraph;
import dev.kith.investigate.Incident;
import dev.kith.profile.AccountHabits;
import dev.kith.score.Reason;
import dev.kith.server.report.AccountView.Anomaly;
import dev.kith.server.report.AccountView.Habit;
import dev.kith.server.report.AccountView.Why;
import dev.kith.server.report.ReportView.Fact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The accounts concerned: what is usual for each beside what was odd. */
final class AccountViews {
    /** Chosen by hand: some pages; the files hold all. */
    static final int ACCOUNTS_MAX = 50;

    private static final int DETECTIONS_MAX = 30;
    private static final double BAR_WIDTH = 160;

    private AccountViews() {}

    static List<AccountView> of(ScanSummary scan) {
        Map<String, AccountHabits> habits = new LinkedHashMap<>();
        scan.habits().forEach(h -> habits.put(h.account(), h));
        Map<String, List<Incident>> incidents = new LinkedHashMap<>();
        for (Incident incident : scan.raised()) {
            incident.accounts()
                    .forEach(account -> incidents
                            .computeIfAbsent(account, k -> new ArrayList<>())
                            .add(incident));
        }
        List<AccountView> views = new ArrayList<>();
        for (Map.Entry<String, List<Incident>> e : incidents.entrySet()) {
            AccountHabits usual = habits.get(e.getKey());
            if (usual != null && views.size() < ACCOUNTS_MAX) {
                views.add(view("a" + (views.size() + 1), usual, e.getValue(), scan.moments()));
            }
        }
        return views;
    }

    private static AccountView view(String anchor, AccountHabits usual, List<Incident> incidents, Moments moments) {
        List<Detection> detections = incidents.stream()
                .flatMap(i -> i.detections().stream())
                .filter(d -> d.account().value().equals(usual.account()))
                .toList();
        List<Habit> networks = new ArrayList<>(usual(usual.networks()));
        networks.addAll(oddNetworks(usual.account(), incidents));
        List<Habit> devices = new ArrayList<>(usual(usual.devices()));
        devices.addAll(oddDevices(detections));
        devices.replaceAll(h -> new Habit(device(h.value()), h.name(), h.share(), h.width(), h.odd()));
        return new AccountView(
                anchor,
                Shown.line(usual.account(), 160),
                String.join(", ", incidents.stream().map(Incident::id).toList()),
                "#" + IncidentViews.anchor(incidents.get(0)),
                List.of(
                        new Fact("Known since", Figures.day(Figures.dateOf(usual.since())), ""),
                        new Fact("Learned from", Figures.count(usual.records()), "records"),
                        new Fact(
                                "Usual networks", Figures.count(usual.networks().size()), ""),
                        new Fact(
                                "Odd networks",
                                String.valueOf(
                                        networks.size() - usual.networks().size()),
                                ""),
                        new Fact("Anomalies", Figures.count(detections.size()), "")),
                networks,
                devices,
                applications(usual.applications()),
                detections.stream()
                        .limit(DETECTIONS_MAX)
                        .map(d -> anomaly(d, moments))
                        .toList(),
                detections.size() > DETECTIONS_MAX
                        ? Figures.count(detections.size() - DETECTIONS_MAX) + " more are in detections.jsonl."
                        : "");
    }

    private static List<Habit> applications(List<AccountHabits.Habit> habits) {
        return usual(habits).stream()
                .map(h -> new Habit(Wording.application(h.value()), h.name(), h.share(), h.width(), h.odd()))
                .toList();
    }

    /** {@code windows/?} as {@code windows, program not told}. */
    private static String device(String device) {
        if (device.startsWith("?/")) {
            return device.substring(2) + ", system not told";
        }
        return device.endsWith("/?")
                ? device.substring(0, device.length() - 2) + ", program not told"
                : device.replace("/", ", ");
    }

    private static List<Habit> usual(List<AccountHabits.Habit> habits) {
        return habits.stream()
                .map(h -> new Habit(
                        Shown.line(h.value(), 80),
                        Shown.line(h.name(), 80),
                        h.share() < 0.005 ? "< 1 %" : Math.round(100 * h.share()) + " %",
                        Parts.px(Math.max(1, BAR_WIDTH * h.share())),
                        false))
                .toList();
    }

    /** Where it was used from in its incidents. */
    private static List<Habit> oddNetworks(String account, List<Incident> incidents) {
        Map<String, String> networks = new LinkedHashMap<>();
        for (Incident incident : incidents) {
            CaseGraph graph = incident.dossier().graph();
            for (CaseGraph.Edge edge : graph.edges()) {
                CaseGraph.Node from = graph.nodes().get(edge.from());
                CaseGraph.Node to = graph.nodes().get(edge.to());
                if (edge.relation() == CaseGraph.Relation.USED_FROM && from.id().equals(account)) {
                    networks.put(to.id(), to.note());
                }
            }
        }
        List<Habit> odd = new ArrayList<>();
        networks.forEach((address, network) ->
                odd.add(new Habit(Shown.line(address, 80), Shown.line(network, 80), "new", "", true)));
        return odd;
    }

    private static List<Habit> oddDevices(List<Detection> detections) {
        Set<String> devices = new LinkedHashSet<>();
        detections.stream()
                .flatMap(d -> d.reasons().stream())
                .filter(r -> r.code().equals("device-unusual"))
                .forEach(r -> devices.add(r.observed()));
        return devices.stream()
                .map(device -> new Habit(Shown.line(device, 80), "", "new", "", true))
                .toList();
    }

    private static Anomaly anomaly(Detection detection, Moments moments) {
        return new Anomaly(
                moments.of(detection.time()),
                Shown.line(detection.id(), 40),
                Shown.line(detection.model().title(), 160),
                String.join(", ", detection.model().techniques()),
                Figures.score(detection.model().score()),
                detection.reasons().stream().map(AccountViews::why).toList());
    }

    private static Why why(Reason reason) {
        return new Why(Wording.reason(reason.code()), ReasonWords.observed(reason), ReasonWords.expected(reason));
    }
}
