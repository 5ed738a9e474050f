package dev.kith.profile;

import dev.kith.event.FileHostingActivity;
import java.util.Locale;
import java.util.Map;

/**
 * What a record tells of the file it is about, whatever the source.
 *
 * @param path what people know it by: its address, or where it has none its area, id and name
 * @param area where it belongs: host and the two topmost folders in SharePoint, the shared drive or the owner in Drive; in
 *     lower case, empty where it is not told
 * @param kind its ending, in lower case without the dot, or the source's word for what has none; empty where neither is told
 * @param reach who could open it by then
 * @param sharedWith whom it was shared with, in lower case: an address or a domain; empty where nobody is named
 */
public record HostedFile(String path, String area, String kind, Reach reach, String sharedWith) {
    /** What is learned and remembered of an area. Chosen by hand. */
    private static final int AREA_CHARS_MAX = 100;

    /** Longer endings are no endings. Chosen by hand. */
    private static final int KIND_CHARS_MAX = 12;

    /** Who can open a file, fewest first. */
    public enum Reach {
        UNKNOWN,
        OWNER,
        WITHIN,
        OUTSIDERS,
        ANYBODY;

        /** Whether people outside can open it. */
        public boolean outside() {
            return this == OUTSIDERS || this == ANYBODY;
        }
    }

    /** Google's words for who can open a file. */
    private static final Map<String, Reach> REACHES = Map.of(
            "private", Reach.OWNER,
            "shared_internally", Reach.WITHIN,
            "people_within_domain_with_link", Reach.WITHIN,
            "public_in_the_domain", Reach.WITHIN,
            "shared_externally", Reach.OUTSIDERS,
            "people_with_link", Reach.ANYBODY,
            "public_on_the_web", Reach.ANYBODY);

    static HostedFile of(FileHostingActivity event) {
        Map<String, String> details = event.details();
        String area = area(event);
        return new HostedFile(
                path(event, area),
                area,
                kind(event),
                REACHES.getOrDefault(details.getOrDefault("visibility", "").toLowerCase(Locale.ROOT), Reach.UNKNOWN),
                address(event.target()));
    }

    private static String path(FileHostingActivity event, String area) {
        return event.name().isEmpty() || event.object().indexOf('/') >= 0
                ? event.object()
                : area + "/" + event.object() + "/" + event.name().replace('/', ' ');
    }

    private static String area(FileHostingActivity event) {
        String object = event.object();
        int host = object.indexOf("://");
        if (host < 0) {
            String owner = event.details().getOrDefault("owner", "");
            return owner.isEmpty() ? "" : AccountFacts.cut(owner.toLowerCase(Locale.ROOT), AREA_CHARS_MAX);
        }
        int end = host + 2;
        for (int slashes = 0; slashes < 3 && end >= 0; slashes++) {
            end = object.indexOf('/', end + 1);
        }
        return end < 0
                ? ""
                : AccountFacts.cut(object.substring(host + 3, end).toLowerCase(Locale.ROOT), AREA_CHARS_MAX);
    }

    private static String kind(FileHostingActivity event) {
        String name = event.name();
        int dot = name.lastIndexOf('.');
        boolean ending = dot > 0 && dot < name.length() - 1 && name.length() - dot - 1 <= KIND_CHARS_MAX;
        String kind = ending ? name.substring(dot + 1) : event.details().getOrDefault("doc_type", "");
        return kind.length() > KIND_CHARS_MAX || kind.indexOf(' ') >= 0 ? "" : kind.toLowerCase(Locale.ROOT);
    }

    /** How Entra writes the address of a guest: {@code anna_mail.example#ext#@tenant.onmicrosoft.com}. */
    private static final String GUEST = "#ext#";

    private static String address(String target) {
        String lower = target.strip().toLowerCase(Locale.ROOT);
        int guest = lower.indexOf(GUEST);
        int at = guest < 0 ? -1 : lower.lastIndexOf('_', guest);
        return at <= 0 ? lower : lower.substring(0, at) + "@" + lower.substring(at + 1, guest);
    }
}
