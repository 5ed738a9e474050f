package dev.kith.connect.google;

import dev.kith.connect.source.Details;
import dev.kith.event.Actor;
import dev.kith.event.FileHostingActivity;
import java.util.Locale;
import java.util.Map;

/** What is done to files in Drive. Names by Google's "Drive audit activity events". */
final class DriveEvents {
    private static final Map<String, FileHostingActivity.Activity> ACTIVITIES = Map.ofEntries(
            Map.entry("view", FileHostingActivity.Activity.OPEN),
            Map.entry("preview", FileHostingActivity.Activity.PREVIEW),
            Map.entry("download", FileHostingActivity.Activity.DOWNLOAD),
            Map.entry("print", FileHostingActivity.Activity.DOWNLOAD),
            Map.entry("email_as_attachment", FileHostingActivity.Activity.DOWNLOAD),
            Map.entry("sync_item_content", FileHostingActivity.Activity.SYNC),
            Map.entry("prefetch_item_content", FileHostingActivity.Activity.SYNC),
            Map.entry("create", FileHostingActivity.Activity.UPLOAD),
            Map.entry("upload", FileHostingActivity.Activity.UPLOAD),
            Map.entry("edit", FileHostingActivity.Activity.UPDATE),
            Map.entry("add_lock", FileHostingActivity.Activity.UPDATE),
            Map.entry("remove_lock", FileHostingActivity.Activity.UPDATE),
            Map.entry("rename", FileHostingActivity.Activity.RENAME),
            Map.entry("move", FileHostingActivity.Activity.MOVE),
            Map.entry("add_to_folder", FileHostingActivity.Activity.MOVE),
            Map.entry("remove_from_folder", FileHostingActivity.Activity.MOVE),
            Map.entry("copy", FileHostingActivity.Activity.COPY),
            Map.entry("source_copy", FileHostingActivity.Activity.COPY),
            Map.entry("trash", FileHostingActivity.Activity.DELETE),
            Map.entry("delete", FileHostingActivity.Activity.DELETE),
            Map.entry("untrash", FileHostingActivity.Activity.RESTORE),
            Map.entry("unlock", FileHostingActivity.Activity.UPDATE));

    private DriveEvents() {}

    static FileHostingActivity event(ReportedActivity activity) {
        Parameters parameters = activity.parameters();
        Details details = activity.details();
        return new FileHostingActivity(
                activity.id(),
                activity.time(),
                activity.where(),
                activity.actor(),
                kind(activity),
                activity.name(),
                parameters.text("doc_id", "shared_drive_id"),
                parameters.text("doc_title"),
                linked(parameters.key("visibility")) || opensToAll(parameters) ? parameters.text("doc_id") : "",
                parameters.text("target_user", "target_domain"),
                activity.endpoint(),
                activity.client(),
                details.facts(),
                details.problems());
    }

    private static FileHostingActivity.Activity kind(ReportedActivity activity) {
        String name = activity.key();
        if (opens(name, activity.parameters())) {
            return opensToAll(activity.parameters())
                    ? FileHostingActivity.Activity.ANONYMOUS_LINK_CREATED
                    : FileHostingActivity.Activity.SHARE;
        }
        if (activity.type().equals("acl_change")) {
            boolean wasOpen = linked(activity.parameters().key("old_value"));
            return wasOpen ? FileHostingActivity.Activity.ANONYMOUS_LINK_REMOVED : FileHostingActivity.Activity.UNSHARE;
        }
        FileHostingActivity.Activity kind = ACTIVITIES.getOrDefault(name, FileHostingActivity.Activity.OTHER);
        boolean read = kind == FileHostingActivity.Activity.OPEN
                || kind == FileHostingActivity.Activity.PREVIEW
                || kind == FileHostingActivity.Activity.DOWNLOAD;
        return read && activity.actor().kind() == Actor.Kind.ANONYMOUS
                ? FileHostingActivity.Activity.ANONYMOUS_LINK_USED
                : kind;
    }

    /** Whether a change of rights gives more than there was: somebody named, a domain, or whoever has the link. */
    static boolean opens(String name, Parameters parameters) {
        String key = name.toLowerCase(Locale.ROOT);
        String before = parameters.key("old_value");
        String after = parameters.key("new_value");
        if (key.startsWith("change_document_visibility")) {
            return reach(after) > reach(before);
        }
        if (key.startsWith("change_user_access")
                || key.startsWith("change_document_access_scope")
                || key.startsWith("shared_drive_membership_change")
                || key.startsWith("team_drive_membership_change")) {
            return right(after) > right(before)
                    || parameters.key("membership_change_type").startsWith("add");
        }
        return false;
    }

    private static boolean opensToAll(Parameters parameters) {
        return linked(parameters.key("new_value"));
    }

    private static boolean linked(String visibility) {
        return visibility.contains("people_with_link") || visibility.contains("public_on_the_web");
    }

    /** How many can see a file of a visibility, as a rank. */
    private static int reach(String visibility) {
        if (linked(visibility)) {
            return 4;
        }
        return switch (visibility) {
            case "", "private", "none", "unknown" -> 0;
            case "shared_internally" -> 1;
            case "people_within_domain_with_link", "public_in_the_domain" -> 2;
            case "shared_externally" -> 3;
            default -> 1;
        };
    }

    /** What a right allows, as a rank. */
    private static int right(String right) {
        return switch (right) {
            case "", "none", "unknown" -> 0;
            case "can_view" -> 1;
            case "can_comment" -> 2;
            case "can_edit", "writer", "contributor" -> 3;
            default -> 4;
        };
    }
}
