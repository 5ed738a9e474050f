/**
 * Reading and ordering of input: finds every piece in files, folders and containers, recognises its kind by content, has it
 * turned into events, and lays these out in the order of time with memory that does not grow with the input.
 *
 * <p>A new kind of source is a {@link dev.kith.connect.source.SourceFormat} (a whole piece, such as a mail) or a
 * {@link dev.kith.connect.source.RecordFormat} (one JSON object or CSV row), added to {@code dev.kith.connect.Formats}.
 */
@NullMarked
package dev.kith.connect.source;

import org.jspecify.annotations.NullMarked;
