package dev.kith.connect.intel;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** A public suffix list (publicsuffix.org) that the user brought; only the registries' section of it is used. */
final class SuffixList implements SuffixRules {
    private static final String PRIVATE_SECTION = "===BEGIN PRIVATE DOMAINS===";

    private final Set<String> rules;

    private SuffixList(Set<String> rules) {
        this.rules = Set.copyOf(rules);
    }

    /** The rules in a file's lines, in order; whatever stands after the private section's head is left out. */
    static SuffixList of(Iterable<String> lines) {
        Set<String> rules = new HashSet<>();
        for (String line : lines) {
            if (line.contains(PRIVATE_SECTION)) {
                break;
            }
            String rule = line.strip().toLowerCase(Locale.ROOT);
            if (!rule.isEmpty() && !rule.startsWith("//")) {
                rules.add(rule.split("\\s", 2)[0]);
            }
        }
        return new SuffixList(rules);
    }

    int size() {
        return rules.size();
    }

    @Override
    public int suffixLabels(String name) {
        String[] labels = name.split("\\.", -1);
        String suffix = "";
        int longest = 1;
        for (int i = labels.length - 1; i >= 0; i--) {
            if (labels[i].isEmpty()) {
                return 0;
            }
            int count = labels.length - i;
            String parent = suffix;
            suffix = parent.isEmpty() ? labels[i] : labels[i] + "." + parent;
            if (rules.contains("!" + suffix)) {
                return count - 1;
            }
            if (rules.contains(suffix) || (!parent.isEmpty() && rules.contains("*." + parent))) {
                longest = count;
            }
        }
        return longest;
    }
}
