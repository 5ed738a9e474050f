package dev.kith.server.report;

import dev.kith.score.Reason;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a reason observed and what it expected, in words. The values of a reason are data for programs, some of them in a
 * form that nobody reads: minutes east of UTC, instants, a dash for none, cues with bars between. Whatever is in no such
 * form is shown as it stands.
 */
final class ReasonWords {
    /** Chosen by hand: three lines of a column. */
    private static final int CHARS_MAX = 300;

    /** Chosen by hand: enough to tell one program's handwriting from another's. */
    private static final int HAND_CHARS = 6;

    private static final String CUES = " | ";
    private static final String WITHIN = " within ";

    private ReasonWords() {}

    static String observed(String code, String observed, String expected) {
        if (isIntent(code)) {
            String cues = cues(observed);
            return cues.isEmpty() || expected.isEmpty()
                    ? cues + expected
                    : cues + " (" + Shown.line(expected, 40) + ")";
        }
        return shown(code, observed);
    }

    static String observed(Reason reason) {
        return observed(reason.code(), reason.observed(), reason.expected());
    }

    /** Intents have no usual: what stands there is how sure the words are. */
    static String expected(String code, String expected) {
        return isIntent(code) ? "" : shown(code, expected);
    }

    static String expected(Reason reason) {
        return expected(reason.code(), reason.expected());
    }

    private static boolean isIntent(String code) {
        return code.startsWith("intent-");
    }

    private static String shown(String code, String value) {
        if (code.startsWith("hour-")) {
            return timeOfWeek(value);
        }
        String text = Shown.line(value, CHARS_MAX);
        if (code.equals("burst")) {
            return within(text);
        }
        if (code.equals("act-unusual")) {
            return act(text);
        }
        if (code.equals("network-unusual")) {
            return text.replace("closest used: nothing", "nothing near it");
        }
        if (code.startsWith("time-zone-")) {
            return each(text, ReasonWords::zone);
        }
        if (code.startsWith("request-")) {
            return each(text, Wording::intent);
        }
        if (code.startsWith("link-kind-") || code.startsWith("file-type-")) {
            return each(text, part -> part.replace('_', ' '));
        }
        if (code.startsWith("link-place-")) {
            return each(text, ReasonWords::place);
        }
        if (code.equals("mail-built-differently")) {
            return each(text, part -> "handwriting " + part.substring(0, Math.min(HAND_CHARS, part.length())));
        }
        return each(text, part -> part);
    }

    /** {@code file_download Plan.docx} as {@code file download Plan.docx}. */
    private static String act(String text) {
        int end = text.indexOf(' ');
        return end < 0 ? text.replace('_', ' ') : text.substring(0, end).replace('_', ' ') + text.substring(end);
    }

    /** {@code 20 within PT1H} as {@code 20 within an hour}. */
    private static String within(String text) {
        int at = text.indexOf(WITHIN);
        if (at < 0) {
            return text;
        }
        try {
            return text.substring(0, at)
                    + WITHIN
                    + BurstViews.span(Duration.parse(text.substring(at + WITHIN.length())));
        } catch (DateTimeException e) {
            return text;
        }
    }

    private static String cues(String observed) {
        List<String> quoted = new ArrayList<>();
        int start = 0;
        String text = Shown.line(observed, CHARS_MAX);
        while (start <= text.length()) {
            int end = text.indexOf(CUES, start);
            String cue = text.substring(start, end < 0 ? text.length() : end).strip();
            if (!cue.isEmpty()) {
                quoted.add("\u201C" + cue + "\u201D");
            }
            start = end < 0 ? text.length() + 1 : end + CUES.length();
        }
        return String.join(", ", quoted);
    }

    private static String timeOfWeek(String value) {
        try {
            return Figures.timeOfWeek(Instant.parse(value)) + " UTC";
        } catch (DateTimeException e) {
            return Shown.line(value, CHARS_MAX);
        }
    }

    /** Puts each value of a list such as {@code web (91 of 101), - (7 of 101)} into words. */
    private static String each(String list, UnaryOperator<String> words) {
        StringBuilder out = new StringBuilder();
        for (String part : list.split(", ", -1)) {
            int bracket = part.indexOf(" (");
            String value = bracket < 0 ? part : part.substring(0, bracket);
            String rest = bracket < 0 ? "" : part.substring(bracket);
            out.append(out.isEmpty() ? "" : ", ")
                    .append(value.equals("-") ? "none" : words.apply(value))
                    .append(rest);
        }
        return out.toString();
    }

    /** A corner of a shared host, which is no mail address though it is written like one. */
    private static String place(String place) {
        int at = place.indexOf('@');
        return at < 0 ? place : "\u201C" + place.substring(0, at) + "\u201D at " + place.substring(at + 1);
    }

    /** {@code -240} as {@code UTC-4}. */
    private static String zone(String minutes) {
        try {
            int east = Integer.parseInt(minutes);
            int size = Math.abs(east);
            String half = size % 60 == 0 ? "" : ":" + (size % 60 < 10 ? "0" : "") + size % 60;
            return "UTC" + (east < 0 ? "\u2212" : "+") + size / 60 + half;
        } catch (NumberFormatException e) {
            return minutes;
        }
    }
}
