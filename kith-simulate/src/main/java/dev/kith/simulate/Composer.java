package dev.kith.simulate;

import dev.kith.simulate.Draft.Layout;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes a draft as its author's program would: headers in its order, parts in its structure, encodings of its choice. */
final class Composer {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

    private final ClientProgram program;
    private final Dice dice;
    private final Quotation quotation;

    Composer(ClientProgram program, Quotation quotation, Dice dice) {
        this.program = program;
        this.quotation = quotation;
        this.dice = dice;
    }

    static String date(Instant at, ZoneId zone) {
        return DATE.format(at.atZone(zone));
    }

    /** Headers and body of the message, with CRLF line ends. */
    String compose(Draft draft, String messageId, Instant at, ZoneId zone) {
        Part body = body(draft);
        Map<String, String> values = new TreeMap<>();
        values.put("From", address(draft.from()));
        values.put("To", draft.to().isEmpty() ? "undisclosed-recipients:;" : addresses(draft.to()));
        if (!draft.cc().isEmpty()) {
            values.put("Cc", addresses(draft.cc()));
        }
        values.put(
                "Subject", Encoding.words(draft.subject(), program == ClientProgram.GMAIL || program.cloudOutlook()));
        values.put("Date", date(at, zone));
        values.put("Message-ID", messageId);
        values.put("Message-Id", messageId);
        values.put("MIME-Version", "1.0");
        values.put(
                "Mime-Version",
                program == ClientProgram.APPLE_MAIL ? "1.0 (Mac OS X Mail 16.0 \\(3774.600.62\\))" : "1.0");
        body.headers().forEach(values::put);
        if (!draft.references().isEmpty()) {
            values.put("References", String.join(" ", draft.references()));
            values.put("In-Reply-To", draft.references().get(draft.references().size() - 1));
        }
        programHeaders(draft, values);
        List<Draft.Header> extra = new ArrayList<>(draft.headers());
        StringBuilder out = new StringBuilder();
        for (String name : program.headers()) {
            String own = take(extra, name);
            String value = own.isEmpty() ? values.getOrDefault(name, "") : own;
            if (!value.isEmpty() || name.equals("X-MS-Has-Attach") || name.equals("X-MS-TNEF-Correlator")) {
                out.append(Encoding.fold(name, value));
            }
        }
        body.headers().forEach((name, value) -> {
            if (!program.headers().contains(name)) {
                out.append(Encoding.fold(name, value));
            }
        });
        extra.forEach(header -> out.append(Encoding.fold(header.name(), header.value())));
        return out + "\r\n" + body.content();
    }

    private static String take(List<Draft.Header> headers, String name) {
        for (int i = 0; i < headers.size(); i++) {
            if (headers.get(i).name().equalsIgnoreCase(name)) {
                return headers.remove(i).value();
            }
        }
        return "";
    }

    private void programHeaders(Draft draft, Map<String, String> values) {
        if (!program.agent().isEmpty()) {
            values.put("X-Mailer", program.agent());
            values.put("User-Agent", program.agent());
        }
        values.put("Thread-Topic", Encoding.words(bareSubject(draft.subject()), true));
        values.put(
                "Thread-Index",
                "AQH" + dice.text(Dice.BASE64, draft.references().isEmpty() ? 27 : 41) + "==");
        values.put("Accept-Language", quotation.locale().toLanguageTag() + ", en-US");
        values.put(
                "Content-Language",
                program == ClientProgram.OUTLOOK_OLD
                        ? "en-gb"
                        : quotation.locale().toLanguageTag());
        values.put("X-MS-Has-Attach", draft.attachments().isEmpty() ? "" : "yes");
        if (program == ClientProgram.OUTLOOK_WEB) {
            values.put("msip_labels", "");
        }
        if (program == ClientProgram.GMAIL) {
            values.put("X-Gm-Features", "A" + dice.text(Dice.URL, 47));
        }
        if (program == ClientProgram.ROUNDCUBE) {
            values.put("X-Sender", draft.from().address());
        }
    }

    static String bareSubject(String subject) {
        int cut = subject.lastIndexOf(": ");
        return cut > 0 && cut <= 8 ? subject.substring(cut + 2) : subject;
    }

    private String addresses(List<Correspondent> people) {
        return people.stream().map(this::address).collect(Collectors.joining(", "));
    }

    private String address(Correspondent who) {
        if (who.name().isEmpty()) {
            return program == ClientProgram.THUNDERBIRD ? who.address() : "<" + who.address() + ">";
        }
        boolean quoted = program == ClientProgram.OUTLOOK_OLD || program == ClientProgram.MAILER;
        return Encoding.displayName(who.name(), quoted, program != ClientProgram.APPLE_MAIL) + " <" + who.address()
                + ">";
    }

    private Part body(Draft draft) {
        Part text = text(draft);
        if (draft.attachments().isEmpty()) {
            return text;
        }
        List<Part> parts = new ArrayList<>();
        parts.add(text);
        for (Attachment attachment : draft.attachments()) {
            Map<String, String> headers = new TreeMap<>();
            String name = Encoding.words(attachment.name(), true);
            headers.put("Content-Type", attachment.type() + "; name=\"" + name + "\"");
            headers.put("Content-Transfer-Encoding", "base64");
            headers.put("Content-Disposition", "attachment; filename=\"" + name + "\"");
            parts.add(new Part(headers, Encoding.base64Lines(attachment.base64())));
        }
        return multipart("mixed", parts);
    }

    private Part text(Draft draft) {
        boolean forced = draft.body().links().stream().anyMatch(link -> link.look() != Body.Look.BARE);
        Part plain = leaf("plain", new PlainText(program, quotation).letter(draft.body()));
        if (draft.layout() == Layout.PLAIN || program.plainOnly()) {
            return plain;
        }
        Html html = new Html(program, quotation);
        String page = draft.layout() == Layout.DESIGNED
                ? html.designed(draft.subject(), draft.body())
                : html.letter(draft.body());
        if (program == ClientProgram.OUTLOOK_WEB && draft.attachments().isEmpty() && !forced && dice.chance(0.1)) {
            return leaf("html", page);
        }
        List<Part> parts = new ArrayList<>(List.of(plain, leaf("html", page)));
        draft.calendar()
                .ifPresent(ics -> parts.add(new Part(
                        new TreeMap<>(Map.of(
                                "Content-Type", "text/calendar; charset=\"utf-8\"; method=REQUEST",
                                "Content-Transfer-Encoding", "base64")),
                        Encoding.base64Text(ics))));
        return multipart("alternative", parts);
    }

    private Part leaf(String subtype, String content) {
        boolean ascii = Encoding.ascii(content);
        boolean longLines = content.lines().anyMatch(line -> line.length() > 900);
        Map<String, String> headers = new TreeMap<>();
        String charset = ascii
                        && (program == ClientProgram.GMAIL
                                || program == ClientProgram.IPHONE
                                || program == ClientProgram.APPLE_MAIL
                                || program == ClientProgram.ROUNDCUBE)
                ? "us-ascii"
                : "utf-8";
        String spelled = program == ClientProgram.GMAIL || program == ClientProgram.ROUNDCUBE
                ? charset.toUpperCase(Locale.ROOT)
                : program == ClientProgram.THUNDERBIRD ? "UTF-8" : charset;
        boolean quotedCharset = program != ClientProgram.APPLE_MAIL
                && program != ClientProgram.IPHONE
                && program != ClientProgram.THUNDERBIRD
                && program != ClientProgram.ROUNDCUBE;
        String type = "text/" + subtype + "; charset=" + (quotedCharset ? "\"" + spelled + "\"" : spelled);
        if (subtype.equals("plain") && program == ClientProgram.THUNDERBIRD) {
            type += "; format=flowed";
        }
        headers.put("Content-Type", type);
        String lines = content.replace("\n", "\r\n");
        switch (program) {
            case THUNDERBIRD, ROUNDCUBE -> {
                if (longLines) {
                    headers.put("Content-Transfer-Encoding", "quoted-printable");
                    return new Part(headers, Encoding.quotedPrintable(content));
                }
                headers.put("Content-Transfer-Encoding", ascii ? "7bit" : "8bit");
                return new Part(headers, lines);
            }
            case PYTHON -> {
                headers.put("Content-Transfer-Encoding", "base64");
                return new Part(headers, Encoding.base64Text(content));
            }
            case GMAIL -> {
                if (!ascii || longLines) {
                    headers.put("Content-Transfer-Encoding", "quoted-printable");
                    return new Part(headers, Encoding.quotedPrintable(content));
                }
                return new Part(headers, lines);
            }
            default -> {
                headers.put("Content-Transfer-Encoding", "quoted-printable");
                return new Part(headers, Encoding.quotedPrintable(content));
            }
        }
    }

    private Part multipart(String subtype, List<Part> parts) {
        String boundary = program.boundary(dice);
        StringBuilder out = new StringBuilder();
        if (program == ClientProgram.THUNDERBIRD) {
            out.append("This is a multi-part message in MIME format.\r\n");
        }
        for (Part part : parts) {
            out.append("--").append(boundary).append("\r\n");
            part.headers().forEach((name, value) -> out.append(Encoding.fold(name, value)));
            out.append("\r\n").append(part.content());
            if (!part.content().endsWith("\r\n")) {
                out.append("\r\n");
            }
            out.append(program == ClientProgram.THUNDERBIRD ? "\r\n" : "");
        }
        out.append("--").append(boundary).append("--\r\n");
        Map<String, String> headers = new TreeMap<>();
        headers.put("Content-Type", "multipart/" + subtype + ";\r\n\tboundary=\"" + boundary + "\"");
        return new Part(headers, out.toString());
    }

    /** A MIME entity: its headers and its encoded content. */
    private record Part(Map<String, String> headers, String content) {}
}
