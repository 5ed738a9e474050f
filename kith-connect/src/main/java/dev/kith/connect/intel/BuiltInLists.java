package dev.kith.connect.intel;

import dev.kith.event.DomainTrait;
import dev.kith.event.Endpoint.Trait;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The lists of our own writing that come with the product; each says at its head what it holds and in what form. */
final class BuiltInLists {
    private static final Map<String, DomainTrait> DOMAINS = Map.of(
            "free-mail.txt", DomainTrait.FREE_MAIL,
            "disposable-mail.txt", DomainTrait.DISPOSABLE_MAIL,
            "file-storage.txt", DomainTrait.FILE_STORAGE,
            "forms.txt", DomainTrait.FORM,
            "free-hosting.txt", DomainTrait.FREE_HOSTING,
            "shorteners.txt", DomainTrait.SHORTENER,
            "click-trackers.txt", DomainTrait.TRACKING,
            "bulk-mailers.txt", DomainTrait.BULK_MAILER);

    private BuiltInLists() {}

    static void addTo(DomainLists.Builder lists) {
        DOMAINS.forEach((file, trait) -> words(file, entry -> must(lists.add(entry, Set.of(trait)), file, entry)));
        words("not-listed.txt", entry -> must(lists.add(entry, Set.of()), "not-listed.txt", entry));
        words("suspicious-tlds.txt", lists::addTopLevel);
    }

    static void addTo(NetworkKinds.Builder kinds) {
        networks("hosting-networks.txt", Trait.HOSTING, kinds);
        networks("vpn-networks.txt", Trait.VPN, kinds);
        networks("relay-networks.txt", Trait.RELAY, kinds);
    }

    /** Domains with their ranks in the world. */
    static Map<String, Integer> popularDomains() {
        Map<String, Integer> ranks = new HashMap<>();
        int[] rank = {0};
        lines("popular-domains.txt", line -> {
            if (line.startsWith("= ")) {
                rank[0] = Integer.parseInt(line.substring(2));
            } else {
                for (String domain : line.split(" ")) {
                    ranks.putIfAbsent(domain, rank[0]);
                }
            }
        });
        return ranks;
    }

    static Set<String> privateRegistries() {
        Set<String> names = new HashSet<>();
        words("registries.txt", names::add);
        return names;
    }

    private static void networks(String file, Trait trait, NetworkKinds.Builder kinds) {
        lines(file, line -> {
            if (line.startsWith("AS")) {
                for (String number : line.split(" ")) {
                    must(kinds.addNumber(number, trait), file, number);
                }
            } else {
                kinds.addWords(line, trait);
            }
        });
    }

    private static void words(String file, Consumer<String> use) {
        lines(file, line -> {
            for (String word : line.split(" ")) {
                if (!word.isEmpty()) {
                    use.accept(word);
                }
            }
        });
    }

    private static void lines(String file, Consumer<String> use) {
        try (InputStream in = BuiltInLists.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new FileNotFoundException(file);
            }
            Lines lines = new Lines(in);
            for (String line = lines.next(); line != null; line = lines.next()) {
                String text = line.strip();
                if (!text.isEmpty() && !text.startsWith("# ")) {
                    use.accept(text);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("list that comes with the product: " + file, e);
        }
    }

    private static void must(boolean understood, String file, String entry) {
        if (!understood) {
            throw new IllegalStateException("not an entry in " + file + ": " + entry);
        }
    }
}
