package dev.kith.investigate;

import dev.kith.detect.Detection;
import dev.kith.profile.Act;
import dev.kith.score.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A burst of mail that an account sent, against what is usual for it.
 *
 * @param account who sent it
 * @param first when its first mail was sent
 * @param last when its last was
 * @param start where the first step begins
 * @param step length of a step
 * @param counts mails in each step, at most {@value #STEPS_MAX}
 * @param before mails of the burst sent before active mode would have closed the account
 * @param others mails the account sent from there beside the burst
 * @param usual what it sends otherwise; empty where no model told
 */
public record Outflow(
        String account,
        Instant first,
        Instant last,
        Instant start,
        Duration step,
        List<Integer> counts,
        int before,
        int others,
        Optional<Usual> usual) {
    private static final int STEPS_MAX = 60;

    /** Fewer mails are no burst. Chosen by hand, as in the title of an incident. */
    private static final int BURST_MIN = 20;

    /** Whoever pauses for so long begins anew. Chosen by hand. */
    private static final Duration PAUSE = Duration.ofHours(1);

    private static final List<Duration> STEPS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(6),
            Duration.ofDays(1));

    public Outflow {
        counts = List.copyOf(counts);
    }

    /**
     * How much is usual.
     *
     * @param mails expected within {@code window}, at least 0
     */
    public record Usual(double mails, Duration window) {
        /** From the reason of a model that fired on a burst; empty where it is none. */
        static Optional<Usual> of(Reason reason) {
            int within = reason.observed().indexOf(WITHIN);
            if (!reason.code().equals("burst") || within < 0) {
                return Optional.empty();
            }
            try {
                return Optional.of(new Usual(
                        Double.parseDouble(reason.expected()),
                        Duration.parse(reason.observed().substring(within + WITHIN.length()))));
            } catch (NumberFormatException | DateTimeParseException e) {
                return Optional.empty();
            }
        }

        private static final String WITHIN = " within ";
    }

    /** Mails in the burst. */
    public int mails() {
        return counts.stream().mapToInt(Integer::intValue).sum();
    }

    /** The largest burst of each account that had one, in the order in which they began. */
    static List<Outflow> of(List<Trace> acts, Map<String, Instant> raised, List<Detection> detections) {
        Map<String, List<Trace>> sent = new LinkedHashMap<>();
        acts.stream()
                .filter(t -> t.act() == Act.MAIL_SEND)
                .forEach(t -> sent.computeIfAbsent(Containment.owner(t), k -> new ArrayList<>())
                        .add(t));
        List<Outflow> found = new ArrayList<>();
        sent.forEach((account, mails) -> {
            List<Trace> burst = densest(mails);
            if (burst.size() >= BURST_MIN) {
                found.add(of(account, burst, mails.size() - burst.size(), raised, usual(account, detections)));
            }
        });
        found.sort(Comparator.comparing(Outflow::first).thenComparing(Outflow::account));
        return found;
    }

    private static Outflow of(
            String account, List<Trace> burst, int others, Map<String, Instant> raised, Optional<Usual> usual) {
        Instant first = burst.get(0).at();
        Instant last = burst.get(burst.size() - 1).at();
        Duration step = STEPS.get(STEPS.size() - 1);
        for (int i = STEPS.size() - 1; i >= 0; i--) {
            if (steps(first, last, STEPS.get(i)) <= STEPS_MAX) {
                step = STEPS.get(i);
            }
        }
        long seconds = step.toSeconds();
        long from = Math.floorDiv(first.getEpochSecond(), seconds);
        int[] counts = new int[(int) Math.min(STEPS_MAX, steps(first, last, step))];
        int before = 0;
        for (Trace mail : burst) {
            long at = Math.floorDiv(mail.at().getEpochSecond(), seconds) - from;
            counts[(int) Math.min(counts.length - 1L, at)]++;
            before += Containment.before(mail, raised, Duration.ZERO) ? 1 : 0;
        }
        return new Outflow(
                account,
                first,
                last,
                Instant.ofEpochSecond(from * seconds),
                step,
                Arrays.stream(counts).boxed().toList(),
                before,
                others,
                usual);
    }

    private static long steps(Instant first, Instant last, Duration step) {
        long seconds = step.toSeconds();
        return Math.floorDiv(last.getEpochSecond(), seconds) - Math.floorDiv(first.getEpochSecond(), seconds) + 1;
    }

    /** The longest run without a pause. */
    private static List<Trace> densest(List<Trace> mails) {
        List<Trace> best = List.of();
        int start = 0;
        for (int i = 1; i <= mails.size(); i++) {
            boolean pause = i == mails.size()
                    || Duration.between(mails.get(i - 1).at(), mails.get(i).at())
                                    .compareTo(PAUSE)
                            > 0;
            if (pause) {
                if (i - start > best.size()) {
                    best = mails.subList(start, i);
                }
                start = i;
            }
        }
        return best;
    }

    private static Optional<Usual> usual(String account, List<Detection> detections) {
        return detections.stream()
                .filter(d -> d.account().value().equals(account))
                .filter(d -> d.model().acts().contains(Act.MAIL_SEND))
                .flatMap(d -> d.reasons().stream())
                .flatMap(r -> Usual.of(r).stream())
                .findFirst();
    }
}
