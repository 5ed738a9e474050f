package dev.kith.simulate.m365;

import java.util.ArrayList;
import java.util.List;

/**
 * A change in the directory (Entra): accounts, roles, groups, devices, consents.
 *
 * @param actor who did it; for a service its principal
 * @param address where from; empty where the directory does not say, as often
 */
public record DirectoryChange(Tenant tenant, User actor, String address) {
    /** A property with its new and its old value. */
    public record Changed(String name, String now, String before) {
        /** A property that had no value. */
        public static Changed to(String name, String now) {
            return new Changed(name, now, "");
        }
    }

    /** A change to an account. */
    public String ofUser(Stamp stamp, String operation, User target, Changed... changes) {
        return record(
                stamp,
                operation,
                "User",
                target.account(),
                List.of(
                        SignIn.entity("User_" + target.objectId(), 2),
                        SignIn.entity(target.objectId(), 2),
                        SignIn.entity("User", 2),
                        SignIn.entity(target.account(), 5),
                        SignIn.entity(target.puid(), 3)),
                List.of(changes));
    }

    /** A change to an account in a group or role; the object is the account, the group is among what was changed. */
    public String ofMember(Stamp stamp, String operation, String category, User target, Changed... changes) {
        return record(
                stamp,
                operation,
                category,
                target.account(),
                List.of(
                        SignIn.entity("User_" + target.objectId(), 2),
                        SignIn.entity(target.objectId(), 2),
                        SignIn.entity("User", 2),
                        SignIn.entity(target.account(), 5)),
                List.of(changes));
    }

    /** A change to an application or its principal here. */
    public String ofApplication(Stamp stamp, String operation, App application, Changed... changes) {
        String principal = Guid.of("service principal", application.id());
        return record(
                stamp,
                operation,
                "ServicePrincipal",
                application.id(),
                List.of(
                        SignIn.entity("ServicePrincipal_" + principal, 2),
                        SignIn.entity(principal, 2),
                        SignIn.entity("ServicePrincipal", 2),
                        SignIn.entity(application.name(), 1),
                        SignIn.entity(application.id(), 2),
                        SignIn.entity(application.id(), 4)),
                List.of(changes));
    }

    /** A change to a device. */
    public String ofDevice(Stamp stamp, String operation, Device device, Changed... changes) {
        return record(
                stamp,
                operation,
                "Device",
                "Device_" + device.id(),
                List.of(
                        SignIn.entity("Device_" + device.id(), 2),
                        SignIn.entity(device.id(), 2),
                        SignIn.entity("Device", 2),
                        SignIn.entity(device.name(), 1)),
                List.of(changes));
    }

    private String record(
            Stamp stamp, String operation, String category, String object, List<Json> target, List<Changed> changes) {
        List<Json> modified = new ArrayList<>();
        for (Changed change : changes) {
            modified.add(new Json()
                    .put("Name", change.name())
                    .put("NewValue", change.now())
                    .put("OldValue", change.before()));
        }
        boolean service = actor.type() == 4;
        return AuditRecord.begin(
                        stamp,
                        operation,
                        8,
                        "AzureActiveDirectory",
                        tenant,
                        actor,
                        service ? "Not Available" : actor.puid() + "@" + tenant.onMicrosoft())
                .put("ResultStatus", "Success")
                .put("ClientIP", address)
                .put("ObjectId", object)
                .put("AzureActiveDirectoryEventType", 1)
                .pairs("ExtendedProperties", List.of("additionalDetails", "{}", "extendedAuditEventCategory", category))
                .objects("ModifiedProperties", modified)
                .objects("Actor", actors(service))
                .put("ActorContextId", tenant.id())
                .put("ActorIpAddress", address)
                .put("InterSystemsId", Guid.of("inter", stamp.id()))
                .put("IntraSystemId", Guid.of("intra", stamp.id()))
                .put("SupportTicketId", "")
                .objects("Target", target)
                .put("TargetContextId", tenant.id())
                .text();
    }

    private List<Json> actors(boolean service) {
        String object = actor.objectId();
        if (service) {
            return List.of(
                    SignIn.entity(actor.displayName(), 1),
                    SignIn.entity(Guid.of("application", actor.displayName()), 2),
                    SignIn.entity(actor.account(), 2),
                    SignIn.entity("ServicePrincipal", 2));
        }
        return List.of(
                SignIn.entity(actor.account(), 5),
                SignIn.entity(actor.puid(), 3),
                SignIn.entity("User_" + object, 2),
                SignIn.entity(object, 2),
                SignIn.entity("User", 2));
    }
}
