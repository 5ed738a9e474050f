package dev.kith.simulate;

import dev.kith.simulate.m365.App;
import dev.kith.simulate.m365.Device;
import dev.kith.simulate.m365.DirectoryChange;
import dev.kith.simulate.m365.DirectoryChange.Changed;
import dev.kith.simulate.m365.Guid;
import dev.kith.simulate.m365.Place;
import dev.kith.simulate.m365.Stamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Somebody lets a program of others into the account. */
final class Consent {
    private Consent() {}

    /** Writes the consent down; the records of it. */
    static List<Stamp> give(Cloud cloud, CloudUser who, App app, String scope, Instant at, Dice dice) {
        Place place = cloud.whereabouts().computer(who, at, dice);
        Device browser = who.belongings().browser(Whereabouts.day(who.person(), at));
        cloud.signIns().interactive(who, app, browser, place, at, dice);
        DirectoryChange change = new DirectoryChange(cloud.tenant(), who.user(), place.address());
        String principal = Guid.of("service principal", app.id());
        List<Stamp> stamps = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            stamps.add(cloud.trail().stamp(at.plusSeconds(i)));
        }
        cloud.trail()
                .audit(
                        stamps.get(0),
                        change.ofApplication(
                                stamps.get(0),
                                "Add delegated permission grant.",
                                app,
                                Changed.to("DelegatedPermissionGrant.Scope", " " + scope),
                                Changed.to("DelegatedPermissionGrant.ConsentType", "Principal"),
                                Changed.to("ServicePrincipal.ObjectID", principal)));
        cloud.trail()
                .audit(
                        stamps.get(1),
                        change.ofMember(
                                stamps.get(1),
                                "Add app role assignment grant to user.",
                                "UserManagement",
                                who.user(),
                                Changed.to("AppRole.Id", "00000000-0000-0000-0000-000000000000"),
                                Changed.to("ServicePrincipal.DisplayName", app.name())));
        cloud.trail()
                .audit(
                        stamps.get(2),
                        change.ofApplication(
                                stamps.get(2),
                                "Consent to application.",
                                app,
                                Changed.to("ConsentContext.IsAdminConsent", "False"),
                                Changed.to("ConsentContext.IsAppOnly", "False"),
                                Changed.to("ConsentContext.OnBehalfOfAll", "False"),
                                Changed.to(
                                        "ConsentAction.Permissions",
                                        "[] => [[Id: " + Guid.hex(32, "grant", who, app.id()) + ", ClientId: "
                                                + principal
                                                + ", PrincipalId: " + who.user().objectId() + ", ResourceId: "
                                                + app.resourceId() + ", ConsentType: Principal, Scope:  " + scope
                                                + "]]; ")));
        return stamps;
    }
}
