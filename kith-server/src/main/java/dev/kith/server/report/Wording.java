package dev.kith.server.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words for codes: reasons, problems, link wrappers and the constants of the event model. Kept in one table,
 * {@code wording.properties}, a line for each; a code that is not in it is put into words as it stands, so a new code
 * needs no change here to be readable.
 */
public final class Wording {
    private static final Properties TABLE = load();

    private Wording() {}

    /** A reason's code as a sentence without its stop: {@code A storage host this sender has never used}. */
    public static String reason(String code) {
        return TABLE.getProperty("reason." + code, sentence(code));
    }

    /** What a text asks for, by the code of an intent. */
    static String intent(String code) {
        return TABLE.getProperty("intent." + code, code.replace('_', ' '));
    }

    /** What could not be read, by a problem's code. */
    public static String problem(String code) {
        return TABLE.getProperty("problem." + code, sentence(code));
    }

    /** A kind of event, by the simple name of its class: {@code mail}, {@code sign-in}. */
    public static String event(String kind) {
        return TABLE.getProperty("event." + kind, Shown.line(kind, 80));
    }

    /** An ATT&CK technique's id with its name: {@code T1534 Internal Spearphishing}; the id alone where none is known. */
    static String technique(String id) {
        String name = TABLE.getProperty("technique." + id, "");
        return name.isEmpty() ? id : id + " " + name;
    }

    /** The product behind a link wrapper's name. */
    public static String wrapper(String name) {
        return TABLE.getProperty("wrapper." + name, sentence(name));
    }

    /** One or many of something: {@code [account|accounts]} after its number. */
    private static final Pattern NUMBERED = Pattern.compile("([\\d,]+)([^\\d\\[]+)\\[([^|\\]]*)\\|([^\\]]*)]");

    /**
     * A text of the report with its values in place of {@code {0}}, {@code {1}} and so on; of {@code [account|accounts]} after
     * a number the one that fits it.
     */
    static String phrase(String key, String... values) {
        String words = TABLE.getProperty(key);
        if (words == null) {
            throw new IllegalArgumentException("no words for " + key);
        }
        for (int i = 0; i < values.length; i++) {
            words = words.replace("{" + i + "}", values[i]);
        }
        return NUMBERED.matcher(words)
                .replaceAll(m -> Matcher.quoteReplacement(
                        m.group(1) + m.group(2) + m.group(m.group(1).equals("1") ? 3 : 4)));
    }

    /** A constant of the model in plain words, without a capital: {@code personal storage}, {@code QR code}. */
    public static String of(Enum<?> constant) {
        return TABLE.getProperty(key(constant), code(constant).replace('_', ' '));
    }

    /** Where the words for a constant stand in the table. */
    static String key(Enum<?> constant) {
        String type = constant.getDeclaringClass().getName();
        return type.substring(type.lastIndexOf('.') + 1).replace('$', '.').toLowerCase(Locale.ROOT) + "."
                + code(constant);
    }

    /** A country by its ISO 3166-1 code, or the code. */
    static String country(String code) {
        return TABLE.getProperty("country." + code, code);
    }

    /** An application by its well-known id, or as it stands. */
    static String application(String id) {
        return TABLE.getProperty("application." + id, id);
    }

    /** A constant as programs read it: {@code lock_links}. */
    public static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** The first letter in upper case. */
    public static String capital(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** {@code a}, {@code a and b}, {@code a, b and c}. */
    static String all(List<String> words) {
        int last = words.size() - 1;
        return last < 1
                ? String.join("", words)
                : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }

    /**
     * {@code a, b and 3 others}.
     *
     * @param names the first of them
     * @param all how many there are
     * @param max how many are named
     */
    static String some(List<String> names, int all, int max) {
        int shown = Math.min(max, names.size());
        int others = all - shown;
        return others <= 0
                ? all(names.subList(0, shown))
                : String.join(", ", names.subList(0, shown)) + " and " + Figures.count(others, "other", "others");
    }

    /** The first letter in lower case, unless a name or an abbreviation stands there. */
    static String lower(String sentence) {
        boolean name = sentence.length() > 1 && Character.isUpperCase(sentence.charAt(1));
        return sentence.isEmpty() || name
                ? sentence
                : sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
    }

    /** All keys of the table, sorted. */
    static Set<String> keys() {
        return new TreeSet<>(TABLE.stringPropertyNames());
    }

    private static String sentence(String code) {
        return capital(Shown.line(code, 80).replace('-', ' ').replace('_', ' '));
    }

    private static Properties load() {
        Properties table = new Properties();
        try (InputStream in = Wording.class.getResourceAsStream("wording.properties")) {
            if (in == null) {
                throw new IllegalStateException("wording.properties is missing from the program");
            }
            Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
            table.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("wording.properties", e);
        }
        return table;
    }
}
