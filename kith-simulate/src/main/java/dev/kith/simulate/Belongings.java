package dev.kith.simulate;

import dev.kith.simulate.m365.App;
import dev.kith.simulate.m365.Device;
import dev.kith.simulate.m365.Guid;
import dev.kith.simulate.m365.MailProgram;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/**
 * The machines somebody has: a computer and perhaps a telephone, and what they call themselves. Browsers and telephones get
 * new versions every few weeks, on each machine some days after they come out; machines are replaced now and then.
 *
 * @param browser what the person likes to browse with
 * @param android what the telephone is, where it is no iPhone
 * @param lagDays days from a version's coming out until it is on this machine
 * @param newComputer the day of another computer; never, for most
 * @param newPhone the day of another telephone
 */
record Belongings(
        Person person,
        Browser browser,
        boolean mac,
        boolean android,
        int lagDays,
        Optional<LocalDate> newComputer,
        Optional<LocalDate> newPhone) {
    /** The day on which Chromium 145 came out, near enough; a version lasts four weeks. */
    private static final LocalDate CHROMIUM_145 = LocalDate.of(2026, 2, 10);

    enum Browser {
        EDGE,
        CHROME,
        FIREFOX,
        SAFARI
    }

    static Belongings of(Person person, Simulation.Settings settings, Dice dice) {
        boolean mac = dice.chance(0.08);
        double taste = dice.unit();
        Browser browser = mac && taste < 0.5
                ? Browser.SAFARI
                : taste < 0.6 ? Browser.EDGE : taste < 0.92 ? Browser.CHROME : Browser.FIREFOX;
        return new Belongings(
                person,
                browser,
                mac,
                !person.pocket().equals(Optional.of(ClientProgram.IPHONE)) && dice.chance(0.55),
                dice.between(1, 12),
                replaced(settings, dice, 0.08),
                person.pocket().isPresent() ? replaced(settings, dice, 0.12) : Optional.empty());
    }

    /** Chance of a replacement within a quarter (chosen by hand). */
    private static Optional<LocalDate> replaced(Simulation.Settings settings, Dice dice, double chance) {
        int day = dice.between(3, Math.max(4, settings.days() - 2));
        return dice.chance(chance * settings.days() / 90)
                ? Optional.of(settings.begin().plusDays(day))
                : Optional.empty();
    }

    /** The computer, as programs on it sign in. */
    Device computer(LocalDate day) {
        return new Device(
                Guid.of("device", computerName(day)),
                computerName(day),
                system(),
                "",
                mac ? "com.microsoft.CompanyPortalMac/5.2603.0" : "Windows-AzureAD-Authentication-Provider/1.0");
    }

    /** The computer, as its browser signs in. */
    Device browser(LocalDate day) {
        return new Device(
                Guid.of("device", computerName(day)), computerName(day), system(), browserName(day), browserAgent(day));
    }

    /** The computer, as the program that keeps files in step. */
    Device fileSync(LocalDate day) {
        String agent = mac
                ? "Microsoft SkyDriveSync 26.04" + week(day) + ".0301.0003 ship; Mac OS X 15.3"
                : "Microsoft SkyDriveSync 26.04" + week(day) + ".0301.0003 ship; Windows NT 10.0 (26100)";
        return new Device(Guid.of("device", computerName(day)), computerName(day), system(), "", agent);
    }

    /** The computer, as Word or Excel. */
    Device office(LocalDate day, String file) {
        String program = file.endsWith(".xlsx") ? "Excel" : file.endsWith(".pptx") ? "PowerPoint" : "Word";
        String agent = "Microsoft Office " + program + "/16.0." + build(day) + " ("
                + (mac ? "Macintosh/15.3" : "Windows/10.0") + "; Desktop x64; en-GB; Desktop app)";
        return new Device(Guid.of("device", computerName(day)), computerName(day), system(), "", agent);
    }

    /** The telephone, as programs on it sign in. */
    Device phone(LocalDate day) {
        return Device.unknown(phoneSystem(day), android ? "Chrome Mobile" : "Mobile Safari", phoneAgent(day));
    }

    /** The program on the telephone that mail is read with. */
    MailProgram phoneMail(LocalDate day) {
        return person.pocket().equals(Optional.of(ClientProgram.IPHONE))
                ? MailProgram.activeSync(
                        "Apple-iPhone" + model(day) + "C" + (1 + lagDays % 5) + "/2304." + (30 + week(day)))
                : MailProgram.mobile(!android);
    }

    App phoneApp() {
        return person.pocket().equals(Optional.of(ClientProgram.IPHONE)) ? App.APPLE_MAIL : App.OUTLOOK_MOBILE;
    }

    MailProgram desktopMail(LocalDate day) {
        return MailProgram.desktop(build(day));
    }

    MailProgram webMail(LocalDate day) {
        return MailProgram.web(browserAgent(day));
    }

    String computerName(LocalDate day) {
        int generation = newComputer.filter(from -> !day.isBefore(from)).isPresent() ? 2 : 1;
        return (mac ? "MAC-" : "LT-")
                + Guid.hex(6, "computer", person.address(), generation).toUpperCase(Locale.ROOT);
    }

    private String system() {
        return mac ? "MacOs" : "Windows";
    }

    private int chromium(LocalDate day) {
        return 145 + (int) Math.floorDiv(ChronoUnit.DAYS.between(CHROMIUM_145, day.minusDays(lagDays)), 28L);
    }

    private int week(LocalDate day) {
        return (int) Math.floorMod(Math.floorDiv(day.minusDays(lagDays).toEpochDay(), 21L), 10L);
    }

    private int build(LocalDate day) {
        return 19_600 + (int) Math.floorDiv(ChronoUnit.DAYS.between(CHROMIUM_145, day.minusDays(lagDays)), 30L) * 124;
    }

    private String browserName(LocalDate day) {
        return switch (browser) {
            case EDGE -> "Edge " + chromium(day) + ".0.0";
            case CHROME -> "Chrome " + chromium(day) + ".0.0";
            case FIREFOX -> "Firefox " + (chromium(day) + 3) + ".0";
            case SAFARI -> "Safari 19.3";
        };
    }

    String browserAgent(LocalDate day) {
        String machine = mac ? "Macintosh; Intel Mac OS X 10_15_7" : "Windows NT 10.0; Win64; x64";
        int version = chromium(day);
        String chrome = "Mozilla/5.0 (" + machine + ") AppleWebKit/537.36 (KHTML, like Gecko) Chrome/" + version
                + ".0.0.0 Safari/537.36";
        return switch (browser) {
            case EDGE -> chrome + " Edg/" + version + ".0.0.0";
            case CHROME -> chrome;
            case FIREFOX ->
                "Mozilla/5.0 (" + machine.replace("10_15_7", "10.15") + "; rv:" + (version + 3)
                        + ".0) Gecko/20100101 Firefox/" + (version + 3) + ".0";
            case SAFARI ->
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.3"
                        + " Safari/605.1.15";
        };
    }

    private int model(LocalDate day) {
        return newPhone.filter(from -> !day.isBefore(from)).isPresent() ? 18 : 14 + lagDays % 3;
    }

    private String phoneSystem(LocalDate day) {
        if (android) {
            return "Android " + (15 + lagDays % 2);
        }
        return "Ios 26."
                + (3 + (int) Math.floorDiv(ChronoUnit.DAYS.between(CHROMIUM_145, day.minusDays(lagDays)), 45L));
    }

    private String phoneAgent(LocalDate day) {
        if (android) {
            return "Mozilla/5.0 (Linux; " + phoneSystem(day) + "; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/"
                    + chromium(day) + ".0.0.0 Mobile Safari/537.36";
        }
        return "Mozilla/5.0 (iPhone; CPU iPhone OS "
                + phoneSystem(day).substring(4).replace('.', '_')
                + " like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148";
    }
}
