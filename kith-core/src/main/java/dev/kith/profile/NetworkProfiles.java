package dev.kith.profile;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is usual in the network: who calls whom how, who else does, and how much is sent. Everything is bounded; what was not
 * used for longest goes first, which is counted. Mutable; one writer.
 */
public final class NetworkProfiles {
    /** In about 200 MB, 1 KB each on average. Chosen by hand. */
    private static final int SERIES_MAX = 100_000;

    private static final int DESTINATIONS_MAX = 200_000;
    private static final int LOOK_UPS_MAX = 20_000;
    private static final int DEVICES_MAX = 50_000;
    private static final int NAMES_MAX = 100_000;
    private static final int AGENTS_MAX = 20_000;
    /** Conversations whose later records are awaited. Chosen by hand: minutes of a busy network. */
    private static final int CONVERSATIONS_MAX = 32_768;

    private static final int AGENT_DEVICES_MAX = 16;

    private static final long DAY_SECONDS = 86_400;

    /** As for other habits. */
    private static final Duration HALF_LIFE = Duration.ofDays(30);

    private final Recent<CallSeries> series = new Recent<>(SERIES_MAX);
    private final Recent<Destination> destinations = new Recent<>(DESTINATIONS_MAX);
    private final Recent<LookUps> lookUps = new Recent<>(LOOK_UPS_MAX);
    private final Recent<Device> devices = new Recent<>(DEVICES_MAX);
    private final Recent<String> names = new Recent<>(NAMES_MAX);
    private final Recent<Set<String>> agents = new Recent<>(AGENTS_MAX);
    private final Recent<Conversation> conversations = new Recent<>(CONVERSATIONS_MAX);
    private final MagnitudeFacet uploads = new MagnitudeFacet(HALF_LIFE);
    private Instant first = Instant.MAX;
    private long lastDay = Long.MIN_VALUE;
    private long days;
    private long devicesSeen;

    /** A map that forgets what was used least recently. */
    private static final class Recent<V> extends LinkedHashMap<String, V> {
        private static final long serialVersionUID = 1L;
        private final int max;
        private long forgotten;

        Recent(int max) {
            super(16, 0.75f, true);
            this.max = max;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
            boolean full = size() > max;
            forgotten += full ? 1 : 0;
            return full;
        }
    }

    /**
     * What a connection carried, for the records of its pages and names, which say less.
     *
     * @param series of the address it went to; empty where none is kept
     * @param proxied whether a proxy was asked to pass it on
     */
    public record Conversation(
            Optional<CallSeries> series,
            long out,
            long in,
            double seconds,
            boolean answered,
            boolean refused,
            boolean proxied) {
        public static final Conversation UNKNOWN = new Conversation(Optional.empty(), -1, -1, 0, false, false, false);

        /** The same, passed on by a proxy. */
        public Conversation throughProxy() {
            return new Conversation(series, out, in, seconds, answered, refused, true);
        }
    }

    /** What is known of a device. */
    private static final class Device {
        private final MagnitudeFacet uploads = new MagnitudeFacet(HALF_LIFE);
        private int destinations;
        private int regular;
    }

    /** Takes in that there is a record of this time. */
    public void seen(Instant at) {
        first = at.isBefore(first) ? at : first;
        long day = Math.floorDiv(at.getEpochSecond(), DAY_SECONDS);
        days += day == lastDay ? 0 : 1;
        lastDay = day;
    }

    /** For how long there are records before this time, days without any not counted, nor the last, which goes on; zero without any. */
    public Duration history(Instant at) {
        if (first.isAfter(at)) {
            return Duration.ZERO;
        }
        Duration all = Duration.between(first, at);
        Duration seen = Duration.ofDays(Math.max(0, days - 1));
        return all.compareTo(seen) < 0 ? all : seen;
    }

    public CallSeries series(String device, String destination, Instant at) {
        return series.computeIfAbsent(device + "\t" + destination, k -> new CallSeries(device, destination, at));
    }

    public Destination destination(String destination, Instant at) {
        return destinations.computeIfAbsent(destination, k -> new Destination(at));
    }

    /** Takes in a call; false where it is only another record of the call before. */
    public boolean take(CallSeries to, Destination destination, CallSeries.Call call) {
        Device device = device(to.device());
        if (to.dayOver(call.at())) {
            device.uploads.observe((double) to.dayOut(), call.at(), 1);
            uploads.observe((double) to.dayOut(), call.at(), 1);
        }
        called(destination, to.device());
        return to.take(call);
    }

    /** Takes in that a device called a destination. */
    public void called(Destination destination, String device) {
        device(device).destinations += destination.calledBy(device) ? 1 : 0;
    }

    private Device device(String name) {
        Device device = devices.get(name);
        if (device == null) {
            device = new Device();
            devices.put(name, device);
            devicesSeen++;
        }
        return device;
    }

    /** Bits of surprise at so much sent to one destination on a day, for this device; 0 without history. */
    public double uploadBits(String device, long bytes, Instant at) {
        return device(device).uploads.surpriseBits((double) bytes, at);
    }

    /** The same for everybody here. */
    public double uploadBitsHere(long bytes, Instant at) {
        return uploads.surpriseBits((double) bytes, at);
    }

    /** What nine in ten days of a device and a destination stay below, in bytes; 0 without history. */
    public double usualUpload() {
        return uploads.quantile(0.9);
    }

    /** Destinations of a device that it was the first to call or called anew. */
    public int destinationsOf(String device) {
        return device(device).destinations;
    }

    /** Takes in that one more series of the device was found regular. */
    public void regular(String device) {
        device(device).regular++;
    }

    /** How many series of the device were found regular. */
    public int regularOf(String device) {
        return device(device).regular;
    }

    /** Devices seen since the beginning. */
    public long devices() {
        return devicesSeen;
    }

    /** Takes in that an address was the answer to a name. */
    public void resolved(String name, String address) {
        names.put(address, name);
    }

    /** The name an address was last the answer to; empty where it was to none. */
    public String nameOf(String address) {
        String name = names.get(address);
        return name == null ? "" : name;
    }

    /** Whether any look-up was seen, so that what has no name was called without one. */
    public boolean namesTold() {
        return !names.isEmpty();
    }

    public void agent(String agent, String device) {
        Set<String> users = agents.computeIfAbsent(agent, k -> new HashSet<>(2));
        if (users.size() < AGENT_DEVICES_MAX) {
            users.add(device);
        }
    }

    /** Devices on which a program of this name was seen; {@value #AGENT_DEVICES_MAX} are many. */
    public int devicesWith(String agent) {
        Set<String> users = agents.get(agent);
        return users == null ? 0 : users.size();
    }

    public LookUps lookUps(String device, String domain, Instant at) {
        return lookUps.computeIfAbsent(device + "\t" + domain, k -> new LookUps(at));
    }

    /** Counts a name that a device asked for. */
    public LookUps lookedUp(String device, String domain, String below, String type, String id, Instant at) {
        LookUps found = lookUps(device, domain, at);
        found.take(at, below, type, id);
        return found;
    }

    public void conversation(String uid, Conversation conversation) {
        conversations.put(uid, conversation);
    }

    public Optional<Conversation> conversation(String uid) {
        return Optional.ofNullable(conversations.get(uid));
    }

    /** Series that were forgotten for want of room. */
    public long forgotten() {
        return series.forgotten;
    }
}
