package dev.kith.detect;

/** What active mode would do with a mail, mildest first. */
public enum MailAction {
    NONE,
    TAG,
    LOCK_LINKS,
    STRIP_ATTACHMENT,
    JUNK,
    HOLD
}
