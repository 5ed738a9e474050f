package dev.kith.simulate.m365;

/**
 * What the directory knows of the machine somebody signs in from.
 *
 * @param id its GUID; empty where it is not registered
 * @param name its name; empty where it is not registered
 * @param os such as {@code Windows 11}
 * @param browser such as {@code Edge 134.0.0}; empty for programs
 * @param agent the user agent it sends
 */
public record Device(String id, String name, String os, String browser, String agent) {
    /** A machine nobody has registered. */
    public static Device unknown(String os, String browser, String agent) {
        return new Device("", "", os, browser, agent);
    }

    /** Whether the organisation manages it. */
    public boolean managed() {
        return !id.isEmpty();
    }
}
