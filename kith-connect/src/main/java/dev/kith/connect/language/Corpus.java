package dev.kith.connect.language;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** The training text: sentences with their meaning, and whole mails put together from them by recipes. */
final class Corpus {
    /** Sentences made of one pattern, and of one section. Chosen by hand. */
    private static final int PER_PATTERN = 40;

    /** So that short sections still count, and long ones do not count for all. Chosen by hand. */
    private static final int SECTION_MIN = 250;

    private static final int SECTION_MAX = 2_400;

    /** Patterns fall into this many groups: what one model has not seen, another can be judged by. */
    static final int FOLDS = 4;

    private static final String RECIPES = "recipes.txt";

    private final List<Grammar> grammars;
    private final List<Recipe> recipes;
    private final String digest;

    /** A sentence; fold tells which patterns it was made from. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, shared only within this package
    record Sentence(String text, double[] targets, int language, String section, int fold) {}

    /** A mail; its sentences keep their folds. The first is the subject. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, shared only within this package
    record Mail(List<Sentence> sentences, double[] targets, int language) {}

    /**
     * What a kind of mail consists of: so many sentences of the main section, and others by chance. The subject is of a
     * section of its own, for an answer keeps the subject of the mail it answers.
     */
    record Recipe(String subject, String main, int least, int most, List<Extra> extras) {}

    record Extra(String section, double chance) {}

    private Corpus(List<Grammar> grammars, List<Recipe> recipes, String digest) {
        this.grammars = grammars;
        this.recipes = recipes;
        this.digest = digest;
    }

    static Corpus read(Path directory) throws IOException {
        MessageDigest digest = sha256();
        List<Grammar> grammars = new ArrayList<>();
        for (String language : LanguageModel.LANGUAGES) {
            Path file = directory.resolve(language + ".txt");
            grammars.add(Grammar.parse(language, lines(file, digest)));
        }
        List<Recipe> recipes = new ArrayList<>();
        for (String line : lines(directory.resolve(RECIPES), digest)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                recipes.add(recipe(line));
            }
        }
        return new Corpus(grammars, recipes, HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }

    /** Reads lines so that the digest does not depend on how they end. */
    private static List<String> lines(Path file, MessageDigest digest) throws IOException {
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        for (String line : lines) {
            digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return lines;
    }

    /** Reads {@code subject > main least-most; extra chance; ...}, where the subject may be left out. */
    private static Recipe recipe(String line) {
        String[] parts = line.split(";");
        String[] head = parts[0].split(">");
        String[] main = head[head.length - 1].trim().split("[ -]+");
        List<Extra> extras = new ArrayList<>();
        for (int i = 1; i < parts.length; i++) {
            String[] words = parts[i].trim().split(" ");
            extras.add(new Extra(words[0], Double.parseDouble(words[1])));
        }
        return new Recipe(
                head.length == 1 ? main[0] : head[0].trim(),
                main[0],
                Integer.parseInt(main[1]),
                Integer.parseInt(main[2]),
                extras);
    }

    /** SHA-256 of all files read, in hexadecimal digits. */
    String digest() {
        return digest;
    }

    List<Sentence> sentences(long seed) {
        List<Sentence> made = new ArrayList<>();
        for (int l = 0; l < grammars.size(); l++) {
            Grammar grammar = grammars.get(l);
            Random random = new Random(seed * 31 + l);
            for (Grammar.Section section : grammar.sections()) {
                int count = Math.max(
                        SECTION_MIN, Math.min(SECTION_MAX, section.patterns().size() * PER_PATTERN));
                for (int i = 0; i < count; i++) {
                    made.add(sentence(grammar, section, i % section.patterns().size(), l, random));
                }
            }
        }
        return made;
    }

    private static Sentence sentence(
            Grammar grammar, Grammar.Section section, int pattern, int language, Random random) {
        String text = grammar.expand(section.patterns().get(pattern), random);
        return new Sentence(text, section.targets(), language, section.name(), pattern % FOLDS);
    }

    List<Mail> mails(int count, long seed) {
        Random random = new Random(seed);
        List<Mail> made = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int language = i % grammars.size();
            made.add(mail(language, recipes.get(random.nextInt(recipes.size())), random));
        }
        return made;
    }

    private Mail mail(int language, Recipe recipe, Random random) {
        List<Sentence> sentences = new ArrayList<>();
        sentences.add(pick(language, random.nextInt(10) == 0 ? "greeting" : recipe.subject(), random));
        if (random.nextInt(3) > 0) {
            sentences.add(pick(language, "greeting", random));
        }
        int count = recipe.least() + random.nextInt(recipe.most() - recipe.least() + 1);
        for (int i = 0; i < count; i++) {
            sentences.add(pick(language, recipe.main(), random));
        }
        for (Extra extra : recipe.extras()) {
            if (random.nextDouble() < extra.chance()) {
                int place = 1 + random.nextInt(sentences.size());
                sentences.add(place, pick(language, extra.section(), random));
            }
        }
        if (random.nextInt(3) > 0) {
            sentences.add(pick(language, "closing", random));
        }
        double[] targets = new double[Outputs.COUNT];
        for (Sentence sentence : sentences) {
            for (int o = 0; o < Outputs.COUNT; o++) {
                targets[o] = Math.max(targets[o], sentence.targets()[o]);
            }
        }
        return new Mail(sentences, targets, language);
    }

    private Sentence pick(int language, String name, Random random) {
        Grammar grammar = grammars.get(language);
        List<Grammar.Section> fitting =
                grammar.sections().stream().filter(s -> s.name().equals(name)).toList();
        if (fitting.isEmpty()) {
            throw new IllegalArgumentException(grammar.language() + " has no section " + name);
        }
        int patterns = fitting.stream().mapToInt(s -> s.patterns().size()).sum();
        int chosen = random.nextInt(patterns);
        for (Grammar.Section section : fitting) {
            if (chosen < section.patterns().size()) {
                return sentence(grammar, section, chosen, language, random);
            }
            chosen -= section.patterns().size();
        }
        throw new AssertionError("sections have patterns: " + name);
    }
}
