package dev.kith.connect.intel;

import java.net.IDN;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The registrable domain of a host: the part that an organisation registered.
 *
 * <p>Only registries' suffixes count, not the private ones of hosting companies: {@code acme.web.app} belongs to
 * {@code web.app}, and {@code contoso.sharepoint.com} to {@code sharepoint.com}. Whose corner of a shared host it is, is
 * said elsewhere (a link's tenant), and that anybody may have such a corner is a trait of the host. Names below private
 * registries that companies use like a country's ({@code uk.com}) count as registered there.
 *
 * <p>Answers are kept in a direct-mapped cache of {@value #CACHE_SLOTS} slots without locks: a slot holds an immutable
 * pair, so that a race costs at most a second computation, and hostile names can evict but not grow it. Total: a text
 * that is no name comes back as it is.
 */
final class RegistrableDomains {
    /** Chosen by hand: more hosts than an organisation meets in a day, at most about 3 MB when full. A power of two. */
    private static final int CACHE_SLOTS = 1 << 14;

    /** RFC 1035, 2.3.4: longer texts are no names; they are answered, but not kept. */
    private static final int NAME_CHARS_MAX = 253;

    /** The longest rules of the list have four labels; one more is registered, and one is spare. */
    private static final int LABELS_MAX = 6;

    private final SuffixRules rules;
    private final Set<String> privateRegistries;
    private final AtomicReferenceArray<@Nullable Answer> cache = new AtomicReferenceArray<>(CACHE_SLOTS);

    private record Answer(String host, String domain) {}

    RegistrableDomains(SuffixRules rules, Set<String> privateRegistries) {
        this.rules = rules;
        this.privateRegistries = Set.copyOf(privateRegistries);
    }

    /** The registrable domain, lower case; the host itself for an address, a bare suffix or a text that is no name. */
    String of(String host) {
        int hash = host.hashCode();
        int slot = (hash ^ (hash >>> 16)) & (CACHE_SLOTS - 1);
        Answer known = cache.get(slot);
        if (known != null && known.host.equals(host)) {
            return known.domain;
        }
        String domain = compute(host);
        if (host.length() <= NAME_CHARS_MAX) {
            cache.set(slot, new Answer(host, domain.equals(host) ? host : domain));
        }
        return domain;
    }

    private String compute(String host) {
        String name = DomainLists.normal(host);
        int lastDot = name.lastIndexOf('.');
        if (lastDot < 0 && !name.isEmpty()) {
            return name;
        }
        if (lastDot <= 0 || lastDot == name.length() - 1 || name.indexOf(':') >= 0 || name.indexOf('[') >= 0) {
            return host;
        }
        if (name.chars().skip(lastDot + 1).allMatch(c -> c >= '0' && c <= '9')) {
            return host;
        }
        String tail = lastLabels(name, LABELS_MAX);
        int suffix = suffixLabels(tail);
        String domain = suffix == 0 ? host : lastLabels(name, suffix + 1);
        return domain.startsWith(".") ? host : domain;
    }

    /** The suffix's length by the rules; a label on the left that no name may have does not hide what stands right of it. */
    private int suffixLabels(String tail) {
        String name = tail.contains("xn--") ? unicode(tail) : tail;
        while (true) {
            int labels = rules.suffixLabels(name);
            if (labels > 0) {
                return labels == 1 && privateRegistries.contains(lastLabels(name, 2)) ? 2 : labels;
            }
            int dot = name.indexOf('.');
            if (dot < 0) {
                return 0;
            }
            name = name.substring(dot + 1);
        }
    }

    /** The name with its labels in Unicode, as the rules are written; as it was where that would move its dots. */
    private static String unicode(String name) {
        String shown = IDN.toUnicode(name);
        boolean sameShape = shown.chars().filter(c -> c == '.').count()
                == name.chars().filter(c -> c == '.').count();
        return sameShape ? shown : name;
    }

    private static String lastLabels(String name, int count) {
        int dot = name.length();
        for (int i = 0; i < count; i++) {
            dot = name.lastIndexOf('.', dot - 1);
            if (dot < 0) {
                return name;
            }
        }
        return name.substring(dot + 1);
    }
}
