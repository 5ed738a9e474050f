/**
 * The simulated organisation: an invented logistics company, its people and partners, months of their ordinary life, and the
 * stories in it. One {@link dev.kith.simulate.Stage} holds the calendar of what is going to happen; mail is one rendering of
 * it, the logs of the {@link dev.kith.simulate.Cloud} that the same people work in are another, in the shapes of
 * {@code dev.kith.simulate.m365}. Everything derives from the seed: the same settings give the same bytes.
 */
@NullMarked
package dev.kith.simulate;

import org.jspecify.annotations.NullMarked;
