package dev.kith.bench;

import dev.kith.event.EmailActivity;
import dev.kith.event.Endpoint;
import dev.kith.event.EventId;
import dev.kith.event.IntList;
import dev.kith.event.IpAddress;
import dev.kith.event.MailOrigin;
import dev.kith.event.MailText;
import dev.kith.event.MailThread;
import dev.kith.event.Mailbox;
import java.util.List;
import java.util.Optional;

/**
 * Any number of correspondents who write to one house, five at each domain, each with a name, a network and a vocabulary of
 * their own. Their mails are copies of one that was parsed, changed where people differ. Correspondent {@code n} is the same
 * in every crowd.
 */
final class Crowd {
    private static final String[] SYLLABLES = {
        "ba", "kel", "ni", "tor", "ras", "mi", "lon", "du", "ver", "sa", "gri", "ho", "pel", "ta", "wen", "zu"
    };
    private static final String[] ENDINGS = {".com", ".net", ".org", ".de", ".co.uk", ".io", ".eu", ".fr"};
    private static final int PEOPLE_OF_A_DOMAIN = 5;
    private static final int OURS = 200;
    private static final int WORDS_OF_ONE = 500;
    private static final int SECONDS_BETWEEN = 60;

    private final EmailActivity first;
    private long mails;

    /** {@code first} tells the time at which the first mail is written, and what mails are like. */
    Crowd(EmailActivity first) {
        this.first = first;
    }

    /** The next mail of correspondent {@code n}, a minute after the last one of anybody. */
    EmailActivity mail(int n) {
        return mail(first, n);
    }

    /** The same, after another pattern. */
    EmailActivity mail(EmailActivity pattern, int n) {
        long number = mails++;
        String domain = domain(n / PEOPLE_OF_A_DOMAIN);
        Mailbox from = Mailbox.of(name(n), name(n).replace(' ', '.') + "@" + domain);
        Mailbox to = ours(mix(n) + number % 3);
        return new EmailActivity(
                new EventId("<" + number + "@" + domain + ">"),
                first.occurredAt().plusSeconds(number * SECONDS_BETWEEN),
                pattern.source(),
                from,
                Optional.empty(),
                List.of(),
                Optional.of(from.address()),
                List.of(to),
                List.of(),
                List.of(to.address()),
                pattern.subject(),
                new MailThread(List.of(), "", false, false, false),
                EmailActivity.Kind.PERSONAL,
                origin(pattern.origin(), n / PEOPLE_OF_A_DOMAIN),
                pattern.authentication(),
                text(pattern.text(), n, number),
                pattern.links(),
                pattern.attachments(),
                pattern.sizeBytes(),
                mix(number),
                List.of());
    }

    /** One of so many correspondents, drawn evenly; the same for the same number. */
    static int drawn(long number, int correspondents) {
        return (int) Long.remainderUnsigned(mix(number ^ 0x5bd1e995L), correspondents);
    }

    private static MailOrigin origin(MailOrigin origin, int domain) {
        IpAddress address = new IpAddress(0, 0x50000000L + Math.floorMod(mix(domain), 0x10000000L), false);
        return new MailOrigin(
                origin.hops(),
                origin.submission(),
                Optional.of(Endpoint.of(address)),
                domain(domain),
                origin.client(),
                origin.clientVersion(),
                mix(domain % 40),
                origin.messageIdForm(),
                origin.zoneOffsetMinutes(),
                origin.dateSkewSeconds());
    }

    private static MailText text(MailText text, int n, long number) {
        int[] words = text.wordHashes().toArray();
        for (int i = 0; i < words.length; i += 3) {
            words[i] = (int) mix((long) n << 20 | Math.floorMod(mix(number + i), WORDS_OF_ONE));
        }
        return new MailText(
                text.language(),
                text.words(),
                IntList.of(words),
                mix(number),
                text.intents(),
                text.cues(),
                text.traits(),
                text.preview());
    }

    private static Mailbox ours(long n) {
        String name = name(Math.floorMod(n, OURS) + 1_000_000_007);
        return Mailbox.of(name, name.replace(' ', '.') + "@" + Samples.OUR_DOMAIN);
    }

    private static String domain(int n) {
        long bits = mix(n + 77L);
        return word(bits, 4) + ENDINGS[(int) (bits >>> 61)];
    }

    static String name(int n) {
        long bits = mix(n);
        return word(bits, 3) + " " + word(bits >>> 16, 3);
    }

    private static String word(long bits, int syllables) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < syllables; i++) {
            word.append(SYLLABLES[(int) (bits >>> (4 * i)) & 15]);
        }
        return word.toString();
    }

    /** The finaliser of SplitMix64 (Steele, Lea, Flood, OOPSLA 2014): every bit of the input moves every bit of the output. */
    static long mix(long value) {
        long z = (value + 1) * 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
