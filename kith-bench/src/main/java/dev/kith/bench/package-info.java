/** Placeholder text, replaced with the package. */
@NullMarked
package dev.kith.bench;

import org.jspecify.annotations.NullMarked;
