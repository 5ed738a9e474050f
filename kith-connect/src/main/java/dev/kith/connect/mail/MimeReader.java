package dev.kith.connect.mail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of a message into its MIME tree, over mime4j's token stream. Limits are our own, so that reaching one cuts the
 * message instead of losing it.
 */
final class MimeReader {
    private static final MimeConfig CONFIG = MimeConfig.custom()
            .setMaxLineLen(-1)
            .setMaxHeaderLen(-1)
            .setMaxHeaderCount(-1)
            .setMaxContentLen(-1)
            .setCountLineNumbers(false)
            .build();
    private static final byte[] NOTHING = new byte[0];
    private static final int BOUNDARY_CHARS_MAX = 200; // RFC 2046 allows 70

    private final Budget budget;
    private final Deque<Node> open = new ArrayDeque<>();
    private @Nullable Node root;
    private int headerBytes;
    private boolean full;

    private MimeReader(Budget budget) {
        this.budget = budget;
    }

    static Part read(byte[] message, Budget budget) {
        return new MimeReader(budget).read(message, start(message), 0);
    }

    /** Passes over a byte order mark and empty lines before the header. */
    private static int start(byte[] message) {
        int at = message.length > 2 && message[0] == (byte) 0xef && message[1] == (byte) 0xbb ? 3 : 0;
        while (at < message.length && (message[at] == '\n' || message[at] == '\r')) {
            at++;
        }
        return at;
    }

    private Part read(byte[] message, int from, int depth) {
        MimeTokenStream stream = new MimeTokenStream(CONFIG, DecodeMonitor.SILENT, null);
        try {
            stream.parse(new ByteArrayInputStream(message, from, message.length - from));
            EntityState state = stream.getState();
            while (state != EntityState.T_END_OF_STREAM && !full) {
                take(state, stream, depth);
                state = stream.next();
            }
        } catch (MimeException | IOException | RuntimeException e) {
            // mime4j is lenient but not total; what was read so far stands
            budget.problem("mime-broken", String.valueOf(e.getMessage()));
        }
        Node top = root;
        return (top == null ? new Node() : top).finish(this, depth);
    }

    private void take(EntityState state, MimeTokenStream stream, int depth) throws IOException {
        switch (state) {
            case T_START_MESSAGE, T_START_BODYPART -> start(stream, depth);
            case T_FIELD -> field(stream.getField().getRaw().toByteArray());
            case T_BODY -> body(stream.getDecodedInputStream());
            case T_PREAMBLE -> preamble(stream.getInputStream());
            case T_END_MESSAGE, T_END_BODYPART -> open.poll();
            default -> {
                // nothing to keep of the others
            }
        }
    }

    private void start(MimeTokenStream stream, int depth) {
        if (!budget.takePart()) {
            full = true;
            return;
        }
        Node node = new Node();
        Node parent = open.peek();
        if (parent == null) {
            root = node;
        } else {
            parent.children.add(node);
        }
        open.push(node);
        if (open.size() + depth >= Budget.PART_DEPTH_MAX) {
            budget.problem("nested-too-deep", "parts deeper than " + Budget.PART_DEPTH_MAX + " were not opened");
            stream.setRecursionMode(RecursionMode.M_FLAT);
        } else {
            stream.setRecursionMode(RecursionMode.M_RECURSE);
        }
    }

    private void field(byte[] raw) {
        Node node = open.peek();
        if (node == null) {
            return;
        }
        headerBytes += raw.length;
        if (node.fields.size() >= Budget.HEADER_FIELDS_MAX || headerBytes > Budget.HEADER_BYTES_MAX) {
            budget.problem("header-too-large", "header fields beyond the limit were left out");
            return;
        }
        HeaderBlock.Field field = HeaderBlock.field(raw, budget);
        if (field == null) {
            budget.problem("header-without-name", "a header line without a name");
        } else {
            node.fields.add(field);
        }
    }

    private void body(InputStream in) throws IOException {
        Node node = open.peek();
        if (node == null) {
            return;
        }
        int allowed = (int) Math.min(Integer.MAX_VALUE - 8, budget.decodedLeft());
        node.content = in.readNBytes(allowed);
        budget.takeDecoded(node.content.length);
        node.sizeBytes = node.content.length;
        if (node.content.length == allowed) {
            byte[] rest = new byte[8192];
            for (int n = in.read(rest); n >= 0; n = in.read(rest)) {
                node.sizeBytes += n;
            }
            if (node.sizeBytes > allowed) {
                budget.problem("content-too-large", "content beyond the limit was not read");
            }
        }
    }

    private void preamble(InputStream in) throws IOException {
        Node node = open.peek();
        if (node != null) {
            node.preamble = in.readNBytes(Budget.TEXT_BYTES_MAX);
        }
    }

    /** A multipart whose boundary is not declared: takes the first line that looks like one. */
    private @Nullable Part guessed(byte[] content, int depth) {
        int start = 0;
        while (start + 2 < content.length
                && !(content[start] == '-'
                        && content[start + 1] == '-'
                        && (start == 0 || content[start - 1] == '\n'))) {
            start++;
        }
        int end = start + 2;
        while (end < content.length && content[end] > ' ' && end - start < BOUNDARY_CHARS_MAX) {
            end++;
        }
        if (end - start < 4 || end >= content.length || depth + 1 >= Budget.PART_DEPTH_MAX) {
            return null;
        }
        budget.problem("boundary-missing", "a multipart without a boundary was split where it seems to be");
        String boundary = new String(content, start + 2, end - start - 2, StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream rebuilt = new ByteArrayOutputStream(content.length + 100);
        rebuilt.writeBytes(("Content-Type: multipart/mixed; boundary=\"" + boundary.replace("\"", "") + "\"\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        rebuilt.write(content, start, content.length - start);
        return new MimeReader(budget).read(rebuilt.toByteArray(), 0, depth + 1);
    }

    /** A part while it is being read. */
    private static final class Node {
        final List<HeaderBlock.Field> fields = new ArrayList<>();
        final List<Node> children = new ArrayList<>();
        byte[] content = NOTHING;
        byte[] preamble = NOTHING;
        long sizeBytes;

        Part finish(MimeReader reader, int depth) {
            HeaderBlock headers = new HeaderBlock(fields);
            HeaderParameters type = HeaderParameters.parse(headers.first("content-type"));
            HeaderParameters disposition = HeaderParameters.parse(headers.first("content-disposition"));
            String name = disposition.parameter("filename");
            if (name.isEmpty()) {
                name = type.parameter("name");
            }
            String media = type.value().indexOf('/') < 0 ? "text/plain" : type.value();
            List<Part> parts = new ArrayList<>(children.size());
            for (Node child : children) {
                parts.add(child.finish(reader, depth + 1));
            }
            boolean multipart = media.startsWith("multipart/");
            if (multipart && parts.isEmpty()) {
                Part guess = content.length > 0 ? reader.guessed(content, depth) : null;
                if (guess != null && !guess.children().isEmpty()) {
                    parts.addAll(guess.children());
                } else {
                    media = "text/plain";
                    content = content.length > 0 ? content : preamble;
                    sizeBytes = content.length;
                    reader.budget.problem("multipart-without-parts", "a multipart holds no part");
                }
            } else if (!parts.isEmpty() && !multipart && !media.startsWith("message/")) {
                media = "message/rfc822"; // the default type within a digest
            }
            return new Part(
                    headers,
                    media,
                    type,
                    disposition.value(),
                    Words.printable(name),
                    content,
                    sizeBytes,
                    List.copyOf(parts));
        }
    }
}
