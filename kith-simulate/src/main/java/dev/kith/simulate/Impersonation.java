package dev.kith.simulate;

import java.time.LocalDate;
import java.time.ZoneOffset;

/** The story of the false names: executives, colleagues and partners at free mail and look-alike domains. */
final class Impersonation implements Plot {
    /** Attempts for each account and weekday (chosen by hand). */
    private static final double PER_ACCOUNT = 0.03;

    private final Stage stage;
    private final Impostor impostor;

    Impersonation(Stage stage) {
        this.stage = stage;
        this.impostor = new Impostor(stage);
    }

    @Override
    public void plan(LocalDate day) {
        boolean begun = !day.atStartOfDay(ZoneOffset.UTC)
                .toInstant()
                .isBefore(stage.settings().learnUntil());
        if (begun && day.getDayOfWeek().getValue() <= 5) {
            Dice dice = stage.dice("impersonation", day);
            for (int i = dice.around(stage.settings().accounts() * PER_ACCOUNT); i > 0; i--) {
                impostor.attempt(day, dice.child());
            }
        }
    }
}
