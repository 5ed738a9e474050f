package dev.kith.connect.mail;

import dev.kith.event.IpAddress;
import dev.kith.event.MailAddress;
import dev.kith.event.MailOrigin.Hop;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One Received line, in the forms of Postfix, Exim, sendmail, qmail, Exchange and Google (RFC 5321 4.4 and what became
 * of it). Prefers the name that the server looked up over the name the client gave.
 *
 * @param recipient of a {@code for} clause
 */
record ReceivedLine(Hop hop, Optional<MailAddress> recipient) {
    private static final int NAME_CHARS_MAX = 255; // RFC 1035
    private static final int TOKENS_MAX = 60; // chosen by hand: the longest lines seen have about 40

    /** A word or, with its round brackets taken off, a comment. */
    private record Token(String text, boolean comment) {}

    static ReceivedLine parse(String value) {
        int semicolon = value.lastIndexOf(';');
        String clauses = semicolon < 0 ? value : value.substring(0, semicolon);
        long time = DateReader.parse(value.substring(semicolon + 1))
                .map(DateReader.Read::epochSecond)
                .orElse(0L);
        if (time == 0 && semicolon < 0) {
            time = trailingDate(value);
        }
        List<Token> tokens = tokens(clauses);
        int from = keyword(tokens, "from", 0);
        int by = keyword(tokens, "by", 0);
        int fromEnd = by > from ? by : tokens.size();
        List<Token> sender = from < 0 ? List.of() : tokens.subList(from + 1, Math.max(from + 1, fromEnd));
        Optional<IpAddress> address = address(sender);
        String name = name(sender);
        String host = by >= 0 && by + 1 < tokens.size() && !tokens.get(by + 1).comment()
                ? host(tokens.get(by + 1).text())
                : "";
        int with = keyword(tokens, "for", Math.max(0, by));
        Optional<MailAddress> recipient = with < 0 || with + 1 >= tokens.size()
                ? Optional.empty()
                : recipient(tokens.get(with + 1).text());
        return new ReceivedLine(new Hop(host, name, address, time), recipient);
    }

    /** Some relays write the date after the clauses without a semicolon. */
    private static long trailingDate(String value) {
        String tail = value.length() > 60 ? value.substring(value.length() - 60) : value;
        int digit = tail.indexOf("20");
        return digit < 0
                ? 0
                : DateReader.parse(tail.substring(digit))
                        .map(DateReader.Read::epochSecond)
                        .orElse(0L);
    }

    private static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < text.length() && tokens.size() < TOKENS_MAX; i++) {
            char c = text.charAt(i);
            boolean opens = c == '(';
            boolean closes = c == ')' && depth > 0;
            if (opens && depth++ == 0) {
                flush(word, false, tokens);
            } else if (closes && --depth == 0) {
                flush(word, true, tokens);
            } else if (depth == 0 && c == ' ') {
                flush(word, false, tokens);
            } else {
                word.append(c);
            }
        }
        flush(word, depth > 0, tokens);
        return tokens;
    }

    private static void flush(StringBuilder word, boolean comment, List<Token> tokens) {
        if (!word.isEmpty()) {
            tokens.add(new Token(word.toString().strip(), comment));
            word.setLength(0);
        }
    }

    private static int keyword(List<Token> tokens, String word, int start) {
        for (int i = start; i < tokens.size(); i++) {
            if (!tokens.get(i).comment() && tokens.get(i).text().equalsIgnoreCase(word)) {
                return i;
            }
        }
        return -1;
    }

    /** An address in square brackets counts before a bare one, one in a comment before the name the client gave. */
    private static Optional<IpAddress> address(List<Token> sender) {
        Optional<IpAddress> bare = Optional.empty();
        for (int pass = 0; pass < 2; pass++) {
            for (Token token : sender) {
                if (token.comment() == (pass == 0)) {
                    Optional<IpAddress> bracketed = bracketed(token.text());
                    if (bracketed.isPresent()) {
                        return bracketed;
                    }
                    for (String word : token.text().split(" ")) {
                        Optional<IpAddress> literal = bare.isPresent() ? bare : IpAddress.parse(word);
                        bare = literal;
                    }
                }
            }
        }
        return bare;
    }

    private static Optional<IpAddress> bracketed(String text) {
        int open = text.indexOf('[');
        int close = open < 0 ? -1 : text.indexOf(']', open);
        return close < 0 ? Optional.empty() : IpAddress.parse(text.substring(open, close + 1));
    }

    private static String name(List<Token> sender) {
        for (Token token : sender) {
            if (token.comment()) {
                String first = firstWord(token.text());
                if (isHostName(first)) {
                    return host(first);
                }
            }
        }
        for (Token token : sender) {
            if (!token.comment() && isHostName(token.text())) {
                return host(token.text());
            }
        }
        for (Token token : sender) {
            String helo = token.comment() ? helo(token.text()) : "";
            if (isHostName(helo)) {
                return host(helo);
            }
        }
        return sender.isEmpty() || sender.get(0).comment()
                ? ""
                : host(sender.get(0).text());
    }

    private static String firstWord(String text) {
        int space = text.indexOf(' ');
        String word = space < 0 ? text : text.substring(0, space);
        int at = word.lastIndexOf('@'); // ident answers: (root@mail.a.example [192.0.2.1])
        return word.substring(at + 1);
    }

    private static String helo(String comment) {
        int at = Words.indexOfIgnoreCase(comment, "helo", 0);
        if (at < 0 || at + 5 > comment.length()) {
            return "";
        }
        return firstWord(comment.substring(at + 5).strip());
    }

    private static boolean isHostName(String text) {
        int dot = text.indexOf('.');
        if (dot <= 0 || text.length() > NAME_CHARS_MAX) {
            return false;
        }
        boolean letter = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            letter |= Words.isAsciiLetter(c);
            if (!(Words.isAsciiLetter(c) || Words.isAsciiDigit(c) || c == '.' || c == '-' || c == '_')) {
                return false;
            }
        }
        return letter;
    }

    private static String host(String text) {
        String host = Words.lower(Words.cut(Words.printable(text), NAME_CHARS_MAX));
        while (host.endsWith(".") || host.endsWith(",") || host.endsWith(";")) {
            host = host.substring(0, host.length() - 1);
        }
        return host;
    }

    private static Optional<MailAddress> recipient(String text) {
        int open = text.indexOf('<');
        int close = text.indexOf('>', open + 1);
        String address = close > open ? text.substring(open + 1, close) : text;
        return address.indexOf('@') > 0 && address.length() < 320
                ? Optional.of(MailAddress.of(address))
                : Optional.empty();
    }
}
