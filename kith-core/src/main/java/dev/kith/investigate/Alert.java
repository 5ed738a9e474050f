package dev.kith.investigate;

import dev.kith.detect.Detection;
import dev.kith.detect.Model;
import dev.kith.detect.Visit;
import dev.kith.event.AccountId;
import dev.kith.event.DetectionFinding;
import dev.kith.profile.Act;
import dev.kith.score.Reason;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * Another product's alert as evidence.
 *
 * @param weight what it is worth here
 * @param accounts whose of ours it is about; empty where it names nobody of ours
 */
public record Alert(DetectionFinding finding, Weight weight, List<AccountId> accounts) {
    /** Id of the model that stands for an alert which opened a case. */
    static final String MODEL = "alert";

    /** Whether a case goes by nothing but an alert. */
    static boolean opened(Detection trigger) {
        return trigger.model().id().equals(MODEL);
    }

    public Alert {
        accounts = List.copyOf(accounts);
    }

    /** What an alert is worth, the least first. {@code PLACE} ones tell where from, which the analyst asks himself. */
    public enum Weight {
        DISMISSED(0.05),
        COMMON(0.05),
        WEAK(0.1),
        PLACE(0.2),
        SERIOUS(0.3),
        GRAVE(0.6);

        private final double score;

        Weight(double score) {
            this.score = score;
        }
    }

    /**
     * The trigger of a case that it opens.
     *
     * @param id of the detection
     * @param visit the visit it is about, where there is one
     */
    public Detection trigger(String id, AccountId account, Optional<Visit> visit) {
        Model model = new Model(
                MODEL,
                "Alert / " + finding.product() + "::" + finding.title(),
                EnumSet.allOf(Act.class),
                "",
                weight.score,
                finding.techniques(),
                "What the product does not see.",
                List.of("What the product takes for an attack."));
        Reason reason =
                new Reason("other-product", finding.title(), finding.severity().name(), weight.score);
        return new Detection(
                id, finding.activity(), model, account, visit, finding.id().value(), List.of(reason));
    }
}
