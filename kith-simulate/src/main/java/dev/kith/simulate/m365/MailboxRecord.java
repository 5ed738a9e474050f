package dev.kith.simulate.m365;

import java.util.List;

/**
 * What happens to the items of a mailbox: sent, read, moved, deleted. The owner does it, from an address, with a program.
 *
 * @param owner whose mailbox it is
 * @param session of the program
 */
public record MailboxRecord(Tenant tenant, User owner, String address, MailProgram program, String session) {
    private static final int ITEM = 2;
    private static final int GROUP = 3;
    private static final int AGGREGATED = 50;

    /** A folder of the mailbox, such as {@code Inbox}. */
    private String folderId(String folder) {
        return "LgAAAAD" + Guid.hex(24, owner.account(), folder) + "AQ" + Guid.hex(20, "f", owner.account(), folder)
                + "AAAB";
    }

    /** A mail is sent. */
    public String send(Stamp stamp, String messageId, String subject, long bytes, List<String> attachments) {
        return begin(stamp, "Send", ITEM)
                .put("ResultStatus", "Succeeded")
                .object("Item", item -> {
                    item.put("Id", "Unknown")
                            .put("InternetMessageId", messageId)
                            .object("ParentFolder", folder -> folder(folder, "Drafts"))
                            .put("SizeInBytes", bytes)
                            .put("Subject", subject);
                    if (!attachments.isEmpty()) {
                        item.put("Attachments", String.join("; ", attachments));
                    }
                })
                .put("SaveToSentItems", true)
                .text();
    }

    /** Mails are opened one by one: what Exchange gathers within two minutes is one record. */
    public String opened(Stamp stamp, String folder, List<String> messageIds) {
        return begin(stamp, "MailItemsAccessed", AGGREGATED)
                .put("ResultStatus", "Succeeded")
                .pairs("OperationProperties", List.of("MailAccessType", "Bind", "IsThrottled", "False"))
                .objects(
                        "Folders",
                        List.of(new Json()
                                .objects(
                                        "FolderItems",
                                        messageIds.stream().map(this::item).toList())
                                .put("Id", folderId(folder))
                                .put("Path", "\\" + folder)))
                .put("OperationCount", messageIds.size())
                .text();
    }

    private Json item(String messageId) {
        return new Json()
                .put("Id", "RgAAAAD" + Guid.hex(40, owner.account(), messageId) + "AAA")
                .put("InternetMessageId", messageId)
                .put("SizeInBytes", 4_000 + Guid.number(60_000, messageId));
    }

    /** A program fetches what is new in a folder. */
    public String synced(Stamp stamp, String folder) {
        return begin(stamp, "MailItemsAccessed", ITEM)
                .put("ResultStatus", "Succeeded")
                .pairs("OperationProperties", List.of("MailAccessType", "Sync", "IsThrottled", "False"))
                .object(
                        "Item",
                        item -> item.put("Id", folderId(folder))
                                .object(
                                        "ParentFolder",
                                        parent -> parent.put("Id", folderId(folder))
                                                .put("Name", folder)
                                                .put("Path", "\\" + folder)))
                .text();
    }

    /** Mails are moved or deleted. */
    public String affected(Stamp stamp, String operation, String folder, String destination, List<Mail> mails) {
        Json json = begin(stamp, operation, GROUP)
                .put("ResultStatus", "Succeeded")
                .objects(
                        "AffectedItems",
                        mails.stream()
                                .map(mail -> item(mail.messageId())
                                        .object("ParentFolder", parent -> folder(parent, folder))
                                        .put("Subject", mail.subject()))
                                .toList())
                .put("CrossMailboxOperation", false)
                .object("Folder", from -> folder(from, folder));
        if (!destination.isEmpty()) {
            json.object("DestFolder", to -> folder(to, destination));
        }
        return json.text();
    }

    /** A rule is made by Outlook on a desk. */
    public String rule(Stamp stamp, String name, String condition, String action) {
        return begin(stamp, "UpdateInboxRules", ITEM)
                .put("ResultStatus", "Succeeded")
                .pairs(
                        "OperationProperties",
                        List.of(
                                "RuleOperation",
                                "AddMailboxRule",
                                "RuleId",
                                Integer.toString(Guid.number(1_000_000_000, stamp.id())),
                                "RuleState",
                                "Enabled",
                                "RuleName",
                                name,
                                "RuleProvider",
                                "RuleOrganizer",
                                "RuleCondition",
                                condition,
                                "RuleActions",
                                action))
                .object(
                        "Item",
                        item -> item.put("Id", folderId("Inbox"))
                                .object("ParentFolder", parent -> folder(parent, "Inbox")))
                .text();
    }

    /** The calendar is shared with a colleague. */
    public String calendarShared(Stamp stamp, User colleague) {
        return begin(stamp, "ModifyFolderPermissions", ITEM)
                .put("ResultStatus", "Succeeded")
                .object(
                        "Item",
                        item -> item.put("Id", folderId("Calendar"))
                                .object(
                                        "ParentFolder",
                                        parent -> parent.put("Id", folderId("Calendar"))
                                                .put(
                                                        "MemberRights",
                                                        "FreeBusySimple, FreeBusyDetailed, ReadAny, FolderVisible")
                                                .put("MemberSid", colleague.sid())
                                                .put("MemberUpn", colleague.account())
                                                .put("Name", "Calendar")
                                                .put("Path", "\\Calendar")))
                .text();
    }

    private void folder(Json json, String folder) {
        json.put("Id", folderId(folder)).put("Name", folder).put("Path", "\\" + folder);
    }

    private Json begin(Stamp stamp, String operation, int type) {
        Json json = AuditRecord.begin(stamp, operation, type, "Exchange", tenant, owner, owner.puid())
                .put("ClientIP", address)
                .put("ClientIPAddress", address)
                .put("AppId", program.app().id())
                .put("ClientAppId", program.app().id())
                .put("ClientInfoString", program.info());
        if (!program.process().isEmpty()) {
            json.put("ClientProcessName", program.process()).put("ClientVersion", program.version());
        }
        return json.put("ExternalAccess", false)
                .put("InternalLogonType", 0)
                .put("LogonType", 0)
                .put("LogonUserSid", owner.sid())
                .put("MailboxGuid", owner.mailbox())
                .put("MailboxOwnerSid", owner.sid())
                .put("MailboxOwnerUPN", owner.account())
                .put("OrganizationName", tenant.onMicrosoft())
                .put("OriginatingServer", tenant.server(owner.account()) + "\r\n")
                .put("SessionId", session);
    }

    /** A mail by its Message-ID. */
    public record Mail(String messageId, String subject) {}
}
