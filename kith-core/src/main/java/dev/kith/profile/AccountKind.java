package dev.kith.profile;

/** What an account is for. Whoever is not known to be anything else is taken for a person, who has the most to lose. */
public enum AccountKind {
    PERSON,
    /** A person whose work it is to administer other accounts. */
    ADMINISTRATOR,
    /** Used by programs: backups, synchronisations, applications. */
    SERVICE,
    /** The provider itself. */
    SYSTEM,
    /** Somebody from outside, known by name or by a link alone. */
    GUEST,
    /** The source could not tell who acted. */
    UNATTRIBUTED
}
