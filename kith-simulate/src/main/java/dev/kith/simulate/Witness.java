package dev.kith.simulate;

import java.io.IOException;

/** Sees every mail when it is posted, and makes of it what it leaves elsewhere than in mailboxes. */
interface Witness {
    void posted(Posted mail) throws IOException;

    /** Looks away. */
    static Witness none() {
        return mail -> {};
    }
}
