package dev.kith.profile;

import dev.kith.event.Direction;
import dev.kith.event.EmailActivity;
import dev.kith.event.MailAddress;
import dev.kith.event.Mailbox;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The ways of everybody who mails with an organisation: which facets a mail teaches, to whom.
 *
 * <p>Every author has a profile, ours and theirs alike; so has each sender domain and the organisation as a whole. A
 * relationship needs none of its own: whom somebody writes to is a facet of the writer, and the other direction is the
 * same facet of the other.
 */
public final class MailProfiles {
    /** Habits of people change over months. Chosen by hand: what is half a year old counts half. */
    private static final Duration HABIT = Duration.ofDays(180);

    /** Whom one knows is remembered longer than how one works. Chosen by hand. */
    private static final Duration ACQUAINTANCE = Duration.ofDays(730);

    public static final FacetSpec RECIPIENTS = FacetSpec.categorical("recipients", ACQUAINTANCE, 96);
    public static final FacetSpec CLIENT = FacetSpec.categorical("client", HABIT, 6);
    public static final FacetSpec SHAPE = FacetSpec.categorical("shape", HABIT, 12);
    public static final FacetSpec ZONE = FacetSpec.categorical("zone", HABIT, 4);
    public static final FacetSpec RELAY = FacetSpec.network("relay", HABIT, 6);
    public static final FacetSpec SUBMISSION = FacetSpec.network("submission", HABIT, 6);
    public static final FacetSpec HOURS = FacetSpec.weekTime("hours", HABIT);
    public static final FacetSpec PLACES = FacetSpec.categorical("link-places", ACQUAINTANCE, 24);
    public static final FacetSpec LINK_KINDS = FacetSpec.categorical("link-kinds", ACQUAINTANCE, 8);
    public static final FacetSpec INTENTS = FacetSpec.categorical("intents", ACQUAINTANCE, 12);
    public static final FacetSpec AUTHENTICATION = FacetSpec.categorical("authentication", HABIT, 6);
    public static final FacetSpec REPLY_TO = FacetSpec.categorical("reply-to", ACQUAINTANCE, 4);
    public static final FacetSpec LANGUAGE = FacetSpec.categorical("language", ACQUAINTANCE, 3);
    public static final FacetSpec KIND = FacetSpec.categorical("kind", ACQUAINTANCE, 4);
    public static final FacetSpec THREADING = FacetSpec.categorical("threading", ACQUAINTANCE, 3);
    public static final FacetSpec ATTACHMENTS = FacetSpec.categorical("attachments", ACQUAINTANCE, 8);
    public static final FacetSpec AUDIENCE = FacetSpec.magnitude("audience", HABIT);
    public static final FacetSpec RATE = FacetSpec.rate("rate", HABIT);
    public static final FacetSpec WORDS = FacetSpec.words("words", ACQUAINTANCE, 256);

    /** What is counted where a mail has no link, so that a habit of sending none is a habit. */
    public static final String NONE = "-";

    public static final FacetSpec WORDS_HERE = FacetSpec.words("words-here", ACQUAINTANCE, 16_384);
    public static final FacetSpec SENDERS = FacetSpec.categorical("senders", ACQUAINTANCE, 2048);
    private static final EntityKey HERE = new EntityKey(EntityKey.Kind.ORGANISATION, "here");

    /** Mails (decayed) from which a sender's mail counts as worth an answer: nobody is to answer himself into favour. */
    private static final double ANSWERABLE_MAILS = 3;

    private final Profiles profiles;
    private final NameIndex names = new NameIndex();
    private final SeenMails seen = new SeenMails();

    public MailProfiles(Profiles profiles) {
        this.profiles = profiles;
    }

    public Optional<Profile> author(MailAddress address) {
        return address.domain().isEmpty()
                ? Optional.empty()
                : profiles.find(new EntityKey(EntityKey.Kind.SENDER, address.toString()));
    }

    public Optional<Profile> domain(String domain) {
        return domain.isEmpty() ? Optional.empty() : profiles.find(new EntityKey(EntityKey.Kind.SENDER_DOMAIN, domain));
    }

    /** What all authors together do: the last level before the world. */
    public Optional<Profile> organisation() {
        return profiles.find(HERE);
    }

    public NameIndex names() {
        return names;
    }

    /** Mails of an author seen here, decayed. */
    public double mailsFrom(MailAddress author, Instant now) {
        return author(author).map(p -> p.categorical(KIND).total(now)).orElse(0.0);
    }

    /** When an author was first seen here. */
    public Optional<Instant> since(MailAddress author) {
        return author(author).map(Profile::firstSeen);
    }

    /** Mails of a sender domain's authors seen here, decayed. */
    public double mailsFromDomain(String domain, Instant now) {
        return domain(domain).map(p -> p.categorical(KIND).total(now)).orElse(0.0);
    }

    /** Mails of one author to one address, decayed. */
    public double mails(MailAddress from, MailAddress to, Instant now) {
        return author(from)
                .map(p -> p.categorical(RECIPIENTS).count(to.toString(), now))
                .orElse(0.0);
    }

    /** Whether a link place is in use here: by authors of more than one house, or by more than one of our own people. */
    public boolean usedHere(String place, MailFacts facts) {
        Instant now = facts.mail().occurredAt();
        return used(organisation(), place, now)
                || facts.ourDomains().stream().anyMatch(domain -> used(domain(domain), place, now));
    }

    private static boolean used(Optional<Profile> profile, String place, Instant now) {
        return profile.map(p -> p.categorical(PLACES).count(place, now) >= 1.5).orElse(false);
    }

    /** Whether anybody has led to a place for a week without being found suspicious: no lure lasts so long. */
    public boolean usedForLong(String place, Instant now) {
        return organisation()
                .flatMap(p -> p.categorical(PLACES).firstSeen(place))
                .filter(first -> first.plus(SETTLED).isBefore(now))
                .isPresent();
    }

    /** Chosen by hand: the files of a taken account are found and removed within days. */
    private static final Duration SETTLED = Duration.ofDays(7);

    /** Whether an author's replies were ever led to this address. */
    public boolean usedReplyTo(MailAddress author, MailAddress replyTo, Instant now) {
        return author(author)
                .map(p -> p.categorical(REPLY_TO).count(replyTo.toString(), now) > 0)
                .orElse(false);
    }

    /** Whether a mail answers one that we or a correspondent of standing wrote, as only its readers can. */
    public boolean answersSeen(EmailActivity mail) {
        return mail.thread().references().stream().anyMatch(seen::contains);
    }

    /** The authentication an author's mail mostly has, as {@link AuthenticationView#habit()} words it; empty where unknown. */
    public String usualAuthentication(MailAddress author, Instant now) {
        return author(author)
                .flatMap(p -> p.categorical(AUTHENTICATION).top(1, now).stream().findFirst())
                .map(CategoricalFacet.Entry::value)
                .orElse("");
    }

    /** The weight a mail of this author may teach with, taken from the author's daily allowance. */
    public double admit(LearningGate gate, MailAddress author, double score, Instant at) {
        if (author.domain().isEmpty()) {
            return 0;
        }
        return gate.admit(profiles.of(new EntityKey(EntityKey.Kind.SENDER, author.toString()), at), score, false, at);
    }

    /**
     * Notes at once that a mail went by, whatever it may teach later: how much somebody sends is known from all of it.
     *
     * @param weight in [0, 1] with which it teaches what rate is usual
     */
    public void count(MailFacts facts, double weight) {
        EmailActivity mail = facts.mail();
        boolean ours = facts.direction() != Direction.INBOUND;
        if (weight > 0 && (ours || mailsFrom(facts.sender(), mail.occurredAt()) >= ANSWERABLE_MAILS)) {
            seen.add(mail.id().value());
        }
        if (!facts.sender().domain().isEmpty()) {
            profiles.of(new EntityKey(EntityKey.Kind.SENDER, facts.sender().toString()), mail.occurredAt())
                    .rate(RATE)
                    .observe(mail.occurredAt(), weight);
        }
    }

    /**
     * Lets a mail teach. A habit new to its author is passed on to the author's domain, one new to the domain to the
     * organisation, so that each level counts how many below it share the habit.
     *
     * @param weight in [0, 1]: 0 teaches nothing
     */
    public void learn(MailFacts facts, double weight) {
        if (weight <= 0 || facts.sender().domain().isEmpty()) {
            return;
        }
        Instant at = facts.mail().occurredAt();
        Profile author =
                profiles.of(new EntityKey(EntityKey.Kind.SENDER, facts.sender().toString()), at);
        Profile here = profiles.of(HERE, at);
        List<Profile> chain = facts.freeMail() || facts.senderDomain().isEmpty()
                ? List.of(author, here)
                : List.of(
                        author,
                        profiles.of(new EntityKey(EntityKey.Kind.SENDER_DOMAIN, facts.senderDomain()), at),
                        here);
        for (Profile profile : chain) {
            profile.seen(at);
            profile.categorical(KIND).observe(lower(facts.mail().kind()), at, weight);
        }
        habits(chain, facts, at, weight);
        networks(chain, facts, at, weight);
        people(author, facts, at, weight);
        here.categorical(SENDERS).observe(facts.sender().toString(), at, weight);
        here.words(WORDS_HERE).observe(facts.mail().text().wordHashes(), at, weight);
        names.observe(facts.mail().from().name(), facts.sender());
        facts.mail().to().forEach(m -> names.observe(m.name(), m.address()));
        facts.mail().cc().forEach(m -> names.observe(m.name(), m.address()));
    }

    private static void habits(List<Profile> chain, MailFacts facts, Instant at, double weight) {
        EmailActivity mail = facts.mail();
        teach(chain, CLIENT, List.of(facts.client()), at, weight);
        teach(chain, SHAPE, List.of(facts.shape()), at, weight);
        teach(chain, ZONE, facts.zone(), at, weight);
        teach(chain, AUTHENTICATION, List.of(facts.authentication().habit()), at, weight);
        teach(chain, THREADING, List.of(facts.threading()), at, weight);
        teach(
                chain,
                LANGUAGE,
                List.of(mail.text().language().isEmpty() ? NONE : mail.text().language()),
                at,
                weight);
        teach(chain, PLACES, facts.places().isEmpty() ? List.of(NONE) : facts.places(), at, weight);
        teach(chain, LINK_KINDS, facts.linkKinds().isEmpty() ? List.of(NONE) : facts.linkKinds(), at, weight);
        teach(chain, INTENTS, facts.intents().isEmpty() ? List.of(NONE) : facts.intents(), at, weight);
        teach(
                chain,
                ATTACHMENTS,
                facts.attachmentTypes().isEmpty() ? List.of(NONE) : facts.attachmentTypes(),
                at,
                weight);
    }

    private static void teach(List<Profile> chain, FacetSpec facet, List<String> values, Instant at, double weight) {
        List<CategoricalFacet> levels =
                chain.stream().map(p -> p.categorical(facet)).toList();
        for (String value : values) {
            PitmanYor.teach(value, levels, at, weight);
        }
    }

    private static void networks(List<Profile> chain, MailFacts facts, Instant at, double weight) {
        for (Profile profile : chain) {
            facts.mail().origin().relay().ifPresent(e -> profile.network(RELAY).observe(e, at, weight));
            facts.mail()
                    .origin()
                    .submission()
                    .ifPresent(e -> profile.network(SUBMISSION).observe(e, at, weight));
        }
    }

    private static void people(Profile author, MailFacts facts, Instant at, double weight) {
        for (MailAddress recipient : facts.recipients()) {
            author.categorical(RECIPIENTS).observe(recipient.toString(), at, weight);
        }
        for (Mailbox replyTo : facts.mail().replyTo()) {
            author.categorical(REPLY_TO).observe(replyTo.address().toString(), at, weight);
        }
        author.weekTime(HOURS).observe(at, weight);
        author.magnitude(AUDIENCE).observe(facts.recipients().size(), at, weight);
        author.words(WORDS).observe(facts.mail().text().wordHashes(), at, weight);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
