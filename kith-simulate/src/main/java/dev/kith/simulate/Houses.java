package dev.kith.simulate;

import dev.kith.simulate.MailSystem.Gateway;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes companies: names, mail systems, storage. */
final class Houses {
    private final Simulation.Settings settings;
    private final Dice dice;
    private final Set<String> taken = new HashSet<>();

    Houses(Simulation.Settings settings, Dice dice) {
        this.settings = settings;
        this.dice = dice;
    }

    /** Ours. */
    Company ours() {
        Culture home = dice.pickOf(Culture.BRITISH, Culture.GERMAN, Culture.DUTCH, Culture.NORDIC);
        String name = coin(home);
        String word = dice.pickOf("Logistics", "Forwarding", "Freight Group", "Supply");
        String slug = Person.slug(name);
        String kind = Person.slug(word.split(" ")[0]);
        return new Company(
                name + " " + word + " " + legalForm(home),
                slug + dice.pickOf("-", "") + kind + ".example",
                home,
                "forwarder",
                home.city(dice),
                true,
                ownSystem(home),
                Optional.empty(),
                new Storage(Storage.Service.SHAREPOINT, slug + kind));
    }

    /** A private person's provider of free mail. */
    Company freeMail(Culture culture) {
        MailSystem google = new MailSystem(
                MailSystem.Provider.GOOGLE,
                List.of(new MailSystem.Relay(
                        "mail-wr1-f" + dice.between(40, 54) + ".google.com", Network.GOOGLE.address(dice))),
                "gmail.com",
                true,
                true,
                Gateway.NONE,
                false,
                false);
        return new Company(
                "Private",
                "gmail.com",
                culture,
                "private",
                culture.city(dice),
                false,
                google,
                Optional.empty(),
                new Storage(Storage.Service.GOOGLE_DRIVE, ""));
    }

    private String coin(Culture culture) {
        String name = culture.coinedName(dice);
        while (!taken.add(name)) {
            name = culture.coinedName(dice)
                    + culture.coinedName(dice)
                            .toLowerCase(java.util.Locale.ROOT)
                            .substring(0, 2);
        }
        return name;
    }

    Company partnerCompany(Trade trade, Culture culture) {
        String name = coin(culture);
        String word = dice.pick(trade.words());
        String slug = Person.slug(name);
        String domain = slug + (dice.chance(0.5) ? "-" + Person.slug(word.split(" ")[0]) : "") + ".example";
        MailSystem system = system(culture, domain);
        Optional<Company.Move> move = dice.chance(0.1)
                ? Optional.of(new Company.Move(
                        settings.begin().plusDays(dice.between(1, settings.days())), system(culture, domain)))
                : Optional.empty();
        Storage.Service service = dice.pickOf(
                Storage.Service.SHAREPOINT,
                Storage.Service.SHAREPOINT,
                Storage.Service.ONEDRIVE,
                Storage.Service.DROPBOX,
                Storage.Service.GOOGLE_DRIVE,
                Storage.Service.WETRANSFER,
                Storage.Service.BOX,
                Storage.Service.OWN_SERVER);
        Storage storage = new Storage(
                service,
                service == Storage.Service.OWN_SERVER ? "files." + domain : slug + Person.slug(word.split(" ")[0]));
        return new Company(
                name + " " + word + " " + legalForm(culture),
                domain,
                culture,
                trade.key(),
                culture.city(dice),
                false,
                system,
                move,
                storage);
    }

    private MailSystem ownSystem(Culture culture) {
        return new MailSystem(
                MailSystem.Provider.MICROSOFT,
                List.of(new MailSystem.Relay("hub", culture.office().address(dice))),
                "",
                true,
                true,
                Gateway.NONE,
                false,
                true);
    }

    private MailSystem system(Culture culture, String domain) {
        double kind = dice.unit();
        Gateway gateway = dice.chance(0.2) ? Gateway.MIMECAST : dice.chance(0.15) ? Gateway.PROOFPOINT : Gateway.NONE;
        boolean outgoing = gateway == Gateway.MIMECAST && dice.chance(0.5);
        MailSystem.Provider provider = kind < 0.5
                ? MailSystem.Provider.MICROSOFT
                : kind < 0.65
                        ? MailSystem.Provider.GOOGLE
                        : kind < 0.85 ? MailSystem.Provider.HOSTER : MailSystem.Provider.OWN_SERVER;
        List<MailSystem.Relay> relays = new ArrayList<>();
        int count = dice.between(1, 4);
        String region = dice.pickOf("am6", "db5", "vi1", "he1");
        Network hoster = dice.pickOf(
                Network.HETZNER, Network.OVH, Network.IONOS, Network.STRATO, Network.ARUBA, Network.INFOMANIAK);
        String office = culture.office().address(dice);
        for (int i = 0; i < count; i++) {
            relays.add(relay(provider, gateway, region, hoster, office, domain));
        }
        boolean signs =
                provider == MailSystem.Provider.MICROSOFT || provider == MailSystem.Provider.GOOGLE || dice.chance(0.6);
        String dkim = !signs
                ? ""
                : dice.chance(0.85)
                        ? domain
                        : provider == MailSystem.Provider.MICROSOFT
                                ? Person.slug(domain) + ".onmicrosoft.com"
                                : relays.get(0).host();
        return new MailSystem(
                provider,
                relays,
                dkim,
                dice.chance(0.6),
                dice.chance(0.92),
                gateway,
                outgoing,
                provider != MailSystem.Provider.GOOGLE && dice.chance(0.5));
    }

    private MailSystem.Relay relay(
            MailSystem.Provider provider,
            Gateway gateway,
            String region,
            Network hoster,
            String office,
            String domain) {
        if (gateway == Gateway.MIMECAST) {
            return new MailSystem.Relay(
                    "eu-smtp-delivery-" + dice.between(101, 299) + ".mimecast.com",
                    (region.equals("vi1") ? Network.MIMECAST_DE : Network.MIMECAST_EU).address(dice));
        }
        if (gateway == Gateway.PROOFPOINT) {
            return new MailSystem.Relay(
                    "mx0" + dice.pickOf("a", "b") + "-00" + dice.digits(3) + "01.pphosted.com",
                    Network.PROOFPOINT.address(dice));
        }
        return switch (provider) {
            case MICROSOFT ->
                new MailSystem.Relay(
                        "mail-" + region + "eur05on20" + dice.between(40, 99) + ".outbound.protection.outlook.com",
                        Network.MICROSOFT.address(dice));
            case GOOGLE ->
                new MailSystem.Relay("mail-wr1-f" + dice.between(40, 54) + ".google.com", Network.GOOGLE.address(dice));
            case HOSTER, BULK ->
                new MailSystem.Relay("mout" + dice.between(1, 9) + "." + hoster.reverseDomain(), hoster.address(dice));
            case OWN_SERVER -> new MailSystem.Relay("mail." + domain, office);
        };
    }

    private String legalForm(Culture culture) {
        return switch (culture) {
            case BRITISH -> "Ltd";
            case AMERICAN -> "Inc";
            case GERMAN -> "GmbH";
            case FRENCH -> "SAS";
            case SPANISH -> "SL";
            case ITALIAN -> "Srl";
            case PORTUGUESE -> "Lda";
            case DUTCH -> "BV";
            case NORDIC -> "AB";
            case POLISH, TURKISH -> "AS";
        };
    }
}
