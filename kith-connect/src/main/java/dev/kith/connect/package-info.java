/** Everything kith can read. A new source is a package of its own and a line in {@link dev.kith.connect.Formats}. */
@NullMarked
package dev.kith.connect;

import org.jspecify.annotations.NullMarked;
