package dev.kith.event;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something that went over the network, as a sensor saw it (OCSF Network Activity, 4001, and its kin for names, pages, TLS and
 * files).
 *
 * @param id unique among all records; one conversation has several, one in each log
 * @param uid the sensor's id of the conversation, which all its records share; it is what people are shown
 * @param origin who began it
 * @param destination whom it went to: of a page asked for through a proxy, the proxy
 * @param direction seen from our networks, where the sensor says so
 * @param port of the destination; 0 where unknown
 * @param protocol {@code tcp}, {@code udp}, {@code icmp}; empty where unknown
 * @param service what was spoken, as far as the sensor made it out: {@code ssl}, {@code dns}; empty where unknown
 * @param name whom it was meant for: name asked for, server name of TLS, host of a page or of a tunnel through a proxy, in
 *     lower case; empty where unknown
 * @param bytesOut sent by the origin; -1 where unknown
 * @param bytesIn sent by the destination; -1 where unknown
 * @param duration zero where unknown, and of what was not over yet, how long it had lasted
 * @param state how it ended, in the sensor's words: {@code SF}, {@code REJ}, an answer's status; empty where unknown
 * @param userAgent of the program that asked; empty where unknown
 * @param details a few further facts by the source's field names
 */
public record NetworkActivity(
        EventId id,
        Instant occurredAt,
        SourceRef source,
        Kind kind,
        String uid,
        Endpoint origin,
        Endpoint destination,
        Optional<Direction> direction,
        int port,
        String protocol,
        String service,
        String name,
        long bytesOut,
        long bytesIn,
        Duration duration,
        String state,
        String userAgent,
        Map<String, String> details,
        List<Problem> problems)
        implements Event {
    public NetworkActivity {
        details = Map.copyOf(details);
        problems = List.copyOf(problems);
    }

    /** What a record tells of. */
    public enum Kind {
        CONNECTION,
        DNS,
        HTTP,
        TLS,
        FILE
    }

    /** The id that people know the record by. */
    public String shownId() {
        return uid.isEmpty() ? id.value() : uid;
    }
}
