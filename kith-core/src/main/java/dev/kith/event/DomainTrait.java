package dev.kith.event;

/** What lists say of a host or mail domain. */
public enum DomainTrait {
    /** Anybody can have an address there: gmail.com. */
    FREE_MAIL,
    /** Addresses there are thrown away after use. */
    DISPOSABLE_MAIL,
    /** Holds files or pages that anybody can put there and share: sharepoint.com, dropbox.com. */
    FILE_STORAGE,
    /** Holds forms that anybody can make: forms.gle, typeform.com. */
    FORM,
    /** Serves web sites of anybody: web.app, blob.core.windows.net, notion.site. */
    FREE_HOSTING,
    /** Shortens addresses: bit.ly. */
    SHORTENER,
    /** Counts clicks for a mailer: list-manage.com, sendgrid.net. */
    TRACKING,
    /** Sends mail for others: amazonses.com, sendgrid.net, mailgun.org. */
    BULK_MAILER,
    /** A top-level domain abused out of proportion. */
    SUSPICIOUS_TLD
}
