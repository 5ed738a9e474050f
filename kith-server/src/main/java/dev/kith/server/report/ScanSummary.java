package dev.kith.server.report;

import dev.kith.detect.Campaign;
import dev.kith.detect.MailAction;
import dev.kith.detect.MailJudgement;
import dev.kith.detect.Tag;
import dev.kith.event.Direction;
import dev.kith.event.MailAddress;
import dev.kith.investigate.AlertBudget;
import dev.kith.investigate.AlertOutcome;
import dev.kith.investigate.Incident;
import dev.kith.pipeline.Organisation;
import dev.kith.profile.AccountHabits;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All that the report tells, bounded whatever the size of the input.
 *
 * @param organisation whose mail this is
 * @param learnedUntil events before this moment only taught; empty where every event was judged
 * @param first time of the first mail judged; empty where none was that has a time
 * @param last time of the last mail judged
 * @param actions mails judged, by direction and action
 * @param tags mails that bear each tag
 * @param days mails that have a time, by day in UTC and by action
 * @param campaigns the campaigns found, weightiest first
 * @param held mails that would be held, weightiest first, at most {@value #HELD_MAX} and {@value
 *     #HELD_OF_SENDER_MAX} of a sender
 * @param heldFrom how many mails of each of their senders would be held, more than are kept of a sender
 * @param below those that came nearest to being held, weightiest first, at most {@value #BELOW_MAX}
 * @param incidents what came of the cases: those raised first, then those not decided, then those closed as benign
 * @param budget which of them a person is asked to look at
 * @param habits what is usual for the accounts of those that were raised
 * @param alerts what came of each alert of another product, in the order of time
 * @param read what was read, and what was not
 */
public record ScanSummary(
        Organisation organisation,
        Optional<Instant> learnedUntil,
        Optional<Instant> first,
        Optional<Instant> last,
        Map<Direction, Map<MailAction, Long>> actions,
        Map<Tag, Long> tags,
        SortedMap<LocalDate, Map<MailAction, Long>> days,
        List<Campaign> campaigns,
        List<MailJudgement> held,
        SortedMap<MailAddress, Long> heldFrom,
        List<MailJudgement> below,
        List<Incident> incidents,
        AlertBudget budget,
        List<AccountHabits> habits,
        List<AlertOutcome> alerts,
        ReadFacts read) {
    private static final Comparator<Incident> WEIGHTIEST = Comparator.comparingInt((Incident i) -> -i.priority())
            .thenComparing(i -> i.raisedAt().orElse(i.first()))
            .thenComparing(Incident::id);

    /** Chosen by hand: some megabytes of report, and more than anybody reads. */
    public static final int HELD_MAX = 500;

    /** Chosen by hand: enough to see what a sender did; a burst is a thousand times the same. */
    public static final int HELD_OF_SENDER_MAX = 10;

    /** Chosen by hand: a page of what fell short. */
    public static final int BELOW_MAX = 15;

    /** Chosen by hand, as above. */
    public static final int CAMPAIGNS_MAX = 100;

    public ScanSummary {
        Map<Direction, Map<MailAction, Long>> byDirection = new EnumMap<>(Direction.class);
        actions.forEach((direction, counts) -> byDirection.put(direction, copy(counts)));
        actions = Collections.unmodifiableMap(byDirection);
        Map<Tag, Long> byTag = new EnumMap<>(Tag.class);
        byTag.putAll(tags);
        tags = Collections.unmodifiableMap(byTag);
        SortedMap<LocalDate, Map<MailAction, Long>> byDay = new TreeMap<>();
        days.forEach((day, counts) -> byDay.put(day, copy(counts)));
        days = Collections.unmodifiableSortedMap(byDay);
        campaigns = List.copyOf(campaigns);
        held = List.copyOf(held);
        SortedMap<MailAddress, Long> bySender = new TreeMap<>(heldFrom);
        heldFrom = Collections.unmodifiableSortedMap(bySender);
        below = List.copyOf(below);
        incidents = List.copyOf(incidents);
        habits = List.copyOf(habits);
        alerts = List.copyOf(alerts);
    }

    /** The same with these incidents, as far as the budget covers them, and what is usual for the accounts they touch. */
    public ScanSummary with(List<Incident> found, AlertBudget spent, List<AccountHabits> usual) {
        return new ScanSummary(
                organisation,
                learnedUntil,
                first,
                last,
                actions,
                tags,
                days,
                campaigns,
                held,
                heldFrom,
                below,
                found,
                spent,
                usual,
                alerts,
                read);
    }

    /** The same with what came of these alerts of other products. */
    public ScanSummary with(List<AlertOutcome> outcomes) {
        return new ScanSummary(
                organisation,
                learnedUntil,
                first,
                last,
                actions,
                tags,
                days,
                campaigns,
                held,
                heldFrom,
                below,
                incidents,
                budget,
                habits,
                outcomes,
                read);
    }

    /** Incidents that were raised and that the budget covers, the weightiest first. */
    List<Incident> raised() {
        return incidents.stream()
                .filter(i -> i.raised() && budget.covers(i))
                .sorted(WEIGHTIEST)
                .toList();
    }

    /** Cases that could not be decided and that the budget covers, those that came nearest to being raised first. */
    List<Incident> undecided() {
        return notRaised(true).stream().filter(budget::covers).toList();
    }

    /** Incidents and undecided cases that the budget does not cover, the weightiest first. */
    List<Incident> belowBudget() {
        return Stream.concat(incidents.stream().filter(Incident::raised).sorted(WEIGHTIEST), notRaised(true).stream())
                .filter(i -> !budget.covers(i))
                .toList();
    }

    /** Cases that were closed as benign, those that came nearest to being raised first. */
    List<Incident> closed() {
        return notRaised(false);
    }

    private List<Incident> notRaised(boolean undecided) {
        return incidents.stream()
                .filter(i -> !i.raised() && i.undecided() == undecided)
                .sorted(Comparator.comparingDouble(
                                (Incident i) -> -i.conclusion().malicious())
                        .thenComparing(Incident::first)
                        .thenComparing(Incident::id))
                .toList();
    }

    /** How times are shown. */
    Moments moments() {
        return Moments.of(first, last);
    }

    /** Mails judged. */
    public long judged() {
        return actions.values().stream()
                .flatMap(counts -> counts.values().stream())
                .mapToLong(Long::longValue)
                .sum();
    }

    public long judged(Direction direction) {
        return actions.getOrDefault(direction, Map.of()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    public long count(MailAction action) {
        return actions.values().stream()
                .mapToLong(counts -> counts.getOrDefault(action, 0L))
                .sum();
    }

    public long count(Direction direction, MailAction action) {
        return actions.getOrDefault(direction, Map.of()).getOrDefault(action, 0L);
    }

    private static Map<MailAction, Long> copy(Map<MailAction, Long> counts) {
        Map<MailAction, Long> copy = new EnumMap<>(MailAction.class);
        copy.putAll(counts);
        return Collections.unmodifiableMap(copy);
    }
}
