package dev.kith.simulate.m365;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** When something happened, and the id of the record of it. */
public record Stamp(Instant at, String id) {
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** To the second and without a zone, as audit records have it. */
    String seconds() {
        return SECONDS.format(at);
    }
}
