package dev.kith.simulate;

import dev.kith.simulate.m365.FileRecord.Item;
import dev.kith.simulate.m365.Tenant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The files of the organisation: a team site for each department, and everybody's own. A file follows from its place and
 * number, so that nothing has to be kept to find it again.
 */
final class Library {
    /** Files of a team for each person of ours, and own files of a person (chosen by hand). */
    private static final int TEAM_FILES = 260;

    private static final int OWN_FILES = 70;
    private static final Grammar WORDS = Grammar.read("files.txt", Optional.empty());
    private static final List<String> MONTHS = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November");

    private final Tenant tenant;
    private final long seed;
    private final List<Partner> partners;

    Library(Tenant tenant, long seed, List<Partner> partners) {
        this.tenant = tenant;
        this.seed = seed;
        this.partners = partners;
    }

    /** One of the ways to say something of {@code files.txt}. */
    String say(String rule, Dice dice) {
        return WORDS.say(rule, dice, variables(dice));
    }

    private Map<String, String> variables(Dice dice) {
        return Map.of(
                "partner",
                dice.pick(partners).company().shortName(),
                "month",
                dice.pick(MONTHS) + " " + dice.between(2024, 2026),
                "number",
                dice.digits(6),
                "week",
                String.valueOf(dice.between(1, 52)));
    }

    String site(CloudUser of) {
        return tenant.site(of.person().department());
    }

    String ownSite(CloudUser of) {
        return tenant.oneDrive(of.address());
    }

    /** A file of a person's team; everybody has favourites among them. */
    Item teamFile(CloudUser of, Dice dice) {
        boolean favourite = dice.chance(0.6);
        int index = favourite
                ? Dice.of(seed, "favourite", of.address(), dice.below(12)).below(TEAM_FILES)
                : dice.below(TEAM_FILES);
        return teamFile(of, index);
    }

    Item teamFile(CloudUser of, int index) {
        return item(site(of), "Shared Documents", key(of.person().department()), index);
    }

    /** A file of a person's own, the few newest most of all. */
    Item ownFile(CloudUser of, Dice dice) {
        int index = dice.chance(0.6) ? dice.below(8) : dice.below(OWN_FILES);
        return item(ownSite(of), "Documents", "own", index);
    }

    private Item item(String site, String root, String key, int index) {
        Dice dice = Dice.of(seed, "file", site, index);
        String folder = WORDS.say("folder." + key, dice, variables(dice));
        String name = WORDS.say("file." + key, dice, variables(dice)).replace('/', '-');
        return new Item(site, folder.startsWith(root) ? folder : root + "/" + folder, name, (long)
                Math.min(80_000_000, dice.logNormal(90_000, 1.3)));
    }

    /** The list of passwords that every house has somewhere, and should not. */
    Item passwords(CloudUser of) {
        Dice dice = Dice.of(seed, "passwords", of.address());
        return new Item(
                ownSite(of),
                "Documents",
                dice.pickOf("Passwords.xlsx", "Access data.xlsx", "Logins and passwords.docx", "PW list 2026.xlsx"),
                21_400 + dice.below(40_000));
    }

    /** Transactions of the company's cards. */
    Item cards() {
        Dice dice = Dice.of(seed, "cards");
        return new Item(
                tenant.site("Finance"),
                "Shared Documents/Cards",
                dice.pickOf("Card transactions Q1 2026.xlsx", "Credit card statements 2026.xlsx", "Card payments.csv"),
                310_000 + dice.below(400_000));
    }

    private static String key(String department) {
        return department.toLowerCase(Locale.ROOT).replace(' ', '-');
    }
}
