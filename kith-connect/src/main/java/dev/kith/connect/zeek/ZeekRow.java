package dev.kith.connect.zeek;

/** A record of a Zeek log, whatever it is written as. */
interface ZeekRow {
    /** The field by Zeek's own name, such as {@code id.orig_h}; empty where it is unset, empty or not there. */
    String get(String field);

    /** Whether a field of this name is set. */
    default boolean has(String field) {
        return !get(field).isEmpty();
    }
}
