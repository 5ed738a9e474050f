package dev.kith.event;

/** What a text asks for or pretends. Several may hold at once. */
public enum Intent {
    /** Sign in, verify, confirm or keep an account or password. */
    CREDENTIAL,
    /** Pay, settle or transfer something. */
    PAYMENT,
    /** New bank details for payments to come. */
    BANK_CHANGE,
    /** Salary, direct deposit, bonus. */
    PAYROLL,
    /** Buy gift cards or vouchers and send the codes. */
    GIFT_CARD,
    /** Open, view or download a document behind a link or in an attachment. */
    DOCUMENT_LURE,
    /** Sign a document electronically. */
    E_SIGNATURE,
    /** Voice message, missed call, fax or scan. */
    VOICEMAIL,
    /** Invoice, purchase order, quotation, tender. */
    INVOICE,
    /** A parcel, a fee for it, an address to confirm. */
    DELIVERY,
    /** Held mail, storage full, mailbox to be closed. */
    MAILBOX_NOTICE,
    /** Something bad happens unless ... : suspension, legal action, extortion. */
    THREAT,
    /** At once, today, within hours. */
    URGENCY,
    /** Tell nobody. */
    SECRECY,
    /** Are you there, are you free, I need a favour, send me your number. */
    OPENER,
    /** Prize, lottery, reward, voucher, survey with a gift. */
    PRIZE,
    /** Inheritance, fund, donation, loan, investment, crypto gains. */
    ADVANCE_FEE,
    /** Pills, weight loss, dating, casino and other things sold unasked. */
    UNSOLICITED_OFFER,
    /** A subscription renewed, an antivirus expired, a charge to dispute by phone. */
    CALLBACK,
    /**
     * Confirm that a policy, rule or notice was read; fill in a mandatory form, declaration, attestation, survey or
     * training.
     */
    ACKNOWLEDGEMENT,
    /** Send a list of staff, customers, balances or tax forms. */
    DATA_REQUEST
}
