/**
 * Words to features: the language of a mail, what it asks for or pretends, and its fingerprints.
 *
 * <p>Classic and offline: linear models over word n-grams, trained from the grammars in {@code src/training} by
 * {@link dev.kith.connect.language.TrainIntents}. The same text gives the same numbers on every machine.
 */
@NullMarked
package dev.kith.connect.language;

import org.jspecify.annotations.NullMarked;
