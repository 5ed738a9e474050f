package dev.kith.profile;

import dev.kith.event.MailAddress;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Who bears which name: display names of people known here, to the addresses they were seen with.
 *
 * <p>Names are compared as sets of words, without accents, titles and order ("Hale, Marion (Ops)" is "Marion Hale"). Only
 * names of at least two words count: a first name alone is nobody in particular. Bounded: the names seen longest ago give way.
 */
public final class NameIndex {
    /** Chosen by hand: a large organisation's people with all their correspondents; about 200 bytes each. */
    private static final int NAMES_MAX = 200_000;

    private static final int ADDRESSES_MAX = 8;
    private static final int NAME_CHARS_MAX = 120;
    private static final int WORDS_MAX = 6;

    private final Map<String, List<MailAddress>> byName = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<MailAddress>> eldest) {
            return size() > NAMES_MAX;
        }
    };

    /** Learns that an address bears a name. */
    public void observe(String displayName, MailAddress address) {
        String key = key(displayName);
        if (key.isEmpty() || address.domain().isEmpty()) {
            return;
        }
        List<MailAddress> addresses = byName.computeIfAbsent(key, k -> new ArrayList<>(1));
        if (!addresses.contains(address) && addresses.size() < ADDRESSES_MAX) {
            addresses.add(address);
        }
    }

    /** The addresses known to bear a name, first known first; empty where nobody here is called that. */
    public List<MailAddress> holders(String displayName) {
        String key = key(displayName);
        return key.isEmpty() ? List.of() : List.copyOf(byName.getOrDefault(key, List.of()));
    }

    /** The words of a name in alphabetical order; empty where it has fewer than two. */
    static String key(String displayName) {
        String cut = displayName.length() > NAME_CHARS_MAX ? displayName.substring(0, NAME_CHARS_MAX) : displayName;
        if (cut.indexOf('@') >= 0) {
            return "";
        }
        String text =
                Normalizer.normalize(withoutBrackets(cut), Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            if (Character.isLetter(c)) {
                word.append(c);
            } else if (Character.getType(c) != Character.NON_SPACING_MARK && c != '\'') {
                if (word.length() > 1) {
                    words.add(word.toString());
                }
                word.setLength(0);
            }
        }
        if (words.size() < 2 || words.size() > WORDS_MAX) {
            return "";
        }
        words.sort(null);
        return String.join(" ", words);
    }

    private static String withoutBrackets(String name) {
        StringBuilder out = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '(' || c == '[') {
                depth++;
            } else if ((c == ')' || c == ']') && depth > 0) {
                depth--;
            } else if (depth == 0) {
                out.append(c);
            }
        }
        return out.toString();
    }
}
