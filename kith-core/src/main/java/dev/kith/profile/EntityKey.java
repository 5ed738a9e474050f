package dev.kith.profile;

import java.util.Comparator;

/** Whom or what a profile describes. The id is compared as given: lower-case addresses and hosts before. */
public record EntityKey(Kind kind, String id) implements Comparable<EntityKey> {
    private static final Comparator<EntityKey> ORDER =
            Comparator.comparing(EntityKey::kind).thenComparing(EntityKey::id);

    public EntityKey {
        if (id.isEmpty()) {
            throw new IllegalArgumentException("empty id of a " + kind);
        }
    }

    /** A pair of entities, in this direction, such as one sender to one mailbox. */
    public static EntityKey relationship(String from, String to) {
        return new EntityKey(Kind.RELATIONSHIP, from + "\t" + to);
    }

    @Override
    public int compareTo(EntityKey other) {
        return ORDER.compare(this, other);
    }

    /** By name, because an enum's own hash code differs from run to run. */
    @Override
    public int hashCode() {
        return 31 * kind.name().hashCode() + id.hashCode();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EntityKey key && kind == key.kind && id.equals(key.id);
    }

    /** The kinds of entity that have a profile. */
    public enum Kind {
        MAILBOX,
        SENDER,
        SENDER_DOMAIN,
        RELATIONSHIP,
        ACCOUNT,
        NETWORK,
        DEVICE,
        LINK_DOMAIN,
        FILE,
        APPLICATION,
        HOST,
        PEER_GROUP,
        ORGANISATION
    }
}
