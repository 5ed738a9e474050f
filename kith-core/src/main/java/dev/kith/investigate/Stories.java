package dev.kith.investigate;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Which raised cases are one story: those less than {@code TOGETHER} apart that have an account, a place, a lure or an
 * application in common, or where one led to the other. Cases are not compared with each other but entered under what they
 * could have in common, so that n cases with t traits in all take the time of n log n + t, and of those stays of an account
 * that a case is near: as stays lie days apart, they are as few as the days the case lasted.
 */
final class Stories {
    /** Cases further apart are two stories. Chosen by hand. */
    static final Duration TOGETHER = Duration.ofDays(3);

    /** Whoever does two dangerous things from one address within so long is one hand. Chosen by hand. */
    private static final Duration ONE_DESK = Duration.ofDays(1);

    private final List<CaseTraits> cases;
    private final int[] parent;
    private final Stays accounts = new Stays(TOGETHER);

    private Stories(List<CaseTraits> cases) {
        this.cases = cases;
        this.parent = IntStream.range(0, cases.size()).toArray();
    }

    /** The stories of these cases; a case is called by its place in the list. */
    static Stories of(List<CaseTraits> cases) {
        Stories stories = new Stories(List.copyOf(cases));
        stories.join(stories.accounts, CaseTraits::from, CaseTraits::to, c -> Set.of(c.account()));
        stories.join(new Stays(TOGETHER), CaseTraits::from, CaseTraits::to, CaseTraits::shared);
        stories.join(new Stays(TOGETHER), CaseTraits::from, CaseTraits::to, CaseTraits::failed);
        stories.join(new Stays(ONE_DESK), CaseTraits::triggered, CaseTraits::triggered, CaseTraits::desks);
        stories.joinLed();
        return stories;
    }

    /** Those who have a trait in common at about the same time are one story. */
    private void join(
            Stays stays,
            Function<CaseTraits, Instant> from,
            Function<CaseTraits, Instant> to,
            Function<CaseTraits, Iterable<String>> traits) {
        int[] inTime = IntStream.range(0, cases.size())
                .boxed()
                .sorted(Comparator.comparing(i -> from.apply(cases.get(i))))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int i : inTime) {
            CaseTraits c = cases.get(i);
            for (String trait : traits.apply(c)) {
                join(i, stays.add(trait, from.apply(c), to.apply(c), i));
            }
        }
    }

    /** One led to the other: it gave the other's account rights, or all that lured the other came from its account. */
    private void joinLed() {
        for (int i = 0; i < parent.length; i++) {
            CaseTraits c = cases.get(i);
            for (String receiver : c.gaveTo()) {
                for (int other : accounts.near(receiver, c.from(), c.to())) {
                    join(i, other);
                }
            }
            if (c.lure().isPresent()) {
                CaseTraits.Lure lure = c.lure().get();
                for (int other : accounts.begunBy(lure.sender(), lure.first())) {
                    join(i, other);
                }
            }
        }
    }

    private void join(int one, int other) {
        int a = story(one);
        int b = story(other);
        parent[Math.max(a, b)] = Math.min(a, b);
    }

    /** The story a case is in, called by the first of its cases. */
    int story(int who) {
        int at = who;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    /** The stories in which this account has a case less than {@code TOGETHER} away from this time. */
    List<Integer> near(String account, Instant from, Instant to) {
        return accounts.near(account, from, to).stream()
                .map(this::story)
                .distinct()
                .toList();
    }
}
