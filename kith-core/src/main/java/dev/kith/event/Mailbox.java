package dev.kith.event;

/**
 * A display name with an address (RFC 5322 mailbox).
 *
 * @param name the decoded display name; empty where there is none
 */
public record Mailbox(String name, MailAddress address) {
    public static Mailbox of(String name, String address) {
        return new Mailbox(name, MailAddress.of(address));
    }

    @Override
    public String toString() {
        return name.isEmpty() ? address.toString() : name + " <" + address + ">";
    }
}
