package dev.kith.connect.sigma;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The forms in which a text may stand, as modifiers ask for them. */
final class Encodings {
    /** What stands for the hyphen before an option of a Windows program. */
    private static final String DASHES = "-/\u2013\u2014\u2015";

    private Encodings() {}

    static List<String> variants(String written, Set<String> modifiers) {
        List<String> texts = modifiers.contains("windash") ? dashes(written) : List.of(written);
        boolean wide = modifiers.contains("wide") || modifiers.contains("utf16le");
        Set<String> variants = new LinkedHashSet<>();
        for (String text : texts) {
            byte[] bytes = text.getBytes(wide ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8);
            if (modifiers.contains("base64")) {
                variants.add(Base64.getEncoder().encodeToString(bytes));
            } else if (modifiers.contains("base64offset")) {
                variants.addAll(offsets(bytes));
            } else {
                variants.add(wide ? new String(bytes, StandardCharsets.ISO_8859_1) : text);
            }
        }
        return new ArrayList<>(variants);
    }

    /** The text with each kind of dash where an option begins. */
    private static List<String> dashes(String written) {
        Set<String> variants = new LinkedHashSet<>();
        variants.add(written);
        for (int d = 0; d < DASHES.length(); d++) {
            StringBuilder variant = new StringBuilder(written);
            for (int i = 0; i < variant.length(); i++) {
                boolean begins = i == 0 || variant.charAt(i - 1) == ' ';
                if (begins && (variant.charAt(i) == '-' || variant.charAt(i) == '/')) {
                    variant.setCharAt(i, DASHES.charAt(d));
                }
            }
            variants.add(variant.toString());
        }
        return List.copyOf(variants);
    }

    /** The three forms that a text can have within something longer, without the characters that its neighbours change. */
    private static List<String> offsets(byte[] bytes) {
        int[] begin = {0, 2, 3};
        int[] end = {0, 3, 2};
        List<String> forms = new ArrayList<>();
        for (int shift = 0; shift < 3; shift++) {
            byte[] shifted = new byte[shift + bytes.length];
            System.arraycopy(bytes, 0, shifted, shift, bytes.length);
            String encoded = Base64.getEncoder().encodeToString(shifted);
            int cut = end[shifted.length % 3];
            forms.add(encoded.substring(begin[shift], Math.max(begin[shift], encoded.length() - cut)));
        }
        return forms;
    }
}
