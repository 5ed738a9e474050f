package dev.kith.connect.language;

/** Text made fit for one line: blanks run together, control and invisible characters dropped. */
final class Preview {
    private Preview() {}

    /** At most so many characters, never half of a surrogate pair. */
    static String tidy(String text, int lengthMax) {
        StringBuilder line = new StringBuilder(Math.min(text.length(), lengthMax));
        boolean blank = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                blank = line.length() > 0;
                continue;
            }
            if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT || isLoneSurrogate(text, i)) {
                continue;
            }
            int needed = (blank ? 1 : 0) + (Character.isHighSurrogate(c) ? 2 : 1);
            if (line.length() + needed > lengthMax) {
                break;
            }
            if (blank) {
                line.append(' ');
                blank = false;
            }
            line.append(c);
        }
        return line.toString();
    }

    private static boolean isLoneSurrogate(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }
}
