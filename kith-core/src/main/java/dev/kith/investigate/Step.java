package dev.kith.investigate;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One step of an investigation.
 *
 * @param question id of the question
 * @param asked the question in words
 * @param answer name of the answer
 * @param found the finding in words
 * @param information what was expected of the question beforehand, in bits
 * @param before belief in each hypothesis before, adding up to 1
 * @param after the same after
 * @param events records the finding rests on
 */
public record Step(
        String question,
        String asked,
        String answer,
        String found,
        double information,
        Map<Hypothesis, Double> before,
        Map<Hypothesis, Double> after,
        List<String> events) {
    public Step {
        before = Collections.unmodifiableMap(new EnumMap<>(before));
        after = Collections.unmodifiableMap(new EnumMap<>(after));
        events = List.copyOf(events);
    }
}
