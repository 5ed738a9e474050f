package dev.kith.simulate;

import dev.kith.simulate.Body.LinkRef;
import dev.kith.simulate.Body.Look;
import dev.kith.simulate.Body.Quote;
import dev.kith.simulate.Mailing.Mark;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Two people writing back and forth about one matter until it is done. Each turn takes place when its writer is at work; a
 * reader on vacation is answered for by an automatic reply.
 */
final class Conversation implements Happening {
    /** Message-IDs kept of a thread; RFC 5322 sets no limit, programs trim. */
    private static final int REFERENCES_MAX = 12;

    private final Person a;
    private final Person b;
    private final Optional<Partner> partner;
    private final Topic topic;
    private final Scene scene;
    private final Dice dice;
    private final String language;
    private final List<String> references = new ArrayList<>();
    private List<Correspondent> copies = List.of();
    private String subject = "";
    private Optional<Quote> last = Optional.empty();
    private int turn;
    private int turnsLeft;

    /** {@code a} opens; one of them is of ours, the other may be. */
    Conversation(Person a, Person b, Optional<Partner> partner, Topic topic, Scene scene, Dice dice) {
        this.a = a;
        this.b = b;
        this.partner = partner;
        this.topic = topic;
        this.scene = scene;
        this.dice = dice;
        this.language = a.company().ours() ? b.language() : a.language();
        this.turnsLeft = Math.max(1, dice.around(topic.turns()));
    }

    @Override
    public void occur(Instant at, Stage stage) throws IOException {
        Person writer = turn % 2 == 0 ? a : b;
        Person reader = turn % 2 == 0 ? b : a;
        Instant ready = turn == 0 ? at : stage.calendar().nextWorking(writer, at, dice);
        if (ready.isAfter(at)) {
            stage.later(ready, this);
            return;
        }
        LocalDate day = at.atZone(writer.zone()).toLocalDate();
        if (!writer.employed(day) || !reader.employed(day.minusDays(20))) {
            return;
        }
        write(at, writer, reader, stage);
        turn++;
        turnsLeft--;
        if (!reader.employed(day)) {
            new Automatic(stage).bounce(at, reader, writer, subject, references);
            return;
        }
        Optional<LocalDate> away = stage.calendar().vacation(reader, day);
        if (away.isPresent() && dice.chance(0.7)) {
            new Automatic(stage).outOfOffice(at, reader, writer, subject, references, away.get());
        }
        if (turnsLeft > 0) {
            double minutes = dice.logNormal(reader.company().ours() ? 55 : 110, 1.2);
            stage.later(at.plusSeconds(60 + (long) Math.min(minutes * 60, 6 * 86_400.0)), this);
        }
    }

    private void write(Instant at, Person writer, Person reader, Stage stage) throws IOException {
        Presence presence = Presence.of(writer, at, stage.calendar(), dice);
        Grammar grammar = stage.grammar(language);
        boolean opening = turn == 0;
        if (opening) {
            subject = grammar.say(own(grammar, "subject"), dice, scene.variables());
            copies = copies(writer, reader);
        }
        String kind = kind(opening);
        List<LinkRef> links = new ArrayList<>();
        String words = grammar.say(rule(grammar, opening), dice, scene.variables());
        boolean shares = shares(writer, opening);
        if (shares) {
            String file = fileName(grammar);
            words = words + "\n\n" + shareWords(grammar, writer, file, links);
            kind = rarelyShares(writer) ? "first-share" : "share";
        }
        Body body = new Letter(stage, writer, language, dice)
                .write(
                        reader.mailbox(),
                        words,
                        links,
                        !opening,
                        presence.program().phone());
        if (last.isPresent() && dice.chance(0.93)) {
            body = body.quoting(last.get());
        }
        String shown = opening ? subject : replyPrefix(presence.program(), grammar) + subject;
        Draft draft = Draft.of(writer.mailbox(), List.of(reader.mailbox()), shown, body)
                .copyTo(copies.stream()
                        .filter(who -> !who.equals(writer.mailbox()) && !who.equals(reader.mailbox()))
                        .toList())
                .answering(references);
        if (writer.manner().plain() && links.stream().noneMatch(link -> link.look() == Look.BUTTON)) {
            draft = draft.laidOut(Draft.Layout.PLAIN);
        }
        if (!shares && (opening ? dice.chance(0.75) : dice.chance(0.06))) {
            draft = enclose(draft, grammar);
        }
        String id = send(at, writer, draft, presence, kind, stage);
        last = Optional.of(new Quote(writer.mailbox(), reader.mailbox(), shown, at, body.forQuoting()));
        remember(at, writer, reader, stage);
        if (reader.company().ours() && dice.chance(0.07)) {
            forward(at, reader, shown, id, stage);
        }
    }

    private String send(Instant at, Person writer, Draft draft, Presence presence, String kind, Stage stage)
            throws IOException {
        MailSystem system = writer.company().mailSystem(at.atZone(writer.zone()).toLocalDate());
        String id =
                stage.post(at, Mailing.of(draft, presence, system, language, Mark.ordinary(kind, writer.address())));
        references.add(id);
        if (references.size() > REFERENCES_MAX) {
            references.remove(1);
        }
        return id;
    }

    private boolean rarelyShares(Person writer) {
        return partner.isPresent()
                && partner.get().sharing() < Partner.SHARES_RARELY
                && !writer.company().ours();
    }

    /** The reader passes the mail on to a colleague, with everything in it. */
    private void forward(Instant at, Person from, String shown, String id, Stage stage) {
        Dice own = dice.child();
        Quote quote = last.orElseThrow();
        Instant when = stage.calendar().nextWorking(from, at.plusSeconds(own.between(120, 9_000)), own);
        LocalDate day = when.atZone(from.zone()).toLocalDate();
        Person to = own.pick(stage.organisation().present(day));
        if (to.equals(from) || !from.employed(day)) {
            return;
        }
        stage.later(when, (now, there) -> {
            Presence presence = Presence.of(from, now, there.calendar(), own);
            Body body = new Letter(there, from, "en", own)
                    .write(
                            to.mailbox(),
                            there.grammar("en").say("forward", own, scene.variables()),
                            List.of(),
                            true,
                            presence.program().phone())
                    .quoting(quote);
            String prefix = presence.program().quoting() == ClientProgram.Quoting.OUTLOOK ? "FW: " : "Fwd: ";
            Draft draft = Draft.of(from.mailbox(), List.of(to.mailbox()), prefix + Composer.bareSubject(shown), body)
                    .answering(List.of(id));
            there.post(
                    now,
                    Mailing.of(
                            draft,
                            presence,
                            from.company().mailSystem(day),
                            "en",
                            Mark.ordinary("internal-forward", from.address())));
        });
    }

    private void remember(Instant at, Person writer, Person reader, Stage stage) {
        Person ours = writer.company().ours() ? writer : reader;
        Person theirs = writer.company().ours() ? reader : writer;
        if (!theirs.company().ours()) {
            stage.threads()
                    .remember(
                            theirs.address(),
                            new Threads.Open(ours, theirs, subject, references, last.orElseThrow(), at));
        }
    }

    private String kind(boolean opening) {
        String base = partner.isPresent()
                ? "partner"
                : a.company().ours() && b.company().ours() ? "internal" : "newcomer";
        return base + (opening ? "-" + topic.key() : "-thread");
    }

    private String rule(Grammar grammar, boolean opening) {
        if (opening) {
            return own(grammar, "open");
        }
        String own = topic.key() + (turnsLeft <= 1 ? ".end" : ".answer");
        return grammar.has(own) && dice.chance(0.75) ? own : turnsLeft <= 1 ? "end" : "answer";
    }

    /** The rule of the topic, or where the language has no words for it, of any matter. */
    private String own(Grammar grammar, String what) {
        String rule = topic.key() + "." + what;
        return grammar.has(rule) || !grammar.has("matter." + what) ? rule : "matter." + what;
    }

    private List<Correspondent> copies(Person writer, Person reader) {
        if (!dice.chance(writer.manner().copiesLead())) {
            return List.of();
        }
        List<Correspondent> pool = new ArrayList<>();
        partner.ifPresent(known -> {
            known.people().forEach(person -> pool.add(person.mailbox()));
            known.contacts().stream()
                    .filter(person -> person.last().equals(LocalDate.MAX)
                            && person.first().equals(LocalDate.MIN))
                    .forEach(person -> pool.add(person.mailbox()));
        });
        pool.remove(writer.mailbox());
        pool.remove(reader.mailbox());
        if (pool.isEmpty()) {
            return List.of();
        }
        List<Correspondent> chosen = new ArrayList<>();
        chosen.add(dice.pick(pool));
        if (dice.chance(0.3) && !chosen.contains(pool.get(0))) {
            chosen.add(pool.get(0));
        }
        return chosen;
    }

    private boolean shares(Person writer, boolean opening) {
        if (topic == Topic.INTERNAL_SHARE) {
            return opening;
        }
        boolean theirs = !writer.company().ours();
        double rate = theirs ? partner.map(Partner::sharing).orElse(0.0) : 0.05;
        boolean fitting = topic.enclosure() != Topic.Enclosure.NONE && topic.enclosure() != Topic.Enclosure.INVOICE;
        return dice.chance(fitting ? rate * 1.5 : rate * 0.4);
    }

    private String shareWords(Grammar grammar, Person writer, String file, List<LinkRef> links) {
        // Now and then the files lie with somebody else: a customer, a project, a private account.
        Storage storage =
                dice.chance(0.07) ? Storage.any(dice) : writer.company().storage();
        String href = storage.link(dice, writer.address(), file);
        double how = dice.unit();
        scene.set("file", file);
        if (how < 0.3) {
            links.add(new LinkRef(href, href, Look.BARE));
            scene.set("link", Body.mark(0));
            return grammar.say("share.bare", dice, scene.variables());
        }
        String words = how < 0.75 ? file : grammar.say("share.words", dice, scene.variables());
        links.add(new LinkRef(words, href, Look.WORDS));
        scene.set("link", Body.mark(0));
        return grammar.say(how < 0.75 ? "share.file" : "share.inline", dice, scene.variables());
    }

    private String fileName(Grammar grammar) {
        String stem = grammar.say(topic.key() + ".file", dice, scene.variables());
        String extension = switch (topic.enclosure()) {
            case WORKBOOK -> ".xlsx";
            case DOCUMENT -> ".docx";
            default -> dice.chance(0.6) ? ".pdf" : ".xlsx";
        };
        return stem.replace('/', '-') + extension;
    }

    private Draft enclose(Draft draft, Grammar grammar) {
        return switch (topic.enclosure()) {
            case NONE -> draft;
            case INVOICE ->
                draft.attach(Documents.pdf(
                        scene.get("invoice") + ".pdf",
                        List.of(
                                scene.get("companyfull"),
                                scene.get("invoice"),
                                scene.get("ourfull"),
                                scene.get("lane"),
                                scene.get("ref"),
                                scene.get("amount")),
                        dice.chance(0.15)
                                ? Optional.of("https://www." + draft.from().domain() + "/pay/" + scene.get("invoice"))
                                : Optional.empty()));
            case PDF ->
                dice.chance(0.1)
                        ? draft.attach(
                                Documents.archive(scene.get("ref") + ".zip", Map.of("items.csv", scene.csv(dice))))
                        : draft.attach(Documents.pdf(
                                grammar.say(topic.key() + ".file", dice, scene.variables())
                                                .replace('/', '-') + ".pdf",
                                List.of(
                                        scene.get("ref"),
                                        scene.get("lane"),
                                        scene.get("container"),
                                        scene.get("weight")),
                                Optional.empty()));
            case WORKBOOK ->
                draft.attach(Documents.workbook(
                        grammar.say(topic.key() + ".file", dice, scene.variables())
                                        .replace('/', '-') + ".xlsx",
                        scene.rows(dice)));
            case DOCUMENT ->
                draft.attach(Documents.document(
                        grammar.say(topic.key() + ".file", dice, scene.variables())
                                        .replace('/', '-') + ".docx",
                        List.of(scene.get("companyfull"), scene.get("ourfull"), scene.get("ref"))));
        };
    }

    static String replyPrefix(ClientProgram program, Grammar grammar) {
        return program.quoting() == ClientProgram.Quoting.OUTLOOK
                ? grammar.alternatives("prefix.reply").get(0) + " "
                : "Re: ";
    }
}
