package dev.kith.connect.language;

import java.util.Locale;
import java.util.Random;

/** Invented names, numbers, dates and addresses for the slots of a {@link Grammar}. */
final class Fillers {
    private static final String[] SYLLABLES = {
        "ba", "ler", "mon", "ti", "ka", "ro", "ven", "sol", "dra", "mi", "pel", "tor", "ha", "gen", "lu", "wex", "ni",
        "sta", "qua", "bor", "fe", "ran", "zel", "po", "ju", "cor", "den", "vi", "hol", "mer", "sa", "tan", "bri", "ox"
    };
    private static final String[] BRANDS = {
        "Microsoft",
        "Office 365",
        "Microsoft 365",
        "Outlook",
        "Amazon",
        "PayPal",
        "Netflix",
        "DHL",
        "DocuSign",
        "Dropbox",
        "SharePoint",
        "OneDrive",
        "Adobe",
        "Apple",
        "Google",
        "WeTransfer",
        "UPS",
        "FedEx",
        "Norton",
        "McAfee",
        "MetaMask",
        "Binance",
        "Coinbase",
        "LinkedIn",
        "Facebook",
        "Instagram",
        "Spotify",
        "GitHub",
        "Zoom",
        "Teams"
    };
    private static final String[] FORMS = {
        "Ltd", "GmbH", "Inc", "SA", "AG", "BV", "Logistics", "Group", "Partners", "Consulting", "S.r.l.", "Lda"
    };
    private static final String[] KINDS = {"pdf", "docx", "xlsx", "zip", "pptx", "html", "pdf", "pdf"};

    private Fillers() {}

    static String fill(String slot, String language, Random random) {
        return switch (slot) {
            case "number" -> Integer.toString(1 + random.nextInt(random.nextBoolean() ? 9 : 99));
            case "ref" -> reference(random);
            case "money" -> money(language, random);
            case "date" -> date(language, random);
            case "time" -> random.nextInt(24) + ":" + (10 + random.nextInt(50));
            case "percent" -> (1 + random.nextInt(99)) + "%";
            case "url" -> "https://" + word(random) + ".example/" + word(random);
            case "mail" -> word(random) + "@" + word(random) + ".example";
            case "phone" -> phone(random);
            case "file" -> word(random) + "_" + random.nextInt(100) + "." + pick(KINDS, random);
            case "code" -> word(random) + "_" + word(random) + "()";
            case "brand" -> random.nextInt(3) == 0 ? capital(word(random)) : pick(BRANDS, random);
            case "name" -> capital(word(random)) + (random.nextInt(3) == 0 ? "" : " " + capital(word(random)));
            case "company" -> capital(word(random)) + (random.nextInt(3) == 0 ? "" : " " + pick(FORMS, random));
            case "thing" -> word(random);
            default -> throw new IllegalArgumentException("no such slot: " + slot);
        };
    }

    private static String phone(Random random) {
        return "+" + (1 + random.nextInt(98)) + "-" + (100 + random.nextInt(900)) + "-"
                + (1000000 + random.nextInt(9000000));
    }

    private static String reference(Random random) {
        int number = 1000 + random.nextInt(900000);
        return switch (random.nextInt(4)) {
            case 0 -> "#" + number;
            case 1 -> capital(pick(SYLLABLES, random)) + "-" + number;
            case 2 -> "2024-" + number;
            default -> Integer.toString(number);
        };
    }

    private static String money(String language, Random random) {
        int amount = random.nextInt(4) == 0 ? 1000 + random.nextInt(900000) : 1 + random.nextInt(999);
        boolean comma = !"en".equals(language);
        String digits = amount < 1000
                ? Integer.toString(amount)
                : amount / 1000 + (comma ? "." : ",") + String.format(Locale.ROOT, "%03d", amount % 1000);
        digits += random.nextBoolean() ? (comma ? ",50" : ".99") : "";
        return switch (random.nextInt(4)) {
            case 0 -> "USD " + digits;
            case 1 -> digits + " EUR";
            case 2 -> digits + "\u20ac";
            default -> comma ? digits + " \u20ac" : "$" + digits;
        };
    }

    private static String date(String language, Random random) {
        int day = 1 + random.nextInt(28);
        int month = 1 + random.nextInt(12);
        if ("de".equals(language)) {
            return day + "." + month + ".2024";
        }
        return random.nextBoolean() ? day + "/" + month + "/2024" : "2024-" + month + "-" + day;
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        int length = 2 + random.nextInt(2);
        for (int i = 0; i < length; i++) {
            word.append(pick(SYLLABLES, random));
        }
        return word.toString();
    }

    private static String pick(String[] options, Random random) {
        return options[random.nextInt(options.length)];
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
