package dev.kith.connect.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Byte order marks: Windows tools write UTF-16 with one, others UTF-8 with one. Everything behind sees plain UTF-8. */
final class TextEncoding {
    private TextEncoding() {}

    /** The same stream where it begins with no mark; else one without the mark, in UTF-8. */
    static InputStream toUtf8(Head head, InputStream in) throws IOException {
        String text = head.latin1();
        if (text.startsWith("\u00ef\u00bb\u00bf")) {
            return new Unmarked(in, 3);
        }
        if (text.startsWith("\u00ff\u00fe")) {
            return new Transcoded(in, StandardCharsets.UTF_16LE);
        }
        if (text.startsWith("\u00fe\u00ff")) {
            return new Transcoded(in, StandardCharsets.UTF_16BE);
        }
        return in;
    }

    private static final class Unmarked extends FilterInputStream {
        Unmarked(InputStream in, int markBytes) throws IOException {
            super(in);
            in.skipNBytes(markBytes);
        }
    }

    /** UTF-16 to UTF-8, a buffer at a time; what is broken becomes the replacement character. */
    private static final class Transcoded extends InputStream {
        private static final int CHARS = 8 * 1024;

        private final Reader reader;
        private final CharsetEncoder encoder = StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        private final CharBuffer chars = CharBuffer.allocate(CHARS).flip();
        private final ByteBuffer bytes = ByteBuffer.allocate(CHARS * 3).flip();
        private boolean ended;

        Transcoded(InputStream in, Charset charset) throws IOException {
            reader = new InputStreamReader(in, charset);
            int mark = reader.read();
            assert mark == 0xfeff;
        }

        @Override
        public int read() throws IOException {
            return fill() ? bytes.get() & 0xff : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (!fill()) {
                return -1;
            }
            int count = Math.min(length, bytes.remaining());
            bytes.get(buffer, offset, count);
            return count;
        }

        private boolean fill() throws IOException {
            while (!bytes.hasRemaining()) {
                if (ended) {
                    return false;
                }
                chars.compact();
                ended = reader.read(chars) < 0;
                chars.flip();
                bytes.clear();
                encoder.encode(chars, bytes, ended);
                bytes.flip();
            }
            return true;
        }
    }
}
