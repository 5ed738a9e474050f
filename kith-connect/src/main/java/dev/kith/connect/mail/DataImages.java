package dev.kith.connect.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Pictures and fonts written into a page as {@code data:} addresses (RFC 2397). Linear in the page. */
final class DataImages {
    private static final int IMAGES_MAX = 10; // chosen by hand
    private static final int IMAGE_CHARS_MAX = 400_000; // chosen by hand: codes are some thousand
    private static final int TYPE_CHARS_MAX = 60; // chosen by hand: data:application/font-woff2;charset=utf-8;base64,
    private static final int KEPT_CHARS = 40; // chosen by hand: shows what it was
    private static final byte[] DATA = "data:".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] BASE64 = ";base64,".getBytes(StandardCharsets.ISO_8859_1);
    private static final String IMAGE = "data:image/";

    private DataImages() {}

    /**
     * A page of which pictures and fonts are cut down to their beginning, so that they do not take the room of the text
     * behind them. What may be a page itself stays.
     */
    static byte[] shortened(byte[] page) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(Math.min(page.length, Budget.TEXT_BYTES_MAX));
        int from = 0;
        int data = FileType.indexOf(page, DATA, 0, page.length);
        while (data >= 0) {
            int next = data + DATA.length;
            int start = FileType.indexOf(page, BASE64, data, Math.min(page.length, data + TYPE_CHARS_MAX));
            if (start > 0 && !isText(page, data)) {
                int begin = start + BASE64.length;
                next = end(page, begin);
                out.write(page, from, Math.min(next, begin + KEPT_CHARS) - from);
                from = next;
            }
            data = FileType.indexOf(page, DATA, next, page.length);
        }
        if (from == 0) {
            return page;
        }
        out.write(page, from, page.length - from);
        return out.toByteArray();
    }

    private static boolean isText(byte[] page, int data) {
        int type = data + DATA.length;
        return type < page.length && (page[type] == 't' || page[type] == 'T' || page[type] == ';');
    }

    private static int end(byte[] page, int from) {
        int end = from;
        while (end < page.length && isBase64((char) (page[end] & 0xff))) {
            end++;
        }
        return end;
    }

    private static boolean isBase64(char c) {
        return Base64Text.digit(c) >= 0 || c == '=' || c == '\n' || c == '\r';
    }

    /** The encoded pictures of a page, the first few. */
    static List<byte[]> in(String html) {
        List<byte[]> images = new ArrayList<>();
        int at = html.indexOf(IMAGE);
        while (at >= 0 && images.size() < IMAGES_MAX) {
            int comma = html.indexOf(',', at);
            int begin = comma < 0 || comma - at > TYPE_CHARS_MAX ? at + IMAGE.length() : comma + 1;
            int end = begin;
            while (end < html.length() && isBase64(html.charAt(end))) {
                end++;
            }
            boolean encoded = comma > 0 && html.startsWith(";base64", comma - 7);
            if (encoded && end - begin <= IMAGE_CHARS_MAX) {
                ByteArrayOutputStream image = new ByteArrayOutputStream();
                Base64Text.decode(html.substring(begin, end), image);
                images.add(image.toByteArray());
            }
            at = html.indexOf(IMAGE, end);
        }
        return images;
    }
}
