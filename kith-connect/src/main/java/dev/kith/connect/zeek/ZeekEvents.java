package dev.kith.connect.zeek;

import dev.kith.connect.intel.Intel;
import dev.kith.connect.source.Details;
import dev.kith.connect.source.Endpoints;
import dev.kith.connect.source.EventSink;
import dev.kith.connect.source.RecordFields;
import dev.kith.connect.source.RecordTime;
import dev.kith.event.Direction;
import dev.kith.event.Endpoint;
import dev.kith.event.EventId;
import dev.kith.event.NetworkActivity;
import dev.kith.event.NetworkActivity.Kind;
import dev.kith.event.Problem;
import dev.kith.event.SourceRef;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Makes an event of a record of the logs conn, dns, http, ssl and files. Total; safe for several threads. */
final class ZeekEvents {
    /** Longest duration believed: a sensor that runs longer without a restart is none. Chosen by hand. */
    private static final long DURATION_SECONDS_MAX = 10L * 366 * 86_400;

    /** Of a capture without a clock times count from its beginning; none lasts longer. Chosen by hand: three years. */
    private static final long CAPTURE_SECONDS_MAX = 100_000_000;

    private static final int NAME_CHARS_MAX = 255;
    private static final int ID_CHARS_MAX = 64;
    private static final int URI_CHARS_MAX = 200;
    private static final int NUMBER_CHARS_MAX = 40;

    private final Endpoints endpoints;

    ZeekEvents(Intel intel) {
        this.endpoints = new Endpoints(intel);
    }

    /**
     * @param problems what is wrong with the record as it was written
     */
    void read(ZeekStream stream, ZeekRow row, List<Problem> problems, SourceRef where, EventSink sink) {
        Optional<Instant> time = time(row.get("ts"));
        if (time.isEmpty()) {
            problems.forEach(problem -> sink.problem(where, problem));
            sink.problem(where, Problem.of("no-time", "a record of the network without a readable time"));
            return;
        }
        boolean file = stream.equals(ZeekStream.FILES) && !row.has("id.orig_h");
        // Of a file is told who sent and who got it; whoever got it most likely asked.
        String from = file ? first(row.get("rx_hosts")) : row.get("id.orig_h");
        String to = file ? first(row.get("tx_hosts")) : row.get("id.resp_h");
        Optional<Endpoint> origin = endpoints.first(from);
        Optional<Endpoint> destination = endpoints.first(to);
        if (origin.isEmpty() || destination.isEmpty()) {
            problems.forEach(problem -> sink.problem(where, problem));
            sink.problem(
                    where,
                    Endpoints.unreadable(origin.isEmpty() ? from : to)
                            .orElse(Problem.of("no-address", "a record of the network that names no two addresses")));
            return;
        }
        sink.event(event(stream, row, problems, where, time.get(), origin.get(), destination.get()));
    }

    private static NetworkActivity event(
            ZeekStream stream,
            ZeekRow row,
            List<Problem> problems,
            SourceRef where,
            Instant time,
            Endpoint origin,
            Endpoint destination) {
        String uid = RecordFields.cut(uid(row));
        uid = uid.length() > ID_CHARS_MAX ? uid.substring(0, ID_CHARS_MAX) : uid;
        Kind kind = kind(stream);
        Details details = new Details();
        details(kind, row, details);
        return new NetworkActivity(
                id(stream, uid, time, row, where),
                time,
                where,
                kind,
                uid,
                origin,
                destination,
                direction(row),
                (int) Math.max(0, Math.min(65_535, number(row.get("id.resp_p")))),
                RecordFields.lower(row.get("proto")),
                service(kind, row),
                name(kind, row),
                number(row.get(kind == Kind.HTTP ? "request_body_len" : "orig_bytes")),
                number(row.get(
                        kind == Kind.HTTP ? "response_body_len" : kind == Kind.FILE ? "seen_bytes" : "resp_bytes")),
                duration(row.get("duration")),
                state(kind, row),
                row.get("user_agent"),
                details.facts(),
                problems);
    }

    private static String uid(ZeekRow row) {
        String uid = row.get("uid");
        uid = uid.isEmpty() ? first(row.get("conn_uids")) : uid;
        return uid.isEmpty() ? row.get("fuid") : uid;
    }

    /**
     * One conversation has a record in each log, and several in those of names, pages and files; in that of connections it
     * has one, which is told of again while it lasts.
     */
    private static EventId id(ZeekStream stream, String uid, Instant time, ZeekRow row, SourceRef where) {
        if (uid.isEmpty()) {
            return new EventId(where.toString());
        }
        String more = stream.equals(ZeekStream.CONN)
                ? ""
                : "/" + time.getEpochSecond() + "." + time.getNano() / 1_000
                        + (stream.equals(ZeekStream.FILES) ? "/" + row.get("fuid") : "")
                        + (stream.equals(ZeekStream.DNS) ? "/" + row.get("trans_id") : "");
        return new EventId(stream.name() + "/" + uid + RecordFields.cut(more));
    }

    private static Kind kind(ZeekStream stream) {
        return switch (stream.name()) {
            case "conn" -> Kind.CONNECTION;
            case "dns" -> Kind.DNS;
            case "http" -> Kind.HTTP;
            case "ssl" -> Kind.TLS;
            case "files" -> Kind.FILE;
            default -> throw new IllegalArgumentException("log not read: " + stream.name());
        };
    }

    private static String service(Kind kind, ZeekRow row) {
        return switch (kind) {
            case CONNECTION -> RecordFields.lower(row.get("service"));
            case DNS -> "dns";
            case HTTP -> "http";
            case TLS -> "ssl";
            case FILE -> RecordFields.lower(row.get("source"));
        };
    }

    private static String state(Kind kind, ZeekRow row) {
        return switch (kind) {
            case CONNECTION -> row.get("conn_state");
            case DNS -> row.get("rcode_name");
            case HTTP -> row.get("status_code");
            case TLS -> row.get("validation_status");
            case FILE -> "";
        };
    }

    private static String name(Kind kind, ZeekRow row) {
        String name = switch (kind) {
            case CONNECTION -> "";
            case DNS -> row.get("query");
            case HTTP -> host(row);
            case TLS -> row.get("server_name");
            case FILE -> row.get("filename");
        };
        if (name.length() > NAME_CHARS_MAX) {
            name = name.substring(0, NAME_CHARS_MAX);
        }
        return kind == Kind.FILE
                ? name
                : RecordFields.lower(name.endsWith(".") ? name.substring(0, name.length() - 1) : name);
    }

    /** The host of a page; of a tunnel through a proxy, the host at its other end. */
    private static String host(ZeekRow row) {
        String host = row.get("host");
        String uri = row.get("uri");
        if (host.isEmpty() && row.get("method").equals("CONNECT")) {
            host = uri;
        }
        int scheme = uri.indexOf("://");
        if (host.isEmpty() && scheme > 0) {
            int end = uri.indexOf('/', scheme + 3);
            host = uri.substring(scheme + 3, end < 0 ? uri.length() : end);
        }
        int colon = host.lastIndexOf(':');
        return colon > 0 && host.indexOf(':') == colon ? host.substring(0, colon) : host;
    }

    private static void details(Kind kind, ZeekRow row, Details details) {
        switch (kind) {
            case CONNECTION -> {
                details.put("history", row.get("history"));
                details.put("missed_bytes", row.get("missed_bytes").equals("0") ? "" : row.get("missed_bytes"));
            }
            case DNS -> {
                details.put("qtype_name", row.get("qtype_name"));
                details.put("answers", row.get("answers"));
            }
            case HTTP -> {
                String uri = row.get("uri");
                details.put("method", row.get("method"));
                details.put("uri", uri.length() > URI_CHARS_MAX ? uri.substring(0, URI_CHARS_MAX) : uri);
                details.put("proxied", isProxied(row) ? "true" : "");
            }
            case TLS -> {
                details.put("version", row.get("version"));
                details.put("ja3", row.get("ja3"));
                details.put("subject", row.get("subject"));
                details.put("issuer", row.get("issuer"));
                details.put("established", row.get("established"));
                details.put("last_alert", row.get("last_alert"));
            }
            case FILE -> {
                details.put("fuid", row.get("fuid"));
                details.put("mime_type", row.get("mime_type"));
                details.put("sha256", row.get("sha256"));
                details.put("md5", row.get("md5"));
            }
        }
    }

    /** Whether a proxy was asked: only proxies are told the whole address. */
    private static boolean isProxied(ZeekRow row) {
        return row.get("method").equals("CONNECT") || row.get("uri").startsWith("http://");
    }

    private static Optional<Direction> direction(ZeekRow row) {
        boolean from = isTrue(row.get("local_orig"));
        boolean to = isTrue(row.get("local_resp"));
        // Neither is what a sensor says that was never told our networks.
        return from && to
                ? Optional.of(Direction.INTERNAL)
                : from ? Optional.of(Direction.OUTBOUND) : to ? Optional.of(Direction.INBOUND) : Optional.empty();
    }

    private static boolean isTrue(String text) {
        return text.equals("T") || text.equalsIgnoreCase("true");
    }

    private static String first(String list) {
        int comma = list.indexOf(',');
        return comma < 0 ? list : list.substring(0, comma);
    }

    /** A count; -1 where the text is none. */
    private static long number(String text) {
        if (text.isEmpty() || text.length() > 18) {
            return -1;
        }
        long number = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = 10 * number + (c - '0');
        }
        return number;
    }

    private static Duration duration(String text) {
        if (text.isEmpty() || text.length() > NUMBER_CHARS_MAX) {
            return Duration.ZERO;
        }
        try {
            double seconds = Double.parseDouble(text);
            return seconds > 0 && seconds < DURATION_SECONDS_MAX
                    ? Duration.ofNanos(Math.round(seconds * 1e6) * 1_000)
                    : Duration.ZERO;
        } catch (NumberFormatException e) {
            return Duration.ZERO;
        }
    }

    /** Seconds since 1970 with their fraction to the microsecond, as Zeek writes them; or ISO 8601. */
    static Optional<Instant> time(String text) {
        String t = text.strip();
        int dot = t.indexOf('.');
        if (t.length() > NUMBER_CHARS_MAX) {
            return Optional.empty();
        }
        if (dot > 0 && t.indexOf('-') < 0 && t.indexOf(':') < 0) {
            try {
                BigDecimal seconds = new BigDecimal(t);
                if (seconds.signum() <= 0 || seconds.precision() - seconds.scale() > 11) {
                    return Optional.empty();
                }
                long micros = seconds.movePointRight(6).longValue();
                long second = micros / 1_000_000;
                return second < CAPTURE_SECONDS_MAX
                        ? Optional.of(Instant.ofEpochSecond(second, micros % 1_000_000 * 1_000))
                        : RecordTime.parse(Long.toString(second))
                                .map(time -> time.plusNanos(micros % 1_000_000 * 1_000));
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }
        return RecordTime.parse(t);
    }
}
