package dev.kith.connect.sigma;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a rule's condition: names of selections with {@code and}, {@code or}, {@code not} and parentheses, {@code 1 of} and
 * {@code all of} with {@code them} or a name with {@code *}. {@code not} binds closest, then {@code and}.
 */
final class ConditionReader {
    private static final int CHARS_MAX = 4_000;
    private static final int DEPTH_MAX = 40;
    private static final Pattern TOKEN = Pattern.compile("\\s*([()|]|[^\\s()|]+)");

    private final Map<String, Test> selections;
    private final Set<String> used = new LinkedHashSet<>();
    private final List<String> tokens = new ArrayList<>();
    private int at;

    private ConditionReader(Map<String, Test> selections) {
        this.selections = selections;
    }

    /**
     * @param used takes the names of the selections that the condition looks at
     */
    static Test read(String condition, Map<String, Test> selections, Set<String> used) throws Refusal {
        if (condition.length() > CHARS_MAX) {
            throw new Refusal("is longer than " + CHARS_MAX + " characters");
        }
        ConditionReader reader = new ConditionReader(selections);
        Matcher matcher = TOKEN.matcher(condition);
        while (matcher.find()) {
            reader.tokens.add(matcher.group(1));
        }
        Test test = reader.or(0);
        if (reader.at < reader.tokens.size()) {
            String next = reader.tokens.get(reader.at);
            throw new Refusal(
                    next.equals("|")
                            ? "counts after | are of an older Sigma and not read; write a correlation"
                            : "cannot be read from " + next + " on");
        }
        used.addAll(reader.used);
        return test;
    }

    private Test or(int depth) throws Refusal {
        if (depth > DEPTH_MAX) {
            throw new Refusal("is nested deeper than " + DEPTH_MAX);
        }
        List<Test> parts = new ArrayList<>(List.of(and(depth)));
        while (take("or")) {
            parts.add(and(depth));
        }
        return parts.size() == 1 ? parts.get(0) : Test.any(parts);
    }

    private Test and(int depth) throws Refusal {
        List<Test> parts = new ArrayList<>(List.of(not(depth)));
        while (take("and")) {
            parts.add(not(depth));
        }
        return parts.size() == 1 ? parts.get(0) : Test.all(parts);
    }

    private Test not(int depth) throws Refusal {
        boolean negated = false;
        while (take("not")) {
            negated = !negated;
        }
        Test test = term(depth);
        return negated ? Test.not(test) : test;
    }

    private Test term(int depth) throws Refusal {
        if (take("(")) {
            Test inner = or(depth + 1);
            if (!take(")")) {
                throw new Refusal("a parenthesis is not closed");
            }
            return inner;
        }
        String token = next();
        boolean counted = at < tokens.size() && tokens.get(at).equalsIgnoreCase("of");
        if (!counted) {
            Test selection = selections.get(token);
            if (selection == null) {
                throw new Refusal("there is no selection " + token);
            }
            used.add(token);
            return selection;
        }
        at++;
        String which = next();
        return switch (token.toLowerCase(Locale.ROOT)) {
            case "1", "any" -> Test.any(those(which));
            case "all" -> Test.all(those(which));
            default -> throw new Refusal(token + " of is not read; 1 of and all of are");
        };
    }

    private List<Test> those(String which) throws Refusal {
        List<Test> found = new ArrayList<>();
        boolean them = which.equalsIgnoreCase("them");
        TextPattern name = TextPattern.of(which, TextPattern.Place.WHOLE, true);
        selections.forEach((selection, test) -> {
            // By the specification, names that begin with an underscore are no part of them.
            if (them ? !selection.startsWith("_") : name.matches(selection)) {
                found.add(test);
                used.add(selection);
            }
        });
        if (found.isEmpty()) {
            throw new Refusal("there is no selection " + which);
        }
        return found;
    }

    private boolean take(String token) {
        if (at < tokens.size() && tokens.get(at).equalsIgnoreCase(token)) {
            at++;
            return true;
        }
        return false;
    }

    private String next() throws Refusal {
        if (at >= tokens.size()) {
            throw new Refusal("ends too early");
        }
        return tokens.get(at++);
    }
}
