package dev.kith.simulate;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The particulars that a text speaks of: goods, lanes, numbers, dates. Variables for the grammar, by name. */
final class Scene {
    private final Map<String, String> variables = new HashMap<>();

    private Scene() {}

    static Scene empty() {
        return new Scene();
    }

    static Scene of(Company ours, Company theirs, LocalDate day, Dice dice) {
        Scene scene = new Scene();
        DateTimeFormatter form = form(theirs, dice);
        Culture far = dice.pickOf(Culture.values());
        String from = theirs.city();
        String to = far.city(dice);
        boolean outward = dice.chance(0.5);
        scene.set("company", theirs.shortName());
        scene.set("companyfull", theirs.name());
        scene.set("our", ours.shortName());
        scene.set("ourfull", ours.name());
        scene.set("origin", outward ? from : to);
        scene.set("destination", outward ? to : from);
        scene.set("lane", scene.get("origin") + dice.pickOf(" - ", " / ", "-") + scene.get("destination"));
        scene.set(
                "ref", dice.pickOf("SH", "BK", "HBL", "JOB", "TO", "PO") + dice.pickOf("-", "", " ") + dice.digits(6));
        scene.set("container", dice.pickOf("MSKU", "TGHU", "HLXU", "CAIU", "TEMU") + dice.digits(7));
        scene.set("invoice", dice.pickOf("INV-", "RE", "F", "2026-", "SI") + dice.digits(5));
        scene.set("amount", amount(dice));
        scene.set("pallets", String.valueOf(dice.between(2, 33)));
        scene.set("weight", dice.between(1, 24) + "," + dice.digits(3) + " kg");
        scene.set(
                "week",
                String.valueOf(
                        day.plusDays(dice.between(0, 14)).get(java.time.temporal.IsoFields.WEEK_OF_WEEK_BASED_YEAR)));
        scene.set("day", form.format(day.plusDays(dice.between(1, 6))));
        scene.set("day2", form.format(day.plusDays(dice.between(7, 15))));
        scene.set("past", form.format(day.minusDays(dice.between(2, 40))));
        scene.set("hour", dice.between(7, 17) + ":" + dice.pickOf("00", "15", "30"));
        scene.set("hours", String.valueOf(dice.between(2, 36)));
        scene.set("number", String.valueOf(dice.between(2, 48)));
        scene.set("percent", dice.between(1, 14) + dice.pickOf("", ".5") + " %");
        scene.set("year", String.valueOf(day.getYear()));
        scene.set("nextyear", String.valueOf(day.getYear() + 1));
        scene.set("monthnumber", String.format(Locale.ROOT, "%02d/%d", day.getMonthValue(), day.getYear()));
        scene.set("ticket", String.valueOf(dice.between(10_000, 99_999)));
        scene.set("hs", dice.digits(4) + " " + dice.digits(2) + " " + dice.digits(2));
        return scene;
    }

    /** How dates are written: in words of the language, or in figures. */
    private static DateTimeFormatter form(Company theirs, Dice dice) {
        String language = theirs.ours() ? "en" : theirs.culture().language();
        if (dice.chance(0.35)) {
            return DateTimeFormatter.ofPattern(dice.pickOf("dd/MM", "dd/MM/yyyy", "yyyy-MM-dd"), Locale.ROOT);
        }
        String pattern = switch (language) {
            case "de" -> "d. MMMM";
            case "es", "pt" -> "d 'de' MMMM";
            default -> "d MMMM";
        };
        return DateTimeFormatter.ofPattern(pattern, new Locale(language));
    }

    private static String amount(Dice dice) {
        int whole = (int) Math.max(80, dice.logNormal(2400, 1.1));
        String cents = dice.digits(2);
        return switch (dice.below(3)) {
            case 0 -> String.format(Locale.ROOT, "%,d.%s EUR", whole, cents);
            case 1 -> "EUR " + String.format(Locale.ROOT, "%,d", whole).replace(',', '.') + "," + cents;
            default -> "€" + String.format(Locale.ROOT, "%,d.%s", whole, cents);
        };
    }

    void set(String name, String value) {
        variables.put(name, value);
    }

    String get(String name) {
        return variables.getOrDefault(name, "");
    }

    Map<String, String> variables() {
        return variables;
    }

    /** The same rows as comma-separated text. */
    String csv(Dice dice) {
        StringBuilder text = new StringBuilder();
        rows(dice).forEach(row -> text.append(String.join(",", row)).append("\r\n"));
        return text.toString();
    }

    /** Rows as a workbook about this scene would have them. */
    List<List<String>> rows(Dice dice) {
        List<List<String>> rows = new java.util.ArrayList<>();
        rows.add(List.of("Reference", "Lane", "Week", "Pallets", "EUR"));
        int count = dice.between(4, 18);
        for (int i = 0; i < count; i++) {
            rows.add(List.of(
                    "R" + dice.digits(6),
                    get("lane"),
                    String.valueOf(dice.between(1, 52)),
                    String.valueOf(dice.between(1, 33)),
                    dice.between(90, 4000) + "." + dice.digits(2)));
        }
        return rows;
    }
}
