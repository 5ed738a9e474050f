package dev.kith.connect.language;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A generative grammar of one language: named sections of sentence patterns, each section with what its sentences mean.
 *
 * <pre>
 * # a remark
 * &#64;verify: verify | confirm | {re-|}validate
 * [credential CREDENTIAL URGENCY=0.3]
 * {please|kindly} &lt;verify&gt; your {account|mailbox} {within &lt;number&gt; hours|today}
 * </pre>
 *
 * A name in angle brackets is one of the grammar's own choices or one of {@link Fillers}.
 */
final class Grammar {
    private final String language;
    private final Map<String, Part> choices = new LinkedHashMap<>();
    private final Map<String, Section> sections = new LinkedHashMap<>();

    /** Sentence patterns with one meaning: a target in [0, 1] for each output. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, shared only within this package
    record Section(String name, double[] targets, List<Part> patterns) {}

    /** A piece of a pattern. */
    sealed interface Part permits Literal, Choice, Sequence, Slot {}

    record Literal(String text) implements Part {}

    record Choice(List<Part> options) implements Part {}

    record Sequence(List<Part> parts) implements Part {}

    record Slot(String name) implements Part {}

    private Grammar(String language) {
        this.language = language;
    }

    static Grammar parse(String language, List<String> lines) {
        Grammar grammar = new Grammar(language);
        Section section = null;
        for (String raw : lines) {
            String line = raw.trim();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith("@")) {
                int colon = line.indexOf(':');
                grammar.choices.put(line.substring(1, colon).trim(), new Reader(line.substring(colon + 1)).choice());
            } else if (line.startsWith("[")) {
                section = grammar.open(line.substring(1, line.length() - 1));
            } else if (section == null) {
                throw new IllegalArgumentException("a pattern before the first section: " + line);
            } else {
                section.patterns().add(new Reader(line).sequence());
            }
        }
        return grammar;
    }

    private Section open(String header) {
        String[] words = header.trim().split("\\s+");
        double[] targets = new double[Outputs.COUNT];
        for (int i = 1; i < words.length; i++) {
            int equals = words[i].indexOf('=');
            String name = equals < 0 ? words[i] : words[i].substring(0, equals);
            targets[Outputs.index(name)] = equals < 0 ? 1 : Double.parseDouble(words[i].substring(equals + 1));
        }
        return sections.computeIfAbsent(header.trim(), key -> new Section(words[0], targets, new ArrayList<>()));
    }

    String language() {
        return language;
    }

    List<Section> sections() {
        return List.copyOf(sections.values());
    }

    /** One sentence of the pattern. */
    String expand(Part pattern, Random random) {
        StringBuilder text = new StringBuilder();
        expand(pattern, random, text);
        return text.toString()
                .replaceAll(" +", " ")
                .replaceAll(" ([.,!?:;])", "$1")
                .trim();
    }

    private void expand(Part part, Random random, StringBuilder text) {
        if (part instanceof Literal literal) {
            text.append(literal.text());
        } else if (part instanceof Choice choice) {
            expand(choice.options().get(random.nextInt(choice.options().size())), random, text);
        } else if (part instanceof Sequence sequence) {
            for (Part inner : sequence.parts()) {
                expand(inner, random, text);
            }
        } else if (part instanceof Slot slot) {
            Part own = choices.get(slot.name());
            if (own != null) {
                expand(own, random, text);
            } else {
                text.append(Fillers.fill(slot.name(), language, random));
            }
        } else {
            throw new AssertionError("unknown part: " + part);
        }
    }

    /** Reads one line. */
    private static final class Reader {
        private final String line;
        private int at;

        Reader(String line) {
            this.line = line.trim();
        }

        Part sequence() {
            Part part = choice();
            if (at < line.length()) {
                throw new IllegalArgumentException("unbalanced braces: " + line);
            }
            return part;
        }

        /** Options separated by bars, up to a closing brace or the end. */
        Part choice() {
            List<Part> options = new ArrayList<>();
            options.add(parts());
            while (at < line.length() && line.charAt(at) == '|') {
                at++;
                options.add(parts());
            }
            return options.size() == 1 ? options.get(0) : new Choice(List.copyOf(options));
        }

        private Part parts() {
            List<Part> parts = new ArrayList<>();
            while (at < line.length() && line.charAt(at) != '|' && line.charAt(at) != '}') {
                char c = line.charAt(at);
                if (c == '{') {
                    at++;
                    parts.add(choice());
                    if (at >= line.length()) {
                        throw new IllegalArgumentException("brace not closed: " + line);
                    }
                    at++;
                } else if (c == '<') {
                    int close = line.indexOf('>', at);
                    parts.add(new Slot(line.substring(at + 1, close)));
                    at = close + 1;
                } else {
                    int stop = at;
                    while (stop < line.length() && "{}|<".indexOf(line.charAt(stop)) < 0) {
                        stop++;
                    }
                    parts.add(new Literal(line.substring(at, stop)));
                    at = stop;
                }
            }
            return new Sequence(List.copyOf(parts));
        }
    }
}
