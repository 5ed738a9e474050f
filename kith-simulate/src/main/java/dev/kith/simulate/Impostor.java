package dev.kith.simulate;

import dev.kith.simulate.MailSystem.Gateway;
import dev.kith.simulate.Mailing.Mark;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Somebody who writes under a name that people here know, from an address that is not theirs. */
final class Impostor {
    private final Stage stage;

    Impostor(Stage stage) {
        this.stage = stage;
    }

    void attempt(LocalDate day, Dice dice) {
        if (dice.chance(0.5)) {
            executive(day, dice);
        } else {
            partner(day, dice);
        }
    }

    /** The head, the finance chief or a colleague, mostly at free mail. */
    private void executive(LocalDate day, Dice dice) {
        List<Person> present = stage.organisation().present(day);
        boolean salary = dice.chance(0.25);
        Person pretended = salary
                ? dice.pick(present)
                : dice.pick(stage.organisation().staff().subList(0, 3));
        List<Person> readers = salary
                ? stage.organisation().department("Human Resources", day)
                : dice.chance(0.5) ? stage.organisation().department("Finance", day) : present;
        if (readers.isEmpty()) {
            return;
        }
        Person reader = dice.pick(readers);
        if (reader.equals(pretended)) {
            return;
        }
        String kind = salary ? "paychange" : dice.pickOf("opener", "opener", "giftcard", "bank");
        boolean lookalike = dice.chance(0.35);
        String address = lookalike
                ? local(pretended) + "@" + lookalike(pretended.company().domain(), dice)
                : freeMail(pretended, dice);
        send(day, pretended, address, reader, kind, Optional.empty(), lookalike ? "hard" : "easy", dice);
    }

    /** A partner's person at a domain that looks like the partner's. */
    private void partner(LocalDate day, Dice dice) {
        Partner partner = stage.organisation().anyPartner(dice);
        Person pretended = OrdinaryLife.frequent(partner.people(), dice);
        Optional<Threads.Open> thread =
                dice.chance(0.5) ? stage.threads().latest(pretended.address()) : Optional.empty();
        Person reader = thread.map(Threads.Open::ours).orElseGet(() -> OrdinaryLife.frequent(partner.contacts(), dice));
        String kind = dice.pickOf("bank", "bank", "opener", "document", "invoice");
        boolean lookalike = dice.chance(0.7);
        String address = lookalike
                ? local(pretended) + "@" + lookalike(partner.company().domain(), dice)
                : freeMail(pretended, dice);
        send(day, pretended, address, reader, kind, thread, thread.isPresent() ? "hard" : "medium", dice);
    }

    private void send(
            LocalDate day,
            Person pretended,
            String address,
            Person reader,
            String kind,
            Optional<Threads.Open> thread,
            String difficulty,
            Dice dice) {
        String language = pretended.language();
        Grammar grammar = stage.grammar(language);
        Scene scene = Scene.of(stage.organisation().company(), pretended.company(), day, dice);
        scene.set("iban", PaymentDiversion.iban(dice));
        scene.set("phone", Culture.AMERICAN.phone(dice));
        scene.set("first", reader.given());
        Optional<String> trap = Lure.LINKED.contains(kind) ? Optional.of(Lure.trap(dice)) : Optional.empty();
        Lure lure = Lure.of(kind, grammar, scene, trap, dice);
        Body body = Body.of(
                reader.given() + ",\n\n" + lure.words() + "\n\n" + pretended.name()
                        + (dice.chance(0.4)
                                ? "\n" + pretended.title() + "\n"
                                        + pretended.company().name()
                                : ""),
                lure.links().toArray(new Body.LinkRef[0]));
        String subject = lure.subject();
        List<String> references = List.of();
        if (thread.isPresent()) {
            subject = "Re: " + thread.get().subject();
            references = thread.get().references();
            body = body.quoting(thread.get().last());
        }
        Draft draft = Draft.of(new Correspondent(pretended.name(), address), List.of(reader.mailbox()), subject, body)
                .answering(references);
        Network network = dice.pickOf(Network.M247, Network.DATACAMP, Network.ANONYMOUS_HOSTING, Network.VIRGIN);
        boolean google = address.endsWith("@gmail.com");
        Presence presence = Presence.elsewhere(
                google
                        ? ClientProgram.GMAIL
                        : dice.pickOf(ClientProgram.ROUNDCUBE, ClientProgram.THUNDERBIRD, ClientProgram.PHP_MAILER),
                network,
                network.address(dice),
                ZoneOffset.UTC);
        Mailing mailing = Mailing.of(
                draft,
                presence,
                system(address, dice),
                language,
                Mark.attack("impersonation", pretended.address(), kind, difficulty));
        Instant at = stage.calendar().moment(reader, day, dice);
        stage.later(at, (now, there) -> there.post(now, mailing));
    }

    private static MailSystem system(String address, Dice dice) {
        String domain = address.substring(address.indexOf('@') + 1);
        boolean google = domain.equals("gmail.com");
        Network network = google ? Network.GOOGLE : dice.pickOf(Network.HETZNER, Network.OVH, Network.IONOS);
        String host = google ? "mail-wr1-f" + dice.between(40, 54) + ".google.com" : "mail." + domain;
        return new MailSystem(
                google ? MailSystem.Provider.GOOGLE : MailSystem.Provider.HOSTER,
                List.of(new MailSystem.Relay(host, network.address(dice))),
                dice.chance(0.8) ? domain : "",
                google,
                true,
                Gateway.NONE,
                false,
                !google);
    }

    private static String local(Person person) {
        return person.address().substring(0, person.address().indexOf('@'));
    }

    /** An address at free mail, with the underscore that this provider does not hand out: nobody's. */
    private static String freeMail(Person person, Dice dice) {
        return dice.pickOf(
                        Person.slug(person.given()) + "_" + Person.slug(person.family()) + dice.digits(2),
                        Person.slug(person.family()) + "_office" + dice.digits(3),
                        "ceo_office" + dice.digits(4),
                        Person.slug(person.given()) + "_mobile" + dice.digits(3))
                + "@gmail.com";
    }

    /** A domain that looks like the given one. */
    static String lookalike(String domain, Dice dice) {
        String name = domain.substring(0, domain.length() - ".example".length());
        int at = dice.between(1, name.length() - 2);
        String changed = switch (dice.below(6)) {
            case 0 -> name.replaceFirst("l", "1").replaceFirst("i", "l");
            case 1 -> name.replaceFirst("m", "rn").replaceFirst("w", "vv");
            case 2 -> name.substring(0, at) + name.charAt(at) + name.substring(at);
            case 3 -> name.substring(0, at) + name.substring(at + 1);
            case 4 -> name.contains("-") ? name.replaceFirst("-", "") : name + "-group";
            default -> name + dice.pickOf("-eu", "-intl", "s", "-online");
        };
        return (changed.equals(name) ? name + "-mail" : changed) + ".example";
    }
}
