package dev.kith.simulate;

import dev.kith.simulate.MailSystem.Gateway;
import dev.kith.simulate.Transport.Passage;
import dev.kith.simulate.Transport.Trace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.PriorityQueue;

/**
 * The one calendar of everything that is going to happen, and the place where it leaves its traces. Happenings take place in
 * the order of their times; each may add later ones. Memory holds what is open (threads with a turn to come), not what is past.
 */
final class Stage {
    private final Organisation organisation;
    private final WorkCalendar calendar;
    private final Transport transport;
    private final MailWriter writer;
    private final Simulation.Settings settings;
    private final long seed;
    private final PriorityQueue<Entry> entries = new PriorityQueue<>();
    private final Threads threads = new Threads();
    private long sequence;
    private long mails;
    private int openAtMost;
    private Witness witness = Witness.none();

    Stage(Organisation organisation, Simulation.Settings settings, MailWriter writer) {
        this.organisation = organisation;
        this.settings = settings;
        this.seed = settings.seed();
        this.writer = writer;
        this.calendar = new WorkCalendar(seed);
        this.transport = new Transport(organisation.company(), organisation.edge());
    }

    Simulation.Settings settings() {
        return settings;
    }

    Organisation organisation() {
        return organisation;
    }

    WorkCalendar calendar() {
        return calendar;
    }

    /** The latest threads with each partner. */
    Threads threads() {
        return threads;
    }

    Grammar grammar(String language) {
        return organisation.grammar(language);
    }

    /** Dice for a purpose that has a name of its own. */
    Dice dice(Object... key) {
        return Dice.of(seed, key);
    }

    long mails() {
        return mails;
    }

    /** The most happenings that have waited in the calendar at once: what memory holds. */
    int openAtMost() {
        return openAtMost;
    }

    void later(Instant at, Happening happening) {
        entries.add(new Entry(at, sequence++, happening));
        openAtMost = Math.max(openAtMost, entries.size());
    }

    /** From now on the witness sees every mail that is posted. */
    void witnessedBy(Witness seeing) {
        witness = seeing;
    }

    /** Lets everything take place that is due before the given moment. */
    void runUntil(Instant end) throws IOException {
        for (Entry next = entries.peek(); next != null && next.at().isBefore(end); next = entries.peek()) {
            entries.poll();
            next.happening().occur(next.at(), this);
        }
    }

    /** Sends a mail and returns its Message-ID. */
    String post(Instant at, Mailing mailing) throws IOException {
        mails++;
        Dice dice = Dice.of(seed, "mail", mails);
        boolean fromUs = mailing.system().equals(organisation.company().mailSystem());
        boolean toUs = mailing.draft().to().stream().anyMatch(who -> ours(who))
                || mailing.draft().cc().stream().anyMatch(this::ours);
        boolean toOthers = mailing.draft().to().stream().anyMatch(who -> !ours(who));
        String direction = !fromUs ? "inbound" : toUs && !toOthers ? "internal" : "outbound";
        String recipient = mailing.draft().to().stream()
                .filter(this::ours)
                .findFirst()
                .or(() -> mailing.draft().cc().stream().filter(this::ours).findFirst())
                .map(Correspondent::address)
                .orElse("postmaster@" + organisation.company().domain());
        ClientProgram program = mailing.presence().program();
        String messageId = program.messageId(dice, mailing.draft().from().domain());
        Draft draft = mailing.draft().withBody(rewritten(mailing, direction, recipient, dice));
        Quotation quotation = new Quotation(
                organisation.grammar(mailing.language()),
                mailing.locale(),
                mailing.presence().zone());
        String message = new Composer(program, quotation, dice.child())
                .compose(draft, messageId, at, mailing.presence().zone());
        Passage passage = new Passage(
                mailing.draft().from(), mailing.envelope(), mailing.system(), mailing.presence(), recipient, at);
        Trace trace = fromUs
                ? transport.fromOurs(passage, direction.equals("internal"), dice.child())
                : transport.inbound(passage, dice.child());
        byte[] bytes = (trace.headers() + message).getBytes(StandardCharsets.UTF_8);
        write(mailing.mark(), messageId, trace, direction, bytes);
        witness.posted(
                new Posted(at, trace.received(), messageId, direction, fromUs, mailing, trace.relay(), bytes.length));
        return messageId;
    }

    private void write(Mailing.Mark mark, String messageId, Trace trace, String direction, byte[] message)
            throws IOException {
        LocalDate day = trace.received().atZone(ZoneOffset.UTC).toLocalDate();
        String path = "mail/" + day + "/" + String.format(Locale.ROOT, "%06d", mails) + ".eml";
        writer.mail(
                new Label(
                        path,
                        messageId,
                        trace.received(),
                        direction,
                        mark.truth(),
                        mark.kind(),
                        mark.who(),
                        mark.step(),
                        mark.difficulty()),
                message);
    }

    boolean ours(Correspondent who) {
        return who.domain().equals(organisation.company().domain());
    }

    private Body rewritten(Mailing mailing, String direction, String recipient, Dice dice) {
        Body body = mailing.draft().body();
        if (mailing.system().rewritesOutgoing()) {
            body = body.mapLinks(link -> wrap(link, mailing.system().gateway(), recipient, dice));
        } else if (mailing.system().gateway() != Gateway.NONE && body.quoted().isPresent()) {
            Body.Quote quote = body.quoted().get();
            Body earlier =
                    quote.body().mapLinks(link -> wrap(link, mailing.system().gateway(), recipient, dice));
            body = body.quoting(quote.with(earlier));
        }
        if (direction.equals("inbound")) {
            body = body.mapLinks(link -> wrap(link, organisation.gateway(), recipient, dice));
        }
        return body;
    }

    /** Gateways leave alone what is no web address and what they or others have wrapped; Safe Links wraps anything but itself. */
    private static Body.LinkRef wrap(Body.LinkRef link, Gateway gateway, String recipient, Dice dice) {
        String href = link.href();
        boolean safe = href.contains(".safelinks.");
        boolean opaque = href.contains("mimecast.com/s/") || href.contains("urldefense.com/");
        if (gateway == Gateway.NONE || !href.startsWith("http") || safe || (opaque && gateway != Gateway.SAFE_LINKS)) {
            return link;
        }
        return new Body.LinkRef(link.words(), LinkRewriter.wrap(gateway, href, recipient, dice), link.look());
    }

    private record Entry(Instant at, long sequence, Happening happening) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            int byTime = at.compareTo(other.at);
            return byTime != 0 ? byTime : Long.compare(sequence, other.sequence);
        }
    }
}
