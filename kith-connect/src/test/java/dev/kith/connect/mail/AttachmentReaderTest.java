package dev.kith.connect.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.event.Attachment;
import dev.kith.event.Attachment.Trait;
import dev.kith.event.EmailActivity;
import dev.kith.event.Link;
import dev.kith.event.MailText;
import dev.kith.event.Problem;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AttachmentReaderTest {
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static EmailActivity withFile(String name, byte[] content) {
        return Samples.parse(AttachedFiles.mail("see attached", Map.of(name, content)));
    }

    private static Attachment only(EmailActivity event) {
        assertThat(event.attachments()).hasSize(1);
        return event.attachments().get(0);
    }

    private static List<String> hrefs(EmailActivity event, Link.Place place) {
        return event.links().stream()
                .filter(link -> link.place() == place)
                .map(Link::href)
                .toList();
    }

    private static List<String> codes(EmailActivity event) {
        return event.problems().stream().map(Problem::code).toList();
    }

    @Test
    void pdf_givesItsLinksCodesAndScript() {
        EmailActivity event = withFile(
                "plan.pdf", AttachedFiles.pdf("Scan the code", "https://files.example/1", "https://code.example/2"));
        Attachment pdf = only(event);
        assertThat(pdf.type()).isEqualTo("pdf");
        assertThat(pdf.traits()).containsExactlyInAnyOrder(Trait.QR_CODE, Trait.PDF_SCRIPT);
        assertThat(hrefs(event, Link.Place.PDF)).containsExactly("https://files.example/1");
        assertThat(hrefs(event, Link.Place.QR_CODE)).containsExactly("https://code.example/2");
        assertThat(event.text().preview()).contains("Scan the code");
    }

    @Test
    void codeInImage_givesItsAddress() {
        EmailActivity event = withFile("x.png", AttachedFiles.png(AttachedFiles.code("https://code.example/a?b=c")));
        assertThat(only(event).traits()).contains(Trait.QR_CODE);
        assertThat(hrefs(event, Link.Place.QR_CODE)).containsExactly("https://code.example/a?b=c");
    }

    @Test
    void archiveInArchive_isOpenedAndItsMembersKeepTheirDepth() {
        byte[] inner = AttachedFiles.zip(Map.of("invoice.pdf.js", bytes("WScript.Echo(1)")));
        EmailActivity event = withFile("outer.zip", AttachedFiles.zip(Map.of("inner.zip", inner)));
        assertThat(event.attachments()).extracting(Attachment::depth).containsExactly(0, 1, 2);
        assertThat(event.attachments().get(2).traits()).contains(Trait.SCRIPT, Trait.DOUBLE_EXTENSION);
    }

    @Test
    void gzippedTar_isOpened() {
        EmailActivity event =
                withFile("a.tgz", AttachedFiles.gzip(AttachedFiles.tar("b/run.exe", bytes("MZ-not-really"))));
        assertThat(event.attachments()).extracting(Attachment::type).containsExactly("gz", "tar", "exe");
        assertThat(event.attachments().get(2).traits()).contains(Trait.EXECUTABLE);
    }

    @Test
    void archiveDeeperThanTheLimit_isNotOpenedAndSaysSo() {
        byte[] zip = AttachedFiles.zip(Map.of("end.txt", bytes("end")));
        for (int i = 0; i < 6; i++) {
            zip = AttachedFiles.zip(Map.of("in.zip", zip));
        }
        EmailActivity event = withFile("a.zip", zip);
        assertThat(codes(event)).contains("archive-too-deep");
        assertThat(event.attachments().get(Budget.ARCHIVE_DEPTH_MAX).traits()).contains(Trait.NOT_OPENED);
    }

    @Test
    void archiveThatUnpacksWithoutEnd_isCutAtTheLimit() {
        byte[] zeros = new byte[8 << 20];
        Map<String, byte[]> members = new LinkedHashMap<>();
        for (int i = 0; i < 8; i++) {
            members.put("zeros" + i, zeros);
        }
        EmailActivity event = withFile("bomb.zip", AttachedFiles.zip(members));
        assertThat(codes(event)).contains("archive-too-large");
    }

    @Test
    void encryptedArchiveWithPasswordInTheText_isBothNamed() {
        byte[] zip = AttachedFiles.encryptedZip(Map.of("invoice.exe", bytes("MZ")));
        EmailActivity event = Samples.parse(AttachedFiles.mail("The password is: 4711", Map.of("i.zip", zip)));
        assertThat(event.attachments().get(0).traits()).contains(Trait.ENCRYPTED, Trait.ARCHIVE);
        assertThat(event.attachments().get(1).traits()).contains(Trait.EXECUTABLE, Trait.NOT_OPENED);
        assertThat(event.text().traits()).contains(MailText.Trait.PASSWORD_GIVEN);
    }

    @Test
    void officeFileWithMacroAndRemoteTemplate_isKnown() {
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("[Content_Types].xml", bytes("<Types/>"));
        members.put("word/document.xml", bytes("<document/>"));
        members.put("word/vbaProject.bin", bytes("x"));
        members.put(
                "word/_rels/settings.xml.rels",
                bytes("<Relationships><Relationship Type=\"http://schemas.example/attachedTemplate\""
                        + " Target=\"https://t.example/t.dotm\" TargetMode=\"External\"/></Relationships>"));
        EmailActivity event = withFile("offer.docx", AttachedFiles.zip(members));
        Attachment office = only(event);
        assertThat(office.type()).isEqualTo("docx");
        assertThat(office.traits()).containsExactlyInAnyOrder(Trait.MACRO, Trait.REMOTE_TEMPLATE);
        assertThat(hrefs(event, Link.Place.OFFICE)).containsExactly("https://t.example/t.dotm");
    }

    @Test
    void htmlAttachment_isReadAsAPage() {
        EmailActivity event = withFile(
                "login.html",
                bytes("<html><script>navigator.msSaveBlob(b)</script><form><input></form>"
                        + "<a href=\"https://a.example/\">a</a></html>"));
        assertThat(only(event).traits())
                .containsExactlyInAnyOrder(Trait.HTML_FORM, Trait.HTML_SCRIPT, Trait.HTML_SMUGGLING);
        assertThat(hrefs(event, Link.Place.HTML_ATTACHMENT)).containsExactly("https://a.example/");
    }

    @Test
    void nameThatLies_isKnown() {
        assertThat(only(withFile("report\u202efdp.exe", bytes("MZ"))).traits())
                .contains(Trait.DECEPTIVE_NAME, Trait.EXECUTABLE);
        assertThat(only(withFile("scan.pdf", bytes("<html><body>x</body></html>")))
                        .traits())
                .contains(Trait.TYPE_MISMATCH);
        assertThat(only(withFile("plan.txt", bytes("plan"))).traits()).isEmpty();
    }

    @Test
    void oneFileTwice_hasOneHash() {
        EmailActivity a = withFile("a.txt", bytes("same"));
        EmailActivity b = withFile("b.txt", bytes("same"));
        EmailActivity c = withFile("a.txt", bytes("other"));
        assertThat(only(a).hash()).isEqualTo(only(b).hash()).isNotEqualTo(only(c).hash());
    }
}
