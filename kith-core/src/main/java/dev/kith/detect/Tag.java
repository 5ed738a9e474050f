package dev.kith.detect;

/** A finding about a mail, in the words people read. */
public enum Tag {
    OUT_OF_CHARACTER("Known correspondent out of character"),
    HIDDEN_LINK("Hidden link"),
    LINK_SHOWS_OTHER_DOMAIN("Link shows another domain"),
    FILE_STORAGE_LURE("File-storage lure"),
    FREE_HOSTING_LINK("Link to free hosting"),
    OPAQUE_LINK("Target hidden by a gateway"),
    QR_CODE("QR code link"),
    FIRST_CONTACT("First contact"),
    LOOK_ALIKE_SENDER("Look-alike sender"),
    NAME_OF_COLLEAGUE("Name of a colleague"),
    NAME_OF_PARTNER("Name of a partner"),
    NAME_OF_BRAND("Name of a brand"),
    REPLY_DIVERTED("Replies go elsewhere"),
    AUTHENTICATION_FAILED("Authentication failed"),
    CREDENTIAL_LURE("Asks for credentials"),
    PAYMENT_REQUEST("Asks for payment"),
    PAYMENT_DIVERSION("Payment diversion"),
    GIFT_CARD("Gift cards"),
    EXTORTION("Threat or extortion"),
    SCAM("Scam"),
    UNSOLICITED("Unsolicited bulk"),
    DANGEROUS_ATTACHMENT("Dangerous attachment"),
    ENCRYPTED_ATTACHMENT("Encrypted attachment"),
    INTERNAL_PHISHING("Internal phishing"),
    CAMPAIGN("Campaign"),
    WIDE_RECIPIENTS("Wide recipients"),
    OUTBOUND_BURST("Outbound burst"),
    FILTERED("Put aside by your filter"),
    EVASION("Built to evade filters"),
    THIN_BASELINE("Little is known yet");

    private final String title;

    Tag(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
