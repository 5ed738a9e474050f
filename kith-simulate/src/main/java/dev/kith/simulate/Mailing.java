package dev.kith.simulate;

import dev.kith.simulate.Label.Truth;
import java.util.Locale;

/**
 * A mail that is being sent: what it says, who sends it from where, and the truth about it.
 *
 * @param envelope the envelope sender; empty for bounces
 */
record Mailing(Draft draft, Presence presence, MailSystem system, String language, String envelope, Mark mark) {
    static Mailing of(Draft draft, Presence presence, MailSystem system, String language, Mark mark) {
        return new Mailing(draft, presence, system, language, draft.from().address(), mark);
    }

    Mailing draft(Draft changed) {
        return new Mailing(changed, presence, system, language, envelope, mark);
    }

    Locale locale() {
        return switch (language) {
            case "en" -> Locale.UK;
            case "pt" -> new Locale("pt", "PT");
            default -> new Locale(language, language.toUpperCase(Locale.ROOT));
        };
    }

    /** The truth about a mail, for its label. */
    record Mark(Truth truth, String kind, String who, String step, String difficulty) {
        static Mark ordinary(String kind, String who) {
            return new Mark(Truth.LEGIT, kind, who, "", "");
        }

        static Mark attack(String kind, String who, String step, String difficulty) {
            return new Mark(Truth.ATTACK, kind, who, step, difficulty);
        }

        static Mark spam(String kind) {
            return new Mark(Truth.SPAM, kind, "", "", "");
        }
    }
}
