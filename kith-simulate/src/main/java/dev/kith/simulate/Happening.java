package dev.kith.simulate;

import java.io.IOException;
import java.time.Instant;

/** Something in the calendar: when its time comes it takes place, leaves its traces on the stage, and may put more into the calendar. */
interface Happening {
    void occur(Instant at, Stage stage) throws IOException;
}
