package dev.kith.connect.intel;

import dev.kith.event.DomainTrait;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What lists say of hosts, by longest listed suffix, and of paths on hosts that serve several ends.
 *
 * <p>An entry is a host, which speaks for everything below it too, and perhaps the head of a path after it. In a host a
 * label {@code *} stands for any one label, {@code name*} for a label that starts so, and {@code name#} for one that goes
 * on with digits only; in a path {@code *} stands for any one part. Of the entries that fit, the one with the longest
 * fixed suffix speaks, then the one with more labels, then the one with the longer path; others are silent. That a
 * top-level domain is listed is added to that. Immutable; look-ups take a few hash probes for each label.
 */
final class DomainLists {
    /** Chosen by hand: the longest built-in entry has six labels; labels further left cannot matter. */
    private static final int LABELS_MAX = 10;

    /** Chosen by hand: the longest built-in path has five parts. */
    private static final int PATH_PARTS_MAX = 8;

    private final Map<String, Set<DomainTrait>> hosts;
    private final Map<String, List<Pattern>> patterns;
    private final Set<String> topLevels;

    private DomainLists(Builder builder) {
        this.hosts = new HashMap<>(builder.hosts);
        Map<String, List<Pattern>> sorted = new HashMap<>();
        Comparator<Pattern> mostTellingFirst = Comparator.<Pattern>comparingInt(p -> -p.labels.size())
                .thenComparingInt(p -> -p.path.size())
                .thenComparing(p -> p.labels.toString() + p.path);
        builder.patterns.forEach((suffix, list) -> {
            List<Pattern> copy = new ArrayList<>(list);
            copy.sort(mostTellingFirst);
            sorted.put(suffix, List.copyOf(copy));
        });
        this.patterns = sorted;
        this.topLevels = Set.copyOf(builder.topLevels);
    }

    /**
     * What the lists say of an address.
     *
     * @param path path of the address, with or without its query; empty where only the host is known
     */
    Set<DomainTrait> traits(String host, String path) {
        String name = normal(host);
        int[] starts = labelStarts(name);
        if (starts.length == 0) {
            return Set.of();
        }
        List<String> parts = path.isEmpty() ? List.of() : pathParts(path);
        Set<DomainTrait> listed = null;
        for (int i = 0; i < starts.length && listed == null; i++) {
            listed = find(name.substring(starts[i]), name, starts, i, parts);
        }
        Set<DomainTrait> traits = listed == null ? Set.of() : listed;
        return topLevelListed(name, starts) ? with(traits, DomainTrait.SUSPICIOUS_TLD) : traits;
    }

    /** The traits of the entry at one suffix; null where nothing is listed there. */
    private @Nullable Set<DomainTrait> find(String suffix, String name, int[] starts, int at, List<String> parts) {
        List<Pattern> candidates = patterns.get(suffix);
        if (candidates != null) {
            for (Pattern pattern : candidates) {
                if (pattern.fits(name, starts, at, parts)) {
                    return pattern.traits;
                }
            }
        }
        return hosts.get(suffix);
    }

    private boolean topLevelListed(String name, int[] starts) {
        for (int i = Math.max(0, starts.length - 2); i < starts.length; i++) {
            if (topLevels.contains(name.substring(starts[i]))) {
                return true;
            }
        }
        return false;
    }

    private static Set<DomainTrait> with(Set<DomainTrait> traits, DomainTrait more) {
        Set<DomainTrait> all = EnumSet.of(more);
        all.addAll(traits);
        return Collections.unmodifiableSet(all);
    }

    /** Number of entries, for reports. */
    int size() {
        return hosts.size() + patterns.values().stream().mapToInt(List::size).sum() + topLevels.size();
    }

    /** Lower case, without the trailing dot. */
    static String normal(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    /** Where the last labels of a name begin, from the left; empty for an empty name. */
    private static int[] labelStarts(String name) {
        if (name.isEmpty()) {
            return new int[0];
        }
        int[] fromRight = new int[LABELS_MAX];
        int count = 0;
        int end = name.length();
        while (count < LABELS_MAX) {
            int dot = name.lastIndexOf('.', end - 1);
            fromRight[count++] = dot + 1;
            if (dot <= 0) {
                break;
            }
            end = dot;
        }
        int[] starts = new int[count];
        for (int i = 0; i < count; i++) {
            starts[i] = fromRight[count - 1 - i];
        }
        return starts;
    }

    private static List<String> pathParts(String path) {
        List<String> parts = new ArrayList<>(PATH_PARTS_MAX);
        int begin = 0;
        int length = path.length();
        for (int i = 0; i <= length && parts.size() < PATH_PARTS_MAX; i++) {
            char c = i < length ? path.charAt(i) : '?';
            boolean end = c == '?' || c == '#';
            if (end || c == '/') {
                if (i > begin) {
                    parts.add(path.substring(begin, i).toLowerCase(Locale.ROOT));
                }
                begin = i + 1;
            }
            if (end) {
                break;
            }
        }
        return parts;
    }

    /**
     * An entry with a variable label or a path.
     *
     * @param labels what must stand left of the fixed suffix, from right to left
     */
    private record Pattern(List<String> labels, List<String> path, Set<DomainTrait> traits) {
        boolean fits(String name, int[] starts, int at, List<String> parts) {
            if (at < labels.size() || parts.size() < path.size()) {
                return false;
            }
            for (int i = 0; i < labels.size(); i++) {
                int label = at - 1 - i;
                if (!fits(labels.get(i), name.substring(starts[label], starts[label + 1] - 1))) {
                    return false;
                }
            }
            for (int i = 0; i < path.size(); i++) {
                if (!path.get(i).equals("*") && !path.get(i).equals(parts.get(i))) {
                    return false;
                }
            }
            return true;
        }

        private static boolean fits(String glob, String label) {
            String head = glob.substring(0, glob.length() - 1);
            if (glob.endsWith("*")) {
                return label.startsWith(head);
            }
            if (!glob.endsWith("#")) {
                return label.equals(glob);
            }
            return label.length() > head.length()
                    && label.startsWith(head)
                    && label.chars().skip(head.length()).allMatch(c -> c >= '0' && c <= '9');
        }
    }

    /** Gathers entries; the same host on several lists has the traits of all. */
    static final class Builder {
        private final Map<String, Set<DomainTrait>> hosts = new HashMap<>();
        private final Map<String, List<Pattern>> patterns = new HashMap<>();
        private final Set<String> topLevels = new HashSet<>();
        private final Map<Set<DomainTrait>, Set<DomainTrait>> sets = new HashMap<>();

        /** Adds a top-level domain, or a public suffix of two labels, as abused. */
        void addTopLevel(String suffix) {
            String name = normal(suffix);
            topLevels.add(name.startsWith(".") ? name.substring(1) : name);
        }

        /**
         * Adds an entry; with no traits it says that the host does not share those of the domain above it.
         *
         * @return whether the text is an entry
         */
        boolean add(String entry, Set<DomainTrait> traits) {
            int slash = entry.indexOf('/');
            String host = normal(slash < 0 ? entry : entry.substring(0, slash));
            if (!plausible(host)) {
                return false;
            }
            int lastVariable = Math.max(host.lastIndexOf('*'), host.lastIndexOf('#'));
            if (slash < 0 && lastVariable < 0) {
                hosts.merge(host, interned(traits), (a, b) -> interned(union(a, b)));
                return true;
            }
            String fixed = lastVariable < 0 ? host : host.substring(host.indexOf('.', lastVariable) + 1);
            List<String> labels = new ArrayList<>();
            if (lastVariable >= 0) {
                Collections.addAll(
                        labels,
                        host.substring(0, host.length() - fixed.length() - 1).split("\\.", -1));
                Collections.reverse(labels);
            }
            List<String> path = slash < 0 ? List.of() : pathParts(entry.substring(slash));
            patterns.computeIfAbsent(fixed, key -> new ArrayList<>())
                    .add(new Pattern(List.copyOf(labels), List.copyOf(path), interned(traits)));
            return true;
        }

        private Set<DomainTrait> interned(Set<DomainTrait> traits) {
            return sets.computeIfAbsent(traits, Set::copyOf);
        }

        private static Set<DomainTrait> union(Set<DomainTrait> a, Set<DomainTrait> b) {
            Set<DomainTrait> both = new HashSet<>(a);
            both.addAll(b);
            return both;
        }

        DomainLists build() {
            return new DomainLists(this);
        }

        private static boolean plausible(String host) {
            int dot = host.lastIndexOf('.');
            if (dot <= 0 || host.contains("..") || host.startsWith(".") || host.length() > 253) {
                return false;
            }
            for (int i = 0; i < host.length(); i++) {
                char c = host.charAt(i);
                if (!Character.isLetterOrDigit(c) && c != '.' && c != '-' && c != '_' && c != '*' && c != '#') {
                    return false;
                }
            }
            return host.indexOf('*', dot) < 0 && host.indexOf('#', dot) < 0;
        }
    }
}
