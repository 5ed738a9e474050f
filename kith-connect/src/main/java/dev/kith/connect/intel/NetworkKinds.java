package dev.kith.connect.intel;

import dev.kith.event.Endpoint.Trait;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** What kind of network an autonomous system is, by its number or by whole words of its organisation's name. */
final class NetworkKinds {
    /** Chosen by hand: more than there are networks in use, in about 10 MB; beyond it answers are worked out each time. */
    private static final int KNOWN_MAX = 100_000;

    private final Map<Trait, Set<Long>> numbers;
    private final Map<Trait, List<String>> words;
    private final Map<Long, Set<Trait>> known = new ConcurrentHashMap<>();

    private NetworkKinds(Builder builder) {
        this.numbers = new EnumMap<>(Trait.class);
        builder.numbers.forEach((trait, set) -> numbers.put(trait, Set.copyOf(set)));
        this.words = new EnumMap<>(Trait.class);
        builder.words.forEach((trait, set) -> words.put(trait, List.copyOf(set)));
    }

    /** The traits of all addresses of a network. */
    Set<Trait> of(long number, String name) {
        Set<Trait> traits = known.get(number);
        if (traits == null) {
            traits = compute(number, name);
            if (known.size() < KNOWN_MAX) {
                known.put(number, traits);
            }
        }
        return traits;
    }

    private Set<Trait> compute(long number, String name) {
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        numbers.forEach((trait, set) -> {
            if (set.contains(number)) {
                traits.add(trait);
            }
        });
        String spaced = spaced(name);
        words.forEach((trait, list) -> {
            if (list.stream().anyMatch(spaced::contains)) {
                traits.add(trait);
            }
        });
        return Collections.unmodifiableSet(traits);
    }

    /** Lower case, whatever is no letter or digit as one space, and a space at both ends. */
    private static String spaced(String text) {
        StringBuilder spaced = new StringBuilder(" ");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                spaced.append(c);
            } else if (spaced.charAt(spaced.length() - 1) != ' ') {
                spaced.append(' ');
            }
        }
        if (spaced.charAt(spaced.length() - 1) != ' ') {
            spaced.append(' ');
        }
        return spaced.toString().toLowerCase(Locale.ROOT);
    }

    /** Gathers numbers and words. */
    static final class Builder {
        private final Map<Trait, Set<Long>> numbers = new EnumMap<>(Trait.class);
        private final Map<Trait, Set<String>> words = new EnumMap<>(Trait.class);

        /**
         * Adds a network by its number, with or without {@code AS} before it.
         *
         * @return whether the text is such a number
         */
        boolean addNumber(String text, Trait trait) {
            String digits = text.regionMatches(true, 0, "AS", 0, 2) ? text.substring(2) : text;
            if (digits.isEmpty() || digits.length() > 10 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return false;
            }
            numbers.computeIfAbsent(trait, key -> new HashSet<>()).add(Long.parseLong(digits));
            return true;
        }

        void addWords(String text, Trait trait) {
            String spaced = spaced(text);
            if (!spaced.isBlank()) {
                words.computeIfAbsent(trait, key -> new TreeSet<>()).add(spaced);
            }
        }

        NetworkKinds build() {
            return new NetworkKinds(this);
        }
    }
}
