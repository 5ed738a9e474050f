package dev.kith.pipeline;

import dev.kith.detect.CallFacts;
import dev.kith.detect.Detection;
import java.util.List;

/**
 * What became of a record of the network that was worth a look.
 *
 * @param detections models that fired for the first time on this device and destination
 */
public record NetworkJudgement(CallFacts facts, List<Detection> detections) {
    public NetworkJudgement {
        detections = List.copyOf(detections);
    }
}
