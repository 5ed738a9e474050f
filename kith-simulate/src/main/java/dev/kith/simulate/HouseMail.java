package dev.kith.simulate;

import dev.kith.simulate.Body.LinkRef;
import dev.kith.simulate.Body.Look;
import dev.kith.simulate.Mailing.Mark;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Mail of the house: announcements to all, payroll and password notices, scanner, telephone, service desk, invitations. */
final class HouseMail {
    private final Stage stage;

    HouseMail(Stage stage) {
        this.stage = stage;
    }

    void plan(LocalDate day) {
        if (!stage.calendar().workday(stage.organisation().company().culture(), day)) {
            return;
        }
        Dice dice = stage.dice("house", day);
        int accounts = stage.organisation().present(day).size();
        for (int i = dice.around(accounts * 0.035); i > 0; i--) {
            machine("scan", "scanner", day, dice.child());
        }
        for (int i = dice.around(accounts * 0.03); i > 0; i--) {
            machine("voicemail", "voicemail", day, dice.child());
        }
        for (int i = dice.around(accounts * 0.03); i > 0; i--) {
            machine("ticket", "servicedesk", day, dice.child());
        }
        for (int i = dice.around(accounts * 0.012); i > 0; i--) {
            machine("expiry", "no-reply", day, dice.child());
        }
        for (int i = dice.around(accounts * 0.04); i > 0; i--) {
            invitation(day, dice.child());
        }
        announcements(day, dice.child());
    }

    private void announcements(LocalDate day, Dice dice) {
        Organisation organisation = stage.organisation();
        int date = day.getDayOfMonth();
        boolean monday = day.getDayOfWeek() == DayOfWeek.MONDAY;
        // Payday is the 25th, or the Monday after.
        if (date == 25 || (monday && date > 25 && date <= 27)) {
            toAll("payslip", department("Human Resources", day), day, dice.child());
        }
        if (dice.chance(0.06)) {
            toAll("policy", department("Human Resources", day), day, dice.child());
        }
        if (dice.chance(0.06)) {
            toAll("itnotice", department("IT", day), day, dice.child());
        }
        if (dice.chance(0.05)) {
            toAll("townhall", organisation.head(), day, dice.child());
        }
        if (day.getDayOfMonth() == 3) {
            monthEnd(day, dice.child());
        }
    }

    private Person department(String name, LocalDate day) {
        List<Person> people = stage.organisation().department(name, day);
        return people.isEmpty() ? stage.organisation().head() : people.get(0);
    }

    private void toAll(String rule, Person author, LocalDate day, Dice dice) {
        Company company = stage.organisation().company();
        if (!stage.calendar().working(author, day)) {
            return;
        }
        Scene scene = Scene.of(company, company, day, dice);
        scene.set("link", Body.mark(0));
        Grammar grammar = stage.grammar("en");
        String file = grammar.say(rule + ".file", dice, scene.variables());
        scene.set("file", file);
        LinkRef link = rule.equals("payslip")
                ? new LinkRef("HR portal", "https://hr." + company.domain() + "/payslips", Look.WORDS)
                : new LinkRef(file, company.storage().link(dice, author.address(), file), Look.WORDS);
        Instant at = stage.calendar().moment(author, day, dice);
        Presence presence = Presence.of(author, at, stage.calendar(), dice);
        Body body = new Letter(stage, author, "en", dice)
                .write(
                        new Correspondent("all", "all"),
                        grammar.say(rule + ".open", dice, scene.variables()),
                        List.of(link),
                        false,
                        false);
        Draft draft = Draft.of(
                author.mailbox(),
                List.of(new Correspondent("All Staff", "all@" + company.domain())),
                grammar.say(rule + ".subject", dice, scene.variables()),
                body);
        send(at, draft, presence, Mark.ordinary("announcement-" + rule, author.address()));
    }

    private void monthEnd(LocalDate day, Dice dice) {
        Person author = department("Finance", day);
        List<Person> readers = stage.organisation().department("Management", day);
        if (!stage.calendar().working(author, day) || readers.isEmpty()) {
            return;
        }
        Scene scene =
                Scene.of(stage.organisation().company(), stage.organisation().company(), day, dice);
        Grammar grammar = stage.grammar("en");
        Instant at = stage.calendar().moment(author, day, dice);
        Body body = new Letter(stage, author, "en", dice)
                .write(
                        readers.get(0).mailbox(),
                        grammar.say("monthend.open", dice, scene.variables()),
                        List.of(),
                        false,
                        false);
        Draft draft = Draft.of(
                        author.mailbox(),
                        readers.stream().map(Person::mailbox).toList(),
                        grammar.say("monthend.subject", dice, scene.variables()),
                        body)
                .attach(Documents.workbook(
                        "MonthEnd-" + day.minusMonths(1).getMonthValue() + ".xlsx", scene.rows(dice)));
        send(
                at,
                draft,
                Presence.of(author, at, stage.calendar(), dice),
                Mark.ordinary("internal-monthend", author.address()));
    }

    private void machine(String rule, String local, LocalDate day, Dice dice) {
        Company company = stage.organisation().company();
        Person reader = dice.pick(stage.organisation().present(day));
        if (!stage.calendar().working(reader, day)) {
            return;
        }
        Scene scene = Scene.of(company, company, day, dice);
        scene.set("first", reader.given());
        scene.set("caller", reader.culture().phone(dice));
        scene.set("link", Body.mark(0));
        Grammar grammar = stage.grammar("en");
        List<LinkRef> links = switch (rule) {
            case "ticket" ->
                List.of(new LinkRef(
                        "View ticket",
                        "https://servicedesk." + company.domain() + "/tickets/" + scene.get("ticket"),
                        Look.WORDS));
            case "expiry" ->
                List.of(new LinkRef(
                        "https://account." + company.domain() + "/password",
                        "https://account." + company.domain() + "/password",
                        Look.BARE));
            default -> List.of();
        };
        Draft draft = Draft.of(
                new Correspondent(grammar.say(rule + ".name", dice, scene.variables()), local + "@" + company.domain()),
                List.of(reader.mailbox()),
                grammar.say(rule + ".subject", dice, scene.variables()),
                new Body(grammar.say(rule + ".text", dice, scene.variables()), links, Optional.empty()));
        if (rule.equals("scan")) {
            draft = draft.attach(
                    Documents.pdf("SCN_" + dice.digits(8) + ".pdf", List.of(scene.get("ref")), Optional.empty()));
        } else if (rule.equals("voicemail")) {
            draft = draft.attach(Documents.recording("voice_" + dice.digits(6) + ".wav", dice.between(100, 900)));
        }
        ClientProgram program = rule.equals("scan") ? ClientProgram.PYTHON : ClientProgram.JAVA_MAIL;
        Presence server = new Presence(
                program,
                "10.20.7." + (rule.length() + 10),
                rule + "." + company.domain(),
                company.culture().zone());
        Instant at = stage.calendar().moment(reader, day, dice);
        send(at, draft, server, Mark.ordinary("house-" + rule, draft.from().address()));
    }

    /** A meeting by calendar invitation: from a partner or a colleague. */
    private void invitation(LocalDate day, Dice dice) {
        Organisation organisation = stage.organisation();
        Partner partner = organisation.anyPartner(dice);
        boolean outside = dice.chance(0.5);
        Person reader = OrdinaryLife.frequent(partner.contacts(), dice);
        Person author = outside ? OrdinaryLife.frequent(partner.people(), dice) : dice.pick(organisation.present(day));
        if (author.equals(reader) || !stage.calendar().working(author, day) || !reader.employed(day)) {
            return;
        }
        Scene scene = Scene.of(organisation.company(), partner.company(), day, dice);
        Grammar grammar = stage.grammar(author.language());
        String subject = grammar.say("meeting.subject", dice, scene.variables());
        String join = dice.chance(0.7)
                ? "https://teams.microsoft.com/l/meetup-join/19%3ameeting_" + dice.text(Dice.URL, 48) + "%40thread.v2/0"
                : "https://meet.google.com/" + dice.text(Dice.LOWER.substring(0, 26), 3) + "-"
                        + dice.text(Dice.LOWER.substring(0, 26), 4) + "-" + dice.text(Dice.LOWER.substring(0, 26), 3);
        String stamp = day.plusDays(dice.between(1, 10)).toString().replace("-", "")
                + String.format(Locale.ROOT, "T%02d00", dice.between(8, 15));
        String ics = "BEGIN:VCALENDAR\nMETHOD:REQUEST\nPRODID:-//kith//simulate//EN\nVERSION:2.0\nBEGIN:VEVENT\nUID:"
                + dice.hex(32) + "\nORGANIZER;CN=" + author.name() + ":mailto:" + author.address()
                + "\nATTENDEE;RSVP=TRUE:mailto:"
                + reader.address() + "\nDTSTAMP:" + day.toString().replace("-", "") + "T060000Z\nDTSTART:" + stamp
                + "00Z\nDURATION:PT45M\nSUMMARY:" + subject + "\nLOCATION:" + join + "\nEND:VEVENT\nEND:VCALENDAR\n";
        Body body = Body.of(
                grammar.say("meeting.invite", dice, scene.variables()) + "\n\n" + Body.mark(0),
                new LinkRef(grammar.say("meeting.join", dice, scene.variables()), join, Look.WORDS));
        Instant at = stage.calendar().moment(author, day, dice);
        Draft draft = Draft.of(author.mailbox(), List.of(reader.mailbox()), subject, body)
                .inviting(ics);
        Presence presence = Presence.of(author, at, stage.calendar(), dice);
        Mailing mailing = Mailing.of(
                draft,
                presence,
                author.company().mailSystem(day),
                author.language(),
                Mark.ordinary("invitation", author.address()));
        stage.later(at, (now, there) -> there.post(now, mailing));
    }

    private void send(Instant at, Draft draft, Presence presence, Mark mark) {
        Mailing mailing =
                Mailing.of(draft, presence, stage.organisation().company().mailSystem(), "en", mark);
        stage.later(at, (now, there) -> there.post(now, mailing));
    }
}
