package dev.kith.event;

import java.util.List;
import java.util.Optional;

/**
 * Where a mail came from, as its headers tell. Everything below the first hop that we trust is the sender's claim.
 *
 * @param hops Received lines, topmost (latest) first, bounded
 * @param submission where the author's program handed it in: the lowest public address (X-Originating-IP, last Received)
 * @param relay the address that handed it to the first host of the receiving side, by best effort
 * @param relayDomain registrable domain of that relay's host name; empty where unknown
 * @param client family of the author's program: "outlook", "apple-mail", "gmail" ...; empty where unknown
 * @param clientVersion the program's own text (User-Agent, X-Mailer), cut
 * @param shape hash over the order and spelling of the author's headers, Message-ID form and MIME skeleton: a program's handwriting
 * @param messageIdForm shape of the Message-ID: letters a, digits 0, runs folded, with the domain kept
 * @param zoneOffsetMinutes offset of the Date header, in minutes east of UTC; empty where unreadable
 * @param dateSkewSeconds Date minus first Received, in seconds; 0 where either is missing
 */
public record MailOrigin(
        List<Hop> hops,
        Optional<Endpoint> submission,
        Optional<Endpoint> relay,
        String relayDomain,
        String client,
        String clientVersion,
        long shape,
        String messageIdForm,
        Optional<Integer> zoneOffsetMinutes,
        long dateSkewSeconds) {
    public MailOrigin {
        hops = List.copyOf(hops);
    }

    /** One Received line. Any text is empty where the line does not say. */
    public record Hop(String by, String from, Optional<IpAddress> address, long epochSecond) {}
}
