package dev.kith.simulate;

import dev.kith.simulate.MailSystem.Gateway;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * A machine that sends: a service, a newsletter, a list.
 *
 * @param from the visible author
 * @param envelope the envelope sender
 * @param program what it writes with
 * @param system how its mail leaves
 * @param tracker what its links lead through, with {@code %s} for a token; empty where they go straight
 */
record Sender(Correspondent from, String envelope, ClientProgram program, MailSystem system, Optional<String> tracker) {
    /** A service that sends through a provider of bulk mail. */
    static Sender bulk(String name, String address, Network network, boolean dmarc, String tracker, Dice dice) {
        String domain = address.substring(address.indexOf('@') + 1);
        String host = switch (network) {
            case MAILCHIMP -> "mail" + dice.between(10, 250) + ".atl" + dice.between(11, 99) + ".mcsv.net";
            case SENDGRID -> "o" + dice.between(1, 20) + ".ptr" + dice.digits(4) + "." + domain;
            case AMAZON ->
                "a" + dice.between(7, 80) + "-" + dice.between(20, 200) + ".smtp-out.eu-west-1.amazonses.com";
            case SALESFORCE -> "mta" + dice.between(2, 90) + ".s7.exacttarget.com";
            case MICROSOFT -> "mail-db5eur05on20" + dice.between(40, 99) + ".outbound.protection.outlook.com";
            default -> "mail" + dice.between(1, 5) + "." + domain;
        };
        MailSystem system = new MailSystem(
                network == Network.MICROSOFT ? MailSystem.Provider.MICROSOFT : MailSystem.Provider.BULK,
                List.of(
                        new MailSystem.Relay(host, network.address(dice)),
                        new MailSystem.Relay(host, network.address(dice))),
                domain,
                dmarc,
                true,
                Gateway.NONE,
                false,
                false);
        String envelope =
                "bounce-" + dice.digits(8) + "@" + (dice.chance(0.5) ? "em" + dice.digits(4) + "." : "") + domain;
        return new Sender(
                new Correspondent(name, address),
                envelope,
                dice.chance(0.7) ? ClientProgram.MAILER : ClientProgram.JAVA_MAIL,
                system,
                tracker.isEmpty() ? Optional.empty() : Optional.of(tracker));
    }

    Presence presence() {
        return Presence.elsewhere(
                program, Network.AMAZON, system.relays().get(0).address(), ZoneOffset.UTC);
    }

    /** The address that a link of its mail carries, for a target. */
    String link(String target, Dice dice) {
        return tracker.map(form -> form.replace("%s", dice.text(Dice.URL, 90))).orElse(target);
    }

    Mailing mailing(Draft draft, Mailing.Mark mark) {
        return new Mailing(draft, presence(), system, "en", envelope, mark);
    }
}
