package dev.kith.pipeline;

import dev.kith.detect.AccountContext;
import dev.kith.detect.Detection;
import dev.kith.detect.Drip;
import dev.kith.detect.Drips;
import dev.kith.detect.Model;
import dev.kith.detect.Models;
import dev.kith.detect.Signals;
import dev.kith.detect.Standing;
import dev.kith.detect.Suspicion;
import dev.kith.detect.Visit;
import dev.kith.detect.Visits;
import dev.kith.event.AccountId;
import dev.kith.event.Actor;
import dev.kith.event.EmailActivity;
import dev.kith.event.EmailTrace;
import dev.kith.event.Event;
import dev.kith.profile.AccountFacts;
import dev.kith.profile.AccountProfiles;
import dev.kith.profile.Act;
import dev.kith.profile.Burst;
import dev.kith.profile.HostedFile;
import dev.kith.profile.World;
import dev.kith.score.AccountSurprise;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The way of an account's record through the core: facts, surprise, models; and only then it teaches. One instance per
 * organisation, one thread, records in time order.
 */
public final class AccountJudge {
    /**
     * What came in a visit, or was gathered elsewhere, teaches after so long, and never where the visit or the account turned out
     * hostile. Chosen by hand.
     */
    private static final Duration PROBATION = Duration.ofDays(3);

    /** Lessons that wait; beyond, the oldest are lost. Chosen by hand. */
    private static final int WAITING_MAX = 50_000;

    /** Firings remembered, so that a model fires once in a visit or a day. Chosen by hand. */
    private static final int FIRED_MAX = 100_000;

    /** From here on a burst of files is one by which nobody is taught at once. Chosen by hand, as for the models. */
    private static final double BURST_BITS = 25;

    private record Lesson(AccountFacts facts, Optional<Visit> visit) {}

    private final AccountProfiles profiles;
    private final World world;
    private final Models models;
    private final Visits visits = new Visits();
    private final AccountContext context;
    private final Drips drips;
    private final Suspicion suspicion;
    private final AccountNames.Known names;
    private final Deque<Lesson> waiting = new ArrayDeque<>();
    private final Map<String, Boolean> fired = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > FIRED_MAX;
        }
    };
    private long detections;

    /** A judge for whom every record names its account as it is. */
    public AccountJudge(
            AccountProfiles profiles, World world, Models models, AccountContext context, Suspicion suspicion) {
        this(profiles, world, models, context, suspicion, AccountNames.Known.NOBODY);
    }

    /**
     * @param suspicion tells what was found so far: an intruder's visit teaches nothing
     * @param names who is who of accounts with several names
     */
    public AccountJudge(
            AccountProfiles profiles,
            World world,
            Models models,
            AccountContext context,
            Suspicion suspicion,
            AccountNames.Known names) {
        this.profiles = profiles;
        this.world = world;
        this.models = models;
        this.context = context;
        this.drips = new Drips(context::owns, address -> new AccountId(names.of(address)), suspicion);
        this.suspicion = suspicion;
        this.names = names;
    }

    /** Takes in a mail, for whom it was sent to; before the record that it stands for, if it stands for one. */
    public void take(EmailActivity mail) {
        drips.take(mail);
    }

    /** Takes in that a mail passed, for whom it was sent to; before the record that it stands for, if it stands for one. */
    public void take(EmailTrace row) {
        drips.take(row);
    }

    /** Judges a record; empty for mail, which {@link MailJudge} judges, and for what the system did by itself and no rule matched. */
    public Optional<AccountJudgement> judge(Event event) {
        Optional<AccountFacts> found = AccountFacts.of(event);
        if (found.isEmpty() || found.get().actor().kind() == Actor.Kind.SYSTEM && !models.matched(event)) {
            return Optional.empty();
        }
        AccountFacts facts = found.get().by(names.of(found.get().actor()));
        due(event.occurredAt());
        Optional<Burst> burst = facts.person() ? profiles.count(facts, 1) : Optional.empty();
        AccountSurprise surprise = AccountSurprise.of(facts, profiles, world, burst);
        Optional<Visit> visit = facts.person() ? visits.of(facts, surprise) : Optional.empty();
        Optional<Drip> drip = facts.person() ? drips.of(facts, visit) : Optional.empty();
        Signals signals =
                context.observe(facts, surprise, Standing.of(facts, surprise, profiles), visit, drip, suspicion);
        List<Detection> fresh = new ArrayList<>();
        Optional<Visit> about = visit.isEmpty() && signals.ownLink() ? context.linkMaker(facts) : visit;
        for (Model model : models.firing(facts, surprise, visit, signals)) {
            detection(model, facts, surprise, about, signals).ifPresent(fresh::add);
        }
        learn(
                facts,
                visit,
                signals.gathering()
                        .filter(g -> g.here()
                                || burst.filter(b -> b.bits() >= BURST_BITS).isPresent())
                        .isPresent());
        String name = facts.act().ofApplications()
                ? context.applicationName(facts)
                : facts.file().map(HostedFile::path).orElse("");
        return Optional.of(
                new AccountJudgement(facts, surprise, about, signals, name.isEmpty() ? facts.object() : name, fresh));
    }

    private Optional<Detection> detection(
            Model model, AccountFacts facts, AccountSurprise surprise, Optional<Visit> visit, Signals signals) {
        Instant at = facts.event().occurredAt();
        var account = visit.map(Visit::account).orElse(facts.account());
        String once = model.id() + " " + account + " "
                + visit.map(v -> v.network() + v.first()).orElse(at.toString().substring(0, 10));
        if (fired.putIfAbsent(once, true) != null) {
            return Optional.empty();
        }
        return Optional.of(new Detection(
                "DET-" + ++detections,
                at,
                model,
                account,
                visit,
                facts.event().id().value(),
                DetectionReasons.of(model, facts, surprise, visit, signals)));
    }

    /** @param carried whether it is a file among many, or from where the account has no work */
    private void learn(AccountFacts facts, Optional<Visit> visit, boolean carried) {
        if (!facts.person() || facts.act() == Act.SIGN_IN_FAILED) {
            return;
        }
        // Whoever gathers files where he has no work would have work there by the next evening.
        if (visit.isEmpty() && !carried) {
            profiles.learn(facts, 1);
        } else {
            if (waiting.size() >= WAITING_MAX) {
                waiting.removeFirst();
            }
            waiting.addLast(new Lesson(facts, visit));
        }
    }

    private boolean hostile(Lesson lesson) {
        return lesson.visit()
                .map(suspicion::hostile)
                .orElseGet(() -> suspicion.suspected(
                        lesson.facts().account(),
                        lesson.facts().event().occurredAt().minus(PROBATION)));
    }

    private void due(Instant now) {
        while (!waiting.isEmpty()
                && waiting.getFirst()
                        .facts()
                        .event()
                        .occurredAt()
                        .plus(PROBATION)
                        .isBefore(now)) {
            Lesson lesson = waiting.removeFirst();
            if (!hostile(lesson)) {
                profiles.learn(lesson.facts(), 1);
            }
        }
    }
}
