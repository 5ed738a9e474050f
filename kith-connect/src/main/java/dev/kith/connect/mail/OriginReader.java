package dev.kith.connect.mail;

import dev.kith.connect.intel.Intel;
import dev.kith.event.IpAddress;
import dev.kith.event.MailAddress;
import dev.kith.event.MailOrigin;
import dev.kith.event.MailOrigin.Hop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where a mail came from: its way by the Received lines, its author's program, its clock. */
final class OriginReader {
    private static final int HOPS_MAX = 40; // chosen by hand: servers stop a mail in a loop after 25 to 100 hops

    /** Domains of one operator: a hop from one to the other is within his house. Seen in mail of these services. */
    private static final Map<String, String> HOUSES = Map.of(
            "office365.com", "outlook.com",
            "microsoft.com", "outlook.com",
            "exchangelabs.com", "outlook.com",
            "hotmail.com", "outlook.com",
            "googlemail.com", "google.com",
            "gmail.com", "google.com",
            "googlegroups.com", "google.com",
            "yahoodns.net", "yahoo.com");

    private static final List<String> CLIENT_ADDRESS_HEADERS =
            List.of("x-originating-ip", "x-source-ip", "x-client-ip", "x-sender-ip-original", "x-aol-ip");

    private final Intel intel;

    OriginReader(Intel intel) {
        this.intel = intel;
    }

    /**
     * What the header tells of the way.
     *
     * @param occurredAt epoch seconds of the topmost readable Received, else of Date; 0 where neither is readable
     * @param recipients of {@code for} clauses on the receiving side
     */
    record Way(MailOrigin origin, long occurredAt, List<MailAddress> recipients) {}

    Way read(HeaderBlock headers, long shape, Budget budget) {
        List<ReceivedLine> lines = new ArrayList<>();
        for (String value : headers.all("received")) {
            if (lines.size() >= HOPS_MAX) {
                budget.problem("too-many-hops", headers.all("received").size() + " Received lines");
                break;
            }
            lines.add(ReceivedLine.parse(value));
        }
        Optional<DateReader.Read> date = DateReader.parse(headers.first("date"));
        if (date.isEmpty() && headers.has("date")) {
            budget.problem("date-unreadable", headers.first("date"));
        }
        List<Hop> hops = lines.stream().map(ReceivedLine::hop).toList();
        long latest = 0;
        long earliest = 0;
        for (Hop hop : hops) {
            if (hop.epochSecond() > 0) {
                latest = latest == 0 ? hop.epochSecond() : latest;
                earliest = hop.epochSecond();
            }
        }
        long written = date.map(DateReader.Read::epochSecond).orElse(0L);
        int relayIndex = relay(lines, headers);
        Optional<Hop> relayHop = relayIndex < 0 ? Optional.empty() : Optional.of(hops.get(relayIndex));
        Optional<IpAddress> relay = relayHop.flatMap(Hop::address);
        if (relay.isEmpty()) {
            relay = AuthenticationReader.clientAddress(headers).filter(ip -> !ip.isInternal());
        }
        Optional<IpAddress> outermost = relay;
        MailClient client = MailClient.read(headers);
        MailOrigin origin = new MailOrigin(
                hops,
                submission(hops, headers).or(() -> outermost).map(intel::endpoint),
                outermost.map(intel::endpoint),
                relayHop.map(hop -> domainOf(hop.from())).orElse(""),
                client.family(),
                client.version(),
                shape,
                MessageIds.form(MessageIds.first(headers.first("message-id")), intel::registrableDomain),
                date.flatMap(DateReader.Read::zoneMinutes),
                written == 0 || earliest == 0 ? 0 : written - earliest);
        return new Way(origin, latest != 0 ? latest : written, recipients(lines, relayIndex));
    }

    /** Recipients of the lines down to where the mail came in. */
    private static List<MailAddress> recipients(List<ReceivedLine> lines, int relayIndex) {
        int last = relayIndex < 0 ? 0 : relayIndex;
        List<MailAddress> recipients = new ArrayList<>();
        for (int i = 0; i <= last && i < lines.size(); i++) {
            lines.get(i).recipient().ifPresent(recipients::add);
        }
        return recipients;
    }

    /**
     * The hop at which the mail came in. Through a list that is the hop by which the list got it. Else the first from the
     * top where an address of the public internet hands over to a house that is not its own.
     *
     * @return index of the hop; -1 where none is like that
     */
    private int relay(List<ReceivedLine> lines, HeaderBlock headers) {
        Set<String> lists = ListAuthor.addresses(headers);
        int inside = -1;
        for (int i = 0; i < lines.size(); i++) {
            ReceivedLine line = lines.get(i);
            boolean forList =
                    line.recipient().filter(to -> lists.contains(to.toString())).isPresent();
            if (forList && isPublic(line.hop())) {
                if (!house(line.hop().from()).equals(house(line.hop().by()))) {
                    return i;
                }
                inside = inside < 0 ? i : inside;
            }
        }
        if (inside >= 0) {
            return inside;
        }
        Optional<IpAddress> client = lists.isEmpty() ? AuthenticationReader.clientAddress(headers) : Optional.empty();
        if (client.isPresent()) {
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).hop().address().equals(client)) {
                    return i;
                }
            }
        }
        for (int i = 0; i < lines.size(); i++) {
            Hop hop = lines.get(i).hop();
            String from = house(hop.from());
            if (isPublic(hop) && !from.equals(house(hop.by())) && !isOfList(from, lists)) {
                return i;
            }
        }
        return -1;
    }

    private boolean isOfList(String house, Set<String> lists) {
        for (String list : lists) {
            if (house(list.substring(list.indexOf('@') + 1)).equals(house)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPublic(Hop hop) {
        return hop.address().isPresent() && !hop.address().get().isInternal();
    }

    private String house(String host) {
        String domain = domainOf(host);
        return HOUSES.getOrDefault(domain, domain);
    }

    private String domainOf(String host) {
        return host.isEmpty() || host.indexOf('[') >= 0 || IpAddress.parse(host).isPresent()
                ? ""
                : intel.registrableDomain(host);
    }

    /** The lowest public address, hops within the house of a known operator left out: they tell nothing of the author. */
    private Optional<IpAddress> submission(List<Hop> hops, HeaderBlock headers) {
        for (String name : CLIENT_ADDRESS_HEADERS) {
            Optional<IpAddress> named = IpAddress.parse(headers.first(name)).filter(ip -> !ip.isInternal());
            if (named.isPresent()) {
                return named;
            }
        }
        for (int i = hops.size() - 1; i >= 0; i--) {
            Hop hop = hops.get(i);
            String house = house(hop.by());
            if (isPublic(hop) && !(HOUSES.containsValue(house) && house.equals(house(hop.from())))) {
                return hop.address();
            }
        }
        return Optional.empty();
    }
}
