package dev.kith.connect.mail;

import java.util.ArrayList;
import java.util.List;

/**
 * Plain text taken apart into what the author wrote, what is quoted, and what a signature or a list's footer adds. Knows
 * {@code >} lines, attributions ("On ... wrote:"), Outlook's header block and separators in English, German, French,
 * Spanish, Italian, Portuguese and Dutch. One pass with a bounded look ahead.
 */
final class Quotation {
    private static final int LINES_MAX = 20_000; // chosen by hand: the text itself is cut before
    private static final int AHEAD_MAX =
            8; // chosen by hand: a header block has at most From, Sent, To, Cc, Subject and blanks
    private static final int ATTRIBUTION_CHARS_MAX = 300; // chosen by hand
    private static final int SIGNATURE_LINES_MAX = 25; // chosen by hand
    private static final int SIGNATURE_CHARS_MAX =
            1_500; // chosen by hand: more than that is text hidden as a signature

    private static final List<String> SEPARATORS = List.of(
            "original message",
            "original appointment",
            "forwarded message",
            "forwarded by",
            "ursprüngliche nachricht",
            "originalnachricht",
            "weitergeleitete nachricht",
            "message d'origine",
            "message d’origine",
            "message original",
            "message initial",
            "message transféré",
            "mensaje original",
            "mensaje reenviado",
            "messaggio originale",
            "messaggio inoltrato",
            "mensagem original",
            "mensagem encaminhada",
            "oorspronkelijk bericht",
            "oorspronkelijke bericht",
            "doorgestuurd bericht");
    private static final List<String> BEGINNINGS = List.of(
            "begin forwarded message:",
            "anfang der weitergeleiteten",
            "début du message",
            "inicio del mensaje reenviado",
            "inizio messaggio inoltrato",
            "início da mensagem",
            "begin doorgestuurd bericht");
    private static final List<String> VERBS = List.of(
            "wrote",
            "writes",
            "schrieb",
            "a écrit",
            "escribió",
            "ha scritto",
            "escreveu",
            "schreef",
            "skrev",
            "napisał");
    private static final List<String> OPENERS =
            List.of("on ", "am ", "le ", "el ", "il ", "em ", "op ", "den ", "at ", "w dniu ");
    private static final List<String> FROM_LABELS =
            List.of("from:", "von:", "de:", "da:", "van:", "de :", "fra:", "från:");
    private static final List<String> OTHER_LABELS = List.of(
            "sent:",
            "date:",
            "to:",
            "cc:",
            "subject:",
            "gesendet:",
            "datum:",
            "an:",
            "betreff:",
            "envoyé:",
            "envoyé :",
            "date :",
            "à:",
            "à :",
            "objet:",
            "objet :",
            "enviado:",
            "enviado el:",
            "fecha:",
            "para:",
            "asunto:",
            "assunto:",
            "enviada em:",
            "data:",
            "inviato:",
            "a:",
            "oggetto:",
            "verzonden:",
            "aan:",
            "onderwerp:",
            "reply-to:",
            "skickat:");

    private final List<String> lines;
    private final StringBuilder author = new StringBuilder();
    private final StringBuilder quoted = new StringBuilder();
    private final StringBuilder aside = new StringBuilder();

    /** @param aside signature and list footer */
    record Split(String author, String quoted, String aside) {}

    private final boolean quotedApart;

    private Quotation(List<String> lines, boolean quotedApart) {
        this.lines = lines;
        this.quotedApart = quotedApart;
    }

    static Split split(String text) {
        return split(text, false);
    }

    /** @param quotedApart whether what is quoted was taken out before, so that an attribution is followed by an answer */
    static Split split(String text, boolean quotedApart) {
        Quotation quotation = new Quotation(lines(text), quotedApart);
        quotation.read();
        return new Split(
                quotation.author.toString().strip(),
                quotation.quoted.toString().strip(),
                quotation.aside.toString().strip());
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int at = 0;
        while (at <= text.length() && lines.size() < LINES_MAX) {
            int end = text.indexOf('\n', at);
            if (end < 0 || lines.size() == LINES_MAX - 1) {
                end = text.length();
            }
            lines.add(text.substring(at, end));
            at = end + 1;
        }
        return lines;
    }

    private void read() {
        int at = 0;
        while (at < lines.size()) {
            String line = lines.get(at).strip();
            int attribution = attributionLines(at, line);
            if (isQuoteMark(line)) {
                quote(line);
                at++;
            } else if (attribution > 0) {
                boolean marksFollow = at + attribution < lines.size() && marksFollow(at + attribution);
                for (int i = 0; i < attribution; i++) {
                    quote(lines.get(at + i));
                }
                at += attribution;
                if (!marksFollow && !quotedApart) {
                    at = quoteRest(at);
                }
            } else if (isSeparator(line) || isHeaderBlock(at, line)) {
                at = quoteRest(at);
            } else {
                int signature = signatureLines(at, line);
                if (signature > 0) {
                    for (int i = 0; i < signature; i++) {
                        aside.append(lines.get(at + i)).append('\n');
                    }
                    at += signature;
                } else {
                    author.append(lines.get(at)).append('\n');
                    at++;
                }
            }
        }
    }

    private void quote(String line) {
        int at = 0;
        while (at < line.length() && (line.charAt(at) == '>' || line.charAt(at) == ' ')) {
            at++;
        }
        quoted.append(line, at, line.length()).append('\n');
    }

    private int quoteRest(int from) {
        dropRule();
        for (int i = from; i < lines.size(); i++) {
            quote(lines.get(i));
        }
        return lines.size();
    }

    /** A rule of underscores or dashes just above a quotation belongs to it. */
    private void dropRule() {
        int end = author.length();
        while (end > 0 && "_- \n\r\t".indexOf(author.charAt(end - 1)) >= 0) {
            end--;
        }
        author.setLength(end);
        author.append('\n');
    }

    private static boolean isQuoteMark(String line) {
        return !line.isEmpty() && (line.charAt(0) == '>' || line.startsWith("|>") || isInitialsMark(line));
    }

    /** {@code JD> text}: at most four capitals before the mark. */
    private static boolean isInitialsMark(String line) {
        int mark = line.indexOf('>');
        if (mark < 1 || mark > 4) {
            return false;
        }
        for (int i = 0; i < mark; i++) {
            if (!Character.isUpperCase(line.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean marksFollow(int from) {
        for (int i = from; i < lines.size() && i < from + 3; i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty()) {
                return isQuoteMark(line);
            }
        }
        return false;
    }

    /** How many lines from here on are an attribution; 0 for none. */
    private int attributionLines(int at, String line) {
        if (line.isEmpty() || line.length() > ATTRIBUTION_CHARS_MAX) {
            return 0;
        }
        String lower = Words.lower(line);
        boolean opens = OPENERS.stream().anyMatch(lower::startsWith);
        if (!opens && !(line.endsWith(":") && (line.indexOf('@') >= 0 || hasDigit(line) || marksFollow(at + 1)))) {
            return 0;
        }
        StringBuilder joined = new StringBuilder(lower);
        for (int i = 0; i < (opens ? 4 : 1) && at + i < lines.size(); i++) {
            if (i > 0) {
                String next = Words.lower(lines.get(at + i).strip());
                if (endsSentence(joined) || OPENERS.stream().anyMatch(next::startsWith)) {
                    return 0;
                }
                joined.append(' ').append(next);
            }
            String text = joined.toString();
            if (text.length() > ATTRIBUTION_CHARS_MAX) {
                return 0;
            }
            if (text.endsWith(":") || text.endsWith(": >")) {
                // "On the question above, see page 3:" ends so too, without the verb.
                boolean verb = VERBS.stream().anyMatch(text::contains);
                return verb && (text.indexOf('@') >= 0 || hasDigit(text) || marksFollow(at + i + 1)) ? i + 1 : 0;
            }
        }
        return 0;
    }

    /** An attribution folded over lines is one sentence: "On another note, ... is here." begins none. */
    private static boolean endsSentence(CharSequence text) {
        char last = text.charAt(text.length() - 1);
        return last == '.' || last == '!' || last == '?';
    }

    private static boolean hasDigit(String text) {
        return text.chars().anyMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isSeparator(String line) {
        if (line.length() > 120 || line.length() < 8) {
            return false;
        }
        String lower = Words.lower(line);
        boolean rule = lower.startsWith("--") || lower.startsWith("__") || lower.startsWith("==");
        return (rule && SEPARATORS.stream().anyMatch(lower::contains))
                || BEGINNINGS.stream().anyMatch(lower::startsWith);
    }

    private boolean isHeaderBlock(int at, String line) {
        if (!startsWithLabel(line, FROM_LABELS)) {
            return false;
        }
        int labels = 0;
        for (int i = at + 1; i < lines.size() && i <= at + AHEAD_MAX; i++) {
            if (startsWithLabel(lines.get(i).strip(), OTHER_LABELS)) {
                labels++;
            }
        }
        return labels >= 2;
    }

    private static boolean startsWithLabel(String line, List<String> labels) {
        if (line.isEmpty() || line.indexOf(':') < 0) {
            return false;
        }
        String plain = Words.lower(line.length() > 40 ? line.substring(0, 40) : line)
                .replace("*", "")
                .strip();
        return labels.stream().anyMatch(plain::startsWith);
    }

    /**
     * How many lines from here on are a signature or a list's footer; 0 for none. Nothing is signed where nothing was said:
     * lures that stand below the two dashes are no signature.
     */
    private int signatureLines(int at, String line) {
        boolean dashes = lines.get(at).startsWith("--") && line.equals("--");
        boolean rule = line.length() >= 20 && line.chars().allMatch(c -> c == '_');
        if (!dashes && !rule) {
            return 0;
        }
        int end = at + 1;
        int chars = 0;
        boolean listWords = false;
        while (end < lines.size()) {
            String next = lines.get(end).strip();
            if (isQuoteMark(next) || isSeparator(next) || isHeaderBlock(end, next)) {
                break;
            }
            listWords |= isListFooter(next);
            chars += next.length();
            end++;
            if (end - at > SIGNATURE_LINES_MAX || chars > SIGNATURE_CHARS_MAX) {
                return 0;
            }
        }
        return listWords || (dashes && !author.toString().isBlank()) ? end - at : 0;
    }

    private static boolean isListFooter(String line) {
        String lower = Words.lower(Words.cut(line, 200));
        return lower.contains("mailing list") || lower.contains("listinfo") || lower.contains("unsubscribe");
    }
}
