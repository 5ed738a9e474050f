package dev.kith.connect.mail;

import dev.kith.event.IpAddress;
import dev.kith.event.MailAddress;
import dev.kith.event.MailAuthentication;
import dev.kith.event.MailAuthentication.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What hosts on the way recorded about the sender: Authentication-Results (RFC 8601) and Outlook's form of it without an
 * authserv-id, its copies under other names, ARC (RFC 8617) and Received-SPF (RFC 7208 9.1).
 */
final class AuthenticationReader {
    private static final int RESULTS_MAX =
            100; // chosen by hand: a mail through three gateways and two lists has about 30

    private final List<MailAuthentication> results = new ArrayList<>();

    private AuthenticationReader() {}

    static List<MailAuthentication> read(HeaderBlock headers) {
        AuthenticationReader reader = new AuthenticationReader();
        int index = 0;
        for (String value : headers.all("authentication-results")) {
            reader.results(value, index++, false);
        }
        for (String value : headers.all("x-original-authentication-results")) {
            reader.results(value, index++, false);
        }
        index = 0;
        for (String value : headers.all("arc-authentication-results")) {
            reader.results(value, index++, true);
        }
        index = 0;
        for (String value : headers.all("received-spf")) {
            reader.receivedSpf(value, index++);
        }
        return List.copyOf(reader.results.subList(0, Math.min(RESULTS_MAX, reader.results.size())));
    }

    /** The address of the client as the topmost result names it, which no sender can have written if that host is ours. */
    static Optional<IpAddress> clientAddress(HeaderBlock headers) {
        for (String name : List.of("authentication-results", "received-spf", "arc-authentication-results")) {
            String value = headers.first(name);
            for (String mark : List.of("sender ip is ", "client-ip=", "designates ")) {
                int at = Words.indexOfIgnoreCase(value, mark, 0);
                if (at >= 0) {
                    Optional<IpAddress> address = IpAddress.parse(word(value, at + mark.length()));
                    if (address.isPresent()) {
                        return address;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private void results(String value, int header, boolean arc) {
        String id = "";
        boolean first = true;
        for (String statement : statements(value)) {
            List<String> words = words(statement);
            if (words.isEmpty()) {
                continue;
            }
            int equals = words.get(0).indexOf('=');
            if (first && equals > 0 && words.get(0).startsWith("i=")) {
                continue; // the instance of an ARC set
            }
            if (first && equals < 0) {
                id = Words.lower(words.get(0));
            } else if (equals > 0) {
                result(id, header, arc, words);
            }
            first = false;
            if (results.size() >= RESULTS_MAX) {
                return;
            }
        }
    }

    private void result(String id, int header, boolean arc, List<String> words) {
        String head = words.get(0);
        int equals = head.indexOf('=');
        String method = Words.lower(head.substring(0, equals));
        int slash = method.indexOf('/'); // method-version
        method = slash > 0 ? method.substring(0, slash) : method;
        if (method.isBlank() || method.length() > 30 || method.indexOf('.') >= 0) {
            return;
        }
        Map<String, String> properties = new LinkedHashMap<>();
        for (String word : words.subList(1, words.size())) {
            int at = word.indexOf('=');
            if (at > 0) {
                properties.putIfAbsent(Words.lower(word.substring(0, at)), word.substring(at + 1));
            }
        }
        results.add(new MailAuthentication(
                id, header, arc, method, verdict(head.substring(equals + 1)), domain(method, properties)));
    }

    private static String domain(String method, Map<String, String> properties) {
        List<String> names = switch (method) {
            case "spf" -> List.of("smtp.mailfrom", "smtp.mail", "envelope-from", "smtp.helo");
            case "dkim", "x-tm-dkim" -> List.of("header.d", "header.i", "header.from");
            case "dmarc" -> List.of("header.from", "from");
            default -> List.of("header.d", "header.from", "smtp.mailfrom", "header.i", "header.sender");
        };
        for (String name : names) {
            String value = properties.getOrDefault(name, "");
            if (!value.isEmpty() && !value.equalsIgnoreCase("none")) {
                return domainOf(value);
            }
        }
        return "";
    }

    private static String domainOf(String value) {
        String text = value.replace("<", "").replace(">", "").replace("\"", "");
        MailAddress address = MailAddress.of(text);
        String domain = address.domain().isEmpty() ? address.local() : address.domain();
        return Words.cut(domain, 255);
    }

    private static Verdict verdict(String word) {
        return switch (Words.lower(word)) {
            case "pass" -> Verdict.PASS;
            case "fail", "hardfail", "reject", "discard" -> Verdict.FAIL;
            case "softfail" -> Verdict.SOFTFAIL;
            case "neutral", "softpass", "policy" -> Verdict.NEUTRAL;
            case "temperror", "error" -> Verdict.TEMPERROR;
            case "permerror", "invalid" -> Verdict.PERMERROR;
            default -> Verdict.NONE;
        };
    }

    private void receivedSpf(String value, int header) {
        List<String> statements = statements(value);
        if (statements.isEmpty() || results.size() >= RESULTS_MAX) {
            return;
        }
        Map<String, String> pairs = new LinkedHashMap<>();
        String verdict = "";
        for (String statement : statements) {
            for (String word : words(statement)) {
                int equals = word.indexOf('=');
                if (equals > 0) {
                    pairs.putIfAbsent(Words.lower(word.substring(0, equals)), word.substring(equals + 1));
                } else if (verdict.isEmpty()) {
                    verdict = word;
                }
            }
        }
        int comment = value.indexOf('(');
        int colon = value.indexOf(':', comment + 1);
        String receiver = pairs.getOrDefault("receiver", "");
        if (receiver.isEmpty() && comment >= 0 && colon > comment) {
            receiver = value.substring(comment + 1, colon).strip();
        }
        String about = pairs.getOrDefault("envelope-from", pairs.getOrDefault("mailfrom", ""));
        int of = Words.indexOfIgnoreCase(value, "domain of ", 0);
        if (about.isEmpty() && of >= 0) {
            about = word(value, of + "domain of ".length());
            about = about.equalsIgnoreCase("transitioning")
                    ? word(value, of + "domain of transitioning ".length())
                    : about;
        }
        String id = receiver.indexOf(' ') < 0 ? Words.lower(Words.cut(receiver, 255)) : "";
        results.add(new MailAuthentication(id, header, false, "spf", verdict(verdict), domainOf(about)));
    }

    private static String word(String text, int from) {
        int start = Math.min(from, text.length());
        int end = start;
        while (end < text.length() && " ;)(,".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return text.substring(start, end);
    }

    /** Split at semicolons, comments left out, quoted text kept whole. */
    private static List<String> statements(String value) {
        List<String> statements = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' && depth == 0) {
                quoted = !quoted;
            } else if (c == '(' && !quoted) {
                depth++;
            } else if (c == ')' && !quoted && depth > 0) {
                depth--;
                current.append(' ');
            } else if (c == ';' && depth == 0 && !quoted) {
                statements.add(current.toString());
                current.setLength(0);
            } else if (depth == 0) {
                current.append(c);
            }
        }
        statements.add(current.toString());
        return statements;
    }

    private static List<String> words(String statement) {
        List<String> words = new ArrayList<>();
        for (String word : statement.strip().split(" ")) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }
}
