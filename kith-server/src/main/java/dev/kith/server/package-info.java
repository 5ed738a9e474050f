/** Placeholder text, replaced with the package. */
@NullMarked
package dev.kith.server;

import org.jspecify.annotations.NullMarked;
