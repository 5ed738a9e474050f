/**
 * The truth about links: what a reader sees, what stands behind it, where it goes once every wrapper is taken off, and what
 * is odd about it. Nothing is resolved or fetched; every reader is total, linear in its input and bounded.
 */
@NullMarked
package dev.kith.connect.link;

import org.jspecify.annotations.NullMarked;
