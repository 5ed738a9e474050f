package dev.kith.simulate;

/**
 * A name with an address, as a header carries it.
 *
 * @param name the display name; empty where only the address is written
 */
record Correspondent(String name, String address) {
    String domain() {
        return address.substring(address.lastIndexOf('@') + 1);
    }
}
