package dev.kith.event;

/** Which way a mail went, seen from the organisation. */
public enum Direction {
    INBOUND,
    OUTBOUND,
    INTERNAL
}
