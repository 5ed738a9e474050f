package dev.kith.simulate;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * Carries a written message: the trace that servers leave on top of it (Return-Path, Received, Authentication-Results,
 * DKIM-Signature), newest first. Signatures are random text: nothing can verify them, as with any exported mail whose keys
 * have changed; what our own edge recorded counts.
 */
final class Transport {
    private final Company ours;
    private final Edge edge;

    Transport(Company ours, Edge edge) {
        this.ours = ours;
        this.edge = edge;
    }

    /** What receives our mail from the world and writes down the authentication results. */
    enum Edge {
        /** An own gateway that names itself in the results (RFC 8601). */
        GATEWAY,
        /** Exchange Online, whose results carry no authserv-id. */
        MICROSOFT
    }

    /**
     * A passage of a message from an author's program to a mailbox.
     *
     * @param from the visible author
     * @param envelope the envelope sender; empty for bounces
     * @param system the mail system that sends
     * @param presence where the author sits
     * @param recipient the first recipient of ours
     * @param sent the time in the Date header
     */
    record Passage(
            Correspondent from,
            String envelope,
            MailSystem system,
            Presence presence,
            String recipient,
            Instant sent) {}

    /** Trace of a message that came in from outside, and when our edge took it. */
    Trace inbound(Passage passage, Dice dice) {
        MailSystem system = passage.system();
        MailSystem.Relay relay = dice.pick(system.relays());
        Instant submitted = passage.sent().plusSeconds(dice.between(0, 3));
        Instant received = submitted.plusSeconds(dice.chance(0.97) ? dice.between(1, 9) : dice.between(30, 900));
        StringBuilder out = new StringBuilder();
        line(out, "Return-Path", passage.envelope().isEmpty() ? "<>" : "<" + passage.envelope() + ">");
        edge(out, passage, relay, received, dice);
        if (!system.dkim().isEmpty()) {
            out.append("DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=")
                    .append(system.dkim())
                    .append(";\r\n s=")
                    .append(selector(system.provider()))
                    .append("; t=")
                    .append(submitted.getEpochSecond())
                    .append(";\r\n h=from:to:subject:date:message-id:mime-version;\r\n bh=")
                    .append(dice.text(Dice.BASE64, 43))
                    .append("=;\r\n b=")
                    .append(dice.text(Dice.BASE64, 70))
                    .append("\r\n ")
                    .append(dice.text(Dice.BASE64, 70))
                    .append("==\r\n");
        }
        submission(out, passage, relay, submitted, dice);
        return new Trace(out.toString(), received, relay.address());
    }

    /** Trace of a message between our own people, or from them to the world, as the copy in our system shows it. */
    Trace fromOurs(Passage passage, boolean internal, Dice dice) {
        Instant received = passage.sent().plusSeconds(dice.between(1, 4));
        StringBuilder out = new StringBuilder();
        if (internal) {
            line(out, "Return-Path", "<" + passage.envelope() + ">");
        }
        String store = "mbx" + dice.between(1, 3) + "." + ours.domain();
        line(
                out,
                "Received",
                "from " + store + " (10.20.4." + dice.between(11, 13) + ") by hub." + ours.domain()
                        + " (10.20.4.10) with Microsoft SMTP Server (version=TLS1_2, cipher=TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384) id "
                        + "15.1.2507." + dice.between(20, 60) + "; "
                        + Composer.date(received, ours.culture().zone()));
        String client = passage.presence().hostName().isEmpty()
                ? "unknown"
                : passage.presence().hostName();
        line(
                out,
                "Received",
                "from " + client + " (" + passage.presence().address() + ") by " + store + " (10.20.4.11) with HTTPS; "
                        + Composer.date(passage.sent(), ours.culture().zone()));
        line(out, "X-Originating-IP", "[" + passage.presence().address() + "]");
        line(out, "X-MS-Exchange-Organization-AuthAs", "Internal");
        return new Trace(out.toString(), received, "");
    }

    private void edge(StringBuilder out, Passage passage, MailSystem.Relay relay, Instant received, Dice dice) {
        if (edge == Edge.GATEWAY) {
            gateway(out, passage, relay, received, dice);
        } else {
            microsoft(out, passage, relay, received, dice);
        }
    }

    private void gateway(StringBuilder out, Passage passage, MailSystem.Relay relay, Instant received, Dice dice) {
        MailSystem system = passage.system();
        Results results = Results.of(passage, relay);
        ZoneId zone = ours.culture().zone();
        String mx = "mx1." + ours.domain();
        line(
                out,
                "Received",
                "from " + mx + " (10.20.1.21) by hub." + ours.domain()
                        + " (10.20.4.10) with ESMTPS id " + dice.text(Dice.UPPER, 12) + " for <"
                        + passage.recipient()
                        + ">; " + Composer.date(received.plusSeconds(1), zone));
        line(
                out,
                "Authentication-Results",
                mx + ";\r\n\tspf=" + results.spf() + " (" + mx + ": domain of "
                        + results.envelope() + ")"
                        + " smtp.mailfrom=" + domain(results.envelope()) + ";\r\n\tdkim="
                        + (!system.dkim().isEmpty()
                                ? "pass header.d=" + system.dkim() + " header.s=" + selector(system.provider())
                                : "none")
                        + ";\r\n\tdmarc=" + results.dmarc()
                        + (results.dmarc().equals("none") ? "" : " (policy=quarantine)")
                        + " header.from="
                        + passage.from().domain());
        line(
                out,
                "Received",
                "from " + relay.host() + " (" + relay.host() + " [" + relay.address() + "])\r\n\tby "
                        + mx + " (Postfix) with ESMTPS id " + dice.hex(10).toUpperCase(Locale.ROOT) + "\r\n\tfor <"
                        + passage.recipient() + ">; " + Composer.date(received, zone));
    }

    private static void microsoft(
            StringBuilder out, Passage passage, MailSystem.Relay relay, Instant received, Dice dice) {
        MailSystem system = passage.system();
        Results results = Results.of(passage, relay);
        String front = "DB5EUR0" + dice.between(1, 3) + "FT0" + dice.digits(2);
        line(
                out,
                "Received",
                "from " + front + ".eop-EUR0" + dice.between(1, 3) + ".prod.protection.outlook.com\r\n"
                        + " (2603:10a6:" + dice.hex(3) + ":" + dice.hex(2) + ":cafe::" + dice.hex(2) + ") by "
                        + dice.text(Dice.UPPER, 3) + "PR0" + dice.between(1, 9) + "CA" + dice.digits(4)
                        + ".outlook.office365.com\r\n with Microsoft SMTP Server (version=TLS1_3,"
                        + " cipher=TLS_AES_256_GCM_SHA384) id 15.20." + dice.digits(4) + "." + dice.digits(2) + "; "
                        + Composer.date(received.plusSeconds(1), ZoneOffset.UTC));
        line(
                out,
                "Authentication-Results",
                "spf=" + results.spf() + " (sender IP is " + relay.address()
                        + ")\r\n smtp.mailfrom=" + domain(results.envelope()) + "; dkim="
                        + (!system.dkim().isEmpty()
                                ? "pass (signature was verified)\r\n header.d=" + system.dkim()
                                : "none (message not signed)" + "\r\n header.d=none")
                        + ";dmarc="
                        + (results.dmarc().equals("none")
                                ? "none action=none"
                                : results.dmarc().equals("pass") ? "pass action=none" : "fail action=none")
                        + "\r\n header.from=" + passage.from().domain() + ";compauth="
                        + (results.dmarc().equals("pass")
                                ? "pass reason=100"
                                : results.spf().equals("pass") ? "pass reason=130" : "fail reason=001"));
        line(
                out,
                "Received",
                "from " + relay.host() + " (" + relay.address() + ") by\r\n " + front
                        + ".mail.protection.outlook.com (10.167.8." + dice.between(2, 250)
                        + ") with Microsoft SMTP\r\n Server (version=TLS1_3, cipher=TLS_AES_256_GCM_SHA384) id 15.20."
                        + dice.digits(4) + "." + dice.digits(2) + "\r\n via Frontend Transport; "
                        + Composer.date(received, ZoneOffset.UTC));
    }

    /** What our edge finds out about the sender (RFC 8601). */
    private record Results(String envelope, String spf, String dmarc) {
        static Results of(Passage passage, MailSystem.Relay relay) {
            MailSystem system = passage.system();
            String envelope = passage.envelope().isEmpty() ? "postmaster@" + relay.host() : passage.envelope();
            String home = passage.from().domain();
            // A house without a record for its relays stays without; which of the two is a trait of the house.
            String lacking = Math.floorMod(home.hashCode(), 2) == 0 ? "none" : "softfail";
            boolean aligned = system.dkim().equals(home)
                    || (system.spf() && domain(envelope).endsWith(home));
            return new Results(
                    envelope, system.spf() ? "pass" : lacking, !system.dmarc() ? "none" : aligned ? "pass" : "fail");
        }
    }

    private static void submission(StringBuilder out, Passage passage, MailSystem.Relay relay, Instant at, Dice dice) {
        Presence presence = passage.presence();
        ZoneId zone = ZoneOffset.UTC;
        switch (passage.system().provider()) {
            case MICROSOFT -> {
                String host = dice.text(Dice.UPPER, 3) + "PR0" + dice.between(1, 9) + "MB" + dice.digits(4) + ".eurprd0"
                        + dice.between(1, 9) + ".prod.outlook.com";
                line(
                        out,
                        "Received",
                        "from " + host + " (2603:10a6:" + dice.hex(3) + ":" + dice.hex(2) + "::"
                                + dice.hex(2) + ") by\r\n " + relay.host() + " (2603:10a6:" + dice.hex(3) + ":"
                                + dice.hex(2) + "::"
                                + dice.hex(2) + ") with Microsoft SMTP Server\r\n id 15.20." + dice.digits(4) + "."
                                + dice.digits(2) + "; " + Composer.date(at, zone));
                if (passage.system().showsClient()) {
                    line(out, "x-originating-ip", "[" + presence.address() + "]");
                }
                line(out, "X-OriginatorOrg", passage.from().domain());
            }
            case GOOGLE ->
                line(
                        out,
                        "Received",
                        "by mail-wr1-f" + dice.between(40, 54) + ".google.com with SMTP id "
                                + dice.text(Dice.LOWER, 19) + "so" + dice.digits(7) + "a12\r\n        for <"
                                + passage.recipient()
                                + ">; " + Composer.date(at, ZoneId.of("America/Los_Angeles")));
            case HOSTER, OWN_SERVER -> {
                String name = presence.hostName().isEmpty() ? "unknown" : presence.hostName();
                String shown = passage.system().showsClient()
                        ? "from [192.168." + (presence.address().hashCode() & 7) + ".24] (" + name + " ["
                                + presence.address() + "])\r\n\t"
                        : "";
                line(
                        out,
                        "Received",
                        shown + "by " + relay.host() + " (Postfix) with ESMTPSA id "
                                + dice.hex(10).toUpperCase(Locale.ROOT) + ";\r\n\t"
                                + Composer.date(at, presence.zone()));
            }
            case BULK ->
                line(
                        out,
                        "Received",
                        "from app-" + dice.between(1, 40) + ".internal (unknown [10."
                                + dice.between(1, 200) + "." + dice.between(1, 200) + ".7])\r\n\tby " + relay.host()
                                + " with ESMTP id " + dice.text(Dice.LOWER, 14) + "; " + Composer.date(at, zone));
        }
    }

    private static String selector(MailSystem.Provider provider) {
        return switch (provider) {
            case MICROSOFT -> "selector1";
            case GOOGLE -> "google";
            case HOSTER -> "default";
            case OWN_SERVER -> "mail2024";
            case BULK -> "s1";
        };
    }

    private static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    private static void line(StringBuilder out, String name, String value) {
        out.append(Encoding.fold(name, value));
    }

    /**
     * The trace headers, and when our edge took the message.
     *
     * @param relay the address that handed it to us; empty for mail written here
     */
    record Trace(String headers, Instant received, String relay) {}
}
