package dev.kith.connect.model;

import dev.kith.connect.intel.Intel;
import dev.kith.connect.intel.IntelTables;
import dev.kith.detect.CallModels;
import dev.kith.detect.Detection;
import dev.kith.event.Endpoint;
import dev.kith.event.EventId;
import dev.kith.event.IpAddress;
import dev.kith.event.NetworkActivity;
import dev.kith.event.NetworkActivity.Kind;
import dev.kith.event.SourceRef;
import dev.kith.investigate.Incident;
import dev.kith.pipeline.LocalNetworks;
import dev.kith.pipeline.NetworkDesk;
import dev.kith.pipeline.NetworkJudge;
import dev.kith.pipeline.NetworkJudgement;
import dev.kith.profile.NetworkProfiles;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** A network of devices, what they call, and what kith makes of it. Seeded: the same calls every time. */
final class NetworkLife {
    static final Instant BEGIN = Instant.parse("2026-03-02T00:00:00Z");

    /** An address of a network that no list knows anything of. */
    static final String STRANGER = "203.0.113.9";

    private final Random random;
    private final Intel intel = IntelTables.builtIn();
    private final List<NetworkActivity> records = new ArrayList<>();
    private final List<Detection> detections = new ArrayList<>();
    private int number;

    NetworkLife(long seed) {
        random = new Random(seed);
    }

    static String device(int n) {
        return "10.1.0." + n;
    }

    /** An office: each device looks at pages that many look at, by day, with times as people have them. */
    NetworkLife office(int devices, int days) {
        List<String> names = List.of("google.com", "wikipedia.org", "github.com", "office.com", "bbc.co.uk", "dhl.com");
        for (int n = 1; n <= devices; n++) {
            for (int day = 0; day < days; day++) {
                double second = 8 * 3600 + random.nextInt(3600);
                while (second < 18 * 3600) {
                    String name = names.get(random.nextInt(names.size()));
                    call(
                            BEGIN.plusSeconds(86_400L * day + (long) second),
                            device(n),
                            "198.51.100." + (10 + names.indexOf(name)),
                            443,
                            "www." + name,
                            500 + random.nextInt(20_000),
                            5_000 + random.nextInt(500_000));
                    second += 30 - 900 * Math.log(1 - random.nextDouble());
                }
            }
        }
        return this;
    }

    /**
     * Calls that come again and again.
     *
     * @param period seconds between calls
     * @param jitter each is off by up to so much of the period
     * @param missing share of calls that do not come
     */
    NetworkLife regular(
            String device,
            String address,
            String name,
            Instant from,
            Duration length,
            double period,
            double jitter,
            double missing) {
        double at = 0;
        while (at < length.toSeconds()) {
            if (random.nextDouble() >= missing) {
                call(from.plusMillis((long) (1000 * at)), device, address, 443, name, 700, 1_500);
            }
            at += period * (1 + jitter * (2 * random.nextDouble() - 1));
        }
        return this;
    }

    NetworkLife call(Instant at, String from, String to, int port, String name, long out, long in) {
        String uid = connection(at, from, to, port, "tcp", "ssl", out, in, 1.5, "SF");
        if (!name.isEmpty()) {
            record(
                    at.plusMillis(40),
                    Kind.TLS,
                    uid,
                    from,
                    to,
                    port,
                    "tcp",
                    "ssl",
                    name,
                    -1,
                    -1,
                    0,
                    "",
                    Map.of("established", "T"));
        }
        return this;
    }

    String connection(
            Instant at,
            String from,
            String to,
            int port,
            String protocol,
            String service,
            long out,
            long in,
            double seconds,
            String state) {
        String uid = "C" + ++number;
        record(at, Kind.CONNECTION, uid, from, to, port, protocol, service, "", out, in, seconds, state, Map.of());
        return uid;
    }

    /** A page asked for through a proxy of ours. */
    NetworkLife tunnelled(Instant at, String from, String proxy, String name) {
        String uid = connection(at, from, proxy, 3128, "tcp", "http,ssl", 677, 1_434, 0.1, "SF");
        record(
                at.plusMillis(2),
                Kind.HTTP,
                uid,
                from,
                proxy,
                3128,
                "tcp",
                "http",
                name,
                0,
                0,
                0,
                "200",
                Map.of("proxied", "true"));
        return this;
    }

    NetworkLife lookUp(Instant at, String from, String name, String type) {
        record(
                at,
                Kind.DNS,
                "C" + ++number,
                from,
                "10.1.0.250",
                53,
                "udp",
                "dns",
                name,
                -1,
                -1,
                0,
                "NOERROR",
                Map.of("qtype_name", type));
        return this;
    }

    private void record(
            Instant at,
            Kind kind,
            String uid,
            String from,
            String to,
            int port,
            String protocol,
            String service,
            String name,
            long out,
            long in,
            double seconds,
            String state,
            Map<String, String> details) {
        records.add(new NetworkActivity(
                new EventId(kind + "/" + uid),
                at,
                new SourceRef("network.log", records.size() + 1),
                kind,
                uid,
                endpoint(from),
                endpoint(to),
                Optional.empty(),
                port,
                protocol,
                service,
                name,
                out,
                in,
                Duration.ofMillis(Math.round(1000 * seconds)),
                state,
                "",
                details,
                List.of()));
    }

    private Endpoint endpoint(String address) {
        return intel.endpoint(IpAddress.parse(address).orElseThrow());
    }

    int random(int bound) {
        return random.nextInt(bound);
    }

    /** What came of it all. */
    List<Incident> incidents() {
        records.sort(Comparator.comparing(NetworkActivity::occurredAt));
        LocalNetworks local = new LocalNetworks();
        records.forEach(local::observe);
        NetworkJudge judge = new NetworkJudge(new NetworkProfiles(), intel, CallModels.of(ModelFile.network()), local);
        NetworkDesk desk = new NetworkDesk();
        for (NetworkActivity record : records) {
            Optional<NetworkJudgement> judgement = judge.judge(record);
            judgement.ifPresent(j -> {
                detections.addAll(j.detections());
                desk.take(j, true);
            });
        }
        return desk.incidents(List.of());
    }

    List<Incident> raised() {
        return incidents().stream().filter(Incident::raised).toList();
    }

    /** Ids of the models that fired. */
    List<String> fired() {
        if (detections.isEmpty()) {
            incidents();
        }
        return detections.stream().map(d -> d.model().id()).distinct().sorted().toList();
    }
}
