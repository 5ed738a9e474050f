package dev.kith.simulate;

import dev.kith.simulate.Body.LinkRef;
import dev.kith.simulate.Body.Look;
import dev.kith.simulate.Mailing.Mark;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Lawful mail to many, one by one, with a file or form behind a link: partners tell all their contacts of new prices or closing
 * days, and our sales people write to all partners. It looks much like a campaign, and is none.
 */
final class Circulars {
    /** Circulars of a partner on a weekday, and of our own sales people (chosen by hand: some in a quarter, one in a month). */
    private static final double PARTNER_CHANCE = 0.012;

    private static final double OWN_CHANCE = 0.05;

    private final Stage stage;

    Circulars(Stage stage) {
        this.stage = stage;
    }

    void plan(LocalDate day) {
        if (day.getDayOfWeek().getValue() > 5) {
            return;
        }
        Dice dice = stage.dice("circulars", day);
        for (Partner partner : stage.organisation().partners()) {
            Dice own = dice.child();
            if (own.chance(PARTNER_CHANCE)) {
                send(
                        partner.people().get(own.below(partner.people().size())),
                        partner.company(),
                        partner.contacts(),
                        day,
                        own);
            }
        }
        List<Person> sales = stage.organisation().department("Sales", day);
        if (dice.chance(OWN_CHANCE) && !sales.isEmpty()) {
            List<Person> readers = new ArrayList<>();
            stage.organisation().partners().forEach(partner -> readers.addAll(partner.people()));
            send(dice.pick(sales), stage.organisation().company(), readers, day, dice.child());
        }
    }

    private void send(Person author, Company about, List<Person> readers, LocalDate day, Dice dice) {
        if (!stage.calendar().working(author, day)) {
            return;
        }
        String language = author.language();
        Grammar grammar = stage.grammar(language);
        Scene scene = Scene.of(stage.organisation().company(), about, day, dice);
        String subject = grammar.say("circular.subject", dice, scene.variables());
        String file = subject.replace(':', ' ').replace('/', '-') + ".pdf";
        String href = dice.chance(0.3) ? form(dice) : author.company().storage().link(dice, author.address(), file);
        boolean linked = dice.chance(0.6);
        String words = grammar.say("circular.open", dice, scene.variables())
                + (linked ? "\n\n" + grammar.say("circular.link", dice, scene.variables()) + " " + Body.mark(0) : "");
        List<LinkRef> links = linked
                ? List.of(new LinkRef(grammar.say("share.words", dice, scene.variables()), href, Look.WORDS))
                : List.of();
        Instant at = stage.calendar().moment(author, day, dice);
        Presence presence = Presence.of(author, at, stage.calendar(), dice);
        for (Person reader : readers) {
            Body body = new Letter(stage, author, language, dice.child())
                    .write(reader.mailbox(), words, links, false, false);
            Draft draft = Draft.of(author.mailbox(), List.of(reader.mailbox()), subject, body);
            at = at.plusSeconds(dice.between(3, 45));
            Mailing mailing = Mailing.of(
                    draft,
                    presence,
                    author.company().mailSystem(day),
                    language,
                    Mark.ordinary("circular", author.address()));
            if (reader.employed(day)) {
                stage.later(at, (now, there) -> there.post(now, mailing));
            }
        }
    }

    private static String form(Dice dice) {
        return dice.pickOf(
                "https://forms.office.com/e/" + dice.text(Dice.URL.substring(0, 62), 10),
                "https://docs.google.com/forms/d/e/1FAIpQLS" + dice.text(Dice.URL, 47) + "/viewform");
    }
}
