package dev.kith.pipeline;

import dev.kith.detect.CallFacts;
import dev.kith.detect.Detection;
import dev.kith.investigate.Incident;
import dev.kith.investigate.Investigator;
import dev.kith.investigate.NetworkCase;
import dev.kith.investigate.NetworkIncidents;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The desk for cases of devices: what a device has with a destination is one case. Deterministic; one thread, in time order. */
public final class NetworkDesk {
    /** Cases that are kept; further ones are not opened, and counted. Chosen by hand, as for accounts. */
    private static final int CASES_MAX = 20_000;

    private final Investigator investigator = new Investigator();
    private final Map<String, NetworkCase> cases = new LinkedHashMap<>();
    private final Map<String, Set<String>> standingOfDevice = new HashMap<>();
    private final Map<String, Set<String>> standingForDestination = new HashMap<>();
    private long notOpened;

    /**
     * Takes in calls that were worth a look: they open a case, belong to one, or are let go.
     *
     * @param reported whether what happens now is told of
     */
    public void take(NetworkJudgement judgement, boolean reported) {
        CallFacts facts = judgement.facts();
        String key = facts.device() + "\t" + facts.destination();
        NetworkCase file = cases.get(key);
        if (file == null) {
            if (judgement.detections().isEmpty()) {
                return;
            }
            if (cases.size() >= CASES_MAX) {
                notOpened++;
                return;
            }
            file = new NetworkCase(judgement.detections().get(0), facts);
            cases.put(key, file);
        }
        for (Detection detection : judgement.detections()) {
            file.add(detection);
            if (reported) {
                file.report();
            }
        }
        file.investigate(
                investigator,
                facts,
                others(standingOfDevice, facts.device(), facts.destination()),
                others(standingForDestination, facts.destination(), facts.device()));
        note(standingOfDevice, facts.device(), facts.destination(), file.stands());
        note(standingForDestination, facts.destination(), facts.device(), file.stands());
    }

    private static int others(Map<String, Set<String>> standing, String of, String but) {
        Set<String> all = standing.getOrDefault(of, Set.of());
        return all.size() - (all.contains(but) ? 1 : 0);
    }

    private static void note(Map<String, Set<String>> standing, String of, String what, boolean stands) {
        if (stands) {
            standing.computeIfAbsent(of, k -> new HashSet<>()).add(what);
        } else if (standing.containsKey(of)) {
            standing.get(of).remove(what);
        }
    }

    /**
     * What came of the cases that something reported belongs to.
     *
     * @param before the incidents of accounts, after which these are numbered
     */
    public List<Incident> incidents(List<Incident> before) {
        int raised = (int) before.stream().filter(Incident::raised).count();
        return NetworkIncidents.of(
                cases.values().stream().filter(NetworkCase::reported).toList(), raised, before.size() - raised);
    }

    /** Cases that were not opened for want of room. */
    public long notOpened() {
        return notOpened;
    }
}
