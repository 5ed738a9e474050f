package dev.kith.connect.mail;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/**
 * Draws a page of a PDF within bounds: so many operators, so many times the page's area painted, no point far outside the
 * page, no dashes, no letters larger than a page. Each of these costs seconds when a file is made for it: the platform
 * breaks curves and dashes into as many pieces as they are long.
 */
final class PageDrawing extends PDFRenderer {
    private static final int OPERATORS_MAX = 100_000; // chosen by hand: a dense page of a map has about 50,000
    private static final float PAGES_PAINTED_MAX =
            60; // chosen by hand: grounds and boxes of a letter make three or four
    private static final float SHADING_SHARE = 10; // a shading costs about ten times a plain fill; measured
    private static final float LETTER_SHARE = 0.0005f; // chosen by hand: 2,000 letters to a page
    private static final float COORDINATE_MAX = 6_000; // points; four times the largest page drawn

    private final float pageArea;

    /** @param pageArea of the first page, in square points */
    PageDrawing(PDDocument document, float pageArea) {
        super(document);
        this.pageArea = pageArea;
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
        return new Drawer(parameters, pageArea);
    }

    /** More drawing than a page of a letter needs. */
    static final class TooMuch extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooMuch(String message) {
            super(message);
        }
    }

    private static final class Drawer extends PageDrawer {
        private final float pageArea;
        private int operators = OPERATORS_MAX;
        private float painted;

        Drawer(PageDrawerParameters parameters, float pageArea) throws IOException {
            super(parameters);
            this.pageArea = Math.max(1, pageArea);
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            if (operators-- <= 0) {
                throw new TooMuch("more than " + OPERATORS_MAX + " drawing operators");
            }
            super.processOperator(operator, operands);
        }

        private void paint(float pages) {
            painted += pages;
            if (painted > PAGES_PAINTED_MAX) {
                throw new TooMuch("painted more than " + PAGES_PAINTED_MAX + " times the page");
            }
        }

        private void paintPath() {
            Rectangle2D bounds = getLinePath().getBounds2D();
            paint((float) Math.min(1, bounds.getWidth() * bounds.getHeight() / pageArea));
        }

        private static float bounded(float coordinate) {
            return Math.max(-COORDINATE_MAX, Math.min(COORDINATE_MAX, coordinate));
        }

        @Override
        public void moveTo(float x, float y) {
            super.moveTo(bounded(x), bounded(y));
        }

        @Override
        public void lineTo(float x, float y) {
            super.lineTo(bounded(x), bounded(y));
        }

        @Override
        public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
            super.curveTo(bounded(x1), bounded(y1), bounded(x2), bounded(y2), bounded(x3), bounded(y3));
        }

        @Override
        public void setLineDashPattern(COSArray array, int phase) {
            // lines are drawn whole
        }

        @Override
        public void fillPath(int windingRule) throws IOException {
            paintPath();
            super.fillPath(windingRule);
        }

        @Override
        public void strokePath() throws IOException {
            paintPath();
            super.strokePath();
        }

        @Override
        public void fillAndStrokePath(int windingRule) throws IOException {
            paintPath();
            super.fillAndStrokePath(windingRule);
        }

        @Override
        public void shadingFill(COSName shadingName) throws IOException {
            paint(SHADING_SHARE);
            super.shadingFill(shadingName);
        }

        @Override
        public void showTransparencyGroup(PDTransparencyGroup form) throws IOException {
            paint(2); // drawn aside, then copied
            super.showTransparencyGroup(form);
        }

        @Override
        public void drawImage(PDImage image) throws IOException {
            if ((long) image.getWidth() * image.getHeight() <= Budget.PIXELS_MAX) {
                Matrix place = getGraphicsState().getCurrentTransformationMatrix();
                paint(Math.min(1, Math.abs(place.getScalingFactorX() * place.getScalingFactorY()) / pageArea));
                super.drawImage(image);
            }
        }

        @Override
        protected void showFontGlyph(Matrix matrix, PDFont font, int code, Vector displacement) throws IOException {
            float size = Math.max(Math.abs(matrix.getScalingFactorX()), Math.abs(matrix.getScalingFactorY()));
            if (size * size <= pageArea) {
                paint(LETTER_SHARE);
                super.showFontGlyph(matrix, font, code, displacement);
            }
        }
    }
}
