package dev.kith.simulate;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Lets an invented organisation live for some months, with a story in it, and writes down every mail of it. */
public final class Simulation {
    /** Accounts and days are limited so that a slip of the finger does not fill a disk (chosen by hand). */
    private static final int ACCOUNTS_MAX = 5_000;

    private static final int DAYS_MAX = 1_100;

    private Simulation() {}

    /**
     * What to simulate.
     *
     * @param accounts mailboxes of the organisation, 5 to 5,000
     * @param days days to live through, 14 to 1,100
     * @param seed decides everything that is left to chance
     * @param begin the first day
     */
    public record Settings(Story story, int accounts, int days, long seed, LocalDate begin) {
        public Settings {
            if (accounts < 5 || accounts > ACCOUNTS_MAX) {
                throw new IllegalArgumentException("accounts outside [5, " + ACCOUNTS_MAX + "]: " + accounts);
            }
            if (days < 14 || days > DAYS_MAX) {
                throw new IllegalArgumentException("days outside [14, " + DAYS_MAX + "]: " + days);
            }
        }

        /** What {@code kith demo} shows: 60 accounts for 90 days. */
        public static Settings demo() {
            return new Settings(Story.PARTNER_HIJACK, 60, 90, 7, LocalDate.of(2026, 3, 2));
        }

        /** The moment up to which only ordinary life happens: two thirds of the days. */
        public Instant learnUntil() {
            return begin.plusDays(days * 2L / 3).atStartOfDay(ZoneOffset.UTC).toInstant();
        }

        LocalDate end() {
            return begin.plusDays(days);
        }
    }

    /** How much was written. */
    public record Result(Charter charter, long mails) {}

    /** Runs to the last day; the writer gets everything in time order. Throws what the writer throws. */
    public static Result run(Settings settings, MailWriter out) throws IOException {
        return run(settings, out, Optional.empty());
    }

    /** The same, with all that the organisation's cloud writes down; the mail is the same, byte for byte. */
    public static <W extends MailWriter & LogWriter> Result runWithLogs(Settings settings, W out) throws IOException {
        return run(settings, out, Optional.of(out));
    }

    private static Result run(Settings settings, MailWriter out, Optional<LogWriter> logs) throws IOException {
        Organisation organisation = new Founding(settings, Dice.of(settings.seed(), "founding")).found();
        Charter charter = charter(settings, organisation);
        out.organisation(charter);
        Stage stage = new Stage(organisation, settings, out);
        Optional<Cloud> cloud = logs.map(writer -> new Cloud(stage, writer));
        live(stage, cloud);
        if (cloud.isPresent()) {
            cloud.get().end();
        }
        return new Result(charter, stage.mails());
    }

    /** Lets the days pass, one after the other. */
    static void live(Stage stage, Optional<Cloud> cloud) throws IOException {
        Settings settings = stage.settings();
        OrdinaryLife life = new OrdinaryLife(stage);
        ServiceMail services = new ServiceMail(stage, settings.seed());
        HouseMail house = new HouseMail(stage);
        Strangers strangers = new Strangers(stage);
        Circulars circulars = new Circulars(stage);
        Plot plot = Plot.of(stage);
        cloud.ifPresent(accounts -> accounts.follow(plot));
        for (LocalDate day = settings.begin(); day.isBefore(settings.end()); day = day.plusDays(1)) {
            LocalDate today = day;
            life.plan(day);
            services.plan(day);
            house.plan(day);
            strangers.plan(day);
            circulars.plan(day);
            plot.plan(day);
            cloud.ifPresent(accounts -> accounts.plan(today));
            // Nobody's working day begins before midnight UTC, so all of the next day is still to come.
            stage.runUntil(day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
        }
        stage.runUntil(settings.end().atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private static Charter charter(Settings settings, Organisation organisation) {
        Person head = organisation.head();
        List<Charter.Account> accounts = organisation.staff().stream()
                .map(person -> new Charter.Account(
                        person.address(),
                        person.name(),
                        person.department(),
                        person.equals(head) ? "" : manager(person, organisation).address(),
                        person.title(),
                        person.employed(settings.end()),
                        person.last().equals(LocalDate.MAX) ? Optional.empty() : Optional.of(person.last()),
                        false))
                .toList();
        return new Charter(
                settings.story(),
                settings.seed(),
                settings.begin(),
                settings.days(),
                settings.learnUntil(),
                organisation.company().name(),
                List.of(organisation.company().domain()),
                accounts,
                organisation.partners().stream()
                        .map(partner -> new Charter.PartnerName(
                                partner.company().name(), partner.company().domain()))
                        .toList());
    }

    private static Person manager(Person person, Organisation organisation) {
        return organisation.staff().stream()
                .filter(other -> other.department().equals(person.department()))
                .findFirst()
                .filter(first -> !first.equals(person))
                .orElse(organisation.head());
    }
}
