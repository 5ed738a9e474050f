package dev.kith.simulate.m365;

/** The fields that every audit record begins with ("Common schema"). */
final class AuditRecord {
    private AuditRecord() {}

    /**
     * Begins a record.
     *
     * @param type AuditLogRecordType
     * @param key UserKey, which every workload fills in its own way
     */
    static Json begin(Stamp stamp, String operation, int type, String workload, Tenant tenant, User user, String key) {
        return new Json()
                .put("CreationTime", stamp.seconds())
                .put("Id", stamp.id())
                .put("Operation", operation)
                .put("OrganizationId", tenant.id())
                .put("RecordType", type)
                .put("UserKey", key)
                .put("UserType", user.type())
                .put("Version", 1)
                .put("Workload", workload)
                .put("UserId", workload.equals("Exchange") ? user.inExchange() : user.account());
    }
}
