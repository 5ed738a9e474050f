package dev.kith.simulate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What can be said in a language: rules, each with alternatives. In a file a rule's name stands at the start of a line, its
 * alternatives below it, indented. In an alternative, {@code {name}} stands for a variable or another rule, {@code [a|b]} for
 * one of the choices, {@code ¶} for a new paragraph, {@code ^} for a new line. A rule that a language lacks is taken from
 * English.
 */
final class Grammar {
    /** Rules may call rules to this depth (chosen by hand; the files need four). */
    private static final int DEPTH_MAX = 12;

    private final Map<String, List<String>> rules;
    private final Optional<Grammar> fallback;

    private Grammar(Map<String, List<String>> rules, Optional<Grammar> fallback) {
        this.rules = rules;
        this.fallback = fallback;
    }

    /** Reads the rules of a file beside this class. */
    static Grammar read(String file, Optional<Grammar> fallback) {
        Map<String, List<String>> rules = new TreeMap<>();
        try (InputStream stream = Grammar.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("missing resource: " + file);
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            List<String> current = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                if (Character.isWhitespace(line.charAt(0))) {
                    current.add(line.strip());
                } else {
                    current = rules.computeIfAbsent(line.strip(), name -> new ArrayList<>());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read resource " + file, e);
        }
        return new Grammar(rules, fallback);
    }

    boolean has(String rule) {
        return rules.containsKey(rule);
    }

    /** The alternatives of a rule as they stand in the file. Throws where neither this language nor English knows it. */
    List<String> alternatives(String rule) {
        List<String> own = rules.get(rule);
        if (own != null && !own.isEmpty()) {
            return own;
        }
        return fallback.orElseThrow(() -> new IllegalArgumentException("unknown rule: " + rule))
                .alternatives(rule);
    }

    /** One way of saying the rule. */
    String say(String rule, Dice dice, Map<String, String> variables) {
        StringBuilder out = new StringBuilder();
        expand(dice.pick(alternatives(rule)), dice, variables, out, 0);
        return out.toString();
    }

    /** A text of the same notation that does not come from a file. */
    String fill(String text, Dice dice, Map<String, String> variables) {
        StringBuilder out = new StringBuilder();
        expand(text, dice, variables, out, 0);
        return out.toString();
    }

    private void expand(String text, Dice dice, Map<String, String> variables, StringBuilder out, int depth) {
        if (depth > DEPTH_MAX) {
            throw new IllegalStateException("rules call each other too deeply at: " + text);
        }
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '{') {
                int end = text.indexOf('}', i);
                String name = text.substring(i + 1, end);
                String value = variables.get(name);
                if (value != null) {
                    out.append(value);
                } else {
                    expand(dice.pick(alternatives(name)), dice, variables, out, depth + 1);
                }
                i = end + 1;
            } else if (c == '[') {
                int end = closing(text, i);
                expand(choice(text.substring(i + 1, end), dice), dice, variables, out, depth + 1);
                i = end + 1;
            } else {
                switch (c) {
                    case '¶' -> out.append("\n\n");
                    case '^' -> out.append('\n');
                    default -> out.append(c);
                }
                i++;
            }
        }
    }

    private static int closing(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            if (text.charAt(i) == '[') {
                depth++;
            } else if (text.charAt(i) == ']' && --depth == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("unclosed choice in: " + text);
    }

    private static String choice(String choices, Dice dice) {
        List<String> list = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < choices.length(); i++) {
            char c = choices.charAt(i);
            if (c == '[') {
                depth++;
            } else if (c == ']') {
                depth--;
            } else if (c == '|' && depth == 0) {
                list.add(choices.substring(start, i));
                start = i + 1;
            }
        }
        list.add(choices.substring(start));
        return dice.pick(list);
    }
}
