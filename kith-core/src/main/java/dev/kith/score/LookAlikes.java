package dev.kith.score;

import dev.kith.profile.World;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/*
 * An index of known domains that finds the one another domain imitates, in time that does not grow with their number.
 *
 * Every way of imitating is turned into exact look-ups:
 * - homoglyphs, look-alike letters, hyphens:  the skeleton (UTS 39, see Confusables) of the name without hyphens;
 * - one typing error (Damerau 1964):          halves. An error leaves the first or the second half of the known name
 *                                             whole, so names are indexed by both halves; candidates are then compared;
 * - added words:                              every way to split the name in two;
 * - reordered words:                          the sorted words;
 * - another ending:                           the name alone;
 * - a known domain put before another:        the labels of the host.
 *
 * Memory: about 600 bytes for each known domain (five map entries), of which there are at most KNOWN_MAX. Errs towards
 * silence: two typing errors at once in an unhyphenated name go unnoticed unless they look alike, and so does what imitates
 * one of a crowd of names with the same half that became known late.
 */

/** Finds the known domain that another domain imitates. Not safe for use by several threads while domains are added. */
public final class LookAlikes {
    /** Shortest name compared by typing error or added word. Chosen by hand: four letters are one error from too many words. */
    private static final int NAME_CHARS_MIN = 5;

    /** Words put beside a name to imitate its owner. Chosen by hand. */
    private static final Set<String> WORDS = Set.of(
            "account accounts admin ag alert alerts app auth bill billing billings care center claims client cloud co com"
                    .concat(
                            " company connect contact corp corporate customer customers data de delivery desk docs document")
                    .concat(
                            " documents email eu express file files finance global gmbh group groups help helpdesk holding")
                    .concat(
                            " home hr id inc info international intl invoice invoices it law legal limited llc login logistics")
                    .concat(
                            " ltd mail mails mailer net network office online order orders org partner partners pay payment")
                    .concat(
                            " payments payroll portal procurement project projects quote rfp rfq sales secure security service")
                    .concat(
                            " services share shared shipping signin site sso staff store supplier suppliers supply support team")
                    .concat(
                            " teams tech trade trading transfer uk update updates us usa vendor vendors verify web works world")
                    .split(" "));

    /** Chosen by hand: beyond a large organisation's correspondents, in 120 MB. Later ones are not protected. */
    private static final int KNOWN_MAX = 200_000;

    /** Names compared for one key: tenants of one provider, numbered sites. Chosen by hand; who came first is compared. */
    private static final int ALIKE_MAX = 64;

    private final World world;
    private final Set<String> known = new HashSet<>();
    private final Map<String, List<String>> byName = new HashMap<>();
    private final Map<String, List<String>> bySkeleton = new HashMap<>();
    private final Map<String, List<String>> byHalf = new HashMap<>();
    private final Map<String, List<String>> byWords = new HashMap<>();

    private LookAlikes(World world) {
        this.world = world;
    }

    /** An index of registrable domains, in ASCII form. */
    public static LookAlikes of(Collection<String> knownDomains) {
        return of(knownDomains, World.unknown());
    }

    /** As {@link #of(Collection)}, where domains that the whole world knows imitate nobody, or hardly. */
    public static LookAlikes of(Collection<String> knownDomains, World world) {
        LookAlikes index = new LookAlikes(world);
        knownDomains.forEach(index::add);
        return index;
    }

    /** Makes one more registrable domain known. */
    public void add(String domain) {
        String name = name(domain);
        if (name.isEmpty() || isFull() || !known.add(domain)) {
            return;
        }
        index(byName, name, domain);
        index(bySkeleton, skeleton(name), domain);
        if (name.indexOf('-') > 0) {
            index(byWords, sortedWords(name), domain);
        }
        if (name.length() >= NAME_CHARS_MIN) {
            int half = name.length() / 2;
            index(byHalf, firstHalf(name, name.length()), domain);
            index(byHalf, secondHalf(name.substring(half), name.length()), domain);
        }
    }

    private static void index(Map<String, List<String>> index, String key, String domain) {
        List<String> domains = index.computeIfAbsent(key, k -> new ArrayList<>(1));
        if (domains.size() < ALIKE_MAX) {
            domains.add(domain);
        }
    }

    /** Whether a known domain bears this name under some ending. */
    boolean knowsName(String name) {
        return byName.containsKey(name);
    }

    public int size() {
        return known.size();
    }

    /** Whether there is no room for more: who becomes known later can be imitated unnoticed. */
    public boolean isFull() {
        return known.size() >= KNOWN_MAX;
    }

    /** The known domain that a registrable domain imitates most closely. Empty for a known domain and one like no other. */
    public Optional<Match> find(String domain) {
        return find(domain, domain);
    }

    /**
     * As {@link #find(String)}, looking at the labels before the registrable domain too.
     *
     * @param host in ASCII form, lower case
     * @param domain its registrable domain
     */
    public Optional<Match> find(String host, String domain) {
        String name = name(domain);
        if (known.isEmpty() || name.isEmpty() || known.contains(domain)) {
            return Optional.empty();
        }
        List<Match> matches = new ArrayList<>();
        addSkeletons(matches, name);
        addOtherEndings(matches, name, domain);
        addTypingErrors(matches, name);
        addAddedWords(matches, name);
        addReordered(matches, name);
        addPrefixes(matches, host, domain);
        double trust = world.popularity(domain) > 0 ? 0.5 : 1;
        return matches.stream()
                .map(match -> new Match(match.known(), match.kind(), match.closeness() * trust))
                .min(Comparator.comparingDouble((Match match) -> -match.closeness())
                        .thenComparing(Match::known)
                        .thenComparing(Match::kind));
    }

    private void addSkeletons(List<Match> matches, String name) {
        for (String domain : bySkeleton.getOrDefault(skeleton(name), List.of())) {
            String other = name(domain);
            String plain = name.replace("-", "");
            String plainOther = other.replace("-", "");
            if (other.equals(name)) {
                continue;
            }
            if (plain.equals(plainOther)) {
                if (plain.length() >= NAME_CHARS_MIN) {
                    matches.add(new Match(domain, Kind.HYPHEN, 0.85));
                }
            } else if (!isAscii(name) || !isAscii(other)) {
                boolean exact = Confusables.toAscii(name).equals(other);
                matches.add(new Match(domain, Kind.HOMOGLYPH, exact ? 1 : 0.95));
            } else if (other.length() >= NAME_CHARS_MIN || (other.length() >= 3 && other.length() != name.length())) {
                // Two letters drawn as one (rn, cl, vv) are no accident even in a short name.
                matches.add(new Match(domain, Kind.LETTERS_LOOK_ALIKE, 0.95));
            }
        }
    }

    private void addOtherEndings(List<Match> matches, String name, String domain) {
        for (String other : byName.getOrDefault(name, List.of())) {
            boolean siblings = world.popularity(domain) > 0 && world.popularity(other) > 0;
            double closeness = siblings ? 0.2 : name.length() < NAME_CHARS_MIN ? 0.3 : 0.7;
            matches.add(new Match(other, Kind.TLD_SWAP, closeness));
        }
    }

    private void addTypingErrors(List<Match> matches, String name) {
        int length = name.length();
        for (int other = Math.max(length - 1, NAME_CHARS_MIN); other <= length + 1; other++) {
            int half = other / 2;
            if (half > length || other - half > length) {
                continue;
            }
            compare(matches, name, byHalf.get(firstHalf(name, other)));
            compare(matches, name, byHalf.get(secondHalf(name.substring(length - (other - half)), other)));
        }
        int middle = length / 2;
        if (length >= NAME_CHARS_MIN) {
            // Two letters exchanged across the middle leave neither half whole.
            String exchanged = name.substring(0, middle - 1)
                    + name.charAt(middle)
                    + name.charAt(middle - 1)
                    + name.substring(middle + 1);
            compare(matches, name, byName.get(exchanged));
        }
    }

    private static void compare(List<Match> matches, String name, @Nullable List<String> domains) {
        if (domains == null) {
            return;
        }
        for (String domain : domains) {
            String other = name(domain);
            if (other.length() >= NAME_CHARS_MIN && TypingError.isOne(name, other) && !isHyphen(name, other)) {
                boolean plural = name.equals(other + "s") || other.equals(name + "s");
                matches.add(new Match(
                        domain, plural ? Kind.PLURAL : Kind.TYPING_ERROR, TypingError.closeness(name, other)));
            }
        }
    }

    private static boolean isHyphen(String name, String other) {
        return name.length() != other.length() && name.replace("-", "").equals(other.replace("-", ""));
    }

    private void addAddedWords(List<Match> matches, String name) {
        for (int split = 2; split <= name.length() - 2; split++) {
            boolean hyphen = name.charAt(split) == '-';
            String left = name.substring(0, split);
            String right = name.substring(hyphen ? split + 1 : split);
            addWord(matches, left, right, hyphen);
            addWord(matches, right, left, hyphen);
        }
    }

    private void addWord(List<Match> matches, String name, String word, boolean hyphen) {
        List<String> domains = byName.get(name);
        if (domains == null) {
            return;
        }
        boolean usual = WORDS.contains(word);
        boolean longEnough = name.length() >= NAME_CHARS_MIN;
        boolean shortButClear = name.length() >= 3 && hyphen && usual;
        if (shortButClear || (longEnough && (usual || hyphen)) || (name.length() == 4 && usual && word.length() > 3)) {
            double closeness = usual ? (longEnough ? 0.8 : 0.6) : 0.5;
            domains.forEach(domain -> matches.add(new Match(domain, Kind.ADDED_WORD, closeness)));
        }
    }

    private void addReordered(List<Match> matches, String name) {
        if (name.indexOf('-') > 0) {
            for (String domain : byWords.getOrDefault(sortedWords(name), List.of())) {
                if (!name(domain).equals(name)) {
                    matches.add(new Match(domain, Kind.REORDERED, 0.7));
                }
            }
        }
    }

    /** {@code acme.com.evil.net} and {@code acme-com.evil.net}. */
    private void addPrefixes(List<Match> matches, String host, String domain) {
        String dashed = domain.substring(0, name(domain).length()).replace('-', '.');
        if (known.contains(dashed)) {
            matches.add(new Match(dashed, Kind.AS_PREFIX, 0.85));
        }
        if (host.length() <= domain.length() + 1 || !host.endsWith(domain)) {
            return;
        }
        String[] labels = host.substring(0, host.length() - domain.length() - 1).split("\\.", -1);
        for (int from = 0; from < labels.length; from++) {
            String dotted = labels[from].replace('-', '.');
            if (known.contains(dotted)) {
                matches.add(new Match(dotted, Kind.AS_PREFIX, 0.85));
            }
            String joined = labels[from];
            for (int to = from + 1; to < Math.min(labels.length, from + 3); to++) {
                joined += "." + labels[to];
                if (known.contains(joined)) {
                    matches.add(new Match(joined, Kind.AS_PREFIX, 0.9));
                }
            }
        }
    }

    /** The first label of a registrable domain, in its own script. */
    private static String name(String domain) {
        int dot = domain.indexOf('.');
        return dot <= 0 ? "" : Punycode.label(domain.substring(0, dot));
    }

    private static String skeleton(String name) {
        return Confusables.skeleton(name.replace("-", ""));
    }

    private static String sortedWords(String name) {
        String[] words = name.split("-", -1);
        Arrays.sort(words);
        return String.join("-", words);
    }

    private static String firstHalf(String name, int length) {
        return "<" + length + name.substring(0, length / 2);
    }

    private static String secondHalf(String half, int length) {
        return ">" + length + half;
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c <= 0x7F);
    }

    /**
     * A known domain that another imitates.
     *
     * @param closeness how near it comes, from 0 to 1; 1 cannot be told apart by eye
     */
    public record Match(String known, Kind kind, double closeness) {
        public Match {
            if (!(closeness >= 0 && closeness <= 1)) {
                throw new IllegalArgumentException("closeness outside [0, 1]: " + closeness);
            }
        }
    }

    /** How a domain imitates another. */
    public enum Kind {
        /** Letters of other scripts, or with accents, that are drawn alike. */
        HOMOGLYPH,
        /** ASCII letters and digits that look alike: rn for m, 1 for l. */
        LETTERS_LOOK_ALIKE,
        /** One letter more, less, other, or two exchanged. */
        TYPING_ERROR,
        /** Singular for plural or the reverse. */
        PLURAL,
        /** A hyphen more or less. */
        HYPHEN,
        /** The name with a word beside it: acme-billing. */
        ADDED_WORD,
        /** The same words in another order. */
        REORDERED,
        /** The same name under another ending. */
        TLD_SWAP,
        /** The whole domain in front of another: acme.com.evil.net. */
        AS_PREFIX
    }
}
