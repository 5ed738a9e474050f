package dev.kith.detect;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import dev.kith.event.Direction;
import dev.kith.event.EmailActivity;
import dev.kith.event.MailAddress;
import dev.kith.profile.MailFacts;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is kept of a mail to find its copies; compared by identity. */
final class SeenMail {
    /** Of 64 bits: 3 is the distance of near-duplicate web pages (Manku et al.); mails are shorter, so they vary more. */
    private static final int DISTANCE_MAX = 6;

    /** Copies of a mail that was harmless itself are minutes, invitations, price lists. Chosen by hand. */
    private static final double HARMLESS = 0.1;

    private static final int WORDS_MIN = 8;

    final MailAddress sender;
    final boolean known;
    final boolean inbound;
    final long simHash;
    final String subject;
    final Set<String> places;
    final boolean comparable;
    final boolean opens;
    final boolean links;
    final Instant at;
    final Campaign.Member member;
    final String fullSubject;

    @Nullable
    CampaignGroup group;

    /** Whether a known correspondent suddenly leads to strange files, so that it is held. */
    boolean isPloy() {
        return known && inbound && member.action() == MailAction.HOLD && !places.isEmpty();
    }

    /** Whether it was more than harmless itself. */
    boolean isDoubted() {
        return member.score() >= HARMLESS;
    }

    boolean isCopyOf(SeenMail other) {
        return near(simHash, other.simHash) || (opens && other.opens && subject.equals(other.subject));
    }

    SeenMail(MailFacts facts, Set<String> places, MailAction action, double score, boolean known) {
        EmailActivity mail = facts.mail();
        this.sender = facts.sender();
        this.known = known;
        this.inbound = facts.direction() == Direction.INBOUND;
        this.simHash = mail.text().simHash();
        this.subject = subjectCore(facts);
        this.places = Set.copyOf(places);
        this.comparable = compared(mail);
        this.opens = mail.thread().references().isEmpty();
        this.links = !facts.links().isEmpty();
        this.at = mail.occurredAt();
        this.fullSubject = mail.subject();
        this.member =
                new Campaign.Member(mail.source().toString(), mail.id().value(), at, sender.toString(), action, score);
    }

    static boolean written(EmailActivity mail) {
        return mail.kind() == EmailActivity.Kind.PERSONAL || mail.kind() == EmailActivity.Kind.LIST;
    }

    /** Whether a mail's text is compared: written by somebody, and long enough to be told from others. */
    static boolean compared(EmailActivity mail) {
        return written(mail) && mail.text().words() >= WORDS_MIN;
    }

    static boolean near(long a, long b) {
        return Long.bitCount(a ^ b) <= DISTANCE_MAX;
    }

    /**
     * What is left of a subject without what tailors it: names of the sender's, numbers, forms of companies.
     * {@code Norfield: RFP for Acme Ltd 2026} and {@code RFP for Acme - Pellworm} are one subject.
     */
    static String subjectCore(MailFacts facts) {
        return subjectCore(
                facts.mail().thread().subjectKey(), facts.mail().from().name() + " " + facts.sender());
    }

    /** @param names names and addresses that may have been written into it */
    static String subjectCore(String subject, String names) {
        String own = names.toLowerCase(Locale.ROOT);
        StringBuilder core = new StringBuilder();
        for (String word : WORDS.split(subject.toLowerCase(Locale.ROOT))) {
            boolean tailored = own.contains(word)
                    || COMPANY_FORMS.contains(word)
                    || word.chars().noneMatch(Character::isLetter);
            if (word.length() > 2 && !tailored) {
                core.append(core.length() == 0 ? "" : " ").append(word);
            }
        }
        return core.toString();
    }

    private static final Splitter WORDS = Splitter.on(CharMatcher.forPredicate(c -> !Character.isLetterOrDigit(c)))
            .omitEmptyStrings();

    private static final ImmutableSet<String> COMPANY_FORMS = ImmutableSet.of(
            "ltd", "limited", "inc", "llc", "llp", "plc", "corp", "gmbh", "mbh", "kg", "ohg", "sarl", "sas", "srl",
            "spa", "oyj", "aps", "bvba", "pty", "lda", "sro", "ooo", "company", "project");
}
