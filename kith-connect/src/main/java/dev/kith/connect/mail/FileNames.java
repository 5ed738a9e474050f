package dev.kith.connect.mail;

import dev.kith.event.Attachment.Trait;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** What a file name says, and whether it lies. */
final class FileNames {
    static final int NAME_CHARS_MAX = 255; // what file systems hold

    /** Run by Windows, macOS or Java on a double click. */
    private static final Set<String> EXECUTABLE = Set.of(
            "exe",
            "scr",
            "com",
            "pif",
            "cpl",
            "dll",
            "ocx",
            "msi",
            "msp",
            "mst",
            "msix",
            "msixbundle",
            "appx",
            "appinstaller",
            "jar",
            "jnlp",
            "apk",
            "app",
            "pkg",
            "deb",
            "rpm",
            "xll",
            "gadget",
            "application",
            "appref-ms",
            "sys",
            "drv");

    /** Run by an interpreter on a double click. */
    private static final Set<String> SCRIPT = Set.of(
            "js",
            "jse",
            "vbs",
            "vbe",
            "vb",
            "wsf",
            "wsh",
            "wsc",
            "sct",
            "hta",
            "ps1",
            "psm1",
            "ps1xml",
            "bat",
            "cmd",
            "reg",
            "msc",
            "chm",
            "inf",
            "scf",
            "command",
            "applescript",
            "xbap",
            "mde",
            "ade");

    private static final Set<String> SHORTCUT = Set.of(
            "lnk",
            "url",
            "website",
            "desktop",
            "webloc",
            "library-ms",
            "search-ms",
            "searchconnector-ms",
            "settingcontent-ms",
            "rdp");
    private static final Set<String> DISK_IMAGE =
            Set.of("iso", "img", "vhd", "vhdx", "udf", "wim", "vmdk", "dmg", "daa");
    private static final Set<String> MACRO = Set.of(
            "docm", "dotm", "xlsm", "xltm", "xlam", "xlsb", "pptm", "potm", "ppam", "ppsm", "sldm", "ppa", "xla", "slk",
            "iqy");
    private static final Set<String> ARCHIVE = Set.of(
            "zip", "rar", "7z", "gz", "tgz", "bz2", "xz", "cab", "tar", "ace", "lzh", "arj", "z", "r00", "zipx", "uue",
            "lz", "zst");
    private static final Set<String> DOCUMENT = Set.of(
            "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "txt", "rtf", "csv", "jpg", "jpeg", "png", "gif", "mp3",
            "mp4", "wav", "htm", "html", "odt", "eml", "msg", "zip", "xml", "tif", "tiff");
    private static final Set<String> PAGES = Set.of("html", "htm", "shtml", "xhtml", "xht", "mht", "mhtml", "svg");

    /** What type bytes have to be by their extension; only formats that can be told from their bytes. */
    private static final Map<String, Set<String>> EXPECTED = Map.ofEntries(
            Map.entry("pdf", Set.of("pdf")),
            Map.entry("doc", Set.of("doc", "ole", "rtf", "docx", "html", "xml")),
            Map.entry("xls", Set.of("xls", "ole", "xlsx", "html", "xml", "txt")),
            Map.entry("ppt", Set.of("ppt", "ole", "pptx")),
            Map.entry("docx", Set.of("docx", "ole", "doc")),
            Map.entry("xlsx", Set.of("xlsx", "ole", "xls")),
            Map.entry("pptx", Set.of("pptx", "ole", "ppt")),
            Map.entry("png", Set.of("png", "jpg", "gif", "webp", "bmp")),
            Map.entry("jpg", Set.of("jpg", "png", "gif", "webp", "bmp")),
            Map.entry("jpeg", Set.of("jpg", "png", "gif", "webp", "bmp")),
            Map.entry("gif", Set.of("gif", "png", "jpg", "webp", "bmp")),
            Map.entry("zip", Set.of("zip", "docx", "xlsx", "pptx", "jar", "apk", "odf")),
            Map.entry("rar", Set.of("rar")),
            Map.entry("7z", Set.of("7z")),
            Map.entry("gz", Set.of("gz")),
            Map.entry("txt", Set.of("txt", "html", "xml", "eml", "ics", "vcf", "pgp", "script", "unknown")),
            Map.entry("csv", Set.of("txt", "xml", "html", "unknown")),
            Map.entry("mp3", Set.of("mp3", "unknown")),
            Map.entry("mp4", Set.of("mp4", "unknown")));

    private FileNames() {}

    static Set<Trait> traits(String name, String type) {
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        String extension = extension(name);
        if (EXECUTABLE.contains(extension)
                || Set.of("exe", "elf", "macho", "class", "jar", "apk", "msi", "swf")
                        .contains(type)) {
            traits.add(Trait.EXECUTABLE);
        }
        if (SCRIPT.contains(extension) || type.equals("chm")) {
            traits.add(Trait.SCRIPT);
        }
        if (SHORTCUT.contains(extension) || type.equals("lnk") || type.equals("url")) {
            traits.add(Trait.SHORTCUT);
        }
        if (DISK_IMAGE.contains(extension)
                || Set.of("iso", "vhd", "vhdx", "vmdk", "wim").contains(type)) {
            traits.add(Trait.DISK_IMAGE);
        }
        if (MACRO.contains(extension)) {
            traits.add(Trait.MACRO);
        }
        if (isArchive(type) || ARCHIVE.contains(extension)) {
            traits.add(Trait.ARCHIVE);
        }
        if (isDouble(name, extension)) {
            traits.add(Trait.DOUBLE_EXTENSION);
        }
        if (isDeceptive(name)) {
            traits.add(Trait.DECEPTIVE_NAME);
        }
        Set<String> expected = EXPECTED.getOrDefault(extension, Set.of());
        if (!expected.isEmpty() && !expected.contains(type)) {
            traits.add(Trait.TYPE_MISMATCH);
        }
        return traits;
    }

    /** Whether browsers open files of that extension. */
    static boolean isPage(String extension) {
        return PAGES.contains(extension);
    }

    static boolean isArchive(String type) {
        return Set.of("zip", "rar", "7z", "gz", "bz2", "xz", "cab", "tar", "ace", "lzh")
                .contains(type);
    }

    /** The last extension, lower case, without blanks that hide it; empty where none. */
    static String extension(String name) {
        String base = name.substring(name.lastIndexOf('/') + 1).strip();
        while (base.endsWith(".") || base.endsWith(" ")) {
            base = base.substring(0, base.length() - 1);
        }
        int dot = base.lastIndexOf('.');
        String extension = dot < 0 ? "" : Words.lower(base.substring(dot + 1).strip());
        return extension.length() <= 20 ? extension : "";
    }

    private static boolean isDouble(String name, String extension) {
        boolean dangerous = EXECUTABLE.contains(extension)
                || SCRIPT.contains(extension)
                || SHORTCUT.contains(extension)
                || DISK_IMAGE.contains(extension)
                || PAGES.contains(extension);
        int dot = name.lastIndexOf('.');
        if (!dangerous || dot <= 0) {
            return false;
        }
        String inner = extension(name.substring(0, dot));
        return DOCUMENT.contains(inner) && !inner.equals(extension);
    }

    /** Characters that turn the reading direction, or many blanks that push the extension out of sight. */
    private static boolean isDeceptive(String name) {
        int blanks = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            blanks = c == ' ' || c == '\u00a0' || c == '\u2800' ? blanks + 1 : 0;
            if ((c >= '\u202a' && c <= '\u202e') || (c >= '\u2066' && c <= '\u2069') || blanks >= 10) {
                return true;
            }
        }
        return false;
    }
}
