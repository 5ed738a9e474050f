package dev.kith.connect.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
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
    private static final MimeConfig LENIENT = config(false);
    private static final MimeConfig HEADER_ENDS_EARLY = config(true);
    private static final byte[] NOTHING = new byte[0];
    private static final int HOLLOW_BYTES_MIN = 100; // chosen by hand: boundaries and headers of a few empty parts

    private final Budget budget;
    private final MimeConfig config;
    private final Deque<Node> open = new ArrayDeque<>();
    private @Nullable Node root;
    private int headerBytes;
    private boolean full;

    private MimeReader(Budget budget, MimeConfig config) {
        this.budget = budget;
        this.config = config;
    }

    private static MimeConfig config(boolean strayLineEndsHeader) {
        return MimeConfig.custom()
                .setMaxLineLen(-1)
                .setMaxHeaderLen(-1)
                .setMaxHeaderCount(-1)
                .setMaxContentLen(-1)
                .setCountLineNumbers(false)
                .setMalformedHeaderStartsBody(strayLineEndsHeader)
                .build();
    }

    static Part read(byte[] message, Budget budget) {
        byte[] bytes = RawMessage.repaired(message, budget);
        Part read = new MimeReader(budget, LENIENT).read(bytes, RawMessage.start(bytes), 0);
        if (!isHollow(read) || bytes.length - read.headers().chars() < HOLLOW_BYTES_MIN) {
            return read;
        }
        // A part whose header runs into its text, without the empty line: what follows the last field is text.
        Part again = new MimeReader(budget, HEADER_ENDS_EARLY).read(bytes, RawMessage.start(bytes), 0);
        return isHollow(again) ? read : again;
    }

    private static boolean isHollow(Part part) {
        return part.content().length == 0 && part.children().stream().allMatch(MimeReader::isHollow);
    }

    private Part read(byte[] message, int from, int depth) {
        MimeTokenStream stream = new MimeTokenStream(config, DecodeMonitor.SILENT, null);
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
            // all of it: where the boundary is another than declared, the whole body comes as a preamble
            node.preamble = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, budget.decodedLeft()));
            budget.takeDecoded(node.preamble.length);
        }
    }

    /** Reads again what was rebuilt under a header that tells of its parts; null where no part comes of it. */
    private @Nullable Part again(byte @Nullable [] rebuilt, int depth, String code, String detail) {
        if (rebuilt == null || depth + 1 >= Budget.PART_DEPTH_MAX) {
            return null;
        }
        Part part = new MimeReader(budget, config).read(rebuilt, 0, depth + 1);
        if (part.children().isEmpty()) {
            return null;
        }
        budget.problem(code, detail);
        return part;
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
            String media = mediaOf(type);
            List<Part> parts = new ArrayList<>(children.size());
            for (Node child : children) {
                parts.add(child.finish(reader, depth + 1));
            }
            if (parts.isEmpty()) {
                unencode(headers, media, reader.budget);
                Part found = lost(reader, media, type, depth);
                if (found != null) {
                    media = kindOf(found);
                    type = found.children().isEmpty() ? found.contentType() : type;
                    parts.addAll(found.children());
                    content = found.content();
                } else if (media.startsWith("multipart/")) {
                    media = "text/plain";
                    content = content.length > 0 ? content : preamble;
                    sizeBytes = content.length;
                    reader.budget.problem("multipart-without-parts", "a multipart holds no part");
                }
            } else if (!media.startsWith("multipart/") && !media.startsWith("message/")) {
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

        /** Text and page, one after the other, are one text in two forms. */
        private static String kindOf(Part found) {
            List<Part> parts = found.children();
            boolean two = parts.size() == 2
                    && parts.get(0).type().equals("text/plain")
                    && parts.get(1).type().equals("text/html");
            return two && parts.get(1).disposition().isEmpty() ? "multipart/alternative" : found.type();
        }

        private static String mediaOf(HeaderParameters type) {
            if (type.value().equals("multipart")) {
                return "multipart/mixed";
            }
            return type.value().indexOf('/') < 0 ? "text/plain" : type.value();
        }

        /** Undoes an encoding whose name is misspelt, stands on a multipart where it may not, or is missing on text. */
        private void unencode(HeaderBlock headers, String media, Budget budget) {
            List<String> declared = headers.all("content-transfer-encoding");
            TransferEncoding.Form form = TransferEncoding.misspelt(declared);
            boolean multipart = media.startsWith("multipart/");
            if (multipart && content.length == 0) {
                content = preamble;
            }
            if (form == TransferEncoding.Form.NONE
                    && (multipart || (media.startsWith("text/") && !TransferEncoding.undone(declared)))) {
                form = TransferEncoding.undeclared(content);
            }
            if (form != TransferEncoding.Form.NONE) {
                budget.problem("encoding-undeclared", media + " in " + form + ", which its header does not declare");
                content = TransferEncoding.decoded(form, content);
                sizeBytes = content.length;
            }
        }

        /** The parts that the header does not tell of; null where there are none. */
        private @Nullable Part lost(MimeReader reader, String media, HeaderParameters type, int depth) {
            if (media.startsWith("multipart/")) {
                byte[] rebuilt = LostStructure.rebuilt(content, media);
                return type.parameter("boundary").isEmpty()
                        ? reader.again(
                                rebuilt,
                                depth,
                                "boundary-missing",
                                "a multipart without a boundary was split where it seems to be")
                        : reader.again(
                                rebuilt,
                                depth,
                                "boundary-wrong",
                                "a multipart was split where it seems to be, not where its header says");
            }
            if (!media.startsWith("text/")) {
                return null;
            }
            if (depth == 0 && LostStructure.beginsWithHeader(content)) {
                reader.budget.problem("header-torn", "an empty line stands within the header");
                return new MimeReader(reader.budget, reader.config).read(content, RawMessage.start(content), 1);
            }
            return reader.again(
                    LostStructure.rebuiltText(content),
                    depth,
                    "parts-undeclared",
                    "a text was split into the parts that it holds");
        }
    }
}
