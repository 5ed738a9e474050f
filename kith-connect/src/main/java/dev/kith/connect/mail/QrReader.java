package dev.kith.connect.mail;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Addresses in QR codes (ISO/IEC 18004) of images, within a budget of images and pixels. */
final class QrReader {
    private static final int SIDE_MIN =
            42; // a code of version 1 has 21 modules; fewer than two pixels each cannot be read
    private static final int SIDE_WANTED = 1_000; // chosen by hand: larger images are read at a fraction of their size
    private static final double CONTRAST_MIN = 60; // chosen by hand: of 255, between the darkest and the lightest grey
    private static final long SOURCE_PIXELS_MAX = 40_000_000; // chosen by hand: above what telephones photograph
    private static final double DARK_SHARE_MIN = 0.3; // chosen by hand: a light code on a dark ground has more
    private static final int READ_SHARE =
            4; // reading a pixel and dropping it costs about a quarter of searching it; measured
    private static final int CODE_CHARS_MAX = 4_296; // ISO/IEC 18004: the largest code, alphanumeric

    private final Budget budget;

    QrReader(Budget budget) {
        this.budget = budget;
    }

    /** Texts of the codes in an encoded image; empty for none, and for what cannot be decoded. */
    List<String> read(byte[] encoded) {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(encoded))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return List.of();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return decode(reader).map(this::read).orElse(List.of());
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            // the decoders of the JDK throw many kinds on broken images
            budget.problem("image-broken", String.valueOf(e.getMessage()));
            return List.of();
        }
    }

    private Optional<BufferedImage> decode(ImageReader reader) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        long source = (long) width * height;
        if (width < SIDE_MIN || height < SIDE_MIN || isBanner(width, height)) {
            return Optional.empty();
        }
        if (source > SOURCE_PIXELS_MAX) {
            budget.problem("image-too-large", width + " x " + height + " pixels");
            return Optional.empty();
        }
        int step = Math.max(1, Math.min(width, height) / SIDE_WANTED);
        if (!budget.takeImage(Math.max(source / READ_SHARE, source / step / step))) {
            return Optional.empty();
        }
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(step, step, 0, 0);
        return Optional.of(reader.read(0, param));
    }

    /** Logos and rules are long and thin; a code is a square with little around it. */
    private static boolean isBanner(int width, int height) {
        return (long) Math.max(width, height) > 6L * Math.min(width, height);
    }

    List<String> read(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        Tones tones = onWhite(pixels);
        if (!tones.contrast()) {
            return List.of();
        }
        LuminanceSource source = new RGBLuminanceSource(width, height, pixels);
        List<String> found = attempt(new BinaryBitmap(new HybridBinarizer(source)));
        if (found.isEmpty()) {
            found = attempt(new BinaryBitmap(new GlobalHistogramBinarizer(source)));
        }
        if (found.isEmpty() && tones.darkShare() >= DARK_SHARE_MIN) {
            found = attempt(new BinaryBitmap(new HybridBinarizer(source.invert()))); // light on dark
        }
        return found;
    }

    /**
     * The greys of a picture.
     *
     * @param contrast whether there is enough of it for a code
     * @param darkShare share of the pixels that are darker than the middle
     */
    private record Tones(boolean contrast, double darkShare) {}

    /** Puts transparent pixels on white, and tells of the greys. */
    private static Tones onWhite(int[] pixels) {
        int dark = 0;
        int darkest = 255;
        int lightest = 0;
        for (int i = 0; i < pixels.length; i++) {
            int p = pixels[i];
            int alpha = p >>> 24;
            if (alpha < 128) {
                p = 0xffffffff;
                pixels[i] = p;
            }
            int grey = ((p >> 16 & 0xff) + 2 * (p >> 8 & 0xff) + (p & 0xff)) / 4;
            darkest = Math.min(darkest, grey);
            lightest = Math.max(lightest, grey);
            dark += grey < 128 ? 1 : 0;
        }
        return new Tones(lightest - darkest >= CONTRAST_MIN, (double) dark / Math.max(1, pixels.length));
    }

    private List<String> attempt(BinaryBitmap bitmap) {
        try {
            List<String> texts = new ArrayList<>();
            for (Result result :
                    new QRCodeMultiReader().decodeMultiple(bitmap, Map.of(DecodeHintType.TRY_HARDER, true))) {
                texts.add(Words.cut(result.getText().strip(), CODE_CHARS_MAX));
            }
            return texts;
        } catch (NotFoundException e) {
            return List.of();
        } catch (RuntimeException e) {
            // zxing is known to run past array ends on crafted patterns
            budget.problem("code-broken", String.valueOf(e.getMessage()));
            return List.of();
        }
    }
}
