package dev.kith.server;

/** What the process answers with; part of the outer contract. */
final class ExitStatus {
    static final int OK = 0;

    /** No readable event in the input, or nothing by that id in the report. */
    static final int NOTHING_FOUND = 1;

    /** Wrong usage. */
    static final int USAGE = 2;

    /** The world failed: a full disk, a missing permission. */
    static final int WORLD_FAILED = 3;

    /** A mistake of kith's own. */
    static final int OUR_MISTAKE = 4;

    private ExitStatus() {}
}
