package dev.kith.connect.m365;

import dev.kith.connect.source.Details;
import dev.kith.event.Client;
import dev.kith.event.FileHostingActivity;
import dev.kith.event.FileHostingActivity.Activity;
import java.util.Map;

/** What is done to files in SharePoint and OneDrive. Operations by Microsoft's "Audit log activities". */
final class FileRecords {
    private static final Map<String, Activity> ACTIVITIES = Map.ofEntries(
            Map.entry("fileuploaded", Activity.UPLOAD),
            Map.entry("fileuploadedpartial", Activity.UPLOAD),
            Map.entry("filesyncuploadedfull", Activity.UPLOAD),
            Map.entry("filesyncuploadedpartial", Activity.UPLOAD),
            Map.entry("foldercreated", Activity.UPLOAD),
            Map.entry("filedownloaded", Activity.DOWNLOAD),
            Map.entry("filesyncdownloadedfull", Activity.SYNC),
            Map.entry("filesyncdownloadedpartial", Activity.SYNC),
            Map.entry("fileaccessed", Activity.OPEN),
            Map.entry("fileaccessedextended", Activity.OPEN),
            Map.entry("securelinkused", Activity.OPEN),
            Map.entry("companylinkused", Activity.OPEN),
            Map.entry("filepreviewed", Activity.PREVIEW),
            Map.entry("filemodified", Activity.UPDATE),
            Map.entry("filemodifiedextended", Activity.UPDATE),
            Map.entry("filecheckedin", Activity.UPDATE),
            Map.entry("filecheckedout", Activity.UPDATE),
            Map.entry("foldermodified", Activity.UPDATE),
            Map.entry("filerenamed", Activity.RENAME),
            Map.entry("folderrenamed", Activity.RENAME),
            Map.entry("filemoved", Activity.MOVE),
            Map.entry("foldermoved", Activity.MOVE),
            Map.entry("filecopied", Activity.COPY),
            Map.entry("foldercopied", Activity.COPY),
            Map.entry("filedeleted", Activity.DELETE),
            Map.entry("filerecycled", Activity.DELETE),
            Map.entry("folderdeleted", Activity.DELETE),
            Map.entry("folderrecycled", Activity.DELETE),
            Map.entry("filedeletedfirststagerecyclebin", Activity.DELETE),
            Map.entry("filedeletedsecondstagerecyclebin", Activity.DELETE),
            Map.entry("folderdeletedfirststagerecyclebin", Activity.DELETE),
            Map.entry("folderdeletedsecondstagerecyclebin", Activity.DELETE),
            Map.entry("fileversionsalldeleted", Activity.DELETE),
            Map.entry("fileversionrecycled", Activity.DELETE),
            Map.entry("filerestored", Activity.RESTORE),
            Map.entry("folderrestored", Activity.RESTORE),
            Map.entry("sharingset", Activity.SHARE),
            Map.entry("sharinginvitationcreated", Activity.SHARE),
            Map.entry("sharinginvitationupdated", Activity.SHARE),
            Map.entry("securelinkcreated", Activity.SHARE),
            Map.entry("addedtosecurelink", Activity.SHARE),
            Map.entry("companylinkcreated", Activity.SHARE),
            Map.entry("sharinglinkcreated", Activity.SHARE),
            Map.entry("sharingrevoked", Activity.UNSHARE),
            Map.entry("sharinginvitationrevoked", Activity.UNSHARE),
            Map.entry("securelinkdeleted", Activity.UNSHARE),
            Map.entry("removedfromsecurelink", Activity.UNSHARE),
            Map.entry("companylinkremoved", Activity.UNSHARE),
            Map.entry("sharinglinkdeleted", Activity.UNSHARE),
            Map.entry("anonymouslinkcreated", Activity.ANONYMOUS_LINK_CREATED),
            Map.entry("anonymouslinkupdated", Activity.ANONYMOUS_LINK_CREATED),
            Map.entry("anonymouslinkused", Activity.ANONYMOUS_LINK_USED),
            Map.entry("anonymouslinkremoved", Activity.ANONYMOUS_LINK_REMOVED));

    private FileRecords() {}

    static boolean isFile(String operation, int type) {
        return type == RecordTypes.SHAREPOINT_FILE
                || type == RecordTypes.SHAREPOINT_SHARING
                || ACTIVITIES.containsKey(operation);
    }

    static FileHostingActivity event(AuditFacts facts, String operation) {
        AuditRecord record = facts.record();
        Details details = new Details();
        record.copy(
                details,
                "Workload",
                "ItemType",
                "SiteUrl",
                "SourceRelativeUrl",
                "SourceFileExtension",
                "DestinationFileName",
                "DestinationRelativeUrl",
                "EventData",
                "TargetUserOrGroupType",
                "Permission",
                "SensitivityLabelId",
                "ListItemUniqueId",
                "IsManagedDevice",
                "FileSizeBytes",
                "CorrelationId");
        return new FileHostingActivity(
                facts.id(),
                facts.time(),
                facts.where(),
                facts.actor(),
                ACTIVITIES.getOrDefault(operation, Activity.OTHER),
                record.operation(),
                record.text("ObjectId"),
                name(record),
                record.text("UniqueSharingId"),
                record.text("TargetUserOrGroupName"),
                facts.endpoint(),
                new Client(
                        record.text("UserAgent"),
                        record.text("ApplicationId", "ClientAppId"),
                        record.text("ApplicationDisplayName"),
                        record.text("MachineId", "MachineDomainInfo"),
                        record.text("Platform")),
                details.facts(),
                details.problems());
    }

    private static String name(AuditRecord record) {
        String name = record.text("SourceFileName");
        if (!name.isEmpty()) {
            return name;
        }
        String object = record.text("ObjectId");
        int end = object.endsWith("/") ? object.length() - 1 : object.length();
        int start = object.lastIndexOf('/', end - 1);
        return start < 0 || object.indexOf("://") + 2 >= start ? "" : object.substring(start + 1, end);
    }
}
