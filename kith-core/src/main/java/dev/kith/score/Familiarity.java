package dev.kith.score;

/** The seen-before ladder: who knew a value before this event. */
public record Familiarity(boolean account, boolean peers, boolean organisation, boolean world) {
    public static final Familiarity NONE = new Familiarity(false, false, false, false);

    /** Whether nobody here ever saw it. */
    public boolean isNew() {
        return !account && !peers && !organisation;
    }
}
