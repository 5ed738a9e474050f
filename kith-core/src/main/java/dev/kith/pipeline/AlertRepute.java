package dev.kith.pipeline;

import dev.kith.detect.Remembered;
import dev.kith.event.AccountId;
import dev.kith.event.DetectionFinding;
import dev.kith.event.DetectionFinding.Opinion;
import dev.kith.event.DetectionFinding.Severity;
import dev.kith.investigate.Alert.Weight;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What an alert is worth: by the severity and sureness that the product claims, by what the product is known for, by what people
 * made of it there, and by how often the same rule fired about others here. A rule that fires about everybody tells of nobody.
 * Mutable; one writer, alerts in time order.
 */
final class AlertRepute {
    private static final int RULES_MAX = 20_000;

    /** Others that are remembered of a day; beyond they are many. */
    private static final int OTHERS_MAX = 20;

    /** How long it is remembered when a rule fired. Chosen by hand. */
    private static final int DAYS = 30;

    /** Chosen by hand: a wave of an attack lasts a day or two, noise comes daily. */
    private static final int COMMON_DAYS = 5;

    private static final int FREQUENT_DAYS = 2;

    /** Chosen by hand: what is said of so many on a day says little of one. */
    private static final int COMMON_OTHERS = 10;

    private static final int FREQUENT_OTHERS = 3;

    /** Whoever raises alerts about so many accounts on a day is not sure of any. Chosen by hand: nobody reads as many. */
    private static final int TALKATIVE_OTHERS = 8;

    /** Days for which a product is remembered to be so. Chosen by hand. */
    private static final int LATELY = 7;

    /** Below this a product is not sure itself, in hundredths. */
    private static final int UNSURE = 34;

    /** They match signatures against traffic and lines, and are known for many false alarms. */
    private static final Set<String> SIGNATURES = Set.of("suricata", "snort", "wazuh", "ossec");

    /** Alerts that only tell where a sign-in came from: kith asks that itself, against the account's own ways. */
    private static final Pattern PLACE = Pattern.compile(
            "unfamiliar|travel|anonymi[sz]|anonymous ip|(new|unusual|infrequent|unknown) (country|location|ip)"
                    + "|(suspicious|risky) (login|sign-?in)");

    private final Remembered<String, TreeMap<LocalDate, Set<String>>> products = new Remembered<>(RULES_MAX);
    private final Remembered<String, TreeMap<LocalDate, Set<String>>> fired = new Remembered<>(RULES_MAX);

    /** The worth of an alert about these accounts; it is counted for those to come. */
    Weight of(DetectionFinding finding, List<AccountId> accounts) {
        LocalDate day = finding.occurredAt().atZone(ZoneOffset.UTC).toLocalDate();
        TreeMap<LocalDate, Set<String>> days = fired.computeIfAbsent(
                finding.product() + " " + finding.rule() + " " + finding.title(), k -> new TreeMap<>());
        days.headMap(day.minusDays(DAYS)).clear();
        Set<String> about = new HashSet<>();
        accounts.forEach(account -> about.add(account.value()));
        int ofProduct = othersOfProduct(finding.product(), day, about);
        long otherDays =
                days.values().stream().filter(on -> others(on, about) > 0).count();
        int othersNow = days.tailMap(day.minusDays(1)).values().stream()
                .mapToInt(on -> others(on, about))
                .max()
                .orElse(0);
        Set<String> today = days.computeIfAbsent(day, k -> new HashSet<>(2));
        about.stream().filter(a -> today.size() < OTHERS_MAX).forEach(today::add);
        return weight(finding, otherDays, othersNow, ofProduct);
    }

    /** How many others the product raised alerts about on a day lately; takes in that it raised one about these. */
    private int othersOfProduct(String product, LocalDate day, Set<String> about) {
        TreeMap<LocalDate, Set<String>> days = products.computeIfAbsent(product, k -> new TreeMap<>());
        days.headMap(day.minusDays(LATELY)).clear();
        int most =
                days.values().stream().mapToInt(on -> others(on, about)).max().orElse(0);
        Set<String> today = days.computeIfAbsent(day, k -> new HashSet<>(2));
        about.stream().filter(a -> today.size() < OTHERS_MAX).forEach(today::add);
        return most;
    }

    private static int others(Set<String> on, Set<String> about) {
        return (int) on.stream().filter(a -> !about.contains(a)).count();
    }

    private static Weight weight(DetectionFinding finding, long otherDays, int others, int ofProduct) {
        if (finding.opinion() == Opinion.DISMISSED) {
            return Weight.DISMISSED;
        }
        int level = level(finding.severity());
        if (finding.confidence() >= 0 && finding.confidence() < UNSURE) {
            level--;
        }
        if (SIGNATURES.contains(finding.product().toLowerCase(Locale.ROOT))) {
            level--;
        }
        if (finding.opinion() == Opinion.CONFIRMED) {
            return level >= 1 ? Weight.GRAVE : Weight.SERIOUS;
        }
        if (otherDays >= COMMON_DAYS || others >= COMMON_OTHERS) {
            return Weight.COMMON;
        }
        if (otherDays >= FREQUENT_DAYS || others >= FREQUENT_OTHERS) {
            level--;
        }
        if (ofProduct >= TALKATIVE_OTHERS) {
            level--;
        }
        if (level >= 2
                && PLACE.matcher((finding.rule() + " " + finding.title()).toLowerCase(Locale.ROOT))
                        .find()) {
            return Weight.PLACE;
        }
        return level >= 3 ? Weight.GRAVE : level == 2 ? Weight.SERIOUS : Weight.WEAK;
    }

    private static int level(Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGH -> 3;
            case MEDIUM, UNKNOWN -> 2;
            case LOW, INFORMATIONAL -> 1;
        };
    }
}
