package dev.kith.simulate.m365;

/**
 * A row of the message trace: one mail to one recipient, as the reporting web service gives it.
 *
 * @param messageId with its angle brackets
 * @param from the address it came from; empty for mail written here
 * @param to the address it went to; empty for mail delivered here
 */
public record TraceRow(
        String messageId,
        String sender,
        String recipient,
        String subject,
        String status,
        String from,
        String to,
        long bytes) {
    /** The row; its stamp has the id of the mail's passage, which the rows of several recipients share. */
    public String text(Stamp stamp, Tenant tenant) {
        Json json = new Json()
                .put("Organization", tenant.onMicrosoft())
                .put("MessageId", messageId)
                .put("Received", stamp.seconds() + "." + (1_000_000 + Guid.number(8_999_999, stamp.id())))
                .put("SenderAddress", sender)
                .put("RecipientAddress", recipient)
                .put("Subject", subject)
                .put("Status", status);
        address(json, "ToIP", to);
        address(json, "FromIP", from);
        return json.put("Size", bytes).put("MessageTraceId", stamp.id()).text();
    }

    private static void address(Json json, String name, String value) {
        if (value.isEmpty()) {
            json.putNull(name);
        } else {
            json.put(name, value);
        }
    }
}
