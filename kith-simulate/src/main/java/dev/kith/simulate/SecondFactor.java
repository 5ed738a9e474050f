package dev.kith.simulate;

import dev.kith.simulate.m365.App;
import dev.kith.simulate.m365.DirectoryChange;
import dev.kith.simulate.m365.DirectoryChange.Changed;
import dev.kith.simulate.m365.Guid;
import dev.kith.simulate.m365.Place;
import dev.kith.simulate.m365.Stamp;
import java.time.Instant;

/** Somebody sets up a second factor: an app on a telephone, or a number. */
final class SecondFactor {
    private SecondFactor() {}

    static void register(Cloud cloud, CloudUser who, Instant at, Dice dice) {
        Place place = cloud.whereabouts().computer(who, at, dice);
        cloud.signIns()
                .ensure(
                        who,
                        App.MY_SIGN_INS,
                        who.belongings().browser(Whereabouts.day(who.person(), at)),
                        place,
                        at,
                        dice);
        DirectoryChange change = new DirectoryChange(cloud.tenant(), who.user(), place.address());
        boolean app = dice.chance(0.8);
        Stamp stamp = cloud.trail().stamp(at);
        cloud.trail()
                .audit(
                        stamp,
                        change.ofUser(
                                stamp,
                                "User registered security info.",
                                who.user(),
                                Changed.to("Method", app ? "Authenticator App" : "Phone")));
        Stamp second = cloud.trail().stamp(at.plusSeconds(2));
        String property = app ? "StrongAuthenticationPhoneAppDetail" : "StrongAuthenticationUserDetails";
        cloud.trail()
                .audit(
                        second,
                        change.ofUser(
                                second,
                                "Update user.",
                                who.user(),
                                Changed.to(
                                        property,
                                        app
                                                ? "[{\"DeviceName\":\"iPhone\",\"Id\":\"" + Guid.of("factor", who, at)
                                                        + "\",\"AuthenticationType\":3}]"
                                                : "[{\"PhoneNumber\":\""
                                                        + who.person().phone() + "\"}]"),
                                Changed.to("Included Updated Properties", property)));
    }
}
