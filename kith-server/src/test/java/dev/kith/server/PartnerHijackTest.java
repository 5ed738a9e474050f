package dev.kith.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kith.server.report.ReportDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The story that kith is for, lived through by two small houses of 25 accounts: 30 days of ordinary mail, then 15 in
 * which partners are hijacked, a colleague falls for it, and the account writes to colleagues and to the world.
 *
 * <p>Measured with seeds 3 and 11 when this was written, and what is asked for here:
 *
 * <ul>
 *   <li>partners' lures held or junked: 11 and 11 of 11; at least three quarters
 *   <li>mails of the hijacked account to colleagues acted on: 5 and 5 of 5; at least 4
 *   <li>its burst held: 200 and 200 of 200; at least 95 %
 *   <li>partners named in a campaign: 3 and 2; at least 2, and no innocent one
 *   <li>accounts of the house's own named as hijacked: the one that is, by both
 *   <li>ordinary mail held: 0 of 559 and 0 of 545 judged; at most 3, on at most 2 of 15 days
 *   <li>ordinary mail held or junked, but for the bounces that the burst brings back: 7 and 4; at most 4 %
 * </ul>
 */
class PartnerHijackTest {
    private static final Set<String> HELD_OR_JUNKED = Set.of("hold", "junk");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {3, 11})
    void hijackedPartnersAreNamed_andOrdinaryDaysAreQuiet(long seed) throws IOException {
        House house = House.hijacked(folder.resolve("house"), 25, 45, seed);
        Path report = folder.resolve("report");
        Kith.Said said = house.scanAll(report);
        assertThat(said.status()).as(said.err()).isZero();

        List<Judged> judged = judged(house, report);
        List<Judged> lures = step(judged, "lure");
        atLeast(lures.size() * 0.75, lures, mail -> HELD_OR_JUNKED.contains(mail.action()), "lures", seed);
        atLeast(4, step(judged, "lateral"), mail -> !Set.of("none", "tag").contains(mail.action()), "lateral", seed);
        List<Judged> burst = step(judged, "burst");
        atLeast(burst.size() * 0.95, burst, mail -> mail.action().equals("hold"), "burst", seed);
        campaignsNameTheHijacked(report, lures, burst, seed);
        ordinaryDaysAreQuiet(judged, seed);
        assertThat(judged.stream().filter(mail -> mail.label().equals("spam")))
                .as("crude spam, put aside by the house's own filter, seed %d", seed)
                .isNotEmpty()
                .noneMatch(mail -> mail.action().equals("hold"));
    }

    private static void campaignsNameTheHijacked(Path report, List<Judged> lures, List<Judged> burst, long seed)
            throws IOException {
        Document page = Jsoup.parse(report.resolve(ReportDirectory.REPORT), StandardCharsets.UTF_8.name());
        assertThat(named(page, "known correspondent, probably hijacked"))
                .as("partners named, seed %d", seed)
                .hasSizeGreaterThanOrEqualTo(2)
                .isSubsetOf(lures.stream().map(Judged::who).collect(Collectors.toSet()));
        assertThat(named(page, "one of our accounts, probably hijacked"))
                .as("own accounts named, seed %d", seed)
                .isEqualTo(burst.stream().map(Judged::who).collect(Collectors.toSet()));
        assertThat(page.select("h3:contains(RFP for)"))
                .as("a campaign by its subject")
                .isNotEmpty();
    }

    private static Set<String> named(Document page, String as) {
        Set<String> named = new TreeSet<>();
        for (Element sender : page.select("section.panel ul.rows li:contains(" + as + ")")) {
            named.add(sender.select(".mono bdi").text());
        }
        return named;
    }

    private static void ordinaryDaysAreQuiet(List<Judged> judged, long seed) {
        List<Judged> ordinary =
                judged.stream().filter(mail -> mail.label().equals("legit")).toList();
        List<Judged> held =
                ordinary.stream().filter(mail -> mail.action().equals("hold")).toList();
        List<Judged> heldOrJunked = ordinary.stream()
                .filter(mail -> HELD_OR_JUNKED.contains(mail.action()))
                .filter(mail -> !mail.kind().equals("bounce"))
                .toList();
        assertThat(ordinary).as("ordinary mails, seed %d", seed).hasSizeGreaterThan(500);
        assertThat(held).as("ordinary mails held, seed %d", seed).hasSizeLessThanOrEqualTo(3);
        assertThat(held.stream().map(mail -> mail.time().substring(0, 10)).distinct())
                .as("days with an ordinary mail held, seed %d", seed)
                .hasSizeLessThanOrEqualTo(2);
        assertThat(heldOrJunked)
                .as("ordinary mails held or junked, seed %d", seed)
                .hasSizeLessThanOrEqualTo(ordinary.size() / 25);
    }

    private static void atLeast(double count, List<Judged> mails, Predicate<Judged> what, String step, long seed) {
        assertThat(mails).as("%s, seed %d", step, seed).isNotEmpty();
        assertThat((double) mails.stream().filter(what).count())
                .as("%s stopped, seed %d, of %s", step, seed, mails)
                .isGreaterThanOrEqualTo(count);
    }

    private static List<Judged> step(List<Judged> judged, String step) {
        return judged.stream().filter(mail -> mail.step().equals(step)).toList();
    }

    /** Every judgement beside the truth. */
    private static List<Judged> judged(House house, Path report) throws IOException {
        Map<String, JsonNode> labels = house.labels();
        List<Judged> judged = new ArrayList<>();
        for (JsonNode message : House.messages(report)) {
            JsonNode label =
                    Objects.requireNonNull(labels.get(message.path("message_id").asText()), message::toString);
            judged.add(new Judged(
                    label.path("label").asText(),
                    label.path("kind").asText(),
                    label.path("step").asText(),
                    label.path("who").asText(),
                    message.path("time").asText(),
                    message.path("subject").asText(),
                    message.path("action").asText(),
                    message.path("score").asDouble()));
        }
        return judged;
    }

    private record Judged(
            String label,
            String kind,
            String step,
            String who,
            String time,
            String subject,
            String action,
            double score) {}
}
