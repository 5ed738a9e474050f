package dev.kith.connect.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.event.Attachment;
import dev.kith.event.Attachment.Trait;
import dev.kith.event.EmailActivity;
import dev.kith.event.Link;
import dev.kith.event.Problem;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files made for the test, each as a sender of lures would make it. */
class DocumentReaderTest {
    private static final String CODE = "https://code.example/a";

    private static EmailActivity withFile(String name, byte[] content) {
        return Samples.parseWithLinks(AttachedFiles.mail("see attached", Map.of(name, content)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Attachment first(EmailActivity event) {
        return event.attachments().get(0);
    }

    private static List<String> hrefs(EmailActivity event) {
        return event.links().stream().map(Link::href).toList();
    }

    private static byte[] pack(Object... namesAndContents) {
        Map<String, byte[]> members = new LinkedHashMap<>();
        for (int i = 0; i < namesAndContents.length; i += 2) {
            Object content = namesAndContents[i + 1];
            members.put((String) namesAndContents[i], content instanceof byte[] raw ? raw : bytes((String) content));
        }
        return AttachedFiles.zip(members);
    }

    private static BufferedImage recoloured(int dark, int light) {
        BufferedImage code = AttachedFiles.code(CODE);
        BufferedImage image = new BufferedImage(code.getWidth(), code.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < code.getHeight(); y++) {
            for (int x = 0; x < code.getWidth(); x++) {
                image.setRGB(x, y, (code.getRGB(x, y) & 0xff) < 128 ? dark : light);
            }
        }
        return image;
    }

    @ParameterizedTest
    @CsvSource({"0xffffff,0x000000", "0xcc0000,0xffffff", "0x0000ff,0xffff00", "0x909090,0xd0d0d0"})
    void codeInAnyColours_isRead(String dark, String light) {
        EmailActivity event =
                withFile("a.png", AttachedFiles.png(recoloured(Integer.decode(dark), Integer.decode(light))));
        assertThat(hrefs(event)).containsExactly(CODE);
    }

    @Test
    void codeInALargePicture_isReadAtAFraction() {
        BufferedImage photo = new BufferedImage(4_000, 3_000, BufferedImage.TYPE_BYTE_GRAY);
        photo.createGraphics().fillRect(0, 0, 4_000, 3_000);
        photo.createGraphics().drawImage(AttachedFiles.code(CODE), 2_000, 1_500, 600, 600, null);
        EmailActivity event = withFile("a.png", AttachedFiles.png(photo));
        assertThat(hrefs(event)).containsExactly(CODE);
        assertThat(event.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"word/media/image1.png", "xl/media/image1.png", "ppt/media/image1.png"})
    void codeInAPictureOfADocument_isRead(String member) {
        String folder = member.substring(0, member.indexOf('/'));
        EmailActivity event = withFile(
                "a.docx", pack(folder + "/x.xml", "<x/>", member, AttachedFiles.png(AttachedFiles.code(CODE))));
        assertThat(first(event).traits()).contains(Trait.QR_CODE);
        assertThat(hrefs(event)).containsExactly(CODE);
    }

    @Test
    void document_saysItsTextAndLinksItsFields() {
        EmailActivity event = withFile(
                "a.docx",
                pack(
                        "word/document.xml",
                        "<w:p><w:r><w:t>Sign &amp; return</w:t></w:r></w:p><w:p><w:t>today</w:t></w:p>"
                                + "<w:instrText> HYPERLINK \"https://a.example/f?a=1&amp;b=2\" </w:instrText>"));
        assertThat(event.text().preview()).contains("Sign & return\ntoday");
        assertThat(hrefs(event)).containsExactly("https://a.example/f?a=1&b=2");
    }

    @Test
    void fieldThatStartsAProgram_isAMacro() {
        EmailActivity event = withFile(
                "a.docx", pack("word/document.xml", "<w:instrText>DDEAUTO c:\\\\cmd.exe \"/k x\"</w:instrText>"));
        assertThat(first(event).traits()).contains(Trait.MACRO);
    }

    @Test
    void openDocument_isReadAsWell() {
        EmailActivity event = withFile(
                "a.odt",
                pack(
                        "mimetype",
                        "application/vnd.oasis.opendocument.text",
                        "content.xml",
                        "<text:p>Open <text:a xlink:href=\"https://a.example/o\">this</text:a></text:p>",
                        "Basic/Standard/x.xml",
                        "<x/>"));
        assertThat(hrefs(event)).containsExactly("https://a.example/o");
        assertThat(event.text().preview()).contains("Open this");
        assertThat(first(event).traits()).contains(Trait.MACRO);
    }

    @Test
    void olderOfficeFiles_giveTheLinksOfTheirFields() {
        assertThat(hrefs(withFile("a.rtf", bytes("{\\rtf1{\\*\\fldinst{HYPERLINK \"https://a.example/r\"}}}"))))
                .containsExactly("https://a.example/r");
        byte[] ole = Arrays.copyOf(bytes("\320\317\021\340\241\261\032\341"), 4_096);
        byte[] field = "HYPERLINK \"https://a.example/d\" ".getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(field, 0, ole, 1_000, field.length);
        assertThat(hrefs(withFile("a.doc", ole))).containsExactly("https://a.example/d");
    }

    @Test
    void templateWrittenInNumbers_isARemoteOne() {
        EmailActivity event = withFile("a.rtf", bytes("{\\rtf1{\\*\\template \\u104?\\u116?\\u116?\\u112?}}"));
        assertThat(first(event).traits()).contains(Trait.REMOTE_TEMPLATE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.html|var x=1; <form action=\"https://a.example/1\"><input></form>",
                "a.htm|Hello <form action=\"https://a.example/1\"><input></form>",
                "a.xhtml|<?xml version=\"1.0\"?><x><form action=\"https://a.example/1\"><input/></form></x>"
            })
    void fileThatABrowserOpens_isAPageWhateverItBeginsWith(String name, String content) {
        EmailActivity event = withFile(name, bytes(content));
        assertThat(first(event).traits()).contains(Trait.HTML_FORM);
        assertThat(hrefs(event)).containsExactly("https://a.example/1");
    }

    @Test
    void savedPage_isOpenedAsTheMessageThatItIs() {
        EmailActivity event = withFile("a.mht", bytes("""
                From: <Saved by a browser>
                MIME-Version: 1.0
                Content-Type: multipart/related; boundary=m

                --m
                Content-Type: text/html

                <form action='https://a.example/1'><input></form>
                --m--
                """));
        assertThat(first(event).type()).isEqualTo("eml");
        assertThat(hrefs(event)).containsExactly("https://a.example/1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.url|[InternetShortcut] URL=https://a.example/s",
                "a.webloc|<?xml version=\"1.0\"?><plist><string>https://a.example/s</string></plist>",
                "a.library-ms|<?xml version=\"1.0\"?><x><url>https://a.example/s</url></x>",
                "a.vcf|BEGIN:VCARD URL:https://a.example/s"
            })
    void shortcut_givesWhereItLeads(String name, String content) {
        assertThat(hrefs(withFile(name, bytes(content)))).containsExactly("https://a.example/s");
    }

    @Test
    void shortcutOfWindows_givesTheAddressInItsWideText() {
        byte[] link = Arrays.copyOf(bytes("L\0\0\0\1\24\2\0"), 300);
        byte[] wide = "https://a.example/s".getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(wide, 0, link, 120, wide.length);
        EmailActivity event = withFile("a.lnk", link);
        assertThat(hrefs(event)).containsExactly("https://a.example/s");
        assertThat(first(event).traits()).contains(Trait.SHORTCUT);
    }

    @Test
    void pdfThatCannotBeRead_stillGivesItsLinks() {
        EmailActivity event = withFile("a.pdf", bytes("%PDF-1.4\n1 0 obj<</A<</S/URI/URI (https://a.example/p)>>>>"));
        assertThat(event.problems()).extracting(Problem::code).containsExactly("pdf-broken");
        assertThat(hrefs(event)).containsExactly("https://a.example/p");
    }

    @Test
    void archiveBehindOtherBytes_isOpened() {
        byte[] zip = pack("run.js", "x");
        byte[] shifted = new byte[zip.length + 70];
        System.arraycopy(zip, 0, shifted, 70, zip.length);
        EmailActivity event = withFile("a.zip", shifted);
        assertThat(event.attachments()).extracting(Attachment::name).containsExactly("a.zip", "run.js");
    }

    @ParameterizedTest
    @CsvSource({"iso,CD001", "img,BEA01"})
    void diskImage_isNamed(String extension, String mark) {
        byte[] image = new byte[40_000];
        System.arraycopy(bytes(mark), 0, image, 0x8001, mark.length());
        assertThat(first(withFile("a." + extension, image)).traits()).contains(Trait.DISK_IMAGE, Trait.NOT_OPENED);
    }

    @Test
    void archiveThatIsNotOpened_saysSo() {
        Map<String, String> marks = Map.of("rar", "Rar!\032\007\0", "7z", "7z\274\257\047\034", "cab", "MSCF");
        marks.forEach((type, mark) -> {
            Attachment file = first(withFile("a." + type, bytes(mark + "x".repeat(40))));
            assertThat(file.type()).isEqualTo(type);
            assertThat(file.traits()).contains(Trait.ARCHIVE, Trait.NOT_OPENED);
        });
    }

    @Test
    void calendar_givesItsLinksAndOrganiser() {
        EmailActivity event = withFile("a.ics", bytes("""
                BEGIN:VCALENDAR
                BEGIN:VEVENT
                ORGANIZER;CN=X:mailto:x@evil.example
                DESCRIPTION:Join https://a.example/lo
                 ng
                ATTACH:https://a.example/att
                END:VEVENT
                END:VCALENDAR
                """));
        assertThat(hrefs(event)).containsExactly("https://a.example/long", "https://a.example/att");
        assertThat(event.problems()).extracting(Problem::code).containsExactly("calendar-organizer-differs");
    }

    @Test
    void codeDrawnInCharacters_isRead() {
        String drawing = AttachedFiles.blocks(CODE);
        String head =
                "From: a@b.example\nDate: Tue, 3 Mar 2026 08:15:27 +0000\nContent-Type: text/%s; charset=utf-8\n\n";
        List<String> mails = List.of(
                head.formatted("plain") + "Scan\n" + drawing,
                head.formatted("html") + "<pre>" + drawing + "</pre>",
                head.formatted("html") + "<p style='white-space:pre'>" + drawing.replace("\n", "<br>") + "</p>",
                head.formatted("html") + AttachedFiles.cells(CODE));
        for (String mail : mails) {
            assertThat(hrefs(Samples.parseWithLinks(mail.getBytes(StandardCharsets.UTF_8))))
                    .as(mail)
                    .containsExactly(CODE);
        }
    }

    @Test
    void barsDrawnInCharacters_areNoCode() {
        String bars = "████████ 40 %\n████ 20 %\n".repeat(12);
        assertThat(DrawnCode.in(bars, new Budget())).isEmpty();
    }

    @Test
    void everyFileThatCannotBeRead_isNamed() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("one.zip", bytes("PK\3\4broken"));
        files.put("two.zip", bytes("PK\3\4broken"));
        files.put("three.gz", bytes("\037\213broken"));
        EmailActivity event = Samples.parseWithLinks(AttachedFiles.mail("see attached", files));
        assertThat(event.problems())
                .extracting(problem -> problem.code() + " " + problem.detail().replaceAll(".*, in ", ""))
                .containsExactly("zip-broken one.zip", "zip-broken two.zip", "gzip-broken three.gz");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 0 m 9e8 9e8 -9e8 9e8 3 3 c 5 w S",
                "[0.0001] 0 d 0 0 m 500 800 l S",
                "0 0 m 9e7 0 9e7 9e7 0 9e7 c f"
            })
    void pageDrawnFarBeyondItself_costsNoMoreThanItsArea(String commands) {
        EmailActivity event = withFile("a.pdf", AttachedFiles.drawing((commands + " ").repeat(200)));
        assertThat(first(event).type()).isEqualTo("pdf");
        assertThat(event.problems()).extracting(Problem::detail).allMatch(detail -> detail.startsWith("painted"));
    }

    @Test
    void pagePaintedOverAndOver_isGivenUpAndNamed() {
        EmailActivity event = withFile("a.pdf", AttachedFiles.drawing("0 0 600 900 re f ".repeat(20_000)));
        assertThat(event.problems())
                .extracting(Problem::detail)
                .containsExactly("painted more than 60.0 times the page, in a.pdf");
    }

    @Test
    void codeDrawnOnAPage_isRead() {
        StringBuilder commands = new StringBuilder();
        String[] rows = AttachedFiles.blocks(CODE).split("\n");
        for (int y = 0; y < rows.length; y++) {
            for (int x = 0; x < rows[y].length(); x++) {
                char c = rows[y].charAt(x);
                commands.append(c == '\u2580' || c == '\u2588' ? square(x, 2 * y) : "");
                commands.append(c == '\u2584' || c == '\u2588' ? square(x, 2 * y + 1) : "");
            }
        }
        assertThat(hrefs(withFile("a.pdf", AttachedFiles.drawing(commands.toString()))))
                .containsExactly(CODE);
    }

    private static String square(int x, int y) {
        return (100 + 5 * x) + " " + (700 - 5 * y) + " 5 5 re f ";
    }
}
