package dev.kith.detect;

import dev.kith.event.DomainTrait;
import dev.kith.event.Endpoint;
import dev.kith.profile.Act;
import dev.kith.profile.CallSeries;
import dev.kith.profile.LookUps;
import dev.kith.profile.Rhythm;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What stands around a call of a device to a destination, or around a name it asked for, at the time of one record.
 *
 * @param eventId the record's id as people know it
 * @param act {@link Act#CALL} or {@link Act#LOOK_UP}
 * @param device its address
 * @param destination name, or address with port; of look-ups the registrable domain
 * @param endpoint whom the device spoke to: of calls through a proxy the proxy
 * @param series the calls so far; empty for look-ups
 * @param lookUps the look-ups so far; empty for calls
 * @param rhythm of the calls so far
 * @param place what the destination is to everybody
 * @param traffic how much went over
 * @param program what called
 */
public record CallFacts(
        String eventId,
        Instant at,
        Act act,
        String device,
        String destination,
        Endpoint endpoint,
        Optional<CallSeries> series,
        Optional<LookUps> lookUps,
        Rhythm rhythm,
        Place place,
        Traffic traffic,
        Program program) {
    /**
     * @param name its name; empty for an address that none is known of
     * @param namesTold whether the records tell of look-ups at all
     * @param outbound whether it is outside of our networks
     * @param proxied whether it was called through a proxy
     * @param infrastructure whether it serves time, names, addresses or the finding of neighbours
     * @param devices how many devices here called it; 64 are many
     * @param devicesHere how many devices there are
     * @param ageHours since when it was called from here
     * @param historyHours since when there are records
     * @param popularity of its registrable domain in the world, in [0, 1]; 0 for one that anybody can have a corner of
     */
    public record Place(
            String name,
            boolean namesTold,
            boolean outbound,
            boolean proxied,
            boolean infrastructure,
            int devices,
            long devicesHere,
            double ageHours,
            double historyHours,
            double popularity,
            Set<DomainTrait> traits,
            String certificate) {
        public Place {
            traits = Set.copyOf(traits);
        }
    }

    /**
     * @param calls so far
     * @param refused calls that were turned away or that nothing came back to
     * @param dayOut bytes sent there on this day
     * @param uploadBits surprise at so much, for this device, in bits
     * @param uploadBitsHere the same for everybody
     * @param usualUpload what nine in ten days of a device and a destination stay below, in bytes
     */
    public record Traffic(
            long calls,
            long answered,
            long refused,
            long out,
            long in,
            long dayOut,
            long dayIn,
            double longestHours,
            double spanHours,
            int hoursOfDay,
            double uploadBits,
            double uploadBitsHere,
            double usualUpload) {
        static final Traffic NONE = new Traffic(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

        public static Traffic none() {
            return NONE;
        }
    }

    /**
     * @param agent what it calls itself; empty where it does not say
     * @param agentDevices how many devices have it; 16 are many
     * @param mismatch whether what was spoken does not belong to the port
     * @param regular series of the device that are regular
     * @param destinations of the device
     */
    public record Program(
            int port,
            String protocol,
            String service,
            String agent,
            int agentDevices,
            boolean mismatch,
            int regular,
            int destinations) {}

    /** Registered with nobody and used by programs of all kinds: outside of the ports that services have. Chosen by hand. */
    private static final Set<Integer> USUAL = Set.of(
            20, 21, 22, 25, 53, 80, 81, 110, 123, 143, 179, 194, 389, 443, 445, 465, 500, 563, 587, 636, 853, 873, 989,
            990, 993, 995, 1080, 1194, 1433, 1521, 1723, 1883, 1935, 3128, 3268, 3306, 3389, 3478, 3479, 4500, 5060,
            5061, 5222, 5223, 5228, 5432, 5671, 5672, 5938, 6379, 6667, 6697, 8000, 8008, 8080, 8081, 8088, 8443, 8883,
            8888, 9000, 9001, 9100, 9200, 9418, 9443, 10050, 10051, 19302, 51820);

    /** Whether the port belongs to no service that is widely used. */
    public boolean oddPort() {
        return program.port > 0 && !place.proxied && !USUAL.contains(program.port);
    }
}
