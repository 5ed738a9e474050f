package dev.kith.simulate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes small valid files: PDF (ISO 32000), workbooks and documents (ECMA-376), invitations (RFC 5545). */
final class Documents {
    /** Lines that fit on the one page at the leading used. */
    private static final int PDF_LINES_MAX = 40;

    private static final LocalDateTime ZIP_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private Documents() {}

    static Attachment pdf(String name, List<String> lines, Optional<String> link) {
        StringBuilder text = new StringBuilder("BT /F1 11 Tf 60 780 Td 15 TL\n");
        for (String line : lines.subList(0, Math.min(lines.size(), PDF_LINES_MAX))) {
            text.append('(').append(pdfText(line)).append(") Tj T*\n");
        }
        text.append("ET\n");
        List<String> objects = new ArrayList<>();
        objects.add("<< /Type /Catalog /Pages 2 0 R >>");
        objects.add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        objects.add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
                + " /Resources << /Font << /F1 5 0 R >> >>" + (link.isPresent() ? " /Annots [6 0 R]" : "") + " >>");
        objects.add("<< /Length " + text.length() + " >>\nstream\n" + text + "endstream");
        objects.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
        link.ifPresent(target -> objects.add("<< /Type /Annot /Subtype /Link /Rect [60 400 400 440] /Border [0 0 0]"
                + " /A << /S /URI /URI (" + pdfText(target) + ") >> >>"));
        StringBuilder file = new StringBuilder("%PDF-1.4\n");
        List<Integer> offsets = new ArrayList<>();
        for (int i = 0; i < objects.size(); i++) {
            offsets.add(file.length());
            file.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
        }
        int table = file.length();
        file.append("xref\n0 ").append(objects.size() + 1).append("\n0000000000 65535 f \n");
        for (int offset : offsets) {
            file.append(String.format(Locale.ROOT, "%010d 00000 n \n", offset));
        }
        file.append("trailer\n<< /Size ")
                .append(objects.size() + 1)
                .append(" /Root 1 0 R >>\nstartxref\n")
                .append(table)
                .append("\n%%EOF\n");
        return new Attachment(name, "application/pdf", encode(file.toString().getBytes(StandardCharsets.ISO_8859_1)));
    }

    static Attachment workbook(String name, List<List<String>> rows) {
        StringBuilder sheet = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet xmlns=\""
                + "http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
        for (List<String> row : rows) {
            sheet.append("<row>");
            for (String cell : row) {
                sheet.append("<c t=\"inlineStr\"><is><t>")
                        .append(Html.escape(cell))
                        .append("</t></is></c>");
            }
            sheet.append("</row>");
        }
        sheet.append("</sheetData></worksheet>");
        String types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                contentTypes(
                        "/xl/workbook.xml",
                        types + "sheet.main+xml",
                        "/xl/worksheets/sheet1.xml",
                        types + "worksheet+xml"));
        parts.put("_rels/.rels", relation("officeDocument", "xl/workbook.xml"));
        parts.put(
                "xl/workbook.xml",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><workbook xmlns=\""
                        + "http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\""
                        + "http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
                        + "<sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        parts.put("xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml"));
        parts.put("xl/worksheets/sheet1.xml", sheet.toString());
        return new Attachment(name, types + "sheet", zip(parts));
    }

    static Attachment document(String name, List<String> paragraphs) {
        StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\""
                + "http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>");
        for (String paragraph : paragraphs) {
            text.append("<w:p><w:r><w:t>").append(Html.escape(paragraph)).append("</w:t></w:r></w:p>");
        }
        text.append("</w:body></w:document>");
        String types = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", contentTypes("/word/document.xml", types + ".main+xml"));
        parts.put("_rels/.rels", relation("officeDocument", "word/document.xml"));
        parts.put("word/document.xml", text.toString());
        return new Attachment(name, types, zip(parts));
    }

    /** A recording of silence: eight-bit, 8 kHz WAVE. */
    static Attachment recording(String name, int millis) {
        int samples = millis * 8;
        byte[] wave = new byte[44 + samples];
        java.nio.ByteBuffer buffer = java.nio.ByteBuffer.wrap(wave).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        buffer.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + samples);
        buffer.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        buffer.putShort((short) 1)
                .putShort((short) 1)
                .putInt(8000)
                .putInt(8000)
                .putShort((short) 1)
                .putShort((short) 8);
        buffer.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(samples);
        java.util.Arrays.fill(wave, 44, wave.length, (byte) 128);
        return new Attachment(name, "audio/wav", encode(wave));
    }

    static Attachment page(String name, String html) {
        return new Attachment(name, "text/html", encode(html.getBytes(StandardCharsets.UTF_8)));
    }

    /** Several files packed into one archive, without compression. */
    static Attachment archive(String name, Map<String, String> textFiles) {
        return new Attachment(name, "application/zip", zip(textFiles));
    }

    private static String contentTypes(String... partsAndTypes) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Types xmlns=\""
                + "http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\""
                + "application/vnd.openxmlformats-package.relationships+xml\"/>");
        for (int i = 0; i < partsAndTypes.length; i += 2) {
            xml.append("<Override PartName=\"")
                    .append(partsAndTypes[i])
                    .append("\" ContentType=\"")
                    .append(partsAndTypes[i + 1])
                    .append("\"/>");
        }
        return xml.append("</Types>").toString();
    }

    private static String relation(String type, String target) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Relationships xmlns=\""
                + "http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\""
                + "http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + type + "\" Target=\""
                + target
                + "\"/></Relationships>";
    }

    private static String zip(Map<String, String> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            zip.setMethod(ZipOutputStream.STORED);
            for (Map.Entry<String, String> part : parts.entrySet()) {
                byte[] content = part.getValue().getBytes(StandardCharsets.UTF_8);
                CRC32 crc = new CRC32();
                crc.update(content);
                ZipEntry entry = new ZipEntry(part.getKey());
                entry.setTimeLocal(ZIP_TIME);
                entry.setSize(content.length);
                entry.setCrc(crc.getValue());
                zip.putNextEntry(entry);
                zip.write(content);
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to memory", e);
        }
        return encode(bytes.toByteArray());
    }

    private static String pdfText(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '(' || c == ')' || c == '\\') {
                out.append('\\').append(c);
            } else {
                out.append(c > 255 ? '?' : c);
            }
        }
        return out.toString();
    }

    private static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
