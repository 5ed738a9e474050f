package dev.kith.event;

/** The source's own identifier of an event; never empty. Two records with the same id are one event. */
public record EventId(String value) {
    public EventId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("event id is blank");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
