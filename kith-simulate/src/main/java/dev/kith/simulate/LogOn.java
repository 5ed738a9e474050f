package dev.kith.simulate;

import java.time.Instant;

/**
 * A log-on that still holds.
 *
 * @param session what ties its sign-ins together
 * @param address where it was last used
 * @param renewed when its token was last renewed
 * @param proven when the person last typed a password or proved a factor
 */
record LogOn(String session, String address, Instant renewed, Instant proven) {}
