package dev.kith.event;

/**
 * Who acted, and what kind of actor that is. Services and the system make most records; their ways are never a
 * person's habit.
 *
 * @param name a display name where the source gives one, else empty
 * @param uid the source's own id of the account, which stays when it is renamed; empty where it gives none
 */
public record Actor(AccountId account, Kind kind, String name, String uid) {
    public Actor(AccountId account, Kind kind, String name) {
        this(account, kind, name, "");
    }

    /** What acted. {@code ANONYMOUS} is the holder of an anonymous link. */
    public enum Kind {
        PERSON,
        GUEST,
        SERVICE,
        SYSTEM,
        ANONYMOUS,
        UNKNOWN
    }
}
