/**
 * Measures how long kith takes: benchmarks of single steps (JMH), and replays of whole inputs. Not shipped. {@code
 * docs/speed.md} has the figures and how to repeat them.
 */
@NullMarked
package dev.kith.bench;

import org.jspecify.annotations.NullMarked;
