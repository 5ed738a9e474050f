package dev.kith.server.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.WriterOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/**
 * The report as one HTML file that loads nothing: its styles stand in it, it has no script, and its own
 * Content-Security-Policy forbids everything else. Foreign text is made visible ({@link Shown}) and escaped for its
 * place by the templates.
 */
public final class ReportPage {
    /** Says in the page that kith wrote it, so that only our own reports are ever replaced. */
    static final String GENERATOR = "kith report";

    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(ContentType.Html);

    private ReportPage() {}

    /**
     * Writes the page. The same summary gives the same bytes.
     *
     * @param version kith's own
     * @throws IOException when the writer fails
     */
    public static void write(ScanSummary scan, String version, Writer out) throws IOException {
        String styles = resource("tokens.css") + resource("kith.css") + resource("report.css");
        Head head = new Head(GENERATOR, version, styles, policy(styles));
        try {
            TEMPLATES.render("report.jte", Map.of("view", ReportViews.of(scan), "head", head), new WriterOutput(out));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** What stands in the page's head. {@code styles} is ours and goes in as it is. */
    public record Head(String generator, String version, String styles, String policy) {}

    private static String policy(String styles) {
        return "default-src 'none'; style-src 'sha256-" + sha256(styles)
                + "'; img-src data:; base-uri 'none'; form-action 'none'";
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = ReportPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
