package dev.kith.simulate.m365;

import java.util.List;

/**
 * A command of Exchange's administration: by an administrator, by somebody for the own mailbox, or, for the most part, by
 * Exchange itself.
 *
 * @param address empty for Exchange itself
 */
public record Cmdlet(Tenant tenant, User user, String address, App app, String session) {
    /** By Exchange itself. */
    public static Cmdlet byExchange(Tenant tenant, String process) {
        return new Cmdlet(tenant, User.system(process), "", new App("", "", "", ""), "");
    }

    /**
     * The record.
     *
     * @param object name of what it is about, such as a mailbox
     * @param parameters names and values in turn
     */
    public String run(Stamp stamp, String command, String object, List<String> parameters) {
        User who = user.inCmdlet();
        boolean system = who.type() == 3;
        Json json = AuditRecord.begin(stamp, command, 1, "Exchange", tenant, who, system ? who.account() : who.puid())
                .put("ResultStatus", "True");
        if (!address.isEmpty()) {
            // Exchange's front end writes the port of the connection behind the address.
            String shown = address.indexOf(':') < 0 ? address : "[" + address + "]";
            json.put("ClientIP", shown + ":" + (1_024 + Guid.number(64_000, stamp.id())));
        }
        json.put("ObjectId", object.isEmpty() ? "" : tenant.exchangePath(object))
                .put("AppId", app.id())
                .put("ClientAppId", "")
                .put("ExternalAccess", system)
                .put("OrganizationName", tenant.onMicrosoft())
                .put("OriginatingServer", tenant.server(command))
                .pairs("Parameters", parameters);
        return (system ? json : json.put("SessionId", session)).text();
    }
}
