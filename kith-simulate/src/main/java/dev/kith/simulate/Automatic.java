package dev.kith.simulate;

import dev.kith.simulate.Mailing.Mark;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Mail that systems write by themselves in answer to mail: out of office, and not deliverable. */
final class Automatic {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT);

    private final Stage stage;

    Automatic(Stage stage) {
        this.stage = stage;
    }

    void outOfOffice(Instant at, Person away, Person writer, String subject, List<String> references, LocalDate until)
            throws IOException {
        Dice dice = stage.dice("out-of-office", away.address(), at);
        String language = away.company().ours() ? writer.language() : away.language();
        Scene scene = Scene.empty();
        scene.set("until", DAY.format(until));
        scene.set("name", away.name());
        scene.set("subject", subject);
        Grammar grammar = stage.grammar(language);
        Draft draft = Draft.of(
                        away.mailbox(),
                        List.of(writer.mailbox()),
                        grammar.say("away.subject", dice, scene.variables()),
                        Body.of(grammar.say("away.text", dice, scene.variables())))
                .answering(references)
                .header("Auto-Submitted", "auto-generated")
                .header("X-Auto-Response-Suppress", "All");
        Presence desk = Presence.elsewhere(away.desk(), away.culture().office(), away.officeAddress(), away.zone());
        Instant sent = at.plusSeconds(dice.between(2, 20));
        stage.later(
                sent,
                (now, there) -> there.post(
                        now,
                        new Mailing(
                                draft,
                                desk,
                                away.company()
                                        .mailSystem(now.atZone(away.zone()).toLocalDate()),
                                language,
                                "",
                                Mark.ordinary("out-of-office", away.address()))));
    }

    void bounce(Instant at, Person gone, Person writer, String subject, List<String> references) {
        bounce(at, gone.address(), gone.company(), writer.mailbox(), subject, references);
    }

    /** A report that an address does not exist (RFC 3464, in the words of a mail server). */
    void bounce(
            Instant at,
            String address,
            Company company,
            Correspondent writer,
            String subject,
            List<String> references) {
        Dice dice = stage.dice("bounce", address, at);
        String text =
                "This is the mail system at host mail." + company.domain() + ".\n\nI'm sorry to have to inform you that"
                        + " your message could not be delivered to one or more recipients.\n\n<" + address
                        + ">: host mail." + company.domain() + " said: 550 5.1.1 <" + address
                        + ">: Recipient address rejected: User unknown\n\nOriginal subject: " + subject;
        Draft draft = Draft.of(
                        new Correspondent("Mail Delivery System", "mailer-daemon@" + company.domain()),
                        List.of(writer),
                        dice.pickOf("Undelivered Mail Returned to Sender", "Undeliverable: " + subject),
                        Body.of(text))
                .answering(references)
                .laidOut(Draft.Layout.PLAIN)
                .header("Auto-Submitted", "auto-replied");
        Presence server = Presence.elsewhere(
                ClientProgram.PYTHON,
                company.culture().office(),
                "127.0.0.1",
                company.culture().zone());
        stage.later(
                at.plusSeconds(dice.between(3, 90)),
                (now, there) -> there.post(
                        now,
                        new Mailing(
                                draft,
                                server,
                                company.mailSystem(
                                        now.atZone(company.culture().zone()).toLocalDate()),
                                "en",
                                "",
                                Mark.ordinary("bounce", "mailer-daemon@" + company.domain()))));
    }
}
