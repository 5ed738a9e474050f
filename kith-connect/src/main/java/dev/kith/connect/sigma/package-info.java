/** Rules of the Sigma specification (version 2) over records as their source wrote them. */
@NullMarked
package dev.kith.connect.sigma;

import org.jspecify.annotations.NullMarked;
