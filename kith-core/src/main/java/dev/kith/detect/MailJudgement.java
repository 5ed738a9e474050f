package dev.kith.detect;

import dev.kith.event.Direction;
import dev.kith.event.EmailActivity;
import dev.kith.score.Familiarity;
import dev.kith.score.Reason;
import java.util.List;
import java.util.Optional;

/**
 * What kith thinks of one mail, by what was known before it.
 *
 * @param score in [0, 1]: how sure kith is that this must not be delivered untouched
 * @param strangeness in [0, 1]: how strange it is here
 * @param danger in [0, 1]: how dangerous it would be, familiar or not
 * @param rarity one in how many of the organisation's own recent mails of its direction scored as high; at least 1
 * @param action the strongest that active mode would take
 * @param tags findings, weightiest first
 * @param reasons what the score is made of, weightiest first; the weights add up to the score
 * @param relationship what was known of sender and recipient
 * @param linkFamiliarity for each of the mail's links, who knew its place before
 * @param campaign id of the campaign it belongs to; empty where none
 * @param counterfactual the smallest change that would have let it through; empty where no action is taken
 */
public record MailJudgement(
        EmailActivity mail,
        Direction direction,
        double score,
        double strangeness,
        double danger,
        double rarity,
        MailAction action,
        List<Tag> tags,
        List<Reason> reasons,
        Relationship relationship,
        List<Familiarity> linkFamiliarity,
        Optional<String> campaign,
        String counterfactual) {
    public MailJudgement {
        requireUnit(score, "score");
        requireUnit(strangeness, "strangeness");
        requireUnit(danger, "danger");
        tags = List.copyOf(tags);
        reasons = List.copyOf(reasons);
        linkFamiliarity = List.copyOf(linkFamiliarity);
    }

    private static void requireUnit(double value, String name) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " outside [0, 1]: " + value);
        }
    }
}
