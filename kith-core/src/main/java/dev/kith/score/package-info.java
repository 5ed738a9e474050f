/** How strange and how dangerous an event is, with the reasons as data. */
@NullMarked
package dev.kith.score;

import org.jspecify.annotations.NullMarked;
