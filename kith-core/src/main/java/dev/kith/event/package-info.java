/**
 * What happened: the sealed {@link dev.kith.event.Event} and the values it is made of, named after OCSF 1.8 classes.
 * Normalisers (kith-connect) build these; everything to the right of this package only reads them.
 */
@NullMarked
package dev.kith.event;

import org.jspecify.annotations.NullMarked;
