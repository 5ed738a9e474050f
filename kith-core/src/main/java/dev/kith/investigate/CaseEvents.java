package dev.kith.investigate;

import dev.kith.detect.Detection;
import dev.kith.detect.Visit;
import dev.kith.event.AccountId;
import dev.kith.investigate.Trace.Danger;
import dev.kith.profile.Act;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What belongs to a case that was raised: the records of its visit, what led up to it (lures, guessing, consent), and what
 * comes later. At most {@value #EVENTS_MAX}; how many more there were is counted. Mutable.
 */
public final class CaseEvents {
    private static final int EVENTS_MAX = 20_000;

    /** Guessing machines work through a list in hours. Chosen by hand. */
    private static final Duration WAVE = Duration.ofHours(12);

    /** The mails of one hand go out in hours; what bears their subject a day later may be another's. Chosen by hand. */
    private static final Duration SENT_TOGETHER = Duration.ofHours(6);

    private static final int SPRAYED_MIN = 4;

    private final Map<String, Trace> traces = new LinkedHashMap<>();
    private final Map<String, MailTrace> mails = new LinkedHashMap<>();
    private final Map<String, MailTrace> lures = new LinkedHashMap<>();
    private long dropped;

    /** Takes a record in. */
    public void add(Trace trace) {
        if (traces.size() < EVENTS_MAX) {
            traces.putIfAbsent(trace.id(), trace);
        } else if (!traces.containsKey(trace.id())) {
            dropped++;
        }
    }

    public List<Trace> traces() {
        return List.copyOf(traces.values());
    }

    public List<MailTrace> mails() {
        return List.copyOf(mails.values());
    }

    /** The mails that reached the person before, without their copies to others. */
    public List<MailTrace> lures() {
        return List.copyOf(lures.values());
    }

    /** Records that belong to it and are not kept. */
    public long dropped() {
        return dropped;
    }

    /**
     * Whether a record of the account belongs to a case. Without a visit the owner's work lies between, and
     * only what is dangerous in itself belongs to it, work on applications only where the case rests on it; unless the
     * account had no life before.
     *
     * @param ofApplication whether the case rests on an application
     */
    static boolean belongs(Trace t, Detection trigger, boolean ofApplication) {
        if (trigger.visit().isPresent()) {
            return t.visit().filter(v -> v == trigger.visit().get()).isPresent();
        }
        boolean aboutApplications =
                ofApplication || trigger.model().acts().stream().allMatch(Act::ofApplications);
        boolean grave = t.act().ofApplications() ? aboutApplications : t.note().isPresent();
        return grave || t.act().givesRights() || t.trust() < Inquiry.TRUSTED;
    }

    /** What a conclusion says of how it came to this: where nothing of it is new, there is nothing new to gather. */
    static Set<String> led(Conclusion conclusion) {
        Set<String> led = new LinkedHashSet<>(Set.of("rests on application: " + conclusion.restsOnApplication()));
        conclusion.steps().stream()
                .filter(step -> LEADING_UP.contains(step.question()))
                .forEach(step -> led.add(step.question() + ": " + step.answer()));
        return led;
    }

    private static final Set<String> LEADING_UP = Set.of("lure", "guessing", "application");

    /**
     * Gathers what is known by now of a case that was raised, on these findings; what was gathered before stays.
     *
     * @param ofApplication whether it rests on an application
     */
    void gather(Detection trigger, boolean ofApplication, Conclusion conclusion, Instant now, EvidenceStore store) {
        Optional<Visit> visit = trigger.visit();
        Instant start = visit.map(Visit::first).orElse(trigger.time().minus(WAVE));
        Set<String> blocks = new LinkedHashSet<>();
        List<Trace> ofAccount = store.ofAccount(trigger.account(), start, now);
        Set<String> gathered = gathered(ofAccount);
        for (Trace t : ofAccount) {
            if (belongs(t, trigger, ofApplication) || fetchedFrom(t, gathered)) {
                add(t);
                t.endpoint().ifPresent(e -> blocks.add(e.ip().block()));
            }
        }
        for (String block : blocks) {
            store.fromBlock(block, start, now).stream()
                    .filter(t -> visit.isPresent() && t.visit().equals(visit))
                    .forEach(this::add);
        }
        for (Step step : conclusion.steps()) {
            switch (step.question()) {
                case "lure" -> lures(step, store);
                case "guessing" -> {
                    if (step.answer().equals("spray-from-there")
                            || step.answer().equals("guessed-from-there")) {
                        wave(blocks, start, now, store);
                    }
                }
                case "application" -> consent(trigger, start, now, store);
                default -> {
                    // The other questions rest on records of the visit, which are in.
                }
            }
        }
    }

    /** The areas from which files were gathered: what was fetched there before it was much belongs to it, too. */
    private static Set<String> gathered(List<Trace> traces) {
        Set<String> areas = new LinkedHashSet<>();
        traces.stream()
                .filter(t -> t.note().filter(d -> d == Danger.GATHERED).isPresent())
                .forEach(t -> t.file().ifPresent(file -> areas.add(file.area())));
        return areas;
    }

    private static boolean fetchedFrom(Trace t, Set<String> areas) {
        return (t.act() == Act.FILE_DOWNLOAD || t.act() == Act.FILE_SYNC)
                && t.file().filter(file -> areas.contains(file.area())).isPresent();
    }

    private void lures(Step step, EvidenceStore store) {
        for (String id : step.events()) {
            for (MailTrace mail : store.mail(id)) {
                lures.put(mail.id(), mail);
                mails.put(mail.id(), mail);
                if (!mail.campaign().isEmpty()) {
                    Set<String> hands = new LinkedHashSet<>();
                    store.campaign(mail.campaign()).stream()
                            .filter(m -> domain(m.from()).equals(domain(mail.from())) || !m.internal())
                            .filter(m -> sentTogether(m, mail))
                            .forEach(m -> {
                                mails.put(m.id(), m);
                                hands.add(m.from());
                            });
                    // The first mails of a campaign were judged before there was one.
                    for (String hand : hands) {
                        store.suspiciousFrom(hand).stream()
                                .filter(m -> sentTogether(m, mail))
                                .forEach(m -> mails.put(m.id(), m));
                    }
                }
            }
        }
    }

    private static boolean sentTogether(MailTrace a, MailTrace b) {
        return Duration.between(a.at(), b.at()).abs().compareTo(SENT_TOGETHER) < 0;
    }

    private static String domain(String address) {
        return address.substring(address.indexOf('@') + 1);
    }

    /** The whole spray: failures from these blocks, and from every block that tried several of the same accounts then. */
    private void wave(Set<String> blocks, Instant start, Instant now, EvidenceStore store) {
        Instant from = start.minus(WAVE);
        Set<Trace> failures = new LinkedHashSet<>();
        blocks.forEach(b -> failures.addAll(failed(store.fromBlock(b, from, now))));
        Set<String> others = new LinkedHashSet<>();
        Map<AccountId, Instant> lookedAtFrom = new HashMap<>();
        for (Trace t : failures) {
            Instant earliest = lookedAtFrom.get(t.account());
            if (earliest != null && !t.at().isBefore(earliest)) {
                continue; // nothing that was not found before: a machine guesses at one account thousands of times
            }
            lookedAtFrom.put(t.account(), t.at());
            for (Trace own : failed(store.ofAccount(t.account(), t.at().minus(WAVE), now))) {
                own.endpoint().ifPresent(e -> others.add(e.ip().block()));
            }
        }
        others.removeAll(blocks);
        for (String block : others) {
            List<Trace> there = failed(store.fromBlock(block, from, now));
            if (there.stream().map(Trace::account).distinct().count() >= SPRAYED_MIN) {
                failures.addAll(there);
            }
        }
        failures.forEach(this::add);
    }

    private static List<Trace> failed(List<Trace> traces) {
        return traces.stream().filter(t -> t.act() == Act.SIGN_IN_FAILED).toList();
    }

    /** The consents that let in the application which is used in the visit, with what was entered beside them. */
    private void consent(Detection trigger, Instant start, Instant now, EvidenceStore store) {
        Set<String> applications = new LinkedHashSet<>();
        traces.values().forEach(t -> applications.add(t.application()));
        List<Trace> before = store.ofAccount(trigger.account(), start.minus(Inquiry.BEFORE), now);
        List<Trace> consents = before.stream()
                .filter(t -> t.note().filter(d -> d == Danger.CONSENT).isPresent())
                .filter(t -> trigger.visit().isEmpty() || applications.contains(t.application()))
                .toList();
        for (Trace consent : consents) {
            before.stream()
                    .filter(t -> t.act() == Act.CONSENT || t.act() == Act.APPLICATION_CHANGE)
                    .filter(t -> Duration.between(t.at(), consent.at()).abs().toMinutes() < 2)
                    .forEach(this::add);
        }
    }

    /**
     * All ids in time order: records and mails, also those that records of sending name.
     *
     * @param read tells Message-IDs of mails that are in the input themselves
     */
    List<String> ids(Predicate<String> read) {
        record Item(Instant at, String id) {}
        List<Item> items = new ArrayList<>();
        for (Trace t : traces.values()) {
            items.add(new Item(t.at(), t.id()));
            if (t.act() == Act.MAIL_SEND) {
                t.messageIds().stream().filter(read).forEach(id -> items.add(new Item(t.at(), id)));
            }
        }
        mails.values().forEach(m -> items.add(new Item(m.at(), m.id())));
        items.sort(java.util.Comparator.comparing(Item::at).thenComparing(Item::id));
        return items.stream().map(Item::id).distinct().toList();
    }
}
