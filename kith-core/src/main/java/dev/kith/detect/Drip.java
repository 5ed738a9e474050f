package dev.kith.detect;

import java.time.Duration;

/**
 * Like mail that an account sends to ever more addresses which it never wrote to before, slower than any burst.
 *
 * @param window in which it is counted: an hour or a day
 * @param addressees new ones reached with like mail since it rose above what is usual
 * @param hours in which they were reached, at least 1
 * @param usual new addressees in such a window when the account does write to some, greater than 0
 * @param bits evidence against its being as usual, at least 0
 */
public record Drip(Duration window, int addressees, int hours, double usual, double bits) {}
