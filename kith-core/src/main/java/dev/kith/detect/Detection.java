package dev.kith.detect;

import dev.kith.event.AccountId;
import dev.kith.profile.Act;
import dev.kith.score.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A model that fired.
 *
 * @param id stable for the same input
 * @param account whose account it is about; of models of devices the device
 * @param visit the visit it belongs to, where the account was used from an unusual network
 * @param eventId the record it fired on
 * @param reasons what was observed and what is usual
 */
public record Detection(
        String id,
        Instant time,
        Model model,
        AccountId account,
        Optional<Visit> visit,
        String eventId,
        List<Reason> reasons) {
    public Detection {
        reasons = List.copyOf(reasons);
    }

    /** Whether it is about a device and not about an account. */
    public boolean ofDevice() {
        return model.acts().stream().allMatch(Act::ofDevices);
    }
}
