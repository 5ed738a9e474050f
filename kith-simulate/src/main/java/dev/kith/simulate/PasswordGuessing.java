package dev.kith.simulate;

import dev.kith.simulate.m365.App;
import dev.kith.simulate.m365.Device;
import dev.kith.simulate.m365.Place;
import dev.kith.simulate.m365.SignIn;
import dev.kith.simulate.m365.Stamp;
import dev.kith.simulate.m365.User;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** What goes on at every door to the internet: passwords are guessed, a few each day, and now and then one for everybody. */
final class PasswordGuessing implements Cloud.Daily {
    /** Guesses at single accounts on a day for each account, and the chance of a round through the whole house (chosen by hand). */
    private static final double SINGLES_PER_ACCOUNT = 0.12;

    private static final double ROUND = 0.06;

    /** Share of guesses at names that nobody here has. */
    private static final double UNKNOWN_NAME = 0.2;

    private final Cloud cloud;

    PasswordGuessing(Cloud cloud) {
        this.cloud = cloud;
    }

    @Override
    public void plan(LocalDate day) {
        Dice dice = cloud.dice("guessing", day);
        Instant midnight = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        List<CloudUser> present = cloud.present(day);
        for (int i = dice.around(present.size() * SINGLES_PER_ACCOUNT / 2); i > 0; i--) {
            Dice own = dice.child();
            User target = own.chance(UNKNOWN_NAME)
                    ? User.person(
                            own.pickOf("info", "admin", "scan", "test", "office", "sales", "invoice") + "@"
                                    + cloud.tenant().domain(),
                            "")
                    : own.pick(present).user();
            boolean known = !target.displayName().isEmpty();
            Place place = somewhere(own);
            Device machine = machine(own);
            App app = app(machine);
            int tries = own.pickOf(1, 1, 2, 3, 4);
            Instant first = midnight.plusSeconds(own.below(86_000));
            for (int k = 0; k < tries; k++) {
                int error = !known ? SignIn.NO_SUCH_USER : k == 3 ? SignIn.LOCKED : SignIn.WRONG_PASSWORD;
                cloud.stage()
                        .later(
                                first.plusSeconds(k * 130L),
                                (at, there) -> cloud.signIns().failed(target, app, machine, place, error, at));
            }
        }
        if (dice.chance(ROUND)) {
            round(midnight.plusSeconds(dice.below(70_000)), present, dice.child(), stamp -> {});
        }
    }

    /** Hears of each attempt of a round. */
    interface Attempt {
        void made(Stamp stamp);
    }

    /** One password is tried on everybody, within an hour or two; nobody has it. */
    void round(Instant from, List<CloudUser> everybody, Dice dice, Attempt heard) {
        List<Place> places = new ArrayList<>();
        Network network = dice.pickOf(Network.DIGITALOCEAN, Network.TENCENT, Network.MEDIA_LAND, Network.UCLOUD);
        for (int i = dice.between(1, 5); i > 0; i--) {
            places.add(Geography.at(network.address(dice), network));
        }
        Device machine = machine(dice);
        double gapSeconds = dice.between(1_800, 7_200) / (double) everybody.size();
        for (int i = 0; i < everybody.size(); i++) {
            CloudUser target = everybody.get(i);
            Place place = dice.pick(places);
            Instant when = from.plusMillis((long) (gapSeconds * 1_000 * (i + dice.unit() * 0.8)));
            cloud.stage()
                    .later(
                            when,
                            (at, there) -> heard.made(cloud.signIns()
                                    .failed(target.user(), app(machine), machine, place, SignIn.WRONG_PASSWORD, at)));
        }
    }

    private static App app(Device machine) {
        return machine.agent().startsWith("BAV2ROPC") ? App.ACTIVE_SYNC : App.AZURE_CLI;
    }

    private static Device machine(Dice dice) {
        return Device.unknown("", "", dice.pickOf("BAV2ROPC", "BAV2ROPC", "python-requests/2.32.3", "axios/1.7.9"));
    }

    private static Place somewhere(Dice dice) {
        Network network = dice.pickOf(
                Network.TENCENT,
                Network.UCLOUD,
                Network.MEDIA_LAND,
                Network.VNPT,
                Network.BSNL,
                Network.CLEAN_NET,
                Network.CHINA_UNICOM,
                Network.VIMPELCOM,
                Network.DIGITALOCEAN);
        return Geography.at(network.address(dice), network);
    }
}
