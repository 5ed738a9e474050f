package dev.kith.connect.m365;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.connect.source.Details;
import dev.kith.connect.source.RecordFields;
import dev.kith.event.Client;
import dev.kith.event.MailboxActivity;
import dev.kith.event.MailboxActivity.Activity;
import dev.kith.event.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is done in and to mailboxes: items, rules, forwarding, delegation, transport rules. */
final class MailboxRecords {
    /** Message-IDs kept of one record. Chosen by hand: MailItemsAccessed gathers two minutes, some hundred items. */
    static final int MESSAGE_IDS_MAX = 1_000;

    private static final Map<String, Activity> ACTIVITIES = Map.ofEntries(
            Map.entry("mailitemsaccessed", Activity.ITEMS_ACCESSED),
            Map.entry("messagebind", Activity.ITEMS_ACCESSED),
            Map.entry("folderbind", Activity.ITEMS_ACCESSED),
            Map.entry("attachmentaccess", Activity.ITEMS_ACCESSED),
            Map.entry("send", Activity.SEND),
            Map.entry("sendas", Activity.SEND),
            Map.entry("sendonbehalf", Activity.SEND),
            Map.entry("create", Activity.CREATE),
            Map.entry("update", Activity.UPDATE),
            Map.entry("move", Activity.MOVE),
            Map.entry("movetodeleteditems", Activity.MOVE),
            Map.entry("softdelete", Activity.SOFT_DELETE),
            Map.entry("harddelete", Activity.HARD_DELETE),
            Map.entry("mailboxlogin", Activity.SIGN_IN),
            Map.entry("new-inboxrule", Activity.RULE_CREATED),
            Map.entry("set-inboxrule", Activity.RULE_CHANGED),
            Map.entry("enable-inboxrule", Activity.RULE_CHANGED),
            Map.entry("updateinboxrules", Activity.RULE_CHANGED),
            Map.entry("disable-inboxrule", Activity.RULE_REMOVED),
            Map.entry("remove-inboxrule", Activity.RULE_REMOVED),
            Map.entry("new-sweeprule", Activity.RULE_CREATED),
            Map.entry("set-sweeprule", Activity.RULE_CHANGED),
            Map.entry("set-mailbox", Activity.SETTING_CHANGED),
            Map.entry("set-casmailbox", Activity.SETTING_CHANGED),
            Map.entry("set-mailboxautoreplyconfiguration", Activity.SETTING_CHANGED),
            Map.entry("set-mailboxjunkemailconfiguration", Activity.SETTING_CHANGED),
            Map.entry("add-mailboxpermission", Activity.DELEGATION_ADDED),
            Map.entry("add-recipientpermission", Activity.DELEGATION_ADDED),
            Map.entry("add-mailboxfolderpermission", Activity.DELEGATION_ADDED),
            Map.entry("set-mailboxfolderpermission", Activity.DELEGATION_ADDED),
            Map.entry("addfolderpermissions", Activity.DELEGATION_ADDED),
            Map.entry("modifyfolderpermissions", Activity.DELEGATION_ADDED),
            Map.entry("updatecalendardelegation", Activity.DELEGATION_ADDED),
            Map.entry("remove-mailboxpermission", Activity.DELEGATION_REMOVED),
            Map.entry("remove-recipientpermission", Activity.DELEGATION_REMOVED),
            Map.entry("remove-mailboxfolderpermission", Activity.DELEGATION_REMOVED),
            Map.entry("removefolderpermissions", Activity.DELEGATION_REMOVED),
            Map.entry("new-transportrule", Activity.TRANSPORT_RULE_CHANGED),
            Map.entry("set-transportrule", Activity.TRANSPORT_RULE_CHANGED),
            Map.entry("enable-transportrule", Activity.TRANSPORT_RULE_CHANGED),
            Map.entry("disable-transportrule", Activity.TRANSPORT_RULE_CHANGED),
            Map.entry("remove-transportrule", Activity.TRANSPORT_RULE_CHANGED),
            Map.entry("new-journalrule", Activity.TRANSPORT_RULE_CHANGED),
            Map.entry("set-journalrule", Activity.TRANSPORT_RULE_CHANGED),
            Map.entry("new-inboundconnector", Activity.TRANSPORT_RULE_CHANGED),
            Map.entry("set-inboundconnector", Activity.TRANSPORT_RULE_CHANGED),
            Map.entry("new-outboundconnector", Activity.TRANSPORT_RULE_CHANGED),
            Map.entry("set-outboundconnector", Activity.TRANSPORT_RULE_CHANGED));

    private MailboxRecords() {}

    static boolean isMailbox(String operation, int type, AuditRecord record) {
        if (type == RecordTypes.EXCHANGE_ITEM
                || type == RecordTypes.EXCHANGE_ITEM_GROUP
                || type == RecordTypes.EXCHANGE_ITEM_AGGREGATED) {
            return true;
        }
        boolean exchange = type == RecordTypes.EXCHANGE_ADMIN
                || type < 0
                || record.workload().startsWith("Exchange");
        return exchange && ACTIVITIES.containsKey(operation);
    }

    static MailboxActivity event(AuditFacts facts, String operation) {
        AuditRecord record = facts.record();
        Details details = details(record, operation);
        Items items = Items.of(record);
        List<Problem> problems = new ArrayList<>(details.problems());
        if (items.cut) {
            problems.add(Problem.of("items-cut", "Message-IDs beyond " + MESSAGE_IDS_MAX));
        }
        return new MailboxActivity(
                facts.id(),
                facts.time(),
                facts.where(),
                facts.actor(),
                activity(operation, details),
                record.operation(),
                mailbox(record, details),
                items.subject,
                items.messageIds,
                facts.endpoint(),
                client(record),
                details.facts(),
                problems);
    }

    private static Activity activity(String operation, Details details) {
        Activity activity = ACTIVITIES.getOrDefault(operation, Activity.OTHER);
        if (operation.equals("set-mailbox")) {
            if (details.has("ForwardingSmtpAddress")
                    || details.has("ForwardingAddress")
                    || details.has("DeliverToMailboxAndForward")) {
                return Activity.FORWARDING_CHANGED;
            }
            return details.has("GrantSendOnBehalfTo") ? Activity.DELEGATION_ADDED : activity;
        }
        if (operation.equals("updateinboxrules")) {
            return switch (details.get("RuleOperation")) {
                case "AddMailboxRule" -> Activity.RULE_CREATED;
                case "RemoveMailboxRule" -> Activity.RULE_REMOVED;
                default -> activity;
            };
        }
        return activity;
    }

    private static Details details(AuditRecord record, String operation) {
        Details details = new Details();
        record.copyPairs("OperationProperties", details);
        record.copyPairs("Parameters", details);
        record.copyChanges(details);
        record.copy(
                details,
                "LogonType",
                "Logon_Type",
                "InternalLogonType",
                "ExternalAccess",
                "SessionId",
                "ResultStatus",
                "ClientInfoString",
                "CrossMailboxOperation",
                "SendAsUserSmtp",
                "SendOnBehalfOfUserSmtp");
        if (operation.endsWith("inboxrule") && !details.has("Name")) {
            // It may end in the rule's name where the parameter tells its number.
            record.copy(details, "ObjectId");
        }
        details.put("Folder", record.node("Folder").get("Path"));
        details.put("DestFolder", record.node("DestFolder").get("Path"));
        details.put("ParentFolder", record.node("Item").path("ParentFolder").get("Path"));
        JsonNode folders = record.node("Folders");
        details.put("FolderPath", folders.path(0).get("Path"));
        details.put("ItemSize", record.node("Item").get("SizeInBytes"));
        details.put("Attachments", record.node("Item").get("Attachments"));
        return details;
    }

    private static String mailbox(AuditRecord record, Details details) {
        String owner = record.text("MailboxOwnerUPN");
        if (!owner.isEmpty()) {
            return RecordFields.lower(owner);
        }
        String named = details.has("Mailbox") ? details.get("Mailbox") : details.get("Identity");
        return RecordFields.lower(named.isEmpty() ? record.text("ObjectId") : named);
    }

    /** The client info of mailbox records names the protocol, and behind it the program where it is known. */
    private static Client client(AuditRecord record) {
        String info = record.text("ClientInfoString");
        String protocol = info.startsWith("Client=") ? info.substring(7) : "";
        int end = protocol.indexOf(';');
        String agent = end < 0 ? "" : protocol.substring(end + 1).strip();
        protocol = end < 0 ? protocol : protocol.substring(0, end);
        while (agent.endsWith(";")) {
            agent = agent.substring(0, agent.length() - 1);
        }
        String program = record.text("ClientProcessName");
        return new Client(
                RecordFields.shared(agent.isEmpty() ? program : agent),
                record.text("AppId", "ClientAppId"),
                "",
                record.text("ClientMachineName"),
                RecordFields.shared(protocol));
    }

    /** The mails a record is about. */
    private static final class Items {
        String subject = "";
        final List<String> messageIds = new ArrayList<>();
        boolean cut;

        static Items of(AuditRecord record) {
            Items items = new Items();
            items.add(record.node("Item"));
            record.node("AffectedItems").forEach(items::add);
            for (JsonNode folder : record.node("Folders")) {
                folder.path("FolderItems").forEach(items::add);
            }
            return items;
        }

        private void add(JsonNode item) {
            if (subject.isEmpty()) {
                subject = RecordFields.text(item, "Subject");
            }
            String id = RecordFields.text(item, "InternetMessageId");
            if (id.isEmpty()) {
                return;
            }
            if (messageIds.size() < MESSAGE_IDS_MAX) {
                messageIds.add(id);
            } else {
                cut = true;
            }
        }
    }
}
