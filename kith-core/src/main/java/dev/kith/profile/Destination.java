package dev.kith.profile;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** What is known here of a name or an address that devices call. At most about 4 KB. Mutable; one writer. */
public final class Destination {
    /** From here on "many" is all that is asked for. Chosen by hand. */
    static final int DEVICES_MAX = 64;

    private final Instant first;
    private final Set<Integer> devices = new HashSet<>(2);
    private String name = "";
    private String certificate = "";
    private String agent = "";

    Destination(Instant at) {
        this.first = at;
    }

    /** Takes in a device that calls it; true for one that never did. */
    boolean calledBy(String device) {
        return devices.size() < DEVICES_MAX && devices.add(device.hashCode());
    }

    public void named(String found) {
        name = found.isEmpty() ? name : found;
    }

    public void certificate(String found) {
        certificate = found.isEmpty() ? certificate : found;
    }

    public void agent(String found) {
        agent = found.isEmpty() ? agent : found;
    }

    /** When anybody here called it first. */
    public Instant first() {
        return first;
    }

    /** How many devices here called it; at most {@value #DEVICES_MAX} are told apart. */
    public int devices() {
        return devices.size();
    }

    /** The name an address was last known by; empty where it never had one. */
    public String name() {
        return name;
    }

    /** What was last said of its certificate: {@code good}, {@code unknown}; empty where nothing was. */
    public String certificate() {
        return certificate;
    }

    /** The program that called it last, as it calls itself; empty where it did not say. */
    public String agent() {
        return agent;
    }
}
