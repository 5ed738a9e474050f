/** The way of an event through the core: score, judge, then learn. */
@NullMarked
package dev.kith.pipeline;

import org.jspecify.annotations.NullMarked;
