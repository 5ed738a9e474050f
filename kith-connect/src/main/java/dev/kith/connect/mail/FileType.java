package dev.kith.connect.mail;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** What bytes are, by their own marks (magic numbers from the formats' documentation). Names are short and lower case. */
final class FileType {
    static final String UNKNOWN = "unknown";
    private static final int TEXT_LOOK = 1024; // chosen by hand: HTML hides behind comments, seldom longer
    private static final int ISO_MARK = 0x8001; // ECMA-119, ECMA-167: first volume descriptor in sector 16
    private static final int TAR_MARK = 257; // POSIX ustar

    @SuppressWarnings("ArrayRecordComponent") // a table of constants, never compared
    private record Magic(int offset, byte[] bytes, String type) {
        static Magic text(int offset, String bytes, String type) {
            return new Magic(offset, bytes.getBytes(StandardCharsets.ISO_8859_1), type);
        }
    }

    private static final List<Magic> TABLE = List.of(
            Magic.text(0, "%PDF-", "pdf"),
            Magic.text(0, "PK\3\4", "zip"),
            Magic.text(0, "PK\5\6", "zip"),
            Magic.text(0, "\320\317\021\340\241\261\032\341", "ole"),
            Magic.text(0, "MZ", "exe"),
            Magic.text(0, "\177ELF", "elf"),
            Magic.text(0, "\312\376\272\276", "class"),
            Magic.text(0, "\317\372\355\376", "macho"),
            Magic.text(0, "\376\355\372\316", "macho"),
            Magic.text(0, "\211PNG\r\n\032\n", "png"),
            Magic.text(0, "\377\330\377", "jpg"),
            Magic.text(0, "GIF8", "gif"),
            Magic.text(0, "BM", "bmp"),
            Magic.text(0, "II*\0", "tiff"),
            Magic.text(0, "MM\0*", "tiff"),
            Magic.text(8, "WEBP", "webp"),
            Magic.text(0, "\0\0\1\0", "ico"),
            Magic.text(0, "Rar!\032\007", "rar"),
            Magic.text(0, "7z\274\257\047\034", "7z"),
            Magic.text(0, "\037\213", "gz"),
            Magic.text(0, "BZh", "bz2"),
            Magic.text(0, "\3757zXZ\0", "xz"),
            Magic.text(0, "MSCF", "cab"),
            Magic.text(7, "**ACE**", "ace"),
            Magic.text(2, "-lh", "lzh"),
            Magic.text(TAR_MARK, "ustar", "tar"),
            Magic.text(ISO_MARK, "CD001", "iso"),
            Magic.text(ISO_MARK, "BEA01", "iso"),
            Magic.text(0, "conectix", "vhd"),
            Magic.text(0, "vhdxfile", "vhdx"),
            Magic.text(0, "KDMV", "vmdk"),
            Magic.text(0, "MSWIM\0\0\0", "wim"),
            Magic.text(0, "L\0\0\0\1\024\2\0", "lnk"),
            Magic.text(0, "\344\122\134\173\214\330\247\115\256\261\123\170\320\051\226\323", "one"),
            Magic.text(0, "{\\rt", "rtf"),
            Magic.text(0, "ITSF", "chm"),
            Magic.text(0, "\170\237\076\042", "tnef"),
            Magic.text(0, "!BDN", "pst"),
            Magic.text(0, "FWS", "swf"),
            Magic.text(0, "CWS", "swf"),
            Magic.text(0, "SQLite format 3\0", "sqlite"),
            Magic.text(0, "OggS", "ogg"),
            Magic.text(0, "ID3", "mp3"),
            Magic.text(4, "ftyp", "mp4"),
            Magic.text(8, "WAVE", "wav"),
            Magic.text(0, "wOFF", "woff"),
            Magic.text(0, "-----BEGIN PGP", "pgp"));

    private FileType() {}

    static String of(byte[] content) {
        for (Magic magic : TABLE) {
            if (matches(content, magic)) {
                return magic.type();
            }
        }
        return textType(content);
    }

    /**
     * The same, with what the mail says of it where the bytes alone do not decide.
     *
     * @param declared media type, lower case; empty where none
     */
    static String of(byte[] content, String declared, String name) {
        String type = of(content);
        String extension = FileNames.extension(name);
        if (SignedMail.isType(declared) || extension.equals("p7m")) {
            return type.equals("txt") || type.equals(UNKNOWN) ? "pkcs7" : type;
        }
        if (declared.equals("message/partial") || declared.equals("message/external-body")) {
            return declared.substring("message/".length());
        }
        if (type.equals(UNKNOWN)) {
            return extension.equals("zip") && Archive.hasDirectory(content) ? "zip" : type;
        }
        if (FileNames.isPage(extension) && (type.equals("txt") || type.equals("xml"))) {
            return beginsWithHeader(content) ? "eml" : "html"; // a browser shows it as a page, whatever it begins with
        }
        if (!type.equals("txt")) {
            return type;
        }
        if (extension.equals("ics") || declared.equals("text/calendar")) {
            return "ics";
        }
        return extension.equals("eml") || declared.equals("message/rfc822") ? "eml" : type;
    }

    private static boolean matches(byte[] content, Magic magic) {
        if (content.length < magic.offset() + magic.bytes().length) {
            return false;
        }
        for (int i = 0; i < magic.bytes().length; i++) {
            if (content[magic.offset() + i] != magic.bytes()[i]) {
                return false;
            }
        }
        return true;
    }

    private static String textType(byte[] content) {
        int pdf = indexOf(content, "%PDF-".getBytes(StandardCharsets.ISO_8859_1), 0, TEXT_LOOK);
        if (pdf > 0) {
            return "pdf"; // readers look for the mark within the first 1024 bytes
        }
        int length = Math.min(TEXT_LOOK, content.length);
        int odd = 0;
        for (int i = 0; i < length; i++) {
            int c = content[i] & 0xff;
            if (c < 9 || (c > 13 && c < 32 && c != 27)) {
                odd++;
            }
        }
        boolean wide = length > 3 && ((content[0] == -1 && content[1] == -2) || (content[0] == -2 && content[1] == -1));
        if (odd > 0 && !wide) {
            return UNKNOWN;
        }
        String head = Words.lower(new String(content, 0, length, StandardCharsets.ISO_8859_1).replace("\0", ""));
        String start = head.replace("\357\273\277", "").replace("\377\376", "").stripLeading();
        if (start.startsWith("begin:vcalendar")) {
            return "ics";
        }
        if (start.startsWith("begin:vcard")) {
            return "vcf";
        }
        if (start.startsWith("[internetshortcut]") || start.contains("\n[internetshortcut]")) {
            return "url";
        }
        if (start.startsWith("#!")) {
            return "script";
        }
        if (start.contains("<svg")) {
            return "svg";
        }
        if (isHtml(start)) {
            return "html";
        }
        if (start.startsWith("<?xml")) {
            return "xml";
        }
        if (start.startsWith("received:")
                || start.startsWith("return-path:")
                || start.startsWith("delivered-to:")
                || (start.startsWith("from:") && start.contains("\nmime-version:"))
                || (start.startsWith("mime-version:") && start.contains("\ncontent-type:"))) {
            return "eml";
        }
        return length == 0 ? UNKNOWN : "txt";
    }

    /** Whether a saved page ({@code .mht}) begins with the header of a message. */
    private static boolean beginsWithHeader(byte[] content) {
        String head =
                Words.lower(new String(content, 0, Math.min(TEXT_LOOK, content.length), StandardCharsets.ISO_8859_1));
        return !head.stripLeading().startsWith("<") && head.contains("\ncontent-type: multipart/");
    }

    private static boolean isHtml(String start) {
        if (start.startsWith("<!doctype html")) {
            return true;
        }
        if (!start.startsWith("<")) {
            return false;
        }
        for (String tag : List.of(
                "<html", "<head", "<body", "<script", "<meta", "<table", "<div", "<a href", "<form", "<iframe")) {
            if (start.contains(tag)) {
                return true;
            }
        }
        return false;
    }

    /** First index of a pattern that starts before a limit; -1 where there is none. */
    static int indexOf(byte[] content, byte[] pattern, int from, int limit) {
        int last = Math.min(limit, content.length - pattern.length + 1);
        for (int i = from; i < last; i++) {
            if (content[i] != pattern[0]) {
                continue;
            }
            int j = 1;
            while (j < pattern.length && content[i + j] == pattern[j]) {
                j++;
            }
            if (j == pattern.length) {
                return i;
            }
        }
        return -1;
    }
}
