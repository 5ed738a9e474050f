package dev.kith.simulate;

import dev.kith.simulate.Mailing.Mark;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Somebody who writes from a real account that is not theirs. */
final class Intruder {
    private final Stage stage;
    private final Network network;
    private final String address;

    /** An intruder comes from one address, which no one of the business has used. */
    Intruder(Stage stage, Dice dice) {
        this.stage = stage;
        this.network = dice.pickOf(Network.M247, Network.DATACAMP, Network.ANONYMOUS_HOSTING, Network.SWEDISH_VPN);
        this.address = network.address(dice);
    }

    /** The address that the intruder comes from. */
    String address() {
        return address;
    }

    Network network() {
        return network;
    }

    /** Easy: other program, other network, odd hour; medium: odd hour only, own program; hard: all as the owner. */
    Presence presence(Person owner, String difficulty, Instant at, Dice dice) {
        return switch (difficulty) {
            case "easy" -> foreign(owner, dice);
            case "medium" ->
                dice.chance(0.5)
                        ? new Presence(owner.desk(), address, network.hostName(address), owner.zone())
                        : Presence.of(owner, at, stage.calendar(), dice);
            default -> Presence.of(owner, at, stage.calendar(), dice);
        };
    }

    /** From the intruder's own place, mostly through the web mail of the owner's provider. */
    Presence foreign(Person owner, Dice dice) {
        ClientProgram web = Presence.webMail(owner);
        // Bait behind words or a button needs HTML, which the plainest web mail does not write.
        ClientProgram program = web == ClientProgram.ROUNDCUBE || dice.chance(0.25)
                ? dice.pickOf(ClientProgram.PYTHON, ClientProgram.THUNDERBIRD)
                : web;
        return Presence.elsewhere(
                program, network, address, ZoneId.of(dice.pickOf("UTC", "Europe/Bucharest", "Africa/Lagos")));
    }

    /** When the intruder writes: in the owner's hours if hard, else rather outside them. */
    Instant moment(Person owner, LocalDate day, String difficulty, Dice dice) {
        if (difficulty.equals("hard") || dice.chance(0.25)) {
            return stage.calendar().moment(owner, day, dice);
        }
        int hour = dice.pickOf(1, 2, 3, 4, 5, 21, 22, 23);
        return day.atTime(LocalTime.of(hour, dice.below(60), dice.below(60)))
                .atZone(owner.zone())
                .toInstant();
    }

    /**
     * A mail with a bait from the owner's account.
     *
     * @param thread a real thread to answer into
     */
    Mailing mailing(
            Person owner,
            List<Correspondent> readers,
            Lure lure,
            Optional<Threads.Open> thread,
            Presence presence,
            String language,
            LocalDate day,
            Mark mark,
            Dice dice) {
        boolean knowsManner = !mark.difficulty().equals("easy") || dice.chance(0.4);
        Body body = knowsManner
                ? new Letter(stage, owner, language, dice)
                        .write(readers.get(0), lure.words(), lure.links(), thread.isPresent(), false)
                : new Body(
                        greeting(language, readers.get(0), dice) + lure.words() + "\n\n" + owner.name() + "\n"
                                + owner.company().name(),
                        lure.links(),
                        Optional.empty());
        String subject = lure.subject();
        List<String> references = List.of();
        if (thread.isPresent()) {
            subject = Conversation.replyPrefix(presence.program(), stage.grammar(language))
                    + thread.get().subject();
            references = thread.get().references();
            body = body.quoting(thread.get().last());
        }
        Draft draft = Draft.of(owner.mailbox(), readers, subject, body).answering(references);
        return Mailing.of(draft, presence, owner.company().mailSystem(day), language, mark);
    }

    private String greeting(String language, Correspondent reader, Dice dice) {
        Scene scene = Scene.empty();
        String[] names = reader.name().split(" ", 2);
        scene.set("first", names[0]);
        scene.set("last", names.length > 1 ? names[1] : names[0]);
        return stage.grammar(language).say(dice.pickOf("greet.plain", "greet.stranger"), dice, scene.variables())
                + "\n\n";
    }
}
