package dev.kith.connect.mail;

/** Finds what could be dialled: 9 to 15 digits (ITU-T E.164) in groups, and not a date, an amount or a long number of a record. */
final class TelephoneNumbers {
    private static final int DIGITS_MIN = 9;
    private static final int DIGITS_MAX = 15;

    /** Records have numbers in one piece; people write those to dial in groups, or with a plus. */
    private static final int GROUPS_MIN = 3;

    private TelephoneNumbers() {}

    static boolean isIn(CharSequence text) {
        int at = 0;
        while (at < text.length()) {
            if (Character.isDigit(text.charAt(at))) {
                int end = end(text, at);
                if (isNumber(text, at, end)) {
                    return true;
                }
                at = end;
            }
            at++;
        }
        return false;
    }

    /** End of a run of digits and what may stand between their groups: one or two separators. */
    private static int end(CharSequence text, int start) {
        int end = start;
        int gap = 0;
        for (int i = start; i < text.length() && gap <= 2; i++) {
            char c = text.charAt(i);
            if (Character.isDigit(c)) {
                end = i + 1;
                gap = 0;
            } else if (" ()-.\u00A0\u2011\u2013".indexOf(c) >= 0) {
                gap++;
            } else {
                break;
            }
        }
        return end;
    }

    private static boolean isNumber(CharSequence text, int start, int end) {
        int digits = 0;
        int groups = 0;
        boolean inGroup = false;
        for (int i = start; i < end; i++) {
            boolean digit = Character.isDigit(text.charAt(i));
            digits += digit ? 1 : 0;
            groups += digit && !inGroup ? 1 : 0;
            inGroup = digit;
        }
        char before = start == 0 ? ' ' : text.charAt(start - 1);
        char after = end == text.length() ? ' ' : text.charAt(end);
        boolean alone =
                !Character.isLetter(before) && "#/,".indexOf(before) < 0 && !Character.isLetter(after) && after != '/';
        return alone && digits >= DIGITS_MIN && digits <= DIGITS_MAX && (before == '+' || groups >= GROUPS_MIN);
    }
}
