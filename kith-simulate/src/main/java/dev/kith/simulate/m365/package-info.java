/**
 * The shapes in which Microsoft 365 writes things down: audit records of the Management Activity API, sign-ins as Graph gives
 * them, rows of the message trace. Pure functions from values to JSON; which things happen is decided elsewhere. Field sets
 * follow Microsoft's published schemas ("Office 365 Management Activity API schema", "signIn resource type",
 * "MessageTrace report").
 */
@NullMarked
package dev.kith.simulate.m365;

import org.jspecify.annotations.NullMarked;
