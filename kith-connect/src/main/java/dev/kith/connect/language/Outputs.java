package dev.kith.connect.language;

import dev.kith.event.Intent;
import java.util.Locale;

/**
 * What the sentence model scores: each intent, and after them what kind of ordinary text a sentence belongs to.
 * The latter never leave this package; they let the document model see "a password in a mail about code".
 */
final class Outputs {
    /** Kinds of ordinary text. */
    enum Context {
        BUSINESS,
        TECHNICAL,
        PERSONAL,
        BULK,
        NOTICE
    }

    static final Intent[] INTENTS = Intent.values();
    static final int INTENT_COUNT = INTENTS.length;
    static final int CONTEXT_COUNT = Context.values().length;
    static final int COUNT = INTENT_COUNT + CONTEXT_COUNT;

    private Outputs() {}

    /** Index of the output called so. */
    static int index(String name) {
        String sought = name.toUpperCase(Locale.ROOT);
        for (int i = 0; i < COUNT; i++) {
            if (name(i).equals(sought)) {
                return i;
            }
        }
        throw new IllegalArgumentException("neither intent nor context: " + name);
    }

    static String name(int output) {
        return output < INTENT_COUNT ? INTENTS[output].name() : Context.values()[output - INTENT_COUNT].name();
    }

    /** One line that names all outputs: a model is only good for the outputs it was trained for. */
    static String signature() {
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < COUNT; i++) {
            names.append(name(i)).append(' ');
        }
        return names.toString().trim();
    }

    static double sigmoid(double logit) {
        return 1 / (1 + StrictMath.exp(-logit));
    }
}
