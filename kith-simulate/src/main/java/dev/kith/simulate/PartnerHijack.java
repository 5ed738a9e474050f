package dev.kith.simulate;

import dev.kith.simulate.Mailing.Mark;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The story of the hijacked partners. Day one: from the accounts of several trusted partners come requests for proposal with a
 * link into foreign tenants. The head of the house gives the password away; from the taken account colleagues are written to
 * the same afternoon. Day two: the account writes to the world, as fast as a machine can, or, where the story is the slow
 * drip, through the night and to nobody it knows. Then come the bounces, the questions and
 * the partners' own warnings, all of them honest.
 */
final class PartnerHijack implements Plot {
    /** The burst in full, and for how long it lasts. */
    private static final int BURST_MAILS_MAX = 1_600;

    private static final int BURST_SECONDS = 25 * 60;

    /** Mails of the burst for each account, so that a small house has a small one (chosen by hand). */
    private static final int BURST_MAILS_PER_ACCOUNT = 8;

    /** The drip in full, and for how long it lasts: five an hour. */
    private static final int DRIP_MAILS = 60;

    private static final int DRIP_SECONDS = 12 * 3_600;

    /** How far into the days it happens. */
    static final double PART = 0.87;

    private final Stage stage;
    private final LocalDate first;
    private final Dice dice;
    private final Intruder intruder;
    private final List<Partner> taken;

    PartnerHijack(Stage stage) {
        this.stage = stage;
        this.first = Plot.dayOfAttack(stage.settings(), PART);
        this.dice = stage.dice("partner-hijack");
        this.intruder = new Intruder(stage, dice.child());
        this.taken = taken();
    }

    private List<Partner> taken() {
        int count = Math.max(3, Math.min(7, stage.settings().accounts() / 12));
        List<Partner> frequent = new ArrayList<>(stage.organisation().partners());
        frequent.sort(Comparator.comparingDouble(Partner::volume).reversed());
        List<Partner> pool = new ArrayList<>(frequent.subList(0, Math.min(frequent.size(), count * 2)));
        List<Partner> chosen = new ArrayList<>();
        while (chosen.size() < Math.min(count, frequent.size())) {
            chosen.add(pool.remove(dice.below(pool.size())));
        }
        return chosen;
    }

    /** The day on which the lures come; the burst is on the next. */
    LocalDate first() {
        return first;
    }

    Intruder intruder() {
        return intruder;
    }

    /** Those of the hijacked partners whose mails the lures are. */
    List<Partner> hijacked() {
        return taken;
    }

    @Override
    public void plan(LocalDate day) {
        if (day.equals(first)) {
            for (int i = 0; i < taken.size(); i++) {
                lures(taken.get(i), i);
            }
            lateral(moment(day, 14, 20));
        } else if (day.equals(first.plusDays(1))) {
            if (stage.settings().story() == Story.SLOW_DRIP) {
                drip(moment(day, 17, 40));
            } else {
                burst(moment(day, 13, 10));
            }
            taken.forEach(partner -> warning(partner, day));
        }
    }

    private Instant moment(LocalDate day, int hour, int minuteSpread) {
        return day.atTime(LocalTime.of(hour, dice.below(minuteSpread)))
                .atZone(stage.organisation().company().culture().zone())
                .toInstant();
    }

    private void lures(Partner partner, int index) {
        Person owner = partner.people().get(0);
        String difficulty = switch (index % 3) {
            case 0 -> "easy";
            case 1 -> "medium";
            default -> "hard";
        };
        Company company = partner.company();
        String language = dice.chance(0.8) ? company.culture().language() : "en";
        Scene scene = Scene.of(stage.organisation().company(), company, first, dice);
        Storage tenant = new Storage(
                dice.chance(0.7) ? Storage.Service.SHAREPOINT : Storage.Service.ONEDRIVE,
                Person.slug(dice.pickOf(Culture.values()).coinedName(dice))
                        + dice.pickOf("group", "partners", "holding")
                        + dice.digits(2));
        boolean mimecast = index % 2 == 0;
        MailSystem own = company.mailSystem(first);
        MailSystem system = mimecast
                ? new MailSystem(
                        own.provider(),
                        own.relays(),
                        own.dkim(),
                        own.dmarc(),
                        own.spf(),
                        MailSystem.Gateway.MIMECAST,
                        true,
                        own.showsClient())
                : own;
        List<Person> readers = new ArrayList<>(partner.contacts());
        if (index == 0 && !readers.contains(stage.organisation().head())) {
            readers.add(stage.organisation().head());
        }
        Instant at = moment(first, 8 + index % 3, 40);
        for (Person reader : readers) {
            if (!reader.employed(first)) {
                continue;
            }
            Dice own1 = dice.child();
            Lure lure = Lure.of(
                    "rfp",
                    stage.grammar(language),
                    scene,
                    Optional.of(tenant.link(own1, owner.address(), "RFP.pdf")),
                    own1);
            boolean threaded = difficulty.equals("hard") && own1.chance(0.6);
            at = at.plusSeconds(own1.between(20, 240));
            stage.later(
                    at, (now, there) -> lure(now, owner, reader, lure, threaded, difficulty, system, language, own1));
        }
    }

    private void lure(
            Instant at,
            Person owner,
            Person reader,
            Lure lure,
            boolean threaded,
            String difficulty,
            MailSystem system,
            String language,
            Dice own)
            throws IOException {
        Optional<Threads.Open> thread = threaded ? stage.threads().latest(owner.address()) : Optional.empty();
        Presence presence = intruder.presence(owner, difficulty, at, own);
        Mailing mailing = intruder.mailing(
                owner,
                List.of(reader.mailbox()),
                lure,
                thread,
                presence,
                language,
                first,
                Mark.attack("partner", owner.address(), "lure", difficulty),
                own);
        stage.post(at, new Mailing(mailing.draft(), presence, system, language, owner.address(), mailing.mark()));
    }

    /** From the head's account to colleagues, one by one. */
    private void lateral(Instant start) {
        Person head = stage.organisation().head();
        Scene scene = Scene.of(stage.organisation().company(), taken.get(0).company(), first, dice);
        String trap = new Storage(
                        Storage.Service.SHAREPOINT,
                        Person.slug(Culture.NORDIC.coinedName(dice)) + "board" + dice.digits(2))
                .link(dice, "", "Plan.pdf");
        List<Person> readers = new ArrayList<>(stage.organisation().present(first));
        readers.remove(head);
        int count = Math.min(readers.size(), Math.max(4, stage.settings().accounts() / 5));
        Instant at = start;
        for (int i = 0; i < count; i++) {
            Person reader = readers.remove(dice.below(readers.size()));
            at = at.plusSeconds(dice.between(15, 80));
            send(
                    at,
                    head,
                    reader.mailbox(),
                    "document",
                    scene,
                    trap,
                    Mark.attack("internal", head.address(), "lateral", "easy"));
        }
    }

    private String worldTrap() {
        return new Storage(Storage.Service.ONEDRIVE, Person.slug(Culture.BRITISH.coinedName(dice)) + dice.digits(3))
                .link(dice, stage.organisation().head().address(), "RFP.pdf");
    }

    private void drip(Instant start) {
        Person head = stage.organisation().head();
        String trap = worldTrap();
        for (int i = 0; i < DRIP_MAILS; i++) {
            Dice own = dice.child();
            Person reader = new People(stage.settings(), own.child()).stranger();
            Scene scene = Scene.of(reader.company(), stage.organisation().company(), first, own);
            Instant at = start.plusMillis((long) (DRIP_SECONDS * 1000.0 * (i + own.unit()) / DRIP_MAILS));
            Mark mark = Mark.attack("outbound", head.address(), "drip", "easy");
            send(at, head, reader.mailbox(), "rfp", scene, trap, mark);
        }
    }

    private void burst(Instant start) {
        Person head = stage.organisation().head();
        int count = Math.min(BURST_MAILS_MAX, stage.settings().accounts() * BURST_MAILS_PER_ACCOUNT);
        String trap = worldTrap();
        List<Person> known = stage.organisation().partners().stream()
                .flatMap(partner -> partner.people().stream())
                .toList();
        for (int i = 0; i < count; i++) {
            Dice own = dice.child();
            boolean isKnown = i < known.size();
            Person reader = isKnown ? known.get(i) : new People(stage.settings(), own.child()).stranger();
            // Here it is our house that asks for offers.
            Scene scene = Scene.of(reader.company(), stage.organisation().company(), first, own);
            Instant at = start.plusMillis((long) (BURST_SECONDS * 1000.0 * (i + own.unit()) / count));
            send(
                    at,
                    head,
                    reader.mailbox(),
                    "rfp",
                    scene,
                    trap,
                    Mark.attack("outbound", head.address(), "burst", "easy"));
            if (!isKnown && own.chance(0.05)) {
                new Automatic(stage)
                        .bounce(
                                at.plusSeconds(5),
                                reader.address(),
                                reader.company(),
                                head.mailbox(),
                                "RFP",
                                List.of());
            } else if (isKnown && own.chance(0.12)) {
                question(at, reader, own);
            }
        }
    }

    private void send(
            Instant at, Person owner, Correspondent reader, String kind, Scene scene, String trap, Mark mark) {
        Dice own = dice.child();
        Lure lure = Lure.of(kind, stage.grammar("en"), scene, Optional.of(trap), own);
        Presence presence = intruder.foreign(owner, Dice.of(stage.settings().seed(), "intruder's program"));
        Mailing mailing =
                intruder.mailing(owner, List.of(reader), lure, Optional.empty(), presence, "en", first, mark, own);
        stage.later(at, (now, there) -> there.post(now, mailing));
    }

    /** A partner wonders whether the mail was meant. */
    private void question(Instant at, Person partner, Dice own) {
        Person head = stage.organisation().head();
        stage.later(at.plusSeconds(own.between(300, 9_000)), (now, there) -> honest(now, partner, head, "wonder", own));
    }

    /** A hijacked partner has noticed, and warns those it knows. */
    private void warning(Partner partner, LocalDate day) {
        Person author = partner.people().get(partner.people().size() - 1);
        for (Person reader : partner.contacts()) {
            Dice own = dice.child();
            Instant at = stage.calendar().moment(author, day, own);
            if (reader.employed(day)) {
                stage.later(at, (now, there) -> honest(now, author, reader, "warning", own));
            }
        }
    }

    private void honest(Instant at, Person author, Person reader, String rule, Dice own) throws IOException {
        String language = author.language();
        Grammar grammar = stage.grammar(language);
        Scene scene = Scene.of(stage.organisation().company(), author.company(), first, own);
        Presence presence = Presence.of(author, at, stage.calendar(), own);
        Body body = new Letter(stage, author, language, own)
                .write(
                        reader.mailbox(),
                        grammar.say(rule + ".open", own, scene.variables()),
                        List.of(),
                        false,
                        presence.program().phone());
        Draft draft = Draft.of(
                author.mailbox(),
                List.of(reader.mailbox()),
                grammar.say(rule + ".subject", own, scene.variables()),
                body);
        stage.post(
                at,
                Mailing.of(
                        draft,
                        presence,
                        author.company().mailSystem(first),
                        language,
                        Mark.ordinary("partner-" + rule, author.address())));
    }
}
