package dev.kith.simulate;

import dev.kith.simulate.Mailing.Mark;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * The story of the diverted payment: somebody reads along in a partner's mailbox, and at the right moment answers a real thread
 * with new bank details; some days later he asks where the money is.
 */
final class PaymentDiversion implements Plot {
    /** Attempts for each hundred accounts over the whole time (chosen by hand). */
    private static final double ATTEMPTS_PER_HUNDRED = 8;

    private final Stage stage;
    private final double perDay;

    PaymentDiversion(Stage stage) {
        this.stage = stage;
        double attempts = Math.max(3, stage.settings().accounts() * ATTEMPTS_PER_HUNDRED / 100);
        this.perDay = attempts / (stage.settings().days() / 3.0 * 5 / 7);
    }

    @Override
    public void plan(LocalDate day) {
        boolean begun = !day.atStartOfDay(ZoneOffset.UTC)
                .toInstant()
                .isBefore(stage.settings().learnUntil());
        if (!begun || day.getDayOfWeek().getValue() > 5) {
            return;
        }
        Dice dice = stage.dice("payment-diversion", day);
        for (int i = dice.around(perDay); i > 0; i--) {
            attempt(day, dice.child());
        }
    }

    private void attempt(LocalDate day, Dice dice) {
        Partner partner = stage.organisation().anyPartner(dice);
        Person owner = OrdinaryLife.frequent(partner.people(), dice);
        String difficulty = dice.pickOf("easy", "medium", "hard");
        Intruder intruder = new Intruder(stage, dice.child());
        Instant at = intruder.moment(owner, day, difficulty, dice);
        stage.later(at, (now, there) -> ask(now, partner, owner, intruder, difficulty, "ask", dice));
        if (dice.chance(0.5)) {
            stage.later(
                    at.plusSeconds(dice.between(2, 4) * 86_400L),
                    (now, there) -> ask(now, partner, owner, intruder, difficulty, "press", dice));
        }
    }

    private void ask(
            Instant at, Partner partner, Person owner, Intruder intruder, String difficulty, String step, Dice dice)
            throws IOException {
        LocalDate day = at.atZone(ZoneOffset.UTC).toLocalDate();
        Optional<Threads.Open> thread = stage.threads().latest(owner.address());
        Person reader = thread.map(Threads.Open::ours).orElse(partner.contacts().get(0));
        Scene scene = Scene.of(stage.organisation().company(), partner.company(), day, dice);
        scene.set("iban", iban(dice));
        String language = owner.language();
        Lure lure = Lure.of("bank", stage.grammar(language), scene, Optional.empty(), dice);
        Presence presence = intruder.presence(owner, difficulty, at, dice);
        Mark mark = Mark.attack("payment", owner.address(), step, difficulty);
        Mailing mailing =
                intruder.mailing(owner, List.of(reader.mailbox()), lure, thread, presence, language, day, mark, dice);
        Draft draft = mailing.draft();
        if (dice.chance(0.5)) {
            draft = draft.attach(Documents.pdf(
                    "Bank details.pdf",
                    List.of(partner.company().name(), "IBAN " + scene.get("iban")),
                    Optional.empty()));
        }
        if (dice.chance(0.3)) {
            // Answers go to a house of a similar name.
            draft = draft.header("Reply-To", owner.address().replace(".example", "-group.example"));
        }
        stage.post(at, mailing.draft(draft));
    }

    /** The look of an IBAN; the check digits are chance, so that it is nobody's. */
    static String iban(Dice dice) {
        return dice.pickOf("LT", "BE", "PT", "GB", "DE", "ES", "PL") + "00 " + dice.digits(4) + " " + dice.digits(4)
                + " " + dice.digits(4) + " " + dice.digits(4);
    }
}
