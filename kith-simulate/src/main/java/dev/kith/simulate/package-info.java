/** Placeholder text, replaced with the package. */
@NullMarked
package dev.kith.simulate;

import org.jspecify.annotations.NullMarked;
