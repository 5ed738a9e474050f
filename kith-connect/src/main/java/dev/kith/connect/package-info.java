/** Placeholder text, replaced with the package. */
@NullMarked
package dev.kith.connect;

import org.jspecify.annotations.NullMarked;
