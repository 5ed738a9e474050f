package dev.kith.detect;

import dev.kith.event.AccountId;
import dev.kith.profile.AccountFacts;
import dev.kith.profile.Act;
import dev.kith.score.AccountSurprise;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Follows the files that each account fetches, from area to area. Bounded; not thread-safe. */
final class Gatherings {
    /** After so long it is another time. Chosen by hand: longer than a meeting. */
    private static final Duration PAUSE = Duration.ofHours(3);

    /** Whoever fetches without a pause is looked at anew after so long. Chosen by hand: a working day and an evening. */
    private static final Duration LONGEST = Duration.ofHours(24);

    /** An area from which one in forty files comes, or none, is not the account's work. Chosen by hand. */
    private static final double FOREIGN_BITS = 5.3;

    /** Of a new account nothing is foreign. Chosen by hand, as for the models. */
    private static final double TRUSTED = 0.3;

    private static final int ACCOUNTS_MAX = 50_000;
    private static final int AREAS_MAX = 100;

    private static final class Running {
        private final Instant first;
        private final Map<String, Boolean> areas = new LinkedHashMap<>();
        private Instant last;
        private int files;
        private int foreign;

        private Running(Instant first) {
            this.first = first;
            this.last = first;
        }

        private boolean over(Instant now) {
            return last.plus(PAUSE).isBefore(now) || first.plus(LONGEST).isBefore(now);
        }

        private Gathering with(String area, boolean strange, Instant now) {
            last = now.isAfter(last) ? now : last;
            files++;
            boolean here = areas.size() < AREAS_MAX
                    ? areas.computeIfAbsent(area, k -> strange)
                    : areas.getOrDefault(area, false);
            foreign += here ? 1 : 0;
            List<String> strangeAreas = new ArrayList<>();
            if (foreign > 0) {
                areas.forEach((name, is) -> {
                    if (is) {
                        strangeAreas.add(name);
                    }
                });
            }
            return new Gathering(files, areas.size(), foreign, strangeAreas, here);
        }
    }

    private final Remembered<AccountId, Running> running = new Remembered<>(ACCOUNTS_MAX);

    /**
     * What a file belongs to that was fetched; empty for other acts and for files of no known area. Whether an area is foreign is
     * decided at its first file, for the account gets used to it by the next ones.
     */
    Optional<Gathering> take(AccountFacts facts, AccountSurprise surprise) {
        if (facts.act() != Act.FILE_DOWNLOAD && facts.act() != Act.FILE_SYNC || !facts.person()) {
            return Optional.empty();
        }
        String area = facts.site();
        if (area.isEmpty()) {
            return Optional.empty();
        }
        Instant now = facts.event().occurredAt();
        Running of = running.get(facts.account());
        if (of == null || of.over(now)) {
            of = new Running(now);
            running.put(facts.account(), of);
        }
        boolean strange = surprise.trust() > TRUSTED
                && surprise.siteAmongPeers() >= FOREIGN_BITS
                && !area.equals(facts.account().value());
        return Optional.of(of.with(area, strange, now));
    }
}
