package dev.kith.investigate;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import dev.kith.score.LookAlikes;
import java.util.List;
import java.util.Locale;

/** Whether the name of an application that people let in passes it off as the provider's own. */
final class ApplicationName {
    /** Names of the providers and their products, which no application of others may be called. Written by hand. */
    private static final ImmutableSet<String> PROVIDERS = ImmutableSet.of(
            "microsoft",
            "office",
            "office365",
            "o365",
            "m365",
            "outlook",
            "sharepoint",
            "onedrive",
            "exchange",
            "azure",
            "entra",
            "teams",
            "windows",
            "google",
            "gmail",
            "workspace");

    private static final LookAlikes KNOWN = LookAlikes.of(
            PROVIDERS.stream().filter(n -> n.length() > 4).map(n -> n + ".com").toList());

    private static final Splitter WORDS = Splitter.on(CharMatcher.forPredicate(c -> !Character.isLetterOrDigit(c)))
            .omitEmptyStrings();

    private static final int NAME_CHARS_MAX = 100;

    private ApplicationName() {}

    /** Whether a name is that of a provider, or of its product. */
    static boolean pretends(String name) {
        List<String> words = words(name);
        // "Adobe for Outlook" says what it works with; "Outlook Security" says whose it is.
        boolean with = words.contains("for") || words.contains("to") || words.contains("with");
        for (int i = 0; i < words.size(); i++) {
            if (PROVIDERS.contains(words.get(i)) && (i == 0 || !with)) {
                return true;
            }
        }
        return imitates(name);
    }

    /** Whether a name looks like that of a provider and is spelled otherwise: {@code rnicrosoft}. */
    static boolean imitates(String name) {
        return words(name).stream()
                .anyMatch(word -> !PROVIDERS.contains(word)
                        && KNOWN.find(word + ".com")
                                .filter(m -> m.closeness() > 0.8)
                                .isPresent());
    }

    private static List<String> words(String name) {
        return WORDS.splitToList(
                name.substring(0, Math.min(name.length(), NAME_CHARS_MAX)).toLowerCase(Locale.ROOT));
    }
}
