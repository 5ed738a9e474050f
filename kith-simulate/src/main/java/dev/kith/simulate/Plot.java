package dev.kith.simulate;

import java.time.LocalDate;

/** What the story adds to each day. */
interface Plot {
    void plan(LocalDate day);

    static Plot of(Stage stage) {
        return switch (stage.settings().story()) {
            case QUIET, INSIDER -> day -> {};
            case PARTNER_HIJACK, SLOW_DRIP -> new PartnerHijack(stage);
            case PAYMENT_DIVERSION -> new PaymentDiversion(stage);
            case IMPERSONATION -> new Impersonation(stage);
            case MIXED -> new MixedAttacks(stage);
        };
    }

    /** The first weekday from Tuesday to Thursday at or after that part of the days, in [0, 1]. */
    static LocalDate dayOfAttack(Simulation.Settings settings, double part) {
        LocalDate day = settings.begin().plusDays((long) (settings.days() * part));
        while (day.getDayOfWeek().getValue() < 2 || day.getDayOfWeek().getValue() > 4) {
            day = day.plusDays(1);
        }
        return day;
    }
}
