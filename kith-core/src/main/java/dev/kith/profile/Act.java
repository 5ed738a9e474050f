package dev.kith.profile;

import dev.kith.event.ApiActivity;
import dev.kith.event.Authentication;
import dev.kith.event.DetectionFinding;
import dev.kith.event.EmailActivity;
import dev.kith.event.EmailTrace;
import dev.kith.event.Event;
import dev.kith.event.FileHostingActivity;
import dev.kith.event.MailboxActivity;
import dev.kith.event.NetworkActivity;
import dev.kith.event.UserManagement;

/** What was done with an account, in the words in which habits, models and questions speak of it. */
public enum Act {
    SIGN_IN,
    SIGN_IN_FAILED,
    SIGN_IN_INTERRUPTED,
    FILE_OPEN,
    FILE_DOWNLOAD,
    FILE_SYNC,
    FILE_CHANGE,
    FILE_DELETE,
    FILE_SHARE,
    FILE_OTHER,
    ANONYMOUS_LINK_CREATED,
    ANONYMOUS_LINK_USED,
    MAIL_READ,
    MAIL_SEND,
    MAIL_DELETE,
    MAIL_CHANGE,
    INBOX_RULE,
    FORWARDING,
    DELEGATION,
    TRANSPORT_RULE,
    MAILBOX_SETTING,
    CONSENT,
    APPLICATION_CHANGE,
    APPLICATION_CREDENTIAL,
    MFA_CHANGE,
    PASSWORD_CHANGE,
    PASSWORD_RESET,
    ROLE_ADD,
    ACCOUNT_CHANGE,
    POLICY_CHANGE,
    FEDERATION_CHANGE,
    AUDIT_CHANGE,
    OTHER,
    /** Of devices: a destination was called. */
    CALL,
    /** Of devices: a name was asked for. */
    LOOK_UP;

    /** Whether devices do it, not accounts. */
    public boolean ofDevices() {
        return this == CALL || this == LOOK_UP;
    }

    /** Whether it is done to applications. */
    public boolean ofApplications() {
        return this == CONSENT || this == APPLICATION_CHANGE || this == APPLICATION_CREDENTIAL;
    }

    /** Whether it gives another account rights, or a means of signing in. */
    public boolean givesRights() {
        return this == ROLE_ADD || this == PASSWORD_RESET || this == MFA_CHANGE || this == DELEGATION;
    }

    /** The act of an event; mail, its traces and the network are {@link #OTHER}, since they are judged for themselves. */
    public static Act of(Event event) {
        if (event instanceof Authentication e) {
            return switch (e.outcome()) {
                case SUCCESS -> SIGN_IN;
                case FAILURE -> SIGN_IN_FAILED;
                case INTERRUPTED -> SIGN_IN_INTERRUPTED;
            };
        }
        if (event instanceof FileHostingActivity e) {
            return file(e.activity());
        }
        if (event instanceof MailboxActivity e) {
            return mailbox(e.activity());
        }
        if (event instanceof UserManagement e) {
            return management(e.activity());
        }
        if (event instanceof ApiActivity
                || event instanceof EmailActivity
                || event instanceof EmailTrace
                || event instanceof DetectionFinding
                || event instanceof NetworkActivity) {
            return OTHER;
        }
        throw new AssertionError("unknown event " + event.getClass());
    }

    private static Act file(FileHostingActivity.Activity activity) {
        return switch (activity) {
            case DOWNLOAD -> FILE_DOWNLOAD;
            case SYNC -> FILE_SYNC;
            case OPEN, PREVIEW -> FILE_OPEN;
            case UPLOAD, UPDATE, RENAME, MOVE, COPY, RESTORE -> FILE_CHANGE;
            case DELETE -> FILE_DELETE;
            case SHARE -> FILE_SHARE;
            case ANONYMOUS_LINK_CREATED -> ANONYMOUS_LINK_CREATED;
            case ANONYMOUS_LINK_USED -> ANONYMOUS_LINK_USED;
            case UNSHARE, ANONYMOUS_LINK_REMOVED, OTHER -> FILE_OTHER;
        };
    }

    private static Act mailbox(MailboxActivity.Activity activity) {
        return switch (activity) {
            case ITEMS_ACCESSED -> MAIL_READ;
            case SEND -> MAIL_SEND;
            case SOFT_DELETE, HARD_DELETE -> MAIL_DELETE;
            case CREATE, UPDATE, MOVE -> MAIL_CHANGE;
            case RULE_CREATED, RULE_CHANGED -> INBOX_RULE;
            case FORWARDING_CHANGED -> FORWARDING;
            case DELEGATION_ADDED -> DELEGATION;
            case TRANSPORT_RULE_CHANGED -> TRANSPORT_RULE;
            case RULE_REMOVED, DELEGATION_REMOVED, SETTING_CHANGED -> MAILBOX_SETTING;
            case SIGN_IN -> SIGN_IN;
            case OTHER -> OTHER;
        };
    }

    private static Act management(UserManagement.Activity activity) {
        return switch (activity) {
            case CONSENT -> CONSENT;
            case APPLICATION_CHANGE -> APPLICATION_CHANGE;
            case APPLICATION_CREDENTIAL -> APPLICATION_CREDENTIAL;
            case MFA_CHANGE -> MFA_CHANGE;
            case PASSWORD_CHANGE -> PASSWORD_CHANGE;
            case PASSWORD_RESET -> PASSWORD_RESET;
            case ROLE_ADD -> ROLE_ADD;
            case POLICY_CHANGE -> POLICY_CHANGE;
            case FEDERATION_CHANGE -> FEDERATION_CHANGE;
            case AUDIT_CHANGE -> AUDIT_CHANGE;
            case CREATE, DELETE, ENABLE, DISABLE, UPDATE, ROLE_REMOVE, GROUP_CHANGE, DEVICE_CHANGE -> ACCOUNT_CHANGE;
            case CONSENT_REVOKED, OTHER -> OTHER;
        };
    }
}
