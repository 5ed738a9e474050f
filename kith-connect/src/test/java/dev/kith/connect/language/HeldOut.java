package dev.kith.connect.language;

import dev.kith.event.Intent;
import dev.kith.event.MailText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** A mail that no grammar was made from, with what it must show, as the shipped model reads it. */
record HeldOut(String language, Set<Intent> intents, String subject, MailText read) {
    private static final double SAID = 0.5;

    boolean ordinary() {
        return intents.isEmpty();
    }

    /** Whether the model says so: probability one half or more. */
    boolean says(Intent intent) {
        return read.intent(intent) >= SAID;
    }

    /** The mails of the resource beside this class: language, intents or a dash, subject, text, with tabs between. */
    static List<HeldOut> mails(LanguageAnalyser analyser, String resource) throws IOException {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(HeldOut.class.getResourceAsStream(resource), resource),
                StandardCharsets.UTF_8))) {
            return in.lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(line -> of(analyser, line.split("\t", -1)))
                    .toList();
        }
    }

    private static HeldOut of(LanguageAnalyser analyser, String[] cells) {
        Set<Intent> intents = "-".equals(cells[1])
                ? Set.of()
                : Set.copyOf(Arrays.stream(cells[1].split(",", -1))
                        .map(Intent::valueOf)
                        .toList());
        return new HeldOut(cells[0], intents, cells[2], analyser.analyse(cells[2], cells[3], "", Set.of()));
    }

    /** How many of the lures show the intent meant, in percent by language. */
    static Map<String, Integer> recall(List<HeldOut> mails, Predicate<Intent> which) {
        Map<String, int[]> counts = new TreeMap<>();
        for (HeldOut mail : mails) {
            for (Intent intent : mail.intents()) {
                if (which.test(intent)) {
                    int[] cell = counts.computeIfAbsent(mail.language(), key -> new int[2]);
                    cell[0] += mail.says(intent) ? 1 : 0;
                    cell[1]++;
                }
            }
        }
        Map<String, Integer> percent = new TreeMap<>();
        counts.forEach((language, cell) -> percent.put(language, 100 * cell[0] / cell[1]));
        return percent;
    }

    /** What the model says of ordinary mail, each a false alarm: language, intent, subject. */
    static List<String> alarms(List<HeldOut> mails) {
        List<String> alarms = new ArrayList<>();
        for (HeldOut mail : mails) {
            if (mail.ordinary()) {
                Arrays.stream(Intent.values())
                        .filter(mail::says)
                        .forEach(intent -> alarms.add(mail.language() + " " + intent + ": " + mail.subject()));
            }
        }
        return alarms;
    }
}
