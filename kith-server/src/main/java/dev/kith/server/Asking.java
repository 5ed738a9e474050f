package dev.kith.server;

import java.time.Instant;
import java.util.Optional;

/**
 * What a person asks about.
 *
 * @param id as people write it: an address, a path, the id of a device or a mail
 * @param at which time; empty where the latest is meant
 */
public record Asking(Kind kind, String id, Optional<Instant> at) {
    public Asking {
        if (id.isBlank()) {
            throw new IllegalArgumentException("asked about nothing");
        }
    }

    /** What can be asked about. */
    public enum Kind {
        ACCOUNT,
        ADDRESS,
        IP,
        FILE,
        DEVICE,
        MESSAGE
    }
}
