package dev.kith.connect.mail;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Message-IDs in headers, and their shape. */
final class MessageIds {
    private static final int ID_CHARS_MAX = 500; // chosen by hand: half of the longest line allowed
    private static final int REFERENCES_MAX = 50; // stated in MailThread
    private static final int FORM_CHARS_MAX = 120;

    private MessageIds() {}

    /** The first id with its angle brackets (added where they lack); empty where there is none. */
    static String first(String header) {
        List<String> ids = all(header);
        if (!ids.isEmpty()) {
            return ids.get(0);
        }
        String bare = Words.printable(header).replace(" ", "").replace("<", "").replace(">", "");
        return bare.isEmpty() ? "" : "<" + Words.cut(bare, ID_CHARS_MAX) + ">";
    }

    private static List<String> all(String header) {
        List<String> ids = new ArrayList<>();
        int open = header.indexOf('<');
        while (open >= 0) {
            int close = header.indexOf('>', open + 1);
            if (close < 0) {
                break;
            }
            String id = header.substring(open + 1, close);
            int last = id.lastIndexOf('<');
            id = Words.printable(id.substring(last + 1)).replace(" ", "");
            if (!id.isEmpty() && id.length() <= ID_CHARS_MAX) {
                ids.add("<" + id + ">");
            }
            open = header.indexOf('<', close + 1);
        }
        return ids;
    }

    /** Ids of References, then of In-Reply-To, without repeats, the newest {@value #REFERENCES_MAX}. */
    static List<String> references(HeaderBlock headers) {
        Set<String> ids = new LinkedHashSet<>();
        for (String value : headers.all("references")) {
            ids.addAll(all(value));
        }
        for (String value : headers.all("in-reply-to")) {
            for (String id : all(value)) {
                if (id.indexOf('@') > 0) {
                    ids.add(id);
                }
            }
        }
        List<String> list = List.copyOf(ids);
        return list.subList(Math.max(0, list.size() - REFERENCES_MAX), list.size());
    }

    /**
     * The shape of an id: runs of letters as a, of digits as 0, mixed or hexadecimal runs as x, names of known forms for
     * those whose runs vary by chance; the registrable domain is kept, or a bare host name with its digits as 0.
     */
    static String form(String id, UnaryOperator<String> registrableDomain) {
        if (id.isEmpty()) {
            return "";
        }
        String bare = id.substring(1, id.length() - 1);
        int at = bare.lastIndexOf('@');
        String local = at < 0 ? bare : bare.substring(0, at);
        String host = Words.lower(bare.substring(at + 1));
        String domain = host.indexOf('.') > 0 && host.length() < 255 ? registrableDomain.apply(host) : host;
        return Words.cut(localForm(local) + (at < 0 ? "" : "@" + foldDigits(domain)), FORM_CHARS_MAX);
    }

    static String localForm(String local) {
        if (isUuid(local)) {
            return "uuid";
        }
        if (local.length() >= 40 && isBase64Url(local)) {
            return local.startsWith("CA") ? "CAb" : "b";
        }
        StringBuilder form = new StringBuilder();
        int i = 0;
        while (i < local.length()) {
            int end = i;
            while (end < local.length() && isAlphanumeric(local.charAt(end))) {
                end++;
            }
            if (end > i) {
                form.append(runForm(local, i, end));
                i = end;
            } else {
                form.append(local.charAt(i++));
            }
        }
        return form.toString();
    }

    private static char runForm(String text, int from, int to) {
        boolean letter = false;
        boolean digit = false;
        boolean hexadecimal = to - from >= 4;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            digit |= Words.isAsciiDigit(c);
            letter |= !Words.isAsciiDigit(c);
            hexadecimal &= Character.digit(c, 16) >= 0;
        }
        return letter && (digit || hexadecimal) ? 'x' : letter ? 'a' : '0';
    }

    private static String foldDigits(String host) {
        StringBuilder out = new StringBuilder(host.length());
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            if (!Words.isAsciiDigit(c)) {
                out.append(c);
            } else if (i == 0 || !Words.isAsciiDigit(host.charAt(i - 1))) {
                out.append('0');
            }
        }
        return out.toString();
    }

    private static boolean isUuid(String text) {
        if (text.length() != 36) {
            return false;
        }
        for (int i = 0; i < 36; i++) {
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            if (dash ? text.charAt(i) != '-' : Character.digit(text.charAt(i), 16) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBase64Url(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isAlphanumeric(c) && "-_+=/".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAlphanumeric(char c) {
        return Words.isAsciiLetter(c) || Words.isAsciiDigit(c);
    }
}
