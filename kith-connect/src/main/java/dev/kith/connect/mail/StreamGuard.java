package dev.kith.connect.mail;

import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks every packed stream of a PDF once, within the message's budget, before PDFBox may see it: PDFBox unpacks
 * whatever it is told to, without a limit.
 */
final class StreamGuard {
    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] LZW = "/LZW".getBytes(StandardCharsets.ISO_8859_1);
    private static final int STREAMS_MAX = 5_000; // chosen by hand: a book has about as many
    private static final int LZW_FILE_BYTES_MAX = 1 << 20; // an old form; packs at most about 1:1000
    private static final int BYTES_MAX = 24 << 20; // chosen by hand: above the size most servers accept
    private static final int CHUNK = 32 << 10;
    private static final int ZLIB_MARK = 0x78; // RFC 1950, with the usual window

    private StreamGuard() {}

    static boolean bearable(byte[] pdf, Budget budget) {
        if (pdf.length > BYTES_MAX
                || (pdf.length > LZW_FILE_BYTES_MAX && FileType.indexOf(pdf, LZW, 0, pdf.length) >= 0)) {
            budget.problem("pdf-too-large", "a PDF of " + pdf.length + " bytes was not opened");
            return false;
        }
        byte[] chunk = new byte[CHUNK];
        int at = FileType.indexOf(pdf, STREAM, 0, pdf.length);
        int streams = 0;
        while (at >= 0) {
            int start = at + STREAM.length;
            while (start < pdf.length && (pdf[start] == '\r' || pdf[start] == '\n')) {
                start++;
            }
            if (start + 2 < pdf.length && (pdf[start] & 0x0f) == 0x08) {
                long size = unpacked(pdf, start, chunk, budget.inflatedLeft());
                budget.spendInflated(size);
                if (budget.inflatedLeft() == 0 || ++streams > STREAMS_MAX) {
                    budget.problem("pdf-too-large", "a PDF unpacks to more than the limit and was not opened");
                    return false;
                }
            }
            at = FileType.indexOf(pdf, STREAM, start, pdf.length);
        }
        return true;
    }

    /** Size after unpacking; a stream that holds a packed stream counts for the most that could become of it. */
    private static long unpacked(byte[] pdf, int start, byte[] chunk, long limit) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(pdf, start, pdf.length - start);
            long size = 0;
            boolean nested = false;
            while (!inflater.finished() && size < limit) {
                int n = inflater.inflate(chunk);
                if (n == 0) {
                    break;
                }
                nested |=
                        size == 0 && n > 2 && chunk[0] == ZLIB_MARK && ((chunk[0] << 8 | (chunk[1] & 0xff)) % 31) == 0;
                size += n;
            }
            return nested ? size * 1032 : size; // deflate packs at most 1032:1 (zlib technical details)
        } catch (DataFormatException e) {
            return 0;
        } finally {
            inflater.end();
        }
    }
}
