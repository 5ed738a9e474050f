package dev.kith.connect.source;

/** What packs other pieces, recognised by its first bytes. */
enum Container {
    NONE,
    ZIP,
    GZIP;

    static Container of(Head head) {
        String text = head.latin1();
        if (text.startsWith("\u001f\u008b\b")) {
            return GZIP;
        }
        if (text.startsWith("PK\u0003\u0004") && !isDocument(text)) {
            return ZIP;
        }
        return NONE;
    }

    /** Office documents and programs are zip files too, but hold no pieces of ours. */
    private static boolean isDocument(String text) {
        String start = text.substring(0, Math.min(text.length(), 100));
        return start.contains("[Content_Types].xml") || start.contains("META-INF/") || start.contains("mimetype");
    }

    /** The name a gzip file's content goes by: its own without the ending. */
    static String nameInGzip(String path) {
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('!')) + 1);
        for (String ending : new String[] {".gz", ".gzip", ".GZ"}) {
            if (name.endsWith(ending) && name.length() > ending.length()) {
                return name.substring(0, name.length() - ending.length());
            }
        }
        return name.endsWith(".tgz") ? name.substring(0, name.length() - 3) + "tar" : name;
    }

    /** For people: what an unknown piece most likely is. */
    static String lookingLike(Head head) {
        String text = head.latin1();
        if (text.startsWith("PK")) {
            return text.startsWith("PK\u0003\u0004")
                    ? "an Office document or program"
                    : "a zip file that is empty or in parts";
        }
        if (text.startsWith("%PDF")) {
            return "a PDF file";
        }
        if (text.startsWith("7z\u00bc\u00af")) {
            return "a 7-Zip archive: unpack it first";
        }
        if (text.startsWith("Rar!")) {
            return "a RAR archive: unpack it first";
        }
        if (text.startsWith("BZh") || text.startsWith("\u00fd7zXZ") || text.startsWith("(\u00b5/\u00fd")) {
            return "compressed with bzip2, xz or zstd: unpack it first";
        }
        if (text.length() > 262 && text.startsWith("ustar", 257)) {
            return "a tar archive: unpack it first";
        }
        if (text.startsWith("!BDN")) {
            return "an Outlook data file (PST): export its mails as .eml or mbox";
        }
        if (text.startsWith("\u00d0\u00cf\u0011\u00e0")) {
            return "an Outlook message (.msg) or old Office document: export the mail as .eml";
        }
        return text.indexOf('\0') >= 0 ? "binary data" : "text of no known form";
    }
}
