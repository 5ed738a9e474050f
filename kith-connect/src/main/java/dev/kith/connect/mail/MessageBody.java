package dev.kith.connect.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The parts of one message, sorted: what a reader is shown, what is attached, what messages are within.
 */
final class MessageBody {
    /** What the author's program wrote, attachments aside. */
    enum Skeleton {
        NONE,
        TEXT,
        HTML,
        BOTH
    }

    private static final int WORDS_MIN =
            30; // chosen by hand: "Your program shows no HTML, copy this address ..." has fewer
    private static final double SHARED_MIN =
            0.3; // chosen by hand: conversions keep far more, stubs are too short to count
    private static final int WORDS_COMPARED_MAX = 2_000;
    private static final int SIGNATURES_MAX = 4; // chosen by hand: of author and gateway, in a forwarded mail twice
    private static final int PAGE_LOOK_CHARS = 2_000; // chosen by hand: a comment of a newsletter's program

    private static final Set<String> SHOWN_TEXTS =
            Set.of("text/plain", "text/html", "text/enriched", "text/x-amp-html", "text");

    /** Texts that are files, even where they are all there is. */
    private static final Set<String> FILE_TEXTS =
            Set.of("text/calendar", "text/rtf", "text/vcard", "text/x-vcard", "text/directory", "text/csv");

    /** Chosen by hand from what mail programs and kits begin a page with. */
    private static final List<String> PAGE_STARTS = List.of(
            "<html",
            "<!doctype html",
            "<head>",
            "<body",
            "<div",
            "<table",
            "<center",
            "<style",
            "<meta ",
            "<title>",
            "<p>",
            "<p style",
            "<p align",
            "<span",
            "<font",
            "<a href",
            "<br>",
            "<br/>",
            "<br />");

    private final List<String> plain = new ArrayList<>();
    private final List<String> plainBesideHtml = new ArrayList<>();
    private final List<String> html = new ArrayList<>();
    private final List<String> otherPages = new ArrayList<>();
    private final List<Part> attached = new ArrayList<>();
    private final List<Part> messages = new ArrayList<>();
    private final Budget budget;
    private int signatures;

    private MessageBody(Budget budget) {
        this.budget = budget;
    }

    static MessageBody of(Part message, Budget budget) {
        MessageBody body = new MessageBody(budget);
        body.sort(message, true, false);
        return body;
    }

    private void sort(Part part, boolean top, boolean htmlBeside) {
        if (part.isMessage() && !part.children().isEmpty()) {
            messages.add(part);
        } else if (part.isMultipart() || !part.children().isEmpty()) {
            boolean alternative = part.type().equals("multipart/alternative");
            boolean html = htmlBeside || (alternative && holdsHtml(part));
            for (Part child : part.children()) {
                sort(child, false, html);
            }
        } else if (isShown(part, top)) {
            show(part, htmlBeside);
        } else {
            unpack(part, top, htmlBeside);
        }
    }

    /** A message in one piece with its signature is shown as if there were none. */
    private void unpack(Part part, boolean top, boolean htmlBeside) {
        Optional<byte[]> signed =
                SignedMail.isType(part.type()) ? SignedMail.content(part.content()) : Optional.empty();
        if (signed.isPresent() && signatures++ < SIGNATURES_MAX) {
            sort(MimeReader.read(signed.get(), budget), top, htmlBeside);
        } else {
            attached.add(part);
        }
    }

    private static boolean holdsHtml(Part part) {
        if (part.type().equals("text/html")) {
            return !part.disposition().equals("attachment");
        }
        if (part.isMultipart()) {
            for (Part child : part.children()) {
                if (holdsHtml(child)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isShown(Part part, boolean top) {
        if (top) {
            // a text of unknown kind is read as plain text (RFC 2046 4.1.4)
            return isPage(part) || (part.type().startsWith("text/") && !FILE_TEXTS.contains(part.type()));
        }
        return SHOWN_TEXTS.contains(part.type())
                && !part.disposition().equals("attachment")
                && part.fileName().isEmpty();
    }

    private static boolean isPage(Part part) {
        return part.type().equals("text/html") || part.type().equals("application/xhtml+xml");
    }

    private void show(Part part, boolean htmlBeside) {
        String text = text(part, budget);
        if (part.type().equals("text/x-amp-html") || (htmlBeside && !isPage(part) && looksLikeHtml(text))) {
            otherPages.add(text);
        } else if (isPage(part) || looksLikeHtml(text)) {
            html.add(text);
        } else if (htmlBeside) {
            plainBesideHtml.add(withoutFiles(unflowed(text, part)));
        } else {
            plain.add(withoutFiles(unflowed(text, part)));
        }
    }

    /** Takes the files out that a text holds in uuencode. */
    private String withoutFiles(String text) {
        List<UuFiles.UuFile> files = UuFiles.in(text);
        for (UuFiles.UuFile file : files) {
            attached.add(new Part(
                    HeaderBlock.EMPTY,
                    "application/octet-stream",
                    HeaderParameters.parse(""),
                    "attachment",
                    file.name(),
                    file.content(),
                    file.content().length,
                    List.of()));
        }
        return files.isEmpty() ? text : UuFiles.without(text, files);
    }

    /** Whether a text begins with the markup of a page, comments left aside. */
    static boolean looksLikeHtml(String text) {
        String start = Words.lower(Words.cut(text, PAGE_LOOK_CHARS)).stripLeading();
        while (start.startsWith("<!--") && start.indexOf("-->") > 0) {
            start = start.substring(start.indexOf("-->") + 3).stripLeading();
        }
        return PAGE_STARTS.stream().anyMatch(start::startsWith);
    }

    private static String text(Part part, Budget budget) {
        return text(part.content(), part.contentType().parameter("charset"), isPage(part), budget);
    }

    /** Decoded text, cut at a limit, lines ended by LF, without NUL. */
    static String text(byte[] raw, String declared, boolean page, Budget budget) {
        byte[] content = page && raw.length > Budget.TEXT_BYTES_MAX ? DataImages.shortened(raw) : raw;
        int length = budget.takeText(content.length);
        String charset = declared.isEmpty() && page ? htmlCharset(content, length) : declared;
        String text = Charsets.decode(content, 0, length, charset);
        if (!Charsets.isKnown(charset)) {
            budget.problem("charset-unknown", charset);
        }
        if (text.indexOf('\0') >= 0) {
            budget.problem("nul-in-text", "the text holds NUL characters");
            text = text.replace("\0", "");
        }
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }

    private static String htmlCharset(byte[] content, int length) {
        String head = new String(content, 0, Math.min(1024, length), StandardCharsets.ISO_8859_1);
        int at = Words.indexOfIgnoreCase(head, "charset=", 0);
        if (at < 0) {
            return "";
        }
        int start = at + "charset=".length();
        while (start < head.length() && "\"' ".indexOf(head.charAt(start)) >= 0) {
            start++;
        }
        int end = start;
        while (end < head.length() && "\"' ;/>".indexOf(head.charAt(end)) < 0) {
            end++;
        }
        return head.substring(start, end);
    }

    /** Joins the soft lines of format=flowed (RFC 3676). */
    private static String unflowed(String text, Part part) {
        if (!part.contentType().parameter("format").equalsIgnoreCase("flowed")) {
            return text;
        }
        boolean deleteSpace = part.contentType().parameter("delsp").equalsIgnoreCase("yes");
        StringBuilder out = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int end = text.indexOf('\n', at);
            end = end < 0 ? text.length() : end;
            boolean soft = end > at && text.charAt(end - 1) == ' ' && !text.startsWith("-- ", at);
            boolean marked = text.charAt(at) == '>';
            int start = at < end && text.charAt(at) == ' ' ? at + 1 : at;
            if (soft && !marked) {
                out.append(text, start, deleteSpace ? end - 1 : end);
            } else {
                out.append(text, start, end).append('\n');
            }
            at = end + 1;
        }
        return out.toString();
    }

    List<String> plain() {
        return plain;
    }

    List<String> plainBesideHtml() {
        return plainBesideHtml;
    }

    List<String> html() {
        return html;
    }

    /** Pages beside the HTML that some programs show in its place: AMP, and markup called plain text. */
    List<String> otherPages() {
        return otherPages;
    }

    List<Part> attached() {
        return attached;
    }

    List<Part> messages() {
        return messages;
    }

    Skeleton skeleton() {
        boolean text = !plain.isEmpty() || !plainBesideHtml.isEmpty();
        if (html.isEmpty()) {
            return text ? Skeleton.TEXT : Skeleton.NONE;
        }
        return text ? Skeleton.BOTH : Skeleton.HTML;
    }

    /** Whether the plain alternative says something else than the HTML: few of its words stand there. */
    static boolean differ(String plain, String shown) {
        Set<String> words = words(plain);
        if (words.size() < WORDS_MIN) {
            return false;
        }
        Set<String> other = words(shown);
        long shared = words.stream().filter(other::contains).count();
        return shared < SHARED_MIN * words.size();
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        int start = -1;
        for (int i = 0; i <= text.length() && words.size() < WORDS_COMPARED_MAX; i++) {
            boolean letter = i < text.length() && Character.isLetter(text.charAt(i));
            if (letter && start < 0) {
                start = i;
            } else if (!letter && start >= 0) {
                if (i - start >= 4) {
                    words.add(Words.lower(text.substring(start, i)));
                }
                start = -1;
            }
        }
        return words;
    }
}
