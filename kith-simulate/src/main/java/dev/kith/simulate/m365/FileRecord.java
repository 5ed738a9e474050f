package dev.kith.simulate.m365;

import java.util.function.Consumer;

/**
 * What happens to files and their links in SharePoint and OneDrive.
 *
 * @param app what they are reached with, beside a browser; {@link App#SHAREPOINT_ONLINE} for a browser
 */
public record FileRecord(Tenant tenant, User user, String address, App app, Device device) {
    private static final int PAGE = 4;
    private static final int FILE = 6;
    private static final int SHARING = 14;

    /**
     * A file, or a folder.
     *
     * @param site address of the site without a slash at its end
     * @param folder below the site, such as {@code Shared Documents/Rates}
     */
    public record Item(String site, String folder, String name, long bytes) {
        /** The address that records call ObjectId. */
        public String url() {
            return site + "/" + folder + "/" + name;
        }

        boolean personal() {
            return site.contains("/personal/");
        }

        String extension() {
            int dot = name.lastIndexOf('.');
            return dot < 0 ? "" : name.substring(dot + 1);
        }

        String id() {
            return Guid.of("item", url());
        }
    }

    /** Something was done to a file: {@code FileAccessed}, {@code FileDownloaded}, ... */
    public String file(Stamp stamp, String operation, Item item) {
        Json json = begin(stamp, operation, FILE, item)
                .put("FileSizeBytes", item.bytes())
                .put("HighPriorityMediaProcessing", false);
        if (operation.startsWith("FileSync")) {
            json.put("MachineId", Guid.of("machine", device.name()))
                    .put("MachineDomainInfo", Guid.of("machine domain", tenant.id()));
        }
        return json.put("SourceRelativeUrl", item.folder()).text();
    }

    /** A link that opens the file to whoever holds it is made, used or taken away. */
    public String anonymousLink(Stamp stamp, String operation, Item item, boolean edits) {
        return sharing(
                stamp,
                operation,
                item,
                json -> json.put(
                                "EventData",
                                "<Type>" + (edits ? "Edit" : "View")
                                        + "</Type><MembersCanShareApplied>False</MembersCanShareApplied>")
                        .put("UniqueSharingId", sharingId(item, "anonymous")));
    }

    /** A link for the whole organisation, or for the people named in it, is made or used. */
    public String link(Stamp stamp, String operation, Item item, String kind) {
        return sharing(
                stamp,
                operation,
                item,
                json -> json.put("EventData", "<Type>View</Type>").put("UniqueSharingId", sharingId(item, kind)));
    }

    /** Somebody is let in to a file by name. */
    public String letIn(Stamp stamp, String operation, Item item, String target, boolean guest) {
        return sharing(
                stamp,
                operation,
                item,
                json -> json.put(
                                "EventData",
                                "<Permissions granted>" + (guest ? "Read" : "Contribute") + "</Permissions granted>")
                        .put("TargetUserOrGroupName", target)
                        .put("TargetUserOrGroupType", guest ? "Guest" : "Member")
                        .put("UniqueSharingId", sharingId(item, "secure")));
    }

    /** A page of a site was looked at. */
    public String page(Stamp stamp, String site) {
        return base(stamp, "PageViewed", PAGE, site + "/SitePages/Home.aspx", site)
                .put("CustomUniqueId", false)
                .put("ItemType", "Page")
                .put("ListItemUniqueId", Guid.of("page", site))
                .text();
    }

    /** Somebody searched. */
    public String search(Stamp stamp, String site, String words) {
        return base(stamp, "SearchQueryPerformed", PAGE, site, site)
                .put("ItemType", "Page")
                .put("EventData", "<SearchQuery>" + words + "</SearchQuery>")
                .put("SearchQueryText", words)
                .text();
    }

    private static String sharingId(Item item, String kind) {
        return Guid.of("sharing", kind, item.url());
    }

    private String sharing(Stamp stamp, String operation, Item item, Consumer<Json> more) {
        Json json = begin(stamp, operation, SHARING, item);
        more.accept(json);
        return json.put("SourceRelativeUrl", item.folder() + "/" + item.name()).text();
    }

    private Json begin(Stamp stamp, String operation, int type, Item item) {
        String workload = item.personal() ? "OneDrive" : "SharePoint";
        return base(stamp, operation, type, item.url(), item.site(), workload)
                .put("ItemType", "File")
                .put("ListId", Guid.of("list", item.site()))
                .put("ListItemUniqueId", item.id())
                .put("SourceFileExtension", item.extension())
                .put("SiteUrl", item.site() + "/")
                .put("SourceFileName", item.name());
    }

    private Json base(Stamp stamp, String operation, int type, String object, String site) {
        return base(stamp, operation, type, object, site, site.contains("/personal/") ? "OneDrive" : "SharePoint");
    }

    private Json base(Stamp stamp, String operation, int type, String object, String site, String workload) {
        Json json = AuditRecord.begin(stamp, operation, type, workload, tenant, user, user.claim())
                .put("ClientIP", address)
                .put("ObjectId", object)
                .put("AuthenticationType", "OAuth");
        if (!app.equals(App.SHAREPOINT_ONLINE)) {
            json.put("ApplicationId", app.id()).put("ApplicationDisplayName", app.name());
        }
        return json.put("CorrelationId", Guid.of("correlation", stamp.id()))
                .put("DeviceDisplayName", device.name())
                .put("EventSource", "SharePoint")
                .put("IsManagedDevice", device.managed())
                .put("Platform", platform())
                .put("Site", Guid.of("site", site))
                .put("UserAgent", device.agent())
                .put("WebId", Guid.of("web", site));
    }

    private String platform() {
        return device.os().startsWith("Windows")
                ? "WinDesktop"
                : device.os().startsWith("Mac") ? "Mac" : device.os().isEmpty() ? "NotSpecified" : "Mobile";
    }
}
