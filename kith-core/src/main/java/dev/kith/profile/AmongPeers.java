package dev.kith.profile;

/**
 * How many of an account's peers do what a record shows. Asked only where it is new to the account; {@value #NOT_ASKED} where it
 * is not.
 *
 * @param peers how many peers were asked
 * @param act those who do such things
 * @param application those who use the application
 * @param site those who work in the site of the file
 * @param place those who come from the block of addresses, or from the address where it is rented or hidden
 */
public record AmongPeers(int peers, int act, int application, int site, int place) {
    public static final int NOT_ASKED = -1;

    /** Of fewer peers nothing can be said. Chosen by hand. */
    public static final int PEERS_MIN = 4;

    /** Fewer may be one intruder's work. Chosen by hand. */
    public static final int SEVERAL = 3;

    /** What a habit of all peers is worth: one in sixteen records. Chosen by hand: less than an own habit, more than none. */
    private static final double OWN_SHARE = 1.0 / 16;

    /** Nobody was asked. */
    public static final AmongPeers NONE = new AmongPeers(0, NOT_ASKED, NOT_ASKED, NOT_ASKED, NOT_ASKED);

    /** Whether there are enough peers, and several of them do it. */
    public boolean several(int users) {
        return peers >= PEERS_MIN && users >= SEVERAL;
    }

    /** Whether there are enough peers, and none of them does it. */
    public boolean nobody(int users) {
        return peers >= PEERS_MIN && users == 0;
    }

    /**
     * A surprise backed off to the peers: what several of them do is expected of this account, too. Never more than the
     * account's own surprise.
     *
     * @param bits the surprise by the account's own ways
     */
    public double bits(double bits, int users) {
        return several(users) ? Math.min(bits, -Math.log(OWN_SHARE * users / peers) / Math.log(2)) : bits;
    }
}
