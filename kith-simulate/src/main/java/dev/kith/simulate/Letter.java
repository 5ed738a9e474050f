package dev.kith.simulate;

import dev.kith.simulate.Body.LinkRef;
import dev.kith.simulate.Body.Look;
import java.util.ArrayList;
import java.util.List;

/** Puts a person's text together in that person's manner: greeting, words, closing, signature. */
final class Letter {
    private final Stage stage;
    private final Person author;
    private final String language;
    private final Dice dice;

    Letter(Stage stage, Person author, String language, Dice dice) {
        this.stage = stage;
        this.author = author;
        this.language = language;
        this.dice = dice;
    }

    /**
     * The letter.
     *
     * @param reader whom it greets by name
     * @param words what it says
     * @param links the links marked in the words
     * @param answer whether it answers, so that it may go without greeting
     */
    Body write(Correspondent reader, String words, List<LinkRef> links, boolean answer, boolean phone) {
        Grammar grammar = stage.grammar(language);
        Scene names = namesOf(reader);
        List<LinkRef> all = new ArrayList<>(links);
        StringBuilder text = new StringBuilder();
        boolean bare = answer && dice.chance(author.manner().bareReplies());
        if (!bare) {
            text.append(grammar.say(author.manner().greeting(), dice, names.variables()))
                    .append("\n\n");
        }
        text.append(words);
        if (phone) {
            text.append("\n\n").append(grammar.say("sentfromphone", dice, names.variables()));
        } else if (!bare || author.manner().signature() > 1) {
            // The closing is a habit: the same phrase each time.
            List<String> closings = grammar.alternatives("close");
            String closing = closings.get(author.manner().closing() % closings.size());
            text.append("\n\n")
                    .append(grammar.fill(closing, Dice.of(author.address().hashCode(), "close"), names.variables()));
            text.append('\n').append(author.manner().signature() == 0 ? author.given() : author.name());
            signature(text, all);
        } else {
            text.append("\n\n").append(author.given());
        }
        return new Body(text.toString(), all, java.util.Optional.empty());
    }

    private void signature(StringBuilder text, List<LinkRef> links) {
        int length = author.manner().signature();
        if (length >= 1) {
            text.append("\n\n")
                    .append(author.title())
                    .append('\n')
                    .append(author.company().name());
            text.append('\n').append(author.phone());
        }
        if (length >= 2) {
            String site = "https://www." + author.company().domain() + "/";
            text.append('\n').append(Body.mark(links.size()));
            links.add(new LinkRef("www." + author.company().domain(), site, Look.WORDS));
            text.append("\n\n")
                    .append(stage.grammar(language)
                            .alternatives("disclaimer")
                            .get(Math.floorMod(
                                    author.company().domain().hashCode(),
                                    stage.grammar(language)
                                            .alternatives("disclaimer")
                                            .size())));
        }
    }

    /** The names that greetings need. */
    private static Scene namesOf(Correspondent reader) {
        Scene scene = Scene.empty();
        String[] names = reader.name().split(" ", 2);
        scene.set("first", names[0].isEmpty() ? reader.address() : names[0]);
        scene.set("last", names.length > 1 ? names[1] : names[0]);
        return scene;
    }
}
