/** Who works here: a table of accounts kept by the owner. */
@NullMarked
package dev.kith.connect.directory;

import org.jspecify.annotations.NullMarked;
