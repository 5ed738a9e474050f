package dev.kith.connect.mail;

import dev.kith.event.Attachment.Trait;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Office files looked at without running or rendering them: OOXML by its package (ECMA-376 part 2), OLE compound files
 * by the names in their directory (MS-CFB), RTF and OneNote by their marks.
 */
final class OfficeReader {
    private static final int SEARCH_BYTES_MAX = 16 << 20; // chosen by hand: ordinary mail ends before
    private static final int RELATIONSHIP_FILES_MAX = 60;
    private static final int ADDRESSES_MAX = 200;
    private static final int PICTURES_MAX = 4; // chosen by hand: a lure shows its code first
    private static final Set<String> PICTURES = Set.of("png", "jpg", "jpeg", "gif", "bmp", "tif", "tiff");
    private static final List<String> LOADED_AT_ONCE =
            List.of("attachedtemplate", "oleobject", "frame", "externallink", "subdocument", "externallinkpath");

    private final Budget budget;

    OfficeReader(Budget budget) {
        this.budget = budget;
    }

    /**
     * What was found.
     *
     * @param type the finer type; the coarse one where nothing finer was found
     * @param text what the document says, cut
     * @param pictures encoded pictures it shows, the first few
     */
    record Office(String type, Set<Trait> traits, List<String> addresses, String text, List<byte[]> pictures) {
        static Office of(String type, Set<Trait> traits, List<String> addresses) {
            return new Office(type, traits, addresses, "", List.of());
        }
    }

    /** A zip that may be an office package, a jar or an app; type {@code zip} where it is none of these. */
    Office ofPackage(Archive zip, List<Archive.Member> members) {
        String type = "zip";
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        List<String> addresses = new ArrayList<>();
        int relationships = 0;
        StringBuilder text = new StringBuilder();
        List<byte[]> pictures = new ArrayList<>();
        for (Archive.Member member : members) {
            String name = Words.lower(member.name());
            if (type.equals("zip")) {
                type = packageType(name);
            }
            if (name.endsWith("vbaproject.bin")
                    || name.contains("/macrosheets/")
                    || (name.startsWith("basic/") && name.endsWith(".xml") && type.equals("odf"))) {
                traits.add(Trait.MACRO);
            }
            if (OfficeText.holdsText(name) && text.length() < OfficeText.TEXT_CHARS_MAX) {
                zip.zipContent(member).ifPresent(xml -> {
                    OfficeText read = OfficeText.of(xml);
                    text.append(read.text()).append('\n');
                    addresses.addAll(read.addresses());
                    traits.addAll(read.traits());
                });
            }
            if (isPicture(name) && pictures.size() < PICTURES_MAX) {
                zip.zipContent(member).ifPresent(pictures::add);
            }
            if (name.endsWith(".rels") && relationships++ < RELATIONSHIP_FILES_MAX) {
                zip.zipContent(member).ifPresent(bytes -> relationships(bytes, traits, addresses));
            }
        }
        return new Office(type, traits, addresses, text.toString(), pictures);
    }

    /** Pictures of the document, not of its theme or its program. */
    private static boolean isPicture(String member) {
        return (member.contains("/media/") || member.startsWith("pictures/"))
                && PICTURES.contains(FileNames.extension(member));
    }

    private static String packageType(String member) {
        if (member.startsWith("word/")) {
            return "docx";
        }
        if (member.startsWith("xl/")) {
            return "xlsx";
        }
        if (member.startsWith("ppt/")) {
            return "pptx";
        }
        if (member.equals("meta-inf/manifest.mf")) {
            return "jar";
        }
        if (member.equals("androidmanifest.xml")) {
            return "apk";
        }
        return member.equals("content.xml") || member.equals("mimetype") ? "odf" : "zip";
    }

    private void relationships(byte[] xml, Set<Trait> traits, List<String> addresses) {
        int length = Math.min(xml.length, Budget.TEXT_BYTES_MAX);
        Document document = Jsoup.parse(new String(xml, 0, length, StandardCharsets.UTF_8), "", Parser.xmlParser());
        for (Element relationship : document.select("Relationship[TargetMode=External]")) {
            String target = relationship.attr("Target").strip();
            String kind = Words.lower(relationship.attr("Type"));
            String last = kind.substring(kind.lastIndexOf('/') + 1);
            boolean remote = Words.startsWithIgnoreCase(target, "http") || target.startsWith("\\\\");
            if (remote && LOADED_AT_ONCE.contains(last)) {
                traits.add(Trait.REMOTE_TEMPLATE);
            }
            if (!target.isEmpty() && addresses.size() < ADDRESSES_MAX) {
                addresses.add(target);
            }
        }
    }

    /** An OLE compound file. */
    Office ofCompound(byte[] bytes) {
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        String type = "ole";
        if (holdsWide(bytes, "WordDocument")) {
            type = "doc";
        } else if (holdsWide(bytes, "Workbook")) {
            type = "xls";
        } else if (holdsWide(bytes, "PowerPoint Document")) {
            type = "ppt";
        } else if (holdsWide(bytes, "__substg1.0_")) {
            type = "msg";
        } else if (holdsWide(bytes, "EncryptedPackage")) {
            traits.add(Trait.ENCRYPTED);
        } else if (holds(bytes, "Windows Installer") || holds(bytes, "Installation Database")) {
            type = "msi";
            traits.add(Trait.EXECUTABLE);
        }
        if (holdsWide(bytes, "_VBA_PROJECT") || holdsWide(bytes, "Macros")) {
            traits.add(Trait.MACRO);
        }
        return Office.of(type, traits, OfficeText.hyperlinks(bytes));
    }

    /** Rich text: a template it would load, an object it carries. */
    Office ofRichText(byte[] bytes) {
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        List<String> addresses = new ArrayList<>();
        int template = FileType.indexOf(bytes, ascii("\\*\\template"), 0, SEARCH_BYTES_MAX);
        if (template >= 0) {
            int end = template;
            while (end < bytes.length && bytes[end] != '}' && end - template < 2_000) {
                end++;
            }
            String target =
                    new String(bytes, template + 11, Math.max(0, end - template - 11), StandardCharsets.ISO_8859_1);
            boolean http = Words.indexOfIgnoreCase(target, "http", 0) >= 0;
            // letters as numbers hide the address from those who do not run it
            if (http || target.contains("\\u") || target.contains("//")) {
                traits.add(Trait.REMOTE_TEMPLATE);
            }
            if (http) {
                addresses.add(target.strip());
            }
        }
        if (holds(bytes, "\\objupdate") || holds(bytes, "\\objautlink")) {
            traits.add(Trait.REMOTE_TEMPLATE);
        }
        addresses.addAll(OfficeText.hyperlinks(bytes));
        return Office.of("rtf", traits, addresses);
    }

    /** OneNote: whether files are embedded (MS-ONESTORE FileDataStoreObject). */
    Office ofNotebook(byte[] bytes) {
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        byte[] mark = "\347\026\343\275\145\046\021\105\244\304\215\115\013\172\236\254"
                .getBytes(StandardCharsets.ISO_8859_1);
        if (FileType.indexOf(bytes, mark, 0, SEARCH_BYTES_MAX) >= 0) {
            traits.add(Trait.SCRIPT);
        }
        budget.problem("notebook", "a OneNote file came by mail");
        return Office.of("one", traits, List.of());
    }

    private static boolean holds(byte[] bytes, String text) {
        return FileType.indexOf(bytes, ascii(text), 0, SEARCH_BYTES_MAX) >= 0;
    }

    private static boolean holdsWide(byte[] bytes, String text) {
        return FileType.indexOf(bytes, text.getBytes(StandardCharsets.UTF_16LE), 0, SEARCH_BYTES_MAX) >= 0;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
