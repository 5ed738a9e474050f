/** Bytes of one message -> {@link dev.kith.event.EmailActivity}. Total, bounded, and never executing, resolving or fetching. */
@NullMarked
package dev.kith.connect.mail;

import org.jspecify.annotations.NullMarked;
