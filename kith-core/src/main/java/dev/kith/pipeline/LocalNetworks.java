package dev.kith.pipeline;

import dev.kith.event.Event;
import dev.kith.event.IpAddress;
import dev.kith.event.NetworkActivity;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Makes out which networks are ours: those that the sensor calls local; private ranges from which somebody calls, or all where
 * nobody does; and where no private address calls, a public block that is in most records, as of a server on the internet.
 *
 * <p>Blocks are counted by the algorithm of Misra and Gries (1982), with {@value #COUNTERS} counters: a block in half of the
 * records is never missed, and counted short by one in {@value #COUNTERS} records at most.
 */
public final class LocalNetworks {
    private static final int COUNTERS = 64;

    /** The range of a wire: every device has an address there, whatever else it has. */
    private static final String LINK = "link";

    /** Blocks a sensor calls local that are remembered. Chosen by hand. */
    private static final int TOLD_MAX = 4_096;

    /** A public block is ours that is in so large a share of the records. Chosen by hand. */
    private static final double OURS = 0.6;

    private final Map<String, Long> counters = new HashMap<>();
    private final Set<String> told = new HashSet<>();
    private final Set<String> calling = new HashSet<>();
    private long records;

    /** Takes in an event; others than those of the network say nothing. */
    public void observe(Event event) {
        if (!(event instanceof NetworkActivity e)) {
            return;
        }
        IpAddress origin = e.origin().ip();
        IpAddress destination = e.destination().ip();
        if (isMany(destination)) {
            return;
        }
        records++;
        if (origin.isInternal()) {
            if (!range(origin).equals(LINK)) {
                calling.add(range(origin));
            }
        } else {
            count(origin.block());
        }
        if (!destination.isInternal() && !destination.block().equals(origin.block())) {
            count(destination.block());
        }
        e.direction().ifPresent(direction -> {
            switch (direction) {
                case OUTBOUND -> tell(origin);
                case INBOUND -> tell(destination);
                case INTERNAL -> {
                    tell(origin);
                    tell(destination);
                }
            }
        });
    }

    private void tell(IpAddress address) {
        if (!address.isInternal() && told.size() < TOLD_MAX) {
            told.add(address.block());
        }
    }

    private void count(String block) {
        Long count = counters.get(block);
        if (count != null) {
            counters.put(block, count + 1);
        } else if (counters.size() < COUNTERS) {
            counters.put(block, 1L);
        } else {
            counters.replaceAll((b, n) -> n - 1);
            counters.values().removeIf(n -> n == 0);
        }
    }

    /** Whether an address is one of ours. */
    boolean ours(IpAddress address) {
        if (address.isInternal()) {
            return calling.isEmpty() || calling.contains(range(address));
        }
        String block = address.block();
        return told.contains(block) || calling.isEmpty() && counters.getOrDefault(block, 0L) >= OURS * records;
    }

    /** Whether an address stands for many: broadcast, or a group. */
    static boolean isMany(IpAddress address) {
        return address.v6()
                ? address.high() >>> 56 == 0xff
                : address.low() >>> 28 >= 0xe || (address.low() & 0xff) == 0xff && address.isInternal();
    }

    /** The private range: they are given out as wholes, and what nobody calls from is somebody else's behind a tunnel. */
    private static String range(IpAddress address) {
        if (address.v6()) {
            return address.high() >>> 54 == 0x3fa ? LINK : "v6";
        }
        int first = (int) (address.low() >>> 24);
        return first == 10 || first == 172 || first == 192 || first == 100 ? String.valueOf(first) : LINK;
    }
}
