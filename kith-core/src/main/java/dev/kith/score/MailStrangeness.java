package dev.kith.score;

import dev.kith.event.Direction;
import dev.kith.event.Endpoint;
import dev.kith.event.MailAddress;
import dev.kith.profile.CategoricalFacet;
import dev.kith.profile.FacetSpec;
import dev.kith.profile.MailFacts;
import dev.kith.profile.MailProfiles;
import dev.kith.profile.NetworkFacet;
import dev.kith.profile.NetworkSurprise;
import dev.kith.profile.PitmanYor;
import dev.kith.profile.Profile;
import dev.kith.profile.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How strange a mail is here: how far it departs from the ways of its author, and whether author and recipient know each
 * other at all.
 *
 * <p>For each habit the evidence is a likelihood ratio: how much likelier the value is from any other correspondent of this
 * organisation than from this author, {@code ln(P(v | organisation) / P(v | author))}, both hierarchical Pitman-Yor
 * estimates. Somebody whose client changes weekly gives little of it, somebody who never changed gives much. A value that is
 * usual for the author counts nothing, never in its favour: whoever took an account writes from it in its usual way.
 *
 * <p>Habits hang together (a phone is another client, another network, another hour), so each counts a stated share.
 */
final class MailStrangeness {
    /** No habit, however old, is worth more than this: one in 33 is about what people do once a month. In nats. */
    private static final double RATIO_MAX = 3.5;

    /** Mails (decayed) after which an author's ways are worth half an opinion. Chosen by hand. */
    private static final double HALF_OPINION_MAILS = 4;

    /** What a correspondent is worth in strangeness of whom nothing is known yet. Chosen by hand. */
    private static final double THIN_NATS = 2.5;

    /** Below this much of a mail, decayed or learned at reduced weight, a sender counts as new. Chosen by hand. */
    private static final double FIRST_MAILS = 0.5;

    private static final double LN2 = Math.log(2);

    private final MailProfiles profiles;
    private final World world;

    MailStrangeness(MailProfiles profiles, World world) {
        this.profiles = profiles;
        this.world = world;
    }

    void weigh(MailFacts facts, Findings findings) {
        Instant now = facts.mail().occurredAt();
        double mails = profiles.mailsFrom(facts.sender(), now);
        acquaintance(facts, mails, findings);
        Optional<Profile> author = profiles.author(facts.sender());
        // Who counts as a first contact has no ways yet.
        if (author.isEmpty() || mails < FIRST_MAILS) {
            return;
        }
        long seen = author.get().observations();
        double trust = seen / (seen + HALF_OPINION_MAILS);
        // A thin baseline says little either way: what is left of trust counts as strange, as with a stranger.
        findings.strange("thin-baseline", seen + " mails seen from the sender", "", THIN_NATS * (1 - trust));
        Chain chain = new Chain(author.get(), profiles.domain(facts.senderDomain()), profiles.organisation(), now);
        program(facts, chain, trust, findings);
        networks(facts, chain, trust, findings);
        hour(facts, author.get(), trust, findings);
        content(facts, chain, trust, findings);
        audience(facts, author.get(), trust, findings);
    }

    private void acquaintance(MailFacts facts, double mails, Findings findings) {
        if (facts.direction() == Direction.OUTBOUND) {
            return;
        }
        Instant now = facts.mail().occurredAt();
        String from = facts.sender().toString();
        double answered = 0;
        double received = 0;
        for (MailAddress ours : facts.ours()) {
            received = Math.max(received, profiles.mails(facts.sender(), ours, now));
            answered = Math.max(answered, profiles.mails(ours, facts.sender(), now));
        }
        double domain = facts.freeMail() ? 0 : profiles.mailsFromDomain(facts.senderDomain(), now);
        if (mails < FIRST_MAILS) {
            language(facts, findings);
            if (profiles.answersSeen(facts.mail())) {
                findings.strange("answers-known-mail", from, "", ANSWER_NATS);
            }
            if (answered > 0) {
                findings.strange("first-mail-from-addressee", from, "we wrote first", 1);
            } else if (domain >= 1) {
                findings.strange("first-contact", from, Math.round(domain) + " mails from its domain", 2.6);
            } else if (world.popularity(facts.senderDomain()) > 0
                    && !facts.freeMail()
                    && facts.authentication().passes()) {
                findings.strange("first-contact", from, "a domain the world knows, authenticated", 3);
            } else {
                findings.strange("first-contact", from, "nobody of its domain ever wrote", 5.2);
            }
        } else if (received < 0.5 && answered == 0) {
            findings.strange(
                    "new-to-recipient",
                    from,
                    Math.round(mails) + " mails to others here",
                    Math.max(0.6, 2.2 - mails / 10));
        }
    }

    /** Chosen by hand: who answers has seen the mail, though whoever read a victim's mailbox has as well. */
    private static final double ANSWER_NATS = -1.6;

    /** A stranger who writes in a language that hardly anybody writes here: what is sent to everybody is. */
    private void language(MailFacts facts, Findings findings) {
        String language = facts.mail().text().language();
        Optional<Profile> organisation = profiles.organisation();
        if (language.isEmpty() || organisation.isEmpty()) {
            return;
        }
        Instant now = facts.mail().occurredAt();
        CategoricalFacet here = organisation.get().categorical(MailProfiles.LANGUAGE);
        double all = here.total(now);
        double share = (here.count(language, now) + 1) / (all + LANGUAGES);
        double nats = Math.min(1, Math.max(0, Math.log(RARE_LANGUAGE / share) / 2));
        String observed = language;
        String expected = usual(here, now);
        findings.strange("language-foreign-here", observed, expected, nats);
        findings.dangerous("language-foreign-here", observed, expected, nats);
    }

    /** A language of this share of the organisation's correspondents is somebody's here. Chosen by hand. */
    private static final double RARE_LANGUAGE = 0.05;

    /** Prior of how many languages an organisation could have mail in. Chosen by hand. */
    private static final double LANGUAGES = 5;

    private void program(MailFacts facts, Chain chain, double trust, Findings findings) {
        double client = chain.ratio(MailProfiles.CLIENT, facts.client());
        double shape = chain.ratio(MailProfiles.SHAPE, facts.shape());
        if (client >= shape * 0.8) {
            findings.strange(
                    "client-new-for-sender",
                    facts.client(),
                    () -> chain.usual(MailProfiles.CLIENT),
                    0.5 * trust * client);
        } else {
            findings.strange(
                    "mail-built-differently",
                    facts.shape(),
                    () -> chain.usual(MailProfiles.SHAPE),
                    0.35 * trust * shape);
        }
        for (String zone : facts.zone()) {
            findings.strange(
                    "time-zone-new-for-sender",
                    zone,
                    () -> chain.usual(MailProfiles.ZONE),
                    0.3 * trust * chain.ratio(MailProfiles.ZONE, zone));
        }
    }

    private void networks(MailFacts facts, Chain chain, double trust, Findings findings) {
        Optional<Endpoint> relay = facts.mail().origin().relay();
        Optional<Endpoint> submission = facts.mail().origin().submission();
        double worst = 0;
        Endpoint at = null;
        for (FacetSpec facet : List.of(MailProfiles.RELAY, MailProfiles.SUBMISSION)) {
            Optional<Endpoint> endpoint = facet == MailProfiles.RELAY ? relay : submission;
            if (endpoint.isPresent() && !endpoint.get().ip().isInternal()) {
                double nats = chain.network(facet, endpoint.get(), world);
                if (nats > worst) {
                    worst = nats;
                    at = endpoint.get();
                }
            }
        }
        if (at != null) {
            String observed = at.ip()
                    + (at.asn() == 0 ? "" : ", AS" + at.asn())
                    + (at.asName().isEmpty() ? "" : ", " + at.asName())
                    + (at.country().isEmpty() ? "" : ", " + at.country());
            findings.strange(
                    "network-new-for-sender",
                    observed,
                    () -> chain.usualNetwork(MailProfiles.SUBMISSION),
                    0.5 * trust * worst);
        }
        findings.strange(
                "authentication-changed",
                facts.authentication().habit(),
                () -> chain.usual(MailProfiles.AUTHENTICATION),
                facts.authentication().passes()
                        ? 0
                        : 0.6
                                * trust
                                * chain.ratio(
                                        MailProfiles.AUTHENTICATION,
                                        facts.authentication().habit()));
    }

    private void hour(MailFacts facts, Profile author, double trust, Findings findings) {
        if (!facts.mail().dated()) {
            return;
        }
        double bits =
                author.weekTime(MailProfiles.HOURS).surpriseBits(facts.mail().occurredAt());
        double nats = Math.min(RATIO_MAX, Math.max(0, (bits - HOUR_BITS) * LN2));
        findings.strange("hour-unusual-for-sender", facts.mail().occurredAt().toString(), "", 0.45 * trust * nats);
    }

    /** Surprise at an hour that an ordinary working week produces daily. Chosen by hand. */
    private static final double HOUR_BITS = 2;

    private void content(MailFacts facts, Chain chain, double trust, Findings findings) {
        double place = 0;
        String newPlace = "";
        for (String candidate : facts.places()) {
            double ratio = chain.ratio(MailProfiles.PLACES, candidate);
            if (ratio > place) {
                place = ratio;
                newPlace = candidate;
            }
        }
        // Who of us forwards a mail that went by here hands on somebody else's links and words.
        boolean handedOn = facts.direction() != Direction.INBOUND
                && facts.mail().thread().claimsForward()
                && profiles.answersSeen(facts.mail());
        double own = handedOn ? HANDED_ON * trust : trust;
        findings.strange(
                "link-place-new-for-sender", newPlace, () -> chain.usual(MailProfiles.PLACES), 0.6 * own * place);
        strongest(facts.linkKinds(), MailProfiles.LINK_KINDS, "link-kind-new-for-sender", 0.4 * own, chain, findings);
        strongest(facts.intents(), MailProfiles.INTENTS, "request-new-for-sender", 0.6 * own, chain, findings);
        strongest(
                facts.attachmentTypes(),
                MailProfiles.ATTACHMENTS,
                "file-type-new-for-sender",
                0.4 * trust,
                chain,
                findings);
        String language = facts.mail().text().language();
        if (!language.isEmpty()) {
            strongest(
                    List.of(language), MailProfiles.LANGUAGE, "language-new-for-sender", 0.5 * trust, chain, findings);
        }
        chain.words(facts)
                .filter(bits -> bits > WORD_BITS)
                .ifPresent(bits -> findings.strange(
                        "words-unlike-sender",
                        String.format(Locale.ROOT, "%.1f bits a word", bits),
                        "",
                        trust * Math.min(2, bits - WORD_BITS)));
    }

    /** What a forwarded mail's content says of who forwards it. Chosen by hand. */
    private static final double HANDED_ON = 0.4;

    /** Bits a word by which an author's own mails differ from the author's past on average. Chosen by hand. */
    private static final double WORD_BITS = 0.5;

    private static void strongest(
            List<String> values, FacetSpec facet, String code, double share, Chain chain, Findings findings) {
        double most = 0;
        String value = "";
        for (String candidate : values) {
            double ratio = chain.ratio(facet, candidate);
            if (ratio > most) {
                most = ratio;
                value = candidate;
            }
        }
        findings.strange(code, value, () -> chain.usual(facet), share * most);
    }

    private void audience(MailFacts facts, Profile author, double trust, Findings findings) {
        Instant now = facts.mail().occurredAt();
        int size = facts.recipients().size();
        long strangers = facts.recipients().stream()
                .filter(r -> author.categorical(MailProfiles.RECIPIENTS).count(r.toString(), now) == 0)
                .count();
        if (size >= 3 && strangers * 2 > size) {
            findings.strange(
                    "recipients-new-together",
                    strangers + " of " + size + " recipients new for the sender",
                    "",
                    trust * Math.min(1.5, 0.3 * strangers));
        }
        double bits = author.magnitude(MailProfiles.AUDIENCE).surpriseBits(size, now);
        if (size > 1) {
            findings.strange(
                    "audience-wider-than-usual",
                    size + " recipients",
                    "",
                    trust * Math.min(1.5, Math.max(0, 0.4 * (bits - 3) * LN2)));
        }
    }

    /** The two commonest values with their decayed counts, for people to read. */
    private static String usual(CategoricalFacet facet, Instant now) {
        double total = facet.total(now);
        StringBuilder out = new StringBuilder();
        for (CategoricalFacet.Entry entry : facet.top(2, now)) {
            out.append(out.length() == 0 ? "" : ", ")
                    .append(entry.value())
                    .append(String.format(Locale.ROOT, " (%.0f of %.0f)", entry.count(), total));
        }
        return out.toString();
    }

    /** An author's facets with the levels they back off to. */
    private record Chain(Profile author, Optional<Profile> domain, Optional<Profile> organisation, Instant now) {

        /** ln(P(value | organisation) / P(value | author)), in [0, {@value #RATIO_MAX}] nats. */
        double ratio(FacetSpec facet, String value) {
            List<CategoricalFacet> levels = new ArrayList<>(3);
            levels.add(author.categorical(facet));
            domain.ifPresent(p -> levels.add(p.categorical(facet)));
            List<CategoricalFacet> others = new ArrayList<>(1);
            organisation.ifPresent(p -> {
                levels.add(p.categorical(facet));
                others.add(p.categorical(facet));
            });
            double own = PitmanYor.probability(value, levels, UNSEEN, now);
            double any = PitmanYor.probability(value, others, UNSEEN, now);
            return Math.max(0, Math.min(RATIO_MAX, Math.log(any / own)));
        }

        /** Share of a value that nobody anywhere has used; cancels out of the ratio. */
        private static final double UNSEEN = 1e-4;

        double network(FacetSpec facet, Endpoint endpoint, World world) {
            NetworkFacet own = author.network(facet);
            if (own.isEmpty()) {
                return 0;
            }
            NetworkSurprise surprise = NetworkSurprise.of(endpoint, own, domain.map(p -> p.network(facet)), world, now);
            return Math.max(0, Math.min(RATIO_MAX, (surprise.bits() - NETWORK_BITS) * LN2));
        }

        /** Surprise at an address that changing within one's provider produces. Chosen by hand. */
        private static final double NETWORK_BITS = 1.5;

        Optional<Double> words(MailFacts facts) {
            if (facts.mail().text().wordHashes().size() < WORDS_MIN || organisation.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(author.words(MailProfiles.WORDS)
                    .bitsPerWord(
                            facts.mail().text().wordHashes(), organisation.get().words(MailProfiles.WORDS_HERE), now));
        }

        private static final int WORDS_MIN = 5;

        String usual(FacetSpec facet) {
            return MailStrangeness.usual(author.categorical(facet), now);
        }

        String usualNetwork(FacetSpec facet) {
            return MailStrangeness.usual(author.network(facet).systems(), now);
        }
    }
}
