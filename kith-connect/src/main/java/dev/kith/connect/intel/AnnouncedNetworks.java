package dev.kith.connect.intel;

/**
 * Which network announces each address of one family.
 *
 * @param ranges indices into the networks, by address
 */
record AnnouncedNetworks(RangeTable ranges, Networks networks) {
    /** One past the last IPv4 address. */
    private static final long V4_END = 1L << 32;

    /**
     * The share of each network in the announced IPv4 addresses.
     *
     * @return shares in [0, 1] by index; that at 0, the addresses of nobody, is 0
     */
    double[] shares() {
        long[] sizes = ranges.sizes(networks.size() + 1, V4_END);
        sizes[0] = 0;
        long all = 0;
        for (long size : sizes) {
            all += size;
        }
        double[] shares = new double[sizes.length];
        for (int i = 0; i < shares.length && all > 0; i++) {
            shares[i] = (double) sizes[i] / all;
        }
        return shares;
    }
}
