package dev.kith.connect.mail;

import dev.kith.event.Attachment.Trait;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.action.PDAction;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * What a PDF links to, says and would do: link annotations, actions, text, QR codes in its images and, where a first page
 * shows little text, as drawn. Scripts are seen, never run. The work is bounded by operators, pages and pixels.
 */
final class PdfReader {
    private static final int OPERATORS_MAX = 100_000; // chosen by hand: a dense page of a map has about 50,000
    private static final int TEXT_PAGES_MAX = 3; // chosen by hand: a lure tells its story on the first page
    private static final int IMAGES_PER_PAGE_MAX = 6;
    private static final int ADDRESSES_MAX = 200;
    private static final int ADDRESS_CHARS_MAX = 2_000; // chosen by hand
    private static final byte[] URI = "/URI".getBytes(StandardCharsets.ISO_8859_1);
    private static final int TEXT_CHARS_MAX = 20_000;
    private static final int DRAWN_TEXT_CHARS_MAX = 1_500; // chosen by hand: pages with more text are read as text
    private static final float DRAWN_DPI = 110; // chosen by hand: three pixels for a module of a code 25 mm wide
    private static final float SIDE_POINTS_MAX = 1_500; // A2; larger pages are not drawn

    /** PDFBox warns of every oddity of a file; ours to judge, not to print. */
    private static final Logger QUIET = Logger.getLogger("org.apache");

    static {
        QUIET.setLevel(Level.OFF);
        BuiltInFont.install();
    }

    private final Budget budget;
    private final QrReader codes;
    private final Set<Trait> traits = EnumSet.noneOf(Trait.class);
    private final List<String> addresses = new ArrayList<>();
    private final List<String> codeTexts = new ArrayList<>();
    private String text = "";

    /** @param codes texts of QR codes */
    record Pdf(Set<Trait> traits, List<String> addresses, List<String> codes, String text) {}

    private PdfReader(Budget budget) {
        this.budget = budget;
        this.codes = new QrReader(budget);
    }

    static Pdf read(byte[] bytes, Budget budget) {
        PdfReader reader = new PdfReader(budget);
        if (!budget.takeDocument() || !StreamGuard.bearable(bytes, budget)) {
            reader.traits.add(Trait.NOT_OPENED);
        } else {
            reader.open(bytes);
        }
        return new Pdf(reader.traits, reader.addresses, reader.codeTexts, reader.text);
    }

    private void open(byte[] bytes) {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            actions(document.getDocumentCatalog());
            int index = 0;
            for (PDPage page : document.getPages()) {
                if (!budget.takePage()) {
                    break;
                }
                annotations(page);
                if (index < TEXT_PAGES_MAX) {
                    images(page);
                }
                index++;
            }
            text = text(document);
            addresses.addAll(Uris.in(text, ADDRESSES_MAX));
            if (codeTexts.isEmpty() && text.length() < DRAWN_TEXT_CHARS_MAX && budget.takeRenderedPage()) {
                codeTexts.addAll(drawn(document));
            }
        } catch (InvalidPasswordException e) {
            traits.add(Trait.ENCRYPTED);
            traits.add(Trait.NOT_OPENED);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // PDFBox is lenient but not total; what was read so far stands
            budget.problem("pdf-broken", String.valueOf(e.getMessage()));
            addresses.addAll(written(bytes));
        }
    }

    /** Link actions as they stand in the bytes of a file that could not be read; other programs may repair it. */
    private static List<String> written(byte[] bytes) {
        List<String> found = new ArrayList<>();
        int at = FileType.indexOf(bytes, URI, 0, bytes.length);
        while (at >= 0 && found.size() < ADDRESSES_MAX) {
            int start = at + URI.length;
            int end = start;
            while (end < bytes.length && bytes[end] != ')' && end - start < ADDRESS_CHARS_MAX) {
                end++;
            }
            String action = new String(bytes, start, end - start, StandardCharsets.ISO_8859_1).strip();
            if (action.startsWith("(")) {
                found.add(action.substring(1).strip());
            }
            at = FileType.indexOf(bytes, URI, start, bytes.length);
        }
        return found;
    }

    private void actions(PDDocumentCatalog catalog) throws IOException {
        if (catalog.getOpenAction() instanceof PDAction action) {
            action(action);
        }
        if (catalog.getNames() != null && catalog.getNames().getJavaScript() != null) {
            traits.add(Trait.PDF_SCRIPT);
        }
        if (catalog.getNames() != null && catalog.getNames().getEmbeddedFiles() != null) {
            budget.problem("pdf-embeds-file", "a PDF carries files of its own");
        }
    }

    private void action(PDAction action) {
        if (action instanceof PDActionURI uri && uri.getURI() != null) {
            address(uri.getURI());
        } else if (action instanceof PDActionJavaScript) {
            traits.add(Trait.PDF_SCRIPT);
        } else if (action instanceof PDActionLaunch) {
            traits.add(Trait.PDF_LAUNCH);
        }
    }

    private void address(String address) {
        if (addresses.size() < ADDRESSES_MAX) {
            addresses.add(address.strip());
        }
    }

    private void annotations(PDPage page) throws IOException {
        int seen = 0;
        for (PDAnnotation annotation : page.getAnnotations()) {
            if (seen++ > ADDRESSES_MAX) {
                return;
            }
            if (annotation instanceof PDAnnotationLink link && link.getAction() != null) {
                action(link.getAction());
            } else if (annotation instanceof PDAnnotationWidget widget && widget.getAction() != null) {
                action(widget.getAction());
            }
        }
    }

    private void images(PDPage page) throws IOException {
        PDResources resources = page.getResources();
        if (resources == null) {
            return;
        }
        int seen = 0;
        for (COSName name : resources.getXObjectNames()) {
            if (seen >= IMAGES_PER_PAGE_MAX || !resources.isImageXObject(name)) {
                continue;
            }
            seen++;
            PDXObject object = resources.getXObject(name);
            if (object instanceof PDImageXObject image
                    && Math.min(image.getWidth(), image.getHeight()) >= 42
                    && budget.takeImage((long) image.getWidth() * image.getHeight())) {
                codeTexts.addAll(codes.read(image.getImage()));
            }
        }
    }

    private static String text(PDDocument document) throws IOException {
        PDFTextStripper stripper = new BoundedStripper();
        stripper.setEndPage(TEXT_PAGES_MAX);
        return Words.cut(stripper.getText(document), TEXT_CHARS_MAX);
    }

    private List<String> drawn(PDDocument document) throws IOException {
        if (document.getNumberOfPages() == 0) {
            return List.of();
        }
        PDPage page = document.getPage(0);
        float width = page.getCropBox().getWidth();
        float height = page.getCropBox().getHeight();
        if (width > SIDE_POINTS_MAX || height > SIDE_POINTS_MAX) {
            return List.of();
        }
        BufferedImage image =
                new PageDrawing(document, width * height).renderImageWithDPI(0, DRAWN_DPI, ImageType.GRAY);
        return codes.read(image);
    }

    private static final class BoundedStripper extends PDFTextStripper {
        private int operators = OPERATORS_MAX;

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            if (operators-- <= 0) {
                throw new PageDrawing.TooMuch("more than " + OPERATORS_MAX + " operators of text");
            }
            super.processOperator(operator, operands);
        }
    }
}
