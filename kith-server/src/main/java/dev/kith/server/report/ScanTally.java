package dev.kith.server.report;

import dev.kith.detect.Campaign;
import dev.kith.detect.MailAction;
import dev.kith.detect.MailJudgement;
import dev.kith.detect.Tag;
import dev.kith.event.Direction;
import dev.kith.investigate.AlertBudget;
import dev.kith.pipeline.Organisation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts judgements as they pass, and keeps the few that the report shows in full. Memory: a counter for each day, and
 * at most {@value ScanSummary#HELD_MAX} + {@value ScanSummary#BELOW_MAX} mails. Not for several threads at once.
 */
public final class ScanTally {
    private final Map<Direction, Map<MailAction, Long>> actions = new EnumMap<>(Direction.class);
    private final Map<Tag, Long> tags = new EnumMap<>(Tag.class);
    private final SortedMap<LocalDate, Map<MailAction, Long>> days = new TreeMap<>();
    private final HeldMails held = new HeldMails();
    private final PriorityQueue<MailJudgement> below = new PriorityQueue<>(HeldMails.WEIGHTIEST.reversed());
    private @Nullable Instant first;
    private @Nullable Instant last;

    /** Counts one judgement. */
    public void add(MailJudgement judgement) {
        if (judgement.mail().dated()) {
            date(judgement.mail().occurredAt(), judgement.action());
        }
        actions.computeIfAbsent(judgement.direction(), d -> new EnumMap<>(MailAction.class))
                .merge(judgement.action(), 1L, Long::sum);
        for (Tag tag : judgement.tags()) {
            tags.merge(tag, 1L, Long::sum);
        }
        if (judgement.action() == MailAction.HOLD) {
            held.add(judgement);
        } else if (judgement.score() > 0) {
            keep(below, judgement, ScanSummary.BELOW_MAX);
        }
    }

    private void date(Instant time, MailAction action) {
        first = first == null || time.isBefore(first) ? time : first;
        last = last == null || time.isAfter(last) ? time : last;
        days.computeIfAbsent(Figures.dateOf(time), d -> new EnumMap<>(MailAction.class))
                .merge(action, 1L, Long::sum);
    }

    /** All that was counted, with what only the pipeline and the reader know. */
    public ScanSummary summary(
            Organisation organisation, Optional<Instant> learnedUntil, List<Campaign> campaigns, ReadFacts read) {
        return new ScanSummary(
                organisation,
                learnedUntil,
                Optional.ofNullable(first),
                Optional.ofNullable(last),
                actions,
                tags,
                days,
                learnedUntil
                        .map(until -> JudgedCampaigns.since(until, campaigns))
                        .orElse(campaigns),
                held.mails(),
                held.counts(),
                sorted(below),
                List.of(),
                AlertBudget.unlimited(),
                List.of(),
                List.of(),
                read);
    }

    private static void keep(PriorityQueue<MailJudgement> queue, MailJudgement judgement, int max) {
        queue.add(judgement);
        if (queue.size() > max) {
            queue.poll();
        }
    }

    private static List<MailJudgement> sorted(PriorityQueue<MailJudgement> queue) {
        List<MailJudgement> list = new ArrayList<>(queue);
        list.sort(HeldMails.WEIGHTIEST);
        return list;
    }
}
