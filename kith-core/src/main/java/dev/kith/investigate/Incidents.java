package dev.kith.investigate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Merges cases that are one story: an account taken twice, several accounts taken from one place or by one lure. */
public final class Incidents {
    /** A case of an account that was raised elsewhere belongs to it from this belief on: above the prior. Chosen by hand. */
    private static final double SUPPORTS = 0.05;

    private Incidents() {}

    /**
     * The incidents of these cases, in the order in which they were raised; then the cases that were not
     * decided and those closed as benign, each for itself.
     *
     * @param sentTo whom a mail of ours was sent to, by its Message-ID
     */
    public static List<Incident> of(List<CaseFile> cases, Function<String, Addressees> sentTo) {
        List<CaseFile> raised =
                cases.stream().filter(c -> c.raisedAt().isPresent()).toList();
        Stories joined = Stories.of(raised.stream().map(CaseTraits::of).toList());
        Map<Integer, List<CaseFile>> stories = new TreeMap<>();
        for (int i = 0; i < raised.size(); i++) {
            stories.computeIfAbsent(joined.story(i), k -> new ArrayList<>()).add(raised.get(i));
        }
        List<Map.Entry<Integer, List<CaseFile>>> inOrder = new ArrayList<>(stories.entrySet());
        inOrder.sort(Comparator.comparing(story -> firstRaised(story.getValue())));
        Map<Integer, Integer> numbers = new HashMap<>();
        inOrder.forEach(story -> numbers.put(story.getKey(), numbers.size() + 1));
        Map<Integer, List<CaseFile>> supporting = new HashMap<>();
        List<Incident> others = new ArrayList<>();
        for (CaseFile c : cases) {
            if (c.raisedAt().isPresent()) {
                continue;
            }
            // Of several stories of its account the one that was raised first.
            Optional<Integer> number = joined.near(c.account().value(), c.first(), c.last()).stream()
                    .map(numbers::get)
                    .min(Comparator.naturalOrder());
            boolean supports = c.visit().isPresent() && c.conclusion().malicious() >= SUPPORTS;
            // Whatever another product says of an account at that time is told with the incident.
            if (number.isPresent() && (supports || c.ofAlertsOnly())) {
                supporting.computeIfAbsent(number.get(), k -> new ArrayList<>()).add(c);
            } else {
                others.add(Narrative.notRaised(
                        "CASE-" + (others.size() + 1),
                        c,
                        number.map(n -> "INC-" + n).orElse("")));
            }
        }
        List<Incident> incidents = new ArrayList<>();
        for (Map.Entry<Integer, List<CaseFile>> story : inOrder) {
            int number = incidents.size() + 1;
            incidents.add(Narrative.incident(
                    "INC-" + number, story.getValue(), supporting.getOrDefault(number, List.of()), sentTo));
        }
        incidents.addAll(others);
        // Stable: those raised come first, then what nobody could decide.
        incidents.sort(Comparator.comparing((Incident i) -> !i.raised()).thenComparing(i -> !i.undecided()));
        return incidents;
    }

    private static Instant firstRaised(List<CaseFile> story) {
        return story.stream()
                .map(c -> c.raisedAt().orElseThrow())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }
}
