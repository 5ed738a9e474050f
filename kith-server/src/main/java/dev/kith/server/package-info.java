/** The command line, and the wiring of reading, judging and reporting. */
@NullMarked
package dev.kith.server;

import org.jspecify.annotations.NullMarked;
