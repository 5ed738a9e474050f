package dev.kith.connect.sigma;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/** Regular expressions that take time in proportion to the text, whoever wrote them. */
final class Regex {
    /** Characters of an expression. Chosen by hand. */
    private static final int CHARS_MAX = 1_000;

    /** How often a part may be repeated, with the repetitions around it: each is written out. Chosen by hand. */
    private static final long REPEATED_MAX = 1_000;

    private Regex() {}

    static Pattern compile(String written, int flags) throws Refusal {
        if (written.length() > CHARS_MAX) {
            throw new Refusal("the expression is longer than " + CHARS_MAX + " characters");
        }
        if (repeated(written) > REPEATED_MAX) {
            throw new Refusal("the expression repeats more than " + REPEATED_MAX + " times");
        }
        try {
            return Pattern.compile(written, flags);
        } catch (PatternSyntaxException e) {
            throw new Refusal("is no regular expression that is read (RE2: no looking around, no back references): "
                    + e.getDescription());
        }
    }

    /** The product of all counts in braces: at least as much as nested ones multiply to. */
    private static long repeated(String written) {
        long product = 1;
        for (int i = written.indexOf('{'); i >= 0 && product <= REPEATED_MAX; i = written.indexOf('{', i + 1)) {
            long most = 0;
            long number = 0;
            int end = i + 1;
            for (; end < written.length() && "0123456789,".indexOf(written.charAt(end)) >= 0; end++) {
                char c = written.charAt(end);
                number = c == ',' ? 0 : Math.min(REPEATED_MAX + 1, number * 10 + (c - '0'));
                most = Math.max(most, number);
            }
            product *= Math.max(1, most);
        }
        return product;
    }
}
