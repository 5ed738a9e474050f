package dev.kith.detect;

import dev.kith.event.AccountId;
import java.time.Instant;

/** What the analyst has found so far, for those who judge and learn. */
public interface Suspicion {
    /** Nobody is suspected. */
    Suspicion NONE = new Suspicion() {
        @Override
        public boolean hostile(Visit visit) {
            return false;
        }

        @Override
        public boolean suspected(AccountId account, Instant since) {
            return false;
        }
    };

    /** Whether a visit was found to be an intruder's. */
    boolean hostile(Visit visit);

    /** Whether a case of the account was raised since then. */
    boolean suspected(AccountId account, Instant since);
}
