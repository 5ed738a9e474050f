package dev.kith.pipeline;

import dev.kith.detect.Detection;
import dev.kith.detect.Signals;
import dev.kith.detect.Visit;
import dev.kith.profile.AccountFacts;
import dev.kith.score.AccountSurprise;
import java.util.List;
import java.util.Optional;

/**
 * What became of one record of an account.
 *
 * @param visit the visit it belongs to; for one who uses an anonymous link from where it was made, the visit in which it was
 * @param objectName what it was done to, by its shown name where one is known
 * @param detections models that fired on it for the first time in its visit or on its day
 */
public record AccountJudgement(
        AccountFacts facts,
        AccountSurprise surprise,
        Optional<Visit> visit,
        Signals signals,
        String objectName,
        List<Detection> detections) {
    public AccountJudgement {
        detections = List.copyOf(detections);
    }
}
