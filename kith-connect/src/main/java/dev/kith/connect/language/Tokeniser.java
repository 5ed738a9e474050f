package dev.kith.connect.language;

/** Reads a text once, from left to right, and adds its words to {@link Words}. Time is linear in the text. */
final class Tokeniser {
    /** A run without blanks longer than this is no word: encoded data, or script without blanks. Chosen by hand. */
    private static final int CHUNK_MAX = 240;

    /** Words at least this long also count by their first {@link #PREFIX} letters. Chosen by hand. */
    private static final int PREFIX_FROM = 7;

    private static final int PREFIX = 5;

    /** Shorter lines end a sentence: headings, buttons, salutations. Plain text is broken at about 72. */
    private static final int LINE_FULL = 55;

    private static final String CURRENCIES = "$\u20ac\u00a3\u00a5\u20b9";

    private final String text;
    private final Words words;

    Tokeniser(String text, Words words) {
        this.text = text;
        this.words = words;
    }

    void run() {
        int length = text.length();
        int lineStart = 0;
        int at = 0;
        while (at < length) {
            char c = text.charAt(at);
            if (c == '\n') {
                if (at - lineStart < LINE_FULL) {
                    words.endSentence();
                }
                lineStart = at + 1;
                at++;
            } else if (isBlank(c)) {
                at++;
            } else {
                int end = at + 1;
                while (end < length && end - at < CHUNK_MAX && !isBlank(text.charAt(end))) {
                    end++;
                }
                chunk(at, end);
                at = end;
            }
        }
    }

    private static boolean isBlank(char c) {
        return c <= ' '
                || c == '\u00a0'
                || c == '\u3000'
                || (c >= '\u2000' && c <= '\u200a')
                || c == '\u2028'
                || c == '|';
    }

    private void chunk(int from, int to) {
        int start = from;
        int end = to;
        while (start < end && !isCore(text.charAt(start))) {
            start++;
        }
        boolean stop = false;
        while (end > start && !isCore(text.charAt(end - 1))) {
            char c = text.charAt(--end);
            stop |= c == '.' || c == '!' || c == '?' || c == ';' || c == '\u2026' || c == '\u2022';
        }
        if (start == end) {
            symbols(from, to);
            if (isBullet(from, to)) {
                words.endSentence();
            }
            return;
        }
        if (start > from && text.charAt(start - 1) == '+' && isDigit(text.charAt(start))) {
            words.add(Words.PHONE, 0, start, end);
        } else {
            core(from, start, end, to);
        }
        symbols(end, to);
        if (stop) {
            words.endSentence();
        }
    }

    private boolean isBullet(int from, int to) {
        return to - from <= 2 && "*-\u2022\u2013\u2014\u00b7>".indexOf(text.charAt(from)) >= 0;
    }

    private static boolean isCore(char c) {
        return Letters.fold(c) > Letters.SKIP;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** A pictogram or two beside a word; one is as good as many. */
    private void symbols(int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '\ud83c' || c == '\ud83d' || c == '\ud83e' || (c >= '\u2600' && c <= '\u27bf')) {
                words.add(Words.EMOJI, 0, i, to);
                return;
            }
        }
    }

    private void core(int from, int start, int end, int to) {
        int special = classOf(from, start, end, to);
        if (special != 0) {
            words.add(special, 0, start, end);
            return;
        }
        int at = start;
        while (at < end) {
            int stop = wordEnd(at, end);
            if (stop > at) {
                word(at, stop);
                at = stop;
            } else {
                at++;
            }
        }
    }

    private int wordEnd(int from, int end) {
        int at = from;
        while (at < end) {
            char c = text.charAt(at);
            if (Letters.fold(c) == Letters.NONE && !joins(from, at, end)) {
                return at;
            }
            at++;
        }
        return end;
    }

    /** Whether a mark inside a run belongs to the word: "e-mail", "don't", but not "well-known" or "l'acces". */
    private boolean joins(int from, int at, int end) {
        char c = text.charAt(at);
        if (c == '-') {
            return at == from + 1 && at + 2 < end && Letters.isLatin(Letters.fold(text.charAt(at + 1)));
        }
        return (c == '\'' || c == '\u2019') && at > from && end - at <= 3 && end - at >= 2;
    }

    private void word(int from, int to) {
        boolean latin = false;
        boolean other = false;
        for (int i = from; i < to; i++) {
            char c = Letters.fold(text.charAt(i));
            latin |= Letters.isLatin(c);
            other |= c > 0x0300;
        }
        int hash = Hashes.START;
        int prefix = 0;
        int length = 0;
        for (int i = from; i < to; i++) {
            char c = Letters.fold(text.charAt(i));
            if (c > Letters.SKIP) {
                hash = Hashes.step(hash, latin && other ? Letters.twin(c) : c);
                if (++length == PREFIX) {
                    prefix = hash;
                }
            }
        }
        if (length > 0) {
            words.add(Hashes.finish(hash), length >= PREFIX_FROM ? Hashes.finish(prefix + 1) : 0, from, to);
        }
    }

    /** The class of a run that is no plain word, or 0. */
    private int classOf(int from, int start, int end, int to) {
        int digits = 0;
        int letters = 0;
        int marks = 0;
        boolean currency = (from < start && CURRENCIES.indexOf(text.charAt(start - 1)) >= 0)
                || (end < to && CURRENCIES.indexOf(text.charAt(end)) >= 0);
        boolean code = false;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (isDigit(c)) {
                digits++;
            } else if (Letters.fold(c) > Letters.SKIP) {
                letters++;
            } else {
                marks++;
                currency |= CURRENCIES.indexOf(c) >= 0;
                code |= c == '_' || c == '=' || c == '(' || c == '<' || c == '>' || c == '\\' || c == '{' || c == '#';
            }
        }
        if (digits == 0 && marks == 0) {
            return end - start > 60 ? Words.CODE : 0;
        }
        if (text.startsWith("://", start + 4) || text.startsWith("://", start + 5) || text.startsWith("www.", start)) {
            return Words.URL;
        }
        return digits > 0 && letters == 0
                ? numeric(start, end, to, digits, marks, currency)
                : mixed(start, end, digits, code, currency);
    }

    private int numeric(int start, int end, int to, int digits, int marks, boolean currency) {
        if (currency) {
            return Words.MONEY;
        }
        if (end < to && text.charAt(end) == '%') {
            return Words.PERCENT;
        }
        int slashes = 0;
        int dots = 0;
        boolean clock = false;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            slashes += c == '/' || c == '-' ? 1 : 0;
            dots += c == '.' ? 1 : 0;
            clock |= c == ':';
        }
        if (clock) {
            return Words.TIME;
        }
        if (digits >= 3 && digits <= 8 && (slashes == 2 || dots == 2) && marks == 2) {
            return Words.DATE;
        }
        return digits >= 9 && slashes > 0 ? Words.PHONE : Words.NUMBER;
    }

    private int mixed(int start, int end, int digits, boolean code, boolean currency) {
        int at = last('@', start, end);
        if (at > start && at < end - 1) {
            return Words.MAIL;
        }
        int dot = last('.', start, end);
        if (dot > start && dot < end - 1) {
            int extension = end - dot - 1;
            if (Extensions.contains(text, dot + 1, end)) {
                return Words.FILE;
            }
            boolean path = last('/', start, end) > 0;
            if (extension >= 2
                    && extension <= 6
                    && !code
                    && (digits > 0 || path || dot - start > 2)
                    && Extensions.isDomainEnd(text, dot + 1, end)) {
                return Words.URL;
            }
        }
        if (currency && digits > 0) {
            return Words.MONEY;
        }
        if (digits == 0 && !code) {
            return 0;
        }
        return isClock(start, end) ? Words.TIME : Words.CODE;
    }

    /** Position of the last such character in [start, end), or -1. */
    private int last(char sought, int start, int end) {
        for (int i = end - 1; i >= start; i--) {
            if (text.charAt(i) == sought) {
                return i;
            }
        }
        return -1;
    }

    /** Such as 10am, 5pm, 14h30 or 3rd: digits first, at most three letters. */
    private boolean isClock(int start, int end) {
        return end - start <= 6 && isDigit(text.charAt(start));
    }
}
