package dev.kith.connect.language;

import java.util.Locale;
import java.util.Set;

/** What stands after the last dot of a word: a kind of file, or the end of a domain name. */
final class Extensions {
    /** Kinds of files that people send to each other. Chosen by hand. */
    private static final Set<String> FILES = Set.of(
            "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "zip", "rar", "7z", "csv", "txt", "htm", "html", "jpg",
            "jpeg", "png", "gif", "mp3", "wav", "eml", "msg", "odt", "rtf", "iso", "img", "exe", "tar", "gz");

    /** Ends of domain names often seen in mail, countries aside. Chosen by hand. */
    private static final Set<String> DOMAINS = Set.of(
            "com", "org", "net", "info", "biz", "online", "site", "shop", "store", "cloud", "app", "dev", "live",
            "club", "top", "xyz", "icu", "email", "support", "link", "click", "example", "test");

    private Extensions() {}

    static boolean contains(String text, int from, int to) {
        return to - from <= 4 && FILES.contains(text.substring(from, to).toLowerCase(Locale.ROOT));
    }

    static boolean isDomainEnd(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Letters.isLatin(Letters.fold(text.charAt(i)))) {
                return false;
            }
        }
        return to - from == 2 || DOMAINS.contains(text.substring(from, to).toLowerCase(Locale.ROOT));
    }
}
