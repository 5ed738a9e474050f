package dev.kith.investigate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which raised cases are one story: what they have in common, and how far apart they may be. */
class StoriesTest {
    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    @Test
    void aLongCaseBegunEarly_isNear_thoughAShortOneBeganAfterIt() {
        assertThat(stories(ann(0, 9), ben(1, 1), ann(11, 11))).containsExactly(0, 1, 0);
        assertThat(stories(ann(0, 9), ben(1, 1), ann(12, 12))).containsExactly(0, 1, 2);
    }

    @Test
    void theOrderOfTheCases_changesNothing() {
        assertThat(stories(ann(11, 11), ben(1, 1), ann(0, 9))).containsExactly(0, 1, 0);
    }

    @Test
    void oneBlock_isOneStory_withinThreeDays() {
        assertThat(stories(ann(0, 1).shared("block a"), ben(3, 3).shared("block a")))
                .containsExactly(0, 0);
        assertThat(stories(ann(0, 1).shared("block a"), ben(4, 4).shared("block a")))
                .containsExactly(0, 1);
        assertThat(stories(ann(0, 1).shared("block a"), ben(0, 1).shared("block b")))
                .containsExactly(0, 1);
    }

    @Test
    void oneFailedSignIn_ofBoth_isOneStory() {
        assertThat(stories(ann(0, 1).failed("f7"), ben(1, 2).failed("f7"))).containsExactly(0, 0);
    }

    @Test
    void dangerFromOneAddress_isOneHand_withinADay() {
        assertThat(stories(ann(0, 0).desk("192.0.2.7"), ben(0.9, 0.9).desk("192.0.2.7")))
                .containsExactly(0, 0);
        assertThat(stories(ann(0, 0).desk("192.0.2.7"), ben(1, 1).desk("192.0.2.7")))
                .containsExactly(0, 1);
    }

    @Test
    void whoGaveRights_isOfTheStoryOfWhoGotThem() {
        assertThat(stories(ann(0, 1).gave("ben@wharf.example"), ben(3, 4))).containsExactly(0, 0);
        assertThat(stories(ann(0, 1).gave("ben@wharf.example"), ben(4, 5))).containsExactly(0, 1);
        assertThat(stories(ben(0, 1), ann(2, 2).gave("ben@wharf.example"))).containsExactly(0, 0);
    }

    @Test
    void twoWhoGaveRightsToOne_areOneStoryByItsCaseOnly() {
        One ann = ann(0, 1).gave("cid@wharf.example");
        One ben = ben(0, 1).gave("cid@wharf.example");
        assertThat(stories(ann, ben)).containsExactly(0, 1);
        assertThat(stories(ann, ben, one("cid@wharf.example", 2, 2))).containsExactly(0, 0, 0);
    }

    @Test
    void whoseMailLured_isOfTheStory_ifTheMailCameAfterItsCaseBegan() {
        assertThat(stories(ann(0, 2), ben(4, 4).lured("ann@wharf.example", 1))).containsExactly(0, 0);
        assertThat(stories(ann(0, 2), ben(0, 1).lured("ann@wharf.example", -1))).containsExactly(0, 1);
        assertThat(stories(ann(0, 2), ben(8, 8).lured("ann@wharf.example", 5))).containsExactly(0, 1);
    }

    @Test
    void whatElseAnAccountDid_isNearItsStoriesWithinThreeDays() {
        Stories stories = Stories.of(List.of(ann(0, 1).traits(), ann(20, 21).traits()));
        assertThat(stories.near("ann@wharf.example", at(3), at(3))).containsExactly(0);
        assertThat(stories.near("ann@wharf.example", at(10), at(10))).isEmpty();
        assertThat(stories.near("ann@wharf.example", at(3), at(18))).containsExactlyInAnyOrder(0, 1);
        assertThat(stories.near("ben@wharf.example", at(0), at(1))).isEmpty();
    }

    @Test
    void storiesAreThoseThatComparingEachWithEachWouldGive() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            List<One> cases = new ArrayList<>();
            for (int i = 0; i < 14; i++) {
                double from = random.nextInt(400) / 10.0;
                One one = one("a" + random.nextInt(5), from, from + random.nextInt(90) / 10.0);
                one = random.nextInt(3) == 0 ? one.shared("block " + random.nextInt(3)) : one;
                cases.add(random.nextInt(4) == 0 ? one.gave("a" + random.nextInt(5)) : one);
            }
            assertThat(stories(cases.toArray(One[]::new))).isEqualTo(byPairs(cases));
        }
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void fiftyThousandCasesFromOneBlock_areNotComparedInPairs() {
        List<CaseTraits> cases = new ArrayList<>();
        for (int i = 0; i < 50_000; i++) {
            cases.add(one("u" + i, i / 10_000.0, i / 10_000.0 + 1)
                    .shared("block a")
                    .gave("u" + (i + 1))
                    .traits());
        }
        Stories stories = Stories.of(cases);
        assertThat(stories.story(49_999)).isZero();
    }

    private static List<Integer> byPairs(List<One> cases) {
        int[] story = new int[cases.size()];
        for (int i = 0; i < story.length; i++) {
            story[i] = i;
        }
        for (int i = 0; i < story.length; i++) {
            for (int j = 0; j < i; j++) {
                if (together(cases.get(i), cases.get(j))) {
                    int low = Math.min(story[i], story[j]);
                    int high = Math.max(story[i], story[j]);
                    for (int k = 0; k < story.length; k++) {
                        story[k] = story[k] == high ? low : story[k];
                    }
                }
            }
        }
        List<Integer> all = new ArrayList<>();
        for (int s : story) {
            all.add(s);
        }
        return all;
    }

    private static boolean together(One a, One b) {
        return a.from < b.to + 3
                && b.from < a.to + 3
                && (a.account.equals(b.account)
                        || a.shared.stream().anyMatch(b.shared::contains)
                        || a.gave.contains(b.account)
                        || b.gave.contains(a.account));
    }

    private static List<Integer> stories(One... cases) {
        Stories stories = Stories.of(List.of(cases).stream().map(One::traits).toList());
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < cases.length; i++) {
            all.add(stories.story(i));
        }
        return all;
    }

    private static One ann(double from, double to) {
        return one("ann@wharf.example", from, to);
    }

    private static One ben(double from, double to) {
        return one("ben@wharf.example", from, to);
    }

    private static One one(String account, double from, double to) {
        return new One(account, from, to, Set.of(), List.of(), Set.of(), Set.of(), Optional.empty());
    }

    private static Instant at(double day) {
        return START.plus(Duration.ofMinutes(Math.round(day * 1_440)));
    }

    /** A case, with times in days. */
    private record One(
            String account,
            double from,
            double to,
            Set<String> shared,
            List<String> failed,
            Set<String> desks,
            Set<String> gave,
            Optional<CaseTraits.Lure> lure) {
        One shared(String key) {
            return new One(account, from, to, Set.of(key), failed, desks, gave, lure);
        }

        One failed(String id) {
            return new One(account, from, to, shared, List.of(id), desks, gave, lure);
        }

        One desk(String address) {
            return new One(account, from, to, shared, failed, Set.of(address), gave, lure);
        }

        One gave(String receiver) {
            return new One(account, from, to, shared, failed, desks, Set.of(receiver), lure);
        }

        One lured(String sender, double day) {
            return new One(
                    account, from, to, shared, failed, desks, gave, Optional.of(new CaseTraits.Lure(sender, at(day))));
        }

        CaseTraits traits() {
            return new CaseTraits(account, at(from), at(to), at(from), shared, failed, desks, gave, lure);
        }
    }
}
