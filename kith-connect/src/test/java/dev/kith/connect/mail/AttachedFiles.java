package dev.kith.connect.mail;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.client.j2se.MatrixToImageWriter;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;

/** Files to attach, made when asked for. */
final class AttachedFiles {
    private static final byte[] DOCUMENT =
            "<w:p><w:t>Sign</w:t><w:instrText>HYPERLINK \"https://a.example/f\"</w:instrText></w:p>"
                    .getBytes(StandardCharsets.UTF_8);

    private AttachedFiles() {}

    static byte[] zip(Map<String, byte[]> members) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> member : members.entrySet()) {
                zip.putNextEntry(new ZipEntry(member.getKey()));
                zip.write(member.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The same zip with every member marked as encrypted. */
    static byte[] encryptedZip(Map<String, byte[]> members) {
        byte[] zip = zip(members);
        for (int i = 0; i + 10 < zip.length; i++) {
            if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2) {
                zip[i + 8] |= 1;
            }
        }
        return zip;
    }

    static byte[] gzip(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** One file in a tar archive (POSIX ustar). */
    static byte[] tar(String name, byte[] content) {
        byte[] tar = new byte[512 + (content.length + 511) / 512 * 512 + 1024];
        put(tar, 0, name);
        put(tar, 124, String.format(Locale.ROOT, "%011o", content.length));
        tar[156] = '0';
        put(tar, 257, "ustar");
        System.arraycopy(content, 0, tar, 512, content.length);
        return tar;
    }

    private static void put(byte[] into, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, into, at, bytes.length);
    }

    static BufferedImage code(String text) {
        try {
            return MatrixToImageWriter.toBufferedImage(
                    new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 200, 200));
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BitMatrix modules(String text) {
        try {
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 1, 1);
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A code in half blocks, two rows of modules to a line. */
    static String blocks(String text) {
        BitMatrix code = modules(text);
        StringBuilder out = new StringBuilder();
        for (int y = 0; y < code.getHeight(); y += 2) {
            for (int x = 0; x < code.getWidth(); x++) {
                boolean upper = code.get(x, y);
                boolean lower = y + 1 < code.getHeight() && code.get(x, y + 1);
                out.append(upper && lower ? '\u2588' : upper ? '\u2580' : lower ? '\u2584' : ' ');
            }
            out.append('\n');
        }
        return out.toString();
    }

    /** A code in cells of a table, dark and light. */
    static String cells(String text) {
        BitMatrix code = modules(text);
        StringBuilder out = new StringBuilder("<table>");
        for (int y = 0; y < code.getHeight(); y++) {
            out.append("<tr>");
            for (int x = 0; x < code.getWidth(); x++) {
                out.append("<td width=5 bgcolor=")
                        .append(code.get(x, y) ? "#101010" : "#ffffff")
                        .append("></td>");
            }
            out.append("</tr>");
        }
        return out.append("</table>").toString();
    }

    static byte[] png(BufferedImage image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A page with a text, a link annotation, a script that runs on opening, and a QR code as an image. */
    static byte[] pdf(String text, String link, String code) {
        BuiltInFont.install();
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream stream = new PDPageContentStream(document, page)) {
                stream.beginText();
                stream.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                stream.newLineAtOffset(50, 700);
                stream.showText(text);
                stream.endText();
                if (!code.isEmpty()) {
                    stream.drawImage(LosslessFactory.createFromImage(document, code(code)), 50, 300, 150, 150);
                }
            }
            PDActionURI action = new PDActionURI();
            action.setURI(link);
            PDAnnotationLink annotation = new PDAnnotationLink();
            annotation.setAction(action);
            annotation.setRectangle(new PDRectangle(50, 690, 200, 20));
            page.getAnnotations().add(annotation);
            document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)"));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A page drawn by commands of a content stream (ISO 32000-1, 8 and 9). */
    static byte[] drawing(String commands) {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            PDStream stream = new PDStream(document);
            try (OutputStream out = stream.createOutputStream()) {
                out.write(commands.getBytes(StandardCharsets.US_ASCII));
            }
            page.setContents(stream);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A mail with a text and files, each in base64. */
    static byte[] mail(String text, Map<String, byte[]> files) {
        StringBuilder mail = new StringBuilder("""
                From: Jane Roe <jane.roe@harbour-lines.example>
                To: ute.lehmann@quay.example
                Subject: files
                Message-ID: <files@harbour-lines.example>
                Date: Fri, 20 Mar 2026 08:00:00 +0000
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary="bound"

                --bound
                Content-Type: text/plain; charset=utf-8

                """);
        mail.append(text).append("\r\n");
        files.forEach((name, content) -> mail.append("--bound\r\nContent-Type: application/octet-stream; name=\"")
                .append(name)
                .append("\"\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\n")
                .append(Base64.getMimeEncoder().encodeToString(content))
                .append("\r\n"));
        return mail.append("--bound--\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A lure in every trick of hiding that is read, to be mutated. */
    static byte[] lure() {
        return """
                Received: from mx.lure.example (mx.lure.example [192.0.2.7]) by in.quay.example; Fri, 20 Mar 2026 08:00:00 +0000
                Authentication-Results: in.quay.example; spf=pass smtp.mailfrom=lure.example; dkim=fail header.d=lure.example
                From: "'Jane' via Team" <team@lists.lure.example>
                Reply-To: Jane <jane@partner.example>
                List-Post: <mailto:team@lists.lure.example>
                To: ute.lehmann@quay.example
                Subject: =?utf-8?Q?Re=3A_contract?=
                Message-ID: <lure@lure.example>
                Date: Fri, 20 Mar 2026 08:00:00 +0000
                MIME-Version: 1.0
                Content-Type: multipart/alternative; boundary="bound"

                --bound
                Content-Type: text/plain; charset=utf-8; format=flowed

                Please sign https://files.lure.example/1 today.
                On Thu, 19 Mar 2026 Ute <ute.lehmann@quay.example> wrote:
                > Which contract?
                --bound
                Content-Type: text/html; charset=utf-8

                <html><head><base href="https://lure.example/a/"><style>.h{display:none} table .t{color:#fff}
                @media all{#i{font-size:0}}</style></head><body bgcolor=white><p class=h>hidden words</p>
                <div style="color:rgba(0,0,0,0);text-indent:-999px;background:url(x.png)">more</div>
                <a href="https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Flure.example%2Fb&data=1">open</a>
                <a href="java&Tab;script:location='https://lure.example/c'">run</a><img src="data:image/png;base64,iVBORw0KGgo=">
                <form action=login><input type=password></form><iframe srcdoc="<a href='https://lure.example/d'>x</a>"></iframe>
                <blockquote type=cite>old words</blockquote><!--[if mso]><v:rect href="https://lure.example/e"></v:rect><![endif]-->
                </body></html>
                --bound--
                """.getBytes(StandardCharsets.UTF_8);
    }

    /** Mails with one of each kind of file, to be mutated. */
    static List<byte[]> messages() {
        byte[] pdf = pdf("Scan the code", "https://files.example/1", "https://code.example/2");
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("a/readme.txt", "see https://a.example".getBytes(StandardCharsets.UTF_8));
        members.put("inner.zip", zip(Map.of("x.js", "WScript.Echo(1)".getBytes(StandardCharsets.UTF_8))));
        return List.of(
                mail("one", Map.of("plan.pdf", pdf)),
                mail("two", Map.of("plan.zip", zip(members))),
                mail("doc", Map.of("plan.docx", zip(Map.of("word/document.xml", DOCUMENT)))),
                mail("dat", Map.of("winmail.dat", PackedMailTest.winmail())),
                mail("three", Map.of("code.png", png(code("https://code.example/3")))),
                mail("four", Map.of("plan.tgz", gzip(tar("plan.pdf", pdf)))));
    }
}
