/** The analyst: hypotheses, questions, beliefs, incidents. Pure; what it asks comes through {@link dev.kith.investigate.EvidenceStore}. */
@NullMarked
package dev.kith.investigate;

import org.jspecify.annotations.NullMarked;
