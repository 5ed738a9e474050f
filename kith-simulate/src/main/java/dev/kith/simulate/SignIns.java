package dev.kith.simulate;

import dev.kith.simulate.m365.App;
import dev.kith.simulate.m365.Device;
import dev.kith.simulate.m365.Guid;
import dev.kith.simulate.m365.Place;
import dev.kith.simulate.m365.SignIn;
import dev.kith.simulate.m365.Stamp;
import dev.kith.simulate.m365.User;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Lets people in. Whoever does something is signed in: the first use of a program asks for password and factor, later ones
 * renew the token in the background, when it is old or the address is another.
 */
final class SignIns {
    /** A token that is in use is renewed after about so long (chosen by hand; Microsoft renews hourly, but logs few of these). */
    private static final Duration TOKEN = Duration.ofHours(9);

    /** Programs ask for the password again after so long (Microsoft's default for refresh tokens is 90 days). */
    private static final Duration PROGRAM = Duration.ofDays(90);

    private static final String PHONE = "phone";

    /** Within so many days from the first, whoever was here before counts as logged on (chosen by hand). */
    private static final int KNOWN_DAYS = 10;

    private final AuditTrail trail;
    private final long seed;
    private final Instant known;

    SignIns(AuditTrail trail, Simulation.Settings settings) {
        this.trail = trail;
        this.seed = settings.seed();
        this.known = settings.begin()
                .plusDays(KNOWN_DAYS)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }

    /** Makes sure that the person is signed in to that program there; returns the session. */
    String ensure(CloudUser who, App app, Device device, Place place, Instant at, Dice dice) {
        String key = key(app, device);
        Optional<LogOn> held = Optional.ofNullable(who.logOns().get(key));
        if (held.isEmpty() && startsKnown(who, at)) {
            // Whoever was here before the first day has long been logged on.
            Instant proven = at.minus(
                    Duration.ofDays(dice.below(app.inBrowser() ? who.habits().browserDays() : 80)));
            held = Optional.of(new LogOn(session(who, key, proven), "", at.minus(TOKEN), proven));
        }
        Duration lasts = app.inBrowser() ? Duration.ofDays(who.habits().browserDays()) : PROGRAM;
        if (held.isEmpty() || held.get().proven().plus(lasts).isBefore(at)) {
            return interactive(who, app, device, place, at, dice);
        }
        LogOn logOn = held.get();
        boolean moved = !logOn.address().equals(place.address());
        boolean old = logOn.renewed().plus(TOKEN).isBefore(at);
        if (moved || old) {
            trail.signIn(
                    at.minusSeconds(dice.between(1, 20)),
                    new SignIn(
                            who.user(),
                            place,
                            app,
                            device,
                            0,
                            false,
                            who.habits().strong(),
                            logOn.session()));
            who.logOns().put(key, new LogOn(logOn.session(), place.address(), at, logOn.proven()));
        }
        return logOn.session();
    }

    /** A person signs in by hand: perhaps after a slip, perhaps by way of a second factor. */
    String interactive(CloudUser who, App app, Device device, Place place, Instant at, Dice dice) {
        String key = key(app, device);
        String session = session(who, key, at);
        if (dice.chance(who.habits().typing())) {
            int slips = dice.pickOf(1, 1, 1, 2, 3);
            for (int i = slips; i > 0; i--) {
                failed(who.user(), app, device, place, SignIn.WRONG_PASSWORD, at.minusSeconds(20 + i * 14L));
            }
        }
        boolean strong = who.habits().strong();
        if (strong && dice.chance(0.35)) {
            failed(who.user(), app, device, place, SignIn.SECOND_FACTOR, at.minusSeconds(dice.between(9, 19)));
        }
        trail.signIn(
                at.minusSeconds(dice.between(2, 8)),
                new SignIn(who.user(), place, app, device, 0, true, strong, session));
        who.logOns().put(key, new LogOn(session, place.address(), at, at));
        return session;
    }

    /** Somebody other than the owner signs in with the owner's password. */
    Stamp stranger(CloudUser who, App app, Device device, Place place, Instant at, boolean interactive) {
        return trail.signIn(
                at, new SignIn(who.user(), place, app, device, 0, interactive, false, session(who, "stranger", place)));
    }

    Stamp failed(User user, App app, Device device, Place place, int error, Instant at) {
        return trail.signIn(
                at,
                new SignIn(
                        user,
                        place,
                        app,
                        device,
                        error,
                        error != SignIn.WITHDRAWN,
                        error == SignIn.SECOND_FACTOR,
                        Guid.of(seed, "attempt", place.address(), at)));
    }

    /** The log-ons of the telephone are gone with it. */
    void phoneGone(CloudUser who) {
        who.logOns().keySet().removeIf(key -> key.endsWith(PHONE));
    }

    /** Every log-on ends: the password was changed or an administrator has withdrawn them. */
    void withdraw(CloudUser who) {
        who.logOns()
                .replaceAll((key, logOn) -> new LogOn(logOn.session(), logOn.address(), Instant.EPOCH, Instant.EPOCH));
    }

    private static String key(App app, Device device) {
        return app.id() + device.name() + (device.browser().contains("Mobile") ? PHONE : "");
    }

    private String session(CloudUser who, String key, Object since) {
        return Guid.of(seed, "session", who.address(), key, since);
    }

    private boolean startsKnown(CloudUser who, Instant at) {
        return who.person().first().equals(LocalDate.MIN) && at.isBefore(known);
    }
}
