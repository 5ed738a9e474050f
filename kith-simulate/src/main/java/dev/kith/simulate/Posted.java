package dev.kith.simulate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A mail that has been posted.
 *
 * @param received when our edge or the author's server took it
 * @param direction {@code inbound}, {@code outbound} or {@code internal}
 * @param fromUs whether our own system sent it
 * @param relay the address that handed it to us; empty for mail written here
 * @param bytes its size
 */
record Posted(
        Instant at,
        Instant received,
        String messageId,
        String direction,
        boolean fromUs,
        Mailing mailing,
        String relay,
        long bytes) {
    List<Correspondent> recipients() {
        List<Correspondent> all = new ArrayList<>(mailing.draft().to());
        all.addAll(mailing.draft().cc());
        return all;
    }

    Correspondent from() {
        return mailing.draft().from();
    }

    String subject() {
        return mailing.draft().subject();
    }

    /** Whether a person wrote it, rather than a server in somebody's name. */
    boolean written() {
        return !mailing.envelope().isEmpty();
    }
}
