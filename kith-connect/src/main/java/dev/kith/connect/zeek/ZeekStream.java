package dev.kith.connect.zeek;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The log a record belongs to. Five are read; of the others is told that they are there.
 *
 * @param name Zeek's own, such as {@code conn}
 */
record ZeekStream(String name) {
    static final ZeekStream CONN = new ZeekStream("conn");
    static final ZeekStream DNS = new ZeekStream("dns");
    static final ZeekStream HTTP = new ZeekStream("http");
    static final ZeekStream SSL = new ZeekStream("ssl");
    static final ZeekStream FILES = new ZeekStream("files");

    /** Any log that nobody here has heard of; what it calls itself may be anything. */
    static final ZeekStream OTHER = new ZeekStream("other");

    static final Set<ZeekStream> READ = Set.of(CONN, DNS, HTTP, SSL, FILES);

    /** What a sensor writes beside them by default or with its usual packages. */
    static final Set<String> KNOWN = Set.of(
            "analyzer",
            "bacnet",
            "broker",
            "capture_loss",
            "cluster",
            "conn_summary",
            "dce_rpc",
            "dhcp",
            "dnp3",
            "dpd",
            "ftp",
            "intel",
            "irc",
            "kerberos",
            "known_certs",
            "known_hosts",
            "known_services",
            "ldap",
            "ldap_search",
            "loaded_scripts",
            "modbus",
            "mqtt_connect",
            "mqtt_publish",
            "mysql",
            "notice",
            "ntlm",
            "ntp",
            "ocsp",
            "packet_filter",
            "pe",
            "postgresql",
            "quic",
            "radius",
            "rdp",
            "reporter",
            "rfb",
            "signatures",
            "sip",
            "smb_files",
            "smb_mapping",
            "smtp",
            "snmp",
            "socks",
            "software",
            "ssh",
            "stats",
            "stderr",
            "stdout",
            "syslog",
            "telemetry",
            "traceroute",
            "tunnel",
            "weird",
            "websocket",
            "wireguard",
            "x509");

    /** What is still going on is written to logs of its own by some packages. */
    private static final String OPEN = "open_";

    private static final int NAME_CHARS_MAX = 40;

    /** The log of a name: {@code conn}, {@code open_conn}, {@code ZEEK_CONN}, {@code conn_red}. */
    static ZeekStream named(String name) {
        String plain = name.length() > NAME_CHARS_MAX ? "" : name.toLowerCase(Locale.ROOT);
        plain = plain.startsWith("zeek_") || plain.startsWith("zeek-") ? plain.substring(5) : plain;
        plain = plain.startsWith("bro_") ? plain.substring(4) : plain;
        plain = plain.startsWith(OPEN) ? plain.substring(OPEN.length()) : plain;
        plain = plain.endsWith("_red") ? plain.substring(0, plain.length() - 4) : plain;
        ZeekStream stream = new ZeekStream(plain.equals("conn_long") ? "conn" : plain.equals("tls") ? "ssl" : plain);
        return READ.contains(stream) || KNOWN.contains(stream.name) ? stream : OTHER;
    }

    /** The log of a record that says what it is of, or whose fields tell; empty for a record that is none of Zeek's. */
    static Optional<ZeekStream> of(ZeekRow row) {
        String said = row.get("_path");
        if (said.isEmpty()) {
            said = row.get("@stream");
        }
        boolean marked = row.has("ts") && (row.has("uid") || row.has("fuid") || row.has("id.orig_h"));
        if (!said.isEmpty()) {
            return marked || row.has("ts") ? Optional.of(named(said)) : Optional.empty();
        }
        return marked ? Optional.of(byFields(row)) : Optional.empty();
    }

    /** Fields that no other log has. */
    private static ZeekStream byFields(ZeekRow row) {
        if (row.has("conn_state")) {
            return CONN;
        }
        if (row.has("trans_id") || row.has("qtype_name")) {
            return DNS;
        }
        if (row.has("trans_depth")) {
            return row.has("mailfrom") || row.has("rcptto") || row.has("helo") ? named("smtp") : HTTP;
        }
        if (row.has("fuid")) {
            return row.has("seen_bytes") || row.has("rx_hosts") ? FILES : OTHER;
        }
        if (row.has("established") || row.has("ja3")) {
            return SSL;
        }
        return OTHER;
    }

    boolean read() {
        return READ.contains(this);
    }

    /** What the report calls it. */
    String title() {
        return "Zeek " + name + (read() ? "" : ", not used");
    }
}
