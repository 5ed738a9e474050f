package dev.kith.score;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Marks of advertising in a subject and a name: what shouts, glitters or counts money, and letters dressed up to slip by filters. */
final class SubjectStyle {
    private static final Pattern PICTURE =
            Pattern.compile("[\\x{2600}-\\x{27BF}\\x{2B00}-\\x{2BFF}\\x{1F000}-\\x{1FAFF}]");

    private static final Pattern MONEY = Pattern.compile("[$€£]\\s?\\d|\\d\\s?[$€£%]");

    /** Mathematical alphanumeric, enclosed and fullwidth letters, which look like plain ones. */
    private static final Pattern DRESSED =
            Pattern.compile("[\\x{1D400}-\\x{1D7FF}\\x{2460}-\\x{24FF}\\x{1F100}-\\x{1F1E5}\\x{FF21}-\\x{FF5A}]");

    /** Fields that a mailing program should have filled. */
    private static final Pattern UNFILLED = Pattern.compile(
            "\\{\\{[^}]{1,40}}}|\\[(?:user|first|last|full)?_?name]|\\[e-?mail]|%(?:first|last)?_?name%",
            Pattern.CASE_INSENSITIVE);

    private static final int LETTERS_MIN = 10;

    private SubjectStyle() {}

    /** The marks found, in a fixed order: {@code picture}, {@code exclamation}, {@code money}, {@code capitals}, {@code dressed letters}, {@code unfilled field}. */
    static List<String> marks(String subject, String name) {
        String text = subject + " " + name;
        List<String> found = new ArrayList<>();
        add(found, PICTURE.matcher(text).find(), "picture");
        add(found, subject.indexOf('!') >= 0, "exclamation");
        add(found, MONEY.matcher(subject).find(), "money");
        add(found, capitals(subject), "capitals");
        add(found, DRESSED.matcher(text).find(), "dressed letters");
        add(found, UNFILLED.matcher(subject).find(), "unfilled field");
        return found;
    }

    private static boolean capitals(String subject) {
        long letters = subject.chars().filter(Character::isLetter).count();
        long upper = subject.chars().filter(Character::isUpperCase).count();
        return letters >= LETTERS_MIN && upper * 10 > letters * 8;
    }

    private static void add(List<String> found, boolean present, String mark) {
        if (present) {
            found.add(mark);
        }
    }
}
