package dev.kith.simulate;

import dev.kith.simulate.MailSystem.Gateway;
import dev.kith.simulate.Mailing.Mark;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Many small attacks of every kind, in all languages, easy to hard, in the last third of the time: from hijacked partners, from
 * colleagues' accounts, from strangers, and under false names.
 */
final class MixedAttacks implements Plot {
    /** Attacks for each account and day (chosen by hand: enough of each kind to learn from, few beside ordinary mail). */
    private static final double PER_ACCOUNT = 0.12;

    /** Share of linked baits whose link stands in an attached file (chosen by hand). */
    private static final double IN_FILE = 0.15;

    private final Stage stage;
    private final Impostor impostor;

    MixedAttacks(Stage stage) {
        this.stage = stage;
        this.impostor = new Impostor(stage);
    }

    @Override
    public void plan(LocalDate day) {
        if (day.atStartOfDay(ZoneOffset.UTC)
                .toInstant()
                .isBefore(stage.settings().learnUntil())) {
            return;
        }
        Dice dice = stage.dice("mixed", day);
        for (int i = dice.around(stage.settings().accounts() * PER_ACCOUNT); i > 0; i--) {
            Dice own = dice.child();
            double kind = own.unit();
            if (kind < 0.4) {
                fromPartner(day, own);
            } else if (kind < 0.55) {
                fromColleague(day, own);
            } else if (kind < 0.8) {
                fromStranger(day, own);
            } else {
                impostor.attempt(day, own);
            }
        }
    }

    private void fromPartner(LocalDate day, Dice dice) {
        Partner partner = stage.organisation().anyPartner(dice);
        Person owner = OrdinaryLife.frequent(partner.people(), dice);
        List<Person> readers = partner.contacts().stream()
                .filter(person -> person.employed(day))
                .toList();
        if (readers.isEmpty()) {
            return;
        }
        String difficulty = difficulty(owner, day, dice);
        Intruder intruder = new Intruder(stage, dice.child());
        String kind = dice.chance(0.15)
                ? "bank"
                : dice.pickOf("document", "document", "rfp", "invoice", "esign", "credential", "voicemail");
        Instant at = intruder.moment(owner, day, difficulty, dice);
        int count = dice.chance(0.5) ? 1 : dice.between(1, readers.size());
        for (int i = 0; i < count; i++) {
            Dice own = dice.child();
            Person reader = readers.get(i);
            stage.later(
                    at.plusSeconds(i * 40L),
                    (now, there) -> hijacked(now, owner, reader, kind, intruder, difficulty, own));
        }
    }

    private void hijacked(
            Instant at, Person owner, Person reader, String kind, Intruder intruder, String difficulty, Dice dice)
            throws IOException {
        LocalDate day = at.atZone(ZoneOffset.UTC).toLocalDate();
        boolean ours = owner.company().ours();
        String language = ours ? "en" : owner.language();
        Scene scene = scene(owner.company(), day, dice);
        Lure lure = lure(kind, language, scene, dice);
        double threaded = switch (difficulty) {
            case "hard" -> 0.6;
            case "medium" -> 0.3;
            default -> 0.1;
        };
        Optional<Threads.Open> thread = dice.chance(threaded)
                ? stage.threads().of(owner.address()).stream()
                        .filter(known -> known.ours().equals(reader))
                        .findFirst()
                : Optional.empty();
        Presence presence = intruder.presence(owner, difficulty, at, dice);
        Mark mark = Mark.attack(ours ? "internal" : "partner", owner.address(), kind, difficulty);
        Optional<Attachment> file = file(lure, dice);
        Lure shown = file.map(carrier -> lure.inFile(carrier.name())).orElse(lure);
        Mailing mailing =
                intruder.mailing(owner, List.of(reader.mailbox()), shown, thread, presence, language, day, mark, dice);
        stage.post(
                at,
                file.map(carrier -> mailing.draft(mailing.draft().attach(carrier)))
                        .orElse(mailing));
    }

    private void fromColleague(LocalDate day, Dice dice) {
        List<Person> present = new ArrayList<>(stage.organisation().present(day));
        Person owner = present.remove(dice.below(present.size()));
        String difficulty = difficulty(owner, day, dice);
        Intruder intruder = new Intruder(stage, dice.child());
        String kind = dice.pickOf("document", "document", "payroll", "esign", "credential", "invoice");
        Instant at = intruder.moment(owner, day, difficulty, dice);
        int count = Math.min(present.size(), dice.pickOf(1, 1, 2, 4, 8));
        for (int i = 0; i < count; i++) {
            Dice own = dice.child();
            Person reader = present.remove(own.below(present.size()));
            stage.later(
                    at.plusSeconds(i * 25L),
                    (now, there) -> hijacked(now, owner, reader, kind, intruder, difficulty, own));
        }
    }

    /** Phishing from an unknown sender: a burgled company's account, an own domain, or a spoofed name of a service. */
    private void fromStranger(LocalDate day, Dice dice) {
        Person reader = dice.pick(stage.organisation().present(day));
        boolean talks = dice.chance(0.12);
        String kind = talks ? "callback" : dice.pick(Lure.LINKED);
        String language = dice.chance(0.6) ? "en" : dice.pick(Founding.LANGUAGES);
        Person burgled = new People(stage.settings(), dice.child()).stranger();
        Scene scene = scene(burgled.company(), day, dice);
        scene.set("first", reader.given());
        Lure bait = talks
                ? Lure.of(kind, stage.grammar(language), scene, Optional.empty(), dice)
                : lure(kind, language, scene, dice);
        Optional<Attachment> file = file(bait, dice);
        Lure lure = file.map(carrier -> bait.inFile(carrier.name())).orElse(bait);
        boolean service = kind.equals("voicemail")
                || kind.equals("mailbox")
                || kind.equals("credential")
                || kind.equals("delivery")
                || dice.chance(0.2);
        String name = service ? serviceName(dice) : burgled.name();
        boolean real = dice.chance(0.5);
        Body body = new Body(
                stage.grammar(language).say("greet.stranger", dice, scene.variables()) + "\n\n" + lure.words() + "\n\n"
                        + (service
                                ? name
                                : burgled.name() + "\n" + burgled.company().name()),
                lure.links(),
                Optional.empty());
        Draft draft =
                Draft.of(new Correspondent(name, burgled.address()), List.of(reader.mailbox()), lure.subject(), body);
        if (file.isPresent()) {
            draft = draft.attach(file.get());
        }
        if (service && dice.chance(0.6)) {
            draft = draft.laidOut(Draft.Layout.DESIGNED);
        }
        Mailing mailing = strange(draft, burgled, real, language, kind, dice);
        Instant at = day.atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds(dice.below(86_400));
        stage.later(at, (now, there) -> there.post(now, mailing));
    }

    private String serviceName(Dice dice) {
        return dice.pickOf(
                stage.organisation().company().shortName() + " IT",
                "Microsoft 365",
                "Mail Delivery",
                "DocuSign",
                "Voice Service",
                "SharePoint",
                "Parcel Service",
                "HR Department");
    }

    /** Sent through the burgled company's own system, or through a rented machine in its name. */
    private static Mailing strange(Draft draft, Person burgled, boolean real, String language, String kind, Dice dice) {
        Network network = dice.pickOf(Network.M247, Network.OVH, Network.AMAZON, Network.HETZNER, Network.DATACAMP);
        MailSystem.Relay rented = new MailSystem.Relay("vps" + dice.digits(5) + ".example", network.address(dice));
        MailSystem system = real
                ? burgled.company().mailSystem()
                : new MailSystem(
                        MailSystem.Provider.OWN_SERVER,
                        List.of(rented),
                        "",
                        false,
                        dice.chance(0.3),
                        Gateway.NONE,
                        false,
                        true);
        ClientProgram program = dice.pickOf(
                ClientProgram.PHP_MAILER, ClientProgram.PYTHON, ClientProgram.THUNDERBIRD, ClientProgram.MAILER);
        Presence presence = Presence.elsewhere(program, network, network.address(dice), ZoneOffset.UTC);
        Mark mark = Mark.attack("external", burgled.address(), kind, real ? "medium" : "easy");
        return Mailing.of(draft, presence, system, language, mark);
    }

    /** What keeps to the owner's habits in everything cannot come on a day off. */
    private String difficulty(Person owner, LocalDate day, Dice dice) {
        String difficulty = dice.pickOf("easy", "medium", "hard");
        return difficulty.equals("hard") && !stage.calendar().working(owner, day) ? "medium" : difficulty;
    }

    /** The file that carries the link, where the mail itself does not. */
    private static Optional<Attachment> file(Lure lure, Dice dice) {
        return lure.link().isPresent() && dice.chance(IN_FILE) ? Optional.of(lure.file(dice)) : Optional.empty();
    }

    private Scene scene(Company company, LocalDate day, Dice dice) {
        Scene scene = Scene.of(stage.organisation().company(), company, day, dice);
        scene.set("iban", PaymentDiversion.iban(dice));
        scene.set("phone", Culture.AMERICAN.phone(dice));
        return scene;
    }

    private Lure lure(String kind, String language, Scene scene, Dice dice) {
        Optional<String> trap = Lure.LINKED.contains(kind) ? Optional.of(Lure.trap(dice)) : Optional.empty();
        return Lure.of(kind, stage.grammar(language), scene, trap, dice);
    }
}
