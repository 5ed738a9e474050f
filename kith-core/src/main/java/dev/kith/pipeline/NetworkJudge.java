package dev.kith.pipeline;

import dev.kith.detect.CallFacts;
import dev.kith.detect.CallModels;
import dev.kith.detect.Detection;
import dev.kith.detect.Model;
import dev.kith.event.AccountId;
import dev.kith.event.Direction;
import dev.kith.event.IpAddress;
import dev.kith.event.NetworkActivity;
import dev.kith.profile.CallSeries;
import dev.kith.profile.CallSeries.Call;
import dev.kith.profile.Destination;
import dev.kith.profile.LookUps;
import dev.kith.profile.NetworkProfiles;
import dev.kith.profile.NetworkProfiles.Conversation;
import dev.kith.profile.World;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Judges records of the network: learns who calls whom, and looks at the calls of a device to a destination whenever they have
 * grown by a third, or one is remarkable in itself. Only what our devices begin is looked at: whoever calls us is not
 * called back by it. Deterministic; one thread, events in time order.
 */
public final class NetworkJudge {
    /** Remembered firings; each is told once. Chosen by hand. */
    private static final int FIRED_MAX = 100_000;

    /** A connection is remarkable in itself from so long on, and a day's traffic to one destination from so much on. */
    private static final double LONG_SECONDS = 6 * 3600.0;

    private static final long LARGE_BYTES = 20_000_000;

    private static final Set<String> REFUSED = Set.of("REJ", "S0", "RSTOS0", "RSTRH", "SH", "SHR");
    private static final Set<String> ANSWERED = Set.of("SF", "S1", "S2", "S3", "RSTO", "RSTR");

    /** Answers to one question that are looked at. */
    private static final int ANSWERS_MAX = 9;

    private final NetworkProfiles profiles;
    private final World world;
    private final CallModels models;
    private final LocalNetworks local;
    private final CallContext context;
    private final Set<String> fired = new HashSet<>();
    private long detections;

    public NetworkJudge(NetworkProfiles profiles, World world, CallModels models, LocalNetworks local) {
        this.profiles = profiles;
        this.world = world;
        this.models = models;
        this.local = local;
        this.context = new CallContext(profiles, world);
    }

    /** Judges a record by what came before, and learns it; empty where there is nothing to look at. */
    public Optional<NetworkJudgement> judge(NetworkActivity e) {
        profiles.seen(e.occurredAt());
        if (!begunByUs(e) || LocalNetworks.isMany(e.destination().ip())) {
            return Optional.empty();
        }
        return switch (e.kind()) {
            case CONNECTION -> connection(e);
            case HTTP, TLS -> named(e);
            case DNS -> lookUp(e);
            case FILE -> Optional.empty();
        };
    }

    private boolean begunByUs(NetworkActivity e) {
        return e.direction()
                .map(d -> d != Direction.INBOUND)
                .orElseGet(() -> local.ours(e.origin().ip()));
    }

    private boolean outbound(NetworkActivity e) {
        return e.direction()
                .map(d -> d == Direction.OUTBOUND)
                .orElseGet(() -> !local.ours(e.destination().ip()));
    }

    private Optional<NetworkJudgement> connection(NetworkActivity e) {
        boolean refused = REFUSED.contains(e.state()) && e.bytesIn() <= 0;
        boolean answered = e.bytesIn() > 0 || ANSWERED.contains(e.state());
        double seconds = e.duration().toMillis() / 1000.0;
        boolean kept = outbound(e) && !CallContext.isInfrastructure(e);
        String device = e.origin().ip().toString();
        String destination = e.destination().ip() + ":" + e.port();
        Optional<CallSeries> series =
                kept ? Optional.of(profiles.series(device, destination, e.occurredAt())) : Optional.empty();
        if (!e.uid().isEmpty()) {
            profiles.conversation(
                    e.uid(), new Conversation(series, e.bytesOut(), e.bytesIn(), seconds, answered, refused, false));
        }
        if (series.isEmpty()) {
            return Optional.empty();
        }
        Destination called = profiles.destination(destination, e.occurredAt());
        called.named(profiles.nameOf(e.destination().ip().toString()));
        Call call = new Call(
                e.occurredAt(), e.shownId(), e.id().value(), answered, refused, e.bytesOut(), e.bytesIn(), seconds);
        profiles.take(series.get(), called, call);
        return look(e, series.get(), called, false);
    }

    /** A page or a server name: the calls to a name, of which the connection tells how much went over. */
    private Optional<NetworkJudgement> named(NetworkActivity e) {
        Conversation conversation = profiles.conversation(e.uid()).orElse(Conversation.UNKNOWN);
        boolean asked = e.details().containsKey("proxied");
        boolean proxied = asked || conversation.proxied();
        if (asked && !conversation.proxied() && !e.uid().isEmpty()) {
            profiles.conversation(e.uid(), conversation.throughProxy());
        }
        if (e.name().isEmpty() || !proxied && !outbound(e)) {
            return Optional.empty();
        }
        Optional<IpAddress> literal = IpAddress.parse(e.name());
        if (literal.isPresent() && (!proxied || local.ours(literal.get()))) {
            return Optional.empty(); // told by the connection, or a device of ours
        }
        if (!proxied) {
            conversation.series().ifPresent(CallSeries::named);
        }
        String device = e.origin().ip().toString();
        CallSeries series = profiles.series(device, e.name(), e.occurredAt());
        Destination called = profiles.destination(e.name(), e.occurredAt());
        called.named(e.name());
        if (!e.userAgent().isEmpty()) {
            profiles.agent(e.userAgent(), device);
            called.agent(e.userAgent());
        }
        if (e.kind() == NetworkActivity.Kind.TLS) {
            called.certificate(certificate(e));
        }
        boolean page = e.kind() == NetworkActivity.Kind.HTTP && !asked;
        boolean known = conversation != Conversation.UNKNOWN && conversation.seconds() > 0;
        Call call = new Call(
                e.occurredAt(),
                e.shownId(),
                // Each page of a connection is a call; what passes a proxy is one, though two logs tell of it.
                page ? e.id().value() : e.shownId(),
                known
                        ? conversation.answered()
                        : !e.state().isEmpty() || e.details().containsValue("T"),
                known && conversation.refused(),
                page || !known ? e.bytesOut() : conversation.out(),
                page || !known ? e.bytesIn() : conversation.in(),
                known ? conversation.seconds() : 0);
        if (!profiles.take(series, called, call)) {
            return Optional.empty();
        }
        return look(e, series, called, proxied);
    }

    private static String certificate(NetworkActivity e) {
        String alert = e.details().getOrDefault("last_alert", "");
        String said = e.state().isEmpty() ? alert : e.state();
        if (said.isEmpty()) {
            return "";
        }
        return said.equals("ok") ? "good" : "unknown";
    }

    private Optional<NetworkJudgement> look(NetworkActivity e, CallSeries series, Destination called, boolean proxied) {
        boolean remarkable = e.duration().toSeconds() >= LONG_SECONDS
                || series.dayOut() >= LARGE_BYTES && Math.max(e.bytesOut(), 0) >= LARGE_BYTES / 4;
        if (!series.due() && !remarkable) {
            return Optional.empty();
        }
        // What goes to names is told by their own series; but how long a connection lasts, only this one knows.
        if (e.kind() == NetworkActivity.Kind.CONNECTION && series.toNames() && !remarkable) {
            return Optional.empty();
        }
        return judged(context.calls(e, series, called, proxied));
    }

    private Optional<NetworkJudgement> lookUp(NetworkActivity e) {
        String answers = e.details().getOrDefault("answers", "");
        if (!answers.isEmpty() && !e.name().isEmpty()) {
            for (String answer : answers.split(",", ANSWERS_MAX)) {
                IpAddress.parse(answer).ifPresent(address -> profiles.resolved(e.name(), address.toString()));
            }
        }
        String name = e.name();
        String domain = world.registrableDomain(name);
        if (name.length() <= domain.length() + 1
                || domain.indexOf('.') < 0
                || name.endsWith(".local")
                || name.endsWith(".arpa")) {
            return Optional.empty();
        }
        String device = e.origin().ip().toString();
        Destination asked = profiles.destination("names " + domain, e.occurredAt());
        profiles.called(asked, device);
        LookUps found = profiles.lookedUp(
                device,
                domain,
                name.substring(0, name.length() - domain.length() - 1),
                e.details().getOrDefault("qtype_name", ""),
                e.shownId(),
                e.occurredAt());
        return found.due() ? judged(context.names(e, domain, found, asked)) : Optional.empty();
    }

    private Optional<NetworkJudgement> judged(CallFacts facts) {
        List<Detection> fresh = new ArrayList<>();
        for (Model model : models.firing(facts)) {
            String once = model.id() + "\t" + facts.device() + "\t" + facts.destination();
            if (fired.size() < FIRED_MAX && fired.add(once)) {
                fresh.add(new Detection(
                        "DET-N" + ++detections,
                        facts.at(),
                        model,
                        new AccountId(facts.device()),
                        Optional.empty(),
                        facts.eventId(),
                        CallReasons.of(model, facts)));
            }
        }
        boolean watched = facts.series().filter(CallSeries::watched).isPresent()
                || facts.lookUps().isPresent();
        return fresh.isEmpty() && !watched ? Optional.empty() : Optional.of(new NetworkJudgement(facts, fresh));
    }
}
