package dev.kith.simulate;

import dev.kith.simulate.Body.LinkRef;
import dev.kith.simulate.Body.Look;
import dev.kith.simulate.MailSystem.Gateway;
import dev.kith.simulate.Mailing.Mark;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Mail from people nobody knew before: inquiries, offers, applications; and the crude spam that everybody gets. */
final class Strangers {
    private final Stage stage;

    Strangers(Stage stage) {
        this.stage = stage;
    }

    void plan(LocalDate day) {
        Dice dice = stage.dice("strangers", day);
        int accounts = stage.organisation().present(day).size();
        boolean weekend = day.getDayOfWeek().getValue() > 5;
        for (int i = dice.around(accounts * (weekend ? 0.005 : 0.045)); i > 0; i--) {
            newcomer(day, dice.child());
        }
        for (int i = dice.around(accounts * 0.012); i > 0; i--) {
            spam(day, dice.child());
        }
    }

    private void newcomer(LocalDate day, Dice dice) {
        People people = new People(stage.settings(), dice.child());
        boolean applies = dice.chance(0.2);
        Person person = applies ? people.privately() : people.stranger();
        String department =
                applies ? "Human Resources" : dice.pickOf("Sales", "Procurement", "Operations", "IT", "Finance");
        List<Person> readers = stage.organisation().department(department, day);
        if (readers.isEmpty() || !stage.calendar().working(person, day)) {
            return;
        }
        Person reader = dice.pick(readers);
        Topic topic = applies ? Topic.APPLICATION : Topic.of("newcomer", dice);
        Scene scene = Scene.of(stage.organisation().company(), person.company(), day, dice);
        scene.set("author", person.name());
        Instant at = stage.calendar().moment(person, day, dice);
        stage.later(at, new Conversation(person, reader, Optional.empty(), topic, scene, dice));
    }

    private void spam(LocalDate day, Dice dice) {
        String kind = dice.pickOf("pills", "prize", "seo", "bulkphish", "fund", "crypto");
        Grammar grammar = stage.grammar("en");
        Person reader = dice.pick(stage.organisation().present(day));
        Scene scene =
                Scene.of(stage.organisation().company(), stage.organisation().company(), day, dice);
        scene.set("first", reader.address().substring(0, reader.address().indexOf('@')));
        scene.set("address", reader.address());
        scene.set("last", reader.culture().familyName(dice));
        scene.set("link", Body.mark(0));
        String domain = dice.text("abcdefghijklmnopqrstuvwxyz", dice.between(6, 12)) + ".example";
        String href = dice.chance(0.2)
                ? "http://" + Network.ANONYMOUS_HOSTING.address(dice) + "/" + dice.text(Dice.LOWER, 8)
                : "http://" + dice.pickOf("www.", "secure.", "promo.") + domain + "/" + dice.text(Dice.LOWER, 10)
                        + "?e=" + reader.address();
        Body body = Body.of(
                grammar.say("spam." + kind + ".text", dice, scene.variables()),
                new LinkRef(
                        grammar.say("spam." + kind + ".button", dice, scene.variables()),
                        href,
                        dice.pickOf(Look.WORDS, Look.BUTTON, Look.BARE)));
        boolean lists = dice.chance(0.4);
        String name = grammar.say("spam." + kind + ".name", dice, scene.variables());
        Network network = dice.pickOf(Network.ANONYMOUS_HOSTING, Network.OVH, Network.TURK_TELEKOM, Network.HETZNER);
        MailSystem system = new MailSystem(
                MailSystem.Provider.OWN_SERVER,
                List.of(new MailSystem.Relay(
                        dice.pickOf("mail.", "vps" + dice.digits(4) + ".") + domain, network.address(dice))),
                dice.chance(0.4) ? domain : "",
                false,
                lists,
                Gateway.NONE,
                false,
                false);
        Draft draft = Draft.of(
                new Correspondent(name, dice.pickOf("info", "support", "noreply", "admin") + "@" + domain),
                List.of(new Correspondent("", reader.address())),
                grammar.say("spam." + kind + ".subject", dice, scene.variables()),
                body);
        Presence presence = Presence.elsewhere(
                dice.pickOf(ClientProgram.PHP_MAILER, ClientProgram.PYTHON, ClientProgram.OUTLOOK_OLD),
                network,
                network.address(dice),
                ZoneOffset.UTC);
        Mailing mailing = Mailing.of(draft, presence, system, "en", Mark.spam(kind));
        Instant at = day.atTime(LocalTime.MIDNIGHT).toInstant(ZoneOffset.UTC).plusSeconds(dice.below(86_400));
        stage.later(at, (now, there) -> there.post(now, mailing));
    }
}
