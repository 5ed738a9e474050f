package dev.kith.simulate;

import java.util.Locale;

/** What happens to the organisation beside its ordinary life. */
public enum Story {
    /** Nothing: ordinary life, with the crude spam that everybody gets. */
    QUIET,
    /** Trusted partners are hijacked and write; a colleague falls for it; his account writes to colleagues, then to the world. */
    PARTNER_HIJACK,
    /** The same until colleagues were written to; then the account writes to the world, five mails an hour through the night. */
    SLOW_DRIP,
    /** Somebody who has left comes back for files, and a colleague carries files away; a third hands over what he leaves. */
    INSIDER,
    /** Hijacked partners ask, within real threads, to be paid to another bank account. */
    PAYMENT_DIVERSION,
    /** Strangers write under the names of executives, colleagues and partners from free mail and look-alike domains. */
    IMPERSONATION,
    /** Many small attacks of every kind, spread over the second part: what the weights are learned from. */
    MIXED;

    /** The name on the command line, such as {@code partner-hijack}. */
    public String option() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The story of that name on the command line. Throws {@code IllegalArgumentException} where there is none. */
    public static Story of(String option) {
        for (Story story : values()) {
            if (story.option().equals(option)) {
                return story;
            }
        }
        throw new IllegalArgumentException("unknown story: " + option);
    }
}
