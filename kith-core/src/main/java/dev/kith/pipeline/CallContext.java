package dev.kith.pipeline;

import dev.kith.detect.CallFacts;
import dev.kith.event.DomainTrait;
import dev.kith.event.NetworkActivity;
import dev.kith.profile.Act;
import dev.kith.profile.CallSeries;
import dev.kith.profile.Destination;
import dev.kith.profile.LookUps;
import dev.kith.profile.NetworkProfiles;
import dev.kith.profile.Rhythm;
import dev.kith.profile.World;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Gathers what stands around the calls of a device. */
final class CallContext {
    /** Regular enough to count as one more of a device's regular calls; as in the models. */
    private static final double REGULAR = 0.35;

    /** Time, names, addresses, the finding of neighbours and of services. */
    private static final Set<Integer> INFRASTRUCTURE =
            Set.of(53, 67, 68, 123, 137, 138, 546, 547, 853, 1900, 3702, 5353, 5355);

    /** Ports of services that are no page, on which none is served. */
    private static final Set<Integer> NO_PAGES = Set.of(21, 22, 23, 25, 53, 110, 123, 143, 443, 445, 993, 995, 3389);

    /** Ports of services that are never, or never at once, in TLS. */
    private static final Set<Integer> NO_TLS = Set.of(22, 23, 53, 80, 123);

    private static final Set<Integer> NO_SHELL = Set.of(53, 80, 123, 443, 993, 995, 8080);

    /** Traits of hosts of which anybody can have a corner: how popular the host is says nothing of that. */
    private static final Set<DomainTrait> SHARED =
            Set.of(DomainTrait.FREE_HOSTING, DomainTrait.SHORTENER, DomainTrait.FORM);

    private static final double HOUR = 3_600;

    private final NetworkProfiles profiles;
    private final World world;

    CallContext(NetworkProfiles profiles, World world) {
        this.profiles = profiles;
        this.world = world;
    }

    /** Whether it serves the network itself and not what is done with it. */
    static boolean isInfrastructure(NetworkActivity e) {
        return e.protocol().equals("icmp") || INFRASTRUCTURE.contains(e.port());
    }

    /** The calls to one destination so far. */
    CallFacts calls(NetworkActivity e, CallSeries series, Destination called, boolean proxied) {
        Rhythm rhythm = series.rhythm();
        if (rhythm.regularity() >= REGULAR && series.foundRegular()) {
            profiles.regular(series.device());
        }
        return new CallFacts(
                e.shownId(),
                e.occurredAt(),
                Act.CALL,
                series.device(),
                series.destination(),
                e.destination(),
                Optional.of(series),
                Optional.empty(),
                rhythm,
                place(e, called.name(), called, proxied),
                new CallFacts.Traffic(
                        series.calls(),
                        series.answered(),
                        series.refused(),
                        series.bytesOut(),
                        series.bytesIn(),
                        series.dayOut(),
                        series.dayIn(),
                        series.longestSeconds() / HOUR,
                        Duration.between(series.first(), series.last()).toSeconds() / HOUR,
                        series.hoursOfDay(),
                        profiles.uploadBits(series.device(), series.dayOut(), e.occurredAt()),
                        profiles.uploadBitsHere(series.dayOut(), e.occurredAt()),
                        profiles.usualUpload()),
                program(e, called.agent(), series.device()));
    }

    /** The names under one domain so far. */
    CallFacts names(NetworkActivity e, String domain, LookUps lookUps, Destination asked) {
        String device = e.origin().ip().toString();
        return new CallFacts(
                e.shownId(),
                e.occurredAt(),
                Act.LOOK_UP,
                device,
                domain,
                e.destination(),
                Optional.empty(),
                Optional.of(lookUps),
                Rhythm.NONE,
                place(e, domain, asked, false),
                CallFacts.Traffic.none(),
                program(e, "", device));
    }

    private CallFacts.Place place(NetworkActivity e, String name, Destination called, boolean proxied) {
        String domain = name.isEmpty() ? "" : world.registrableDomain(name);
        Set<DomainTrait> traits = name.isEmpty() ? Set.of() : world.traits(name);
        boolean shared = traits.stream().anyMatch(SHARED::contains);
        return new CallFacts.Place(
                name,
                profiles.namesTold(),
                true,
                proxied,
                isInfrastructure(e),
                called.devices(),
                profiles.devices(),
                Duration.between(called.first(), e.occurredAt()).toSeconds() / HOUR,
                profiles.history(e.occurredAt()).toSeconds() / HOUR,
                domain.isEmpty() || shared ? 0 : world.popularity(domain),
                traits,
                called.certificate());
    }

    private CallFacts.Program program(NetworkActivity e, String agent, String device) {
        return new CallFacts.Program(
                e.port(),
                e.protocol(),
                e.service(),
                agent,
                profiles.devicesWith(agent),
                e.kind() == NetworkActivity.Kind.CONNECTION && isMismatch(e.service(), e.port()),
                profiles.regularOf(device),
                profiles.destinationsOf(device));
    }

    private static boolean isMismatch(String service, int port) {
        return switch (service) {
            case "http" -> NO_PAGES.contains(port);
            case "ssl" -> NO_TLS.contains(port);
            case "ssh" -> NO_SHELL.contains(port);
            default -> false;
        };
    }
}
