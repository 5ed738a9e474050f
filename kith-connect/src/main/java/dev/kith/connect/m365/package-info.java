/** Microsoft 365: the Unified Audit Log in its export forms, and message traces. */
@NullMarked
package dev.kith.connect.m365;

import org.jspecify.annotations.NullMarked;
