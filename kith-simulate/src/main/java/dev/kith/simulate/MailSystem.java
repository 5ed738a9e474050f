package dev.kith.simulate;

import java.util.List;

/**
 * How an organisation's mail reaches the world.
 *
 * @param provider who runs it
 * @param relays the hosts that hand its mail over, with their addresses
 * @param dkim signing domain; empty where nothing is signed
 * @param dmarc whether a policy is published
 * @param spf whether the relays are listed
 * @param gateway what rewrites the links of mail that comes into that house, and so stands in what it quotes
 * @param rewritesOutgoing whether the gateway also rewrites links in mail that leaves
 * @param showsClient whether headers show the address that the author wrote from
 */
record MailSystem(
        Provider provider,
        List<Relay> relays,
        String dkim,
        boolean dmarc,
        boolean spf,
        Gateway gateway,
        boolean rewritesOutgoing,
        boolean showsClient) {
    MailSystem {
        relays = List.copyOf(relays);
        if (relays.isEmpty()) {
            throw new IllegalArgumentException("mail system without a relay");
        }
    }

    enum Provider {
        MICROSOFT,
        GOOGLE,
        HOSTER,
        OWN_SERVER,
        BULK
    }

    enum Gateway {
        NONE,
        SAFE_LINKS,
        MIMECAST,
        PROOFPOINT
    }

    record Relay(String host, String address) {}
}
