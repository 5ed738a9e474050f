package dev.kith.simulate;

import dev.kith.simulate.m365.App;
import dev.kith.simulate.m365.Cmdlet;
import dev.kith.simulate.m365.DirectoryChange;
import dev.kith.simulate.m365.DirectoryChange.Changed;
import dev.kith.simulate.m365.Guid;
import dev.kith.simulate.m365.Place;
import dev.kith.simulate.m365.SignIn;
import dev.kith.simulate.m365.Stamp;
import dev.kith.simulate.m365.User;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** What the administrators do: accounts for those who join, none for those who left, groups, roles, mailboxes, rules. */
final class AdminWork implements Cloud.Daily {
    /** Chances on a working day for the whole house; the first for each hundred accounts (chosen by hand). */
    private static final double GROUP_CHANGES_PER_HUNDRED = 0.9;

    private static final double MAILBOX_PERMISSION = 0.08;
    private static final double ROLE = 0.03;
    private static final double TRANSPORT_RULE = 0.02;

    private final Cloud cloud;

    AdminWork(Cloud cloud) {
        this.cloud = cloud;
    }

    @Override
    public void plan(LocalDate day) {
        Dice dice = cloud.dice("admin", day);
        accounts(day, dice);
        Optional<CloudUser> admin = admin(cloud, day);
        if (admin.isEmpty() || !cloud.stage().calendar().working(admin.get().person(), day)) {
            return;
        }
        CloudUser who = admin.get();
        List<CloudUser> present = cloud.present(day);
        if (dice.chance(0.5)) {
            later(who, day, dice, (at, own) -> console(who, App.ADMIN_CENTRE, at, own));
        }
        for (int i = dice.around(present.size() * GROUP_CHANGES_PER_HUNDRED / 100); i > 0; i--) {
            CloudUser member = dice.pick(present);
            later(who, day, dice, (at, own) -> group(who, member, at, own));
        }
        if (dice.chance(MAILBOX_PERMISSION)) {
            CloudUser owner = dice.pick(present);
            CloudUser deputy = dice.pick(present);
            later(who, day, dice, (at, own) -> permission(who, owner, deputy, at, own));
        }
        List<CloudUser> helpers = cloud.department("IT", day);
        if (dice.chance(ROLE) && !helpers.isEmpty()) {
            later(who, day, dice, (at, own) -> role(who, dice.pick(helpers), at, own));
        }
        if (dice.chance(TRANSPORT_RULE)) {
            later(who, day, dice, (at, own) -> transportRule(who, at, own));
        }
    }

    private interface Task {
        void at(Instant at, Dice dice);
    }

    private void later(CloudUser who, LocalDate day, Dice dice, Task task) {
        Dice own = dice.child();
        cloud.stage().later(cloud.stage().calendar().moment(who.person(), day, own), (at, there) -> task.at(at, own));
    }

    /** The administrator on duty: the first of IT who is at work, else the first of IT. */
    static Optional<CloudUser> admin(Cloud cloud, LocalDate day) {
        List<CloudUser> team = cloud.department("IT", day);
        return team.stream()
                .filter(who -> cloud.stage().calendar().working(who.person(), day))
                .findFirst()
                .or(() -> team.stream().findFirst())
                .or(() -> cloud.present(day).stream().findFirst());
    }

    /** Accounts of those who begin and of those who have gone. */
    private void accounts(LocalDate day, Dice dice) {
        for (Person person : cloud.stage().organisation().staff()) {
            if (person.first().equals(day)) {
                Dice own = dice.child();
                Instant at = day.atTime(5, own.below(60)).atZone(person.zone()).toInstant();
                cloud.stage()
                        .later(
                                at,
                                (now, there) ->
                                        cloud.user(person.address()).ifPresent(joiner -> join(joiner, now, own)));
            }
            if (!person.last().equals(LocalDate.MAX)
                    && person.last()
                            .plusDays(1 + Guid.number(4, "off", person.address()))
                            .equals(day)) {
                Dice own = dice.child();
                Instant at = day.atTime(8, own.below(60)).atZone(person.zone()).toInstant();
                cloud.stage()
                        .later(
                                at,
                                (now, there) ->
                                        cloud.user(person.address()).ifPresent(leaver -> disable(leaver, now, own)));
            }
        }
    }

    private void join(CloudUser joiner, Instant at, Dice dice) {
        DirectoryChange change = console(cloud, at, dice);
        ofUser(change, "Add user.", joiner.user(), at, Changed.to("AccountEnabled", "[\r\n  true\r\n]"));
        ofUser(change, "Change user license.", joiner.user(), at.plusSeconds(40));
        ofMember(change, joiner.user(), "All Staff", at.plusSeconds(95));
        ofMember(change, joiner.user(), joiner.person().department(), at.plusSeconds(110));
        Stamp stamp = cloud.trail().stamp(at.plusSeconds(180));
        cloud.trail()
                .audit(
                        stamp,
                        Cmdlet.byExchange(cloud.tenant(), "Microsoft.Exchange.Management.ForwardSync")
                                .run(
                                        stamp,
                                        "New-Mailbox",
                                        joiner.person().given(),
                                        List.of("Name", joiner.person().name())));
    }

    private void disable(CloudUser leaver, Instant at, Dice dice) {
        ofUser(
                console(cloud, at, dice),
                "Disable account.",
                leaver.user(),
                at,
                new Changed("AccountEnabled", "[\r\n  false\r\n]", "[\r\n  true\r\n]"));
        handOver(leaver, at.plusSeconds(dice.between(120, 900)));
        if (leaver.person().pocket().isEmpty()) {
            return;
        }
        // The telephone goes on asking for mail for some days.
        LocalDate day = Whereabouts.day(leaver.person(), at);
        for (int i = dice.between(2, 9); i > 0; i--) {
            Instant again = at.plusSeconds(dice.between(3_600, 4 * 86_400));
            Place place = cloud.whereabouts().phone(leaver, again, dice);
            cloud.stage()
                    .later(
                            again,
                            (now, there) -> cloud.signIns()
                                    .failed(
                                            leaver.user(),
                                            leaver.belongings().phoneApp(),
                                            leaver.belongings().phone(day),
                                            place,
                                            SignIn.DISABLED,
                                            now));
        }
    }

    /** What still comes for somebody who has left goes to a colleague, who may look into the old mailbox, too. */
    private void handOver(CloudUser leaver, Instant at) {
        LocalDate day = at.atZone(ZoneOffset.UTC).toLocalDate();
        CloudUser admin = admin(cloud, day).orElseThrow();
        List<CloudUser> team = cloud.department(leaver.person().department(), day);
        String heir = team.isEmpty() ? admin.address() : team.get(0).address();
        Place place =
                Geography.at(admin.person().officeAddress(), admin.person().culture(), admin.city());
        Cmdlet cmdlet = new Cmdlet(
                cloud.tenant(), admin.user(), place.address(), App.EXCHANGE_SHELL, Guid.of("shell", admin, at));
        String mailbox = leaver.person().given() + "." + leaver.person().family();
        Stamp forwarded = cloud.trail().stamp(at);
        cloud.trail()
                .audit(
                        forwarded,
                        cmdlet.run(
                                forwarded,
                                "Set-Mailbox",
                                mailbox,
                                List.of(
                                        "Identity",
                                        leaver.address(),
                                        "ForwardingAddress",
                                        heir,
                                        "DeliverToMailboxAndForward",
                                        "True")));
        Stamp opened = cloud.trail().stamp(at.plusSeconds(25));
        cloud.trail()
                .audit(
                        opened,
                        cmdlet.run(
                                opened,
                                "Add-MailboxPermission",
                                mailbox,
                                List.of("Identity", leaver.address(), "User", heir, "AccessRights", "FullAccess")));
    }

    /** An administrator gives somebody a new password, and ends what is open. */
    static void resetPassword(Cloud cloud, CloudUser owner, Instant at, Dice dice) {
        DirectoryChange change = console(cloud, at, dice);
        Stamp stamp = cloud.trail().stamp(at);
        cloud.trail().audit(stamp, change.ofUser(stamp, "Reset user password.", owner.user()));
        Stamp second = cloud.trail().stamp(at.plusSeconds(1));
        cloud.trail()
                .audit(
                        second,
                        change.ofUser(
                                second,
                                "Update StsRefreshTokenValidFrom Timestamp.",
                                owner.user(),
                                Changed.to("StsRefreshTokensValidFrom", "[\r\n  \"" + at + "\"\r\n]")));
    }

    /** An administrator at the console, signed in. */
    private static DirectoryChange console(Cloud cloud, Instant at, Dice dice) {
        LocalDate day = at.atZone(ZoneOffset.UTC).toLocalDate();
        CloudUser admin = admin(cloud, day).orElseThrow();
        Place place = cloud.whereabouts().computer(admin, at, dice);
        cloud.signIns()
                .ensure(
                        admin,
                        App.ADMIN_CENTRE,
                        admin.belongings().browser(Whereabouts.day(admin.person(), at)),
                        place,
                        at,
                        dice);
        return new DirectoryChange(cloud.tenant(), admin.user(), dice.chance(0.5) ? "" : place.address());
    }

    private Place console(CloudUser who, App app, Instant at, Dice dice) {
        LocalDate day = Whereabouts.day(who.person(), at);
        Place place = cloud.whereabouts().computer(who, at, dice);
        boolean shell = app.equals(App.EXCHANGE_SHELL);
        cloud.signIns()
                .ensure(
                        who,
                        app,
                        shell
                                ? who.belongings().computer(day)
                                : who.belongings().browser(day),
                        place,
                        at,
                        dice);
        return place;
    }

    private void group(CloudUser admin, CloudUser member, Instant at, Dice dice) {
        Place place = console(admin, App.ADMIN_CENTRE, at, dice);
        String group = cloud.library().say("group", dice);
        String operation = dice.chance(0.75) ? "Add member to group." : "Remove member from group.";
        DirectoryChange change =
                new DirectoryChange(cloud.tenant(), admin.user(), dice.chance(0.4) ? "" : place.address());
        Stamp stamp = cloud.trail().stamp(at);
        cloud.trail().audit(stamp, change.ofMember(stamp, operation, "Group", member.user(), group(group)));
    }

    private static Changed[] group(String name) {
        return new Changed[] {
            Changed.to("Group.ObjectID", Guid.of("group", name)), Changed.to("Group.DisplayName", name)
        };
    }

    private void role(CloudUser admin, CloudUser helper, Instant at, Dice dice) {
        Place place = console(admin, App.AZURE_PORTAL, at, dice);
        String role =
                dice.pickOf("Helpdesk Administrator", "Teams Administrator", "Reports Reader", "User Administrator");
        boolean adds = dice.chance(0.7);
        Changed name = adds ? Changed.to("Role.DisplayName", role) : new Changed("Role.DisplayName", "", role);
        DirectoryChange change = new DirectoryChange(cloud.tenant(), admin.user(), place.address());
        Stamp stamp = cloud.trail().stamp(at);
        cloud.trail()
                .audit(
                        stamp,
                        change.ofMember(
                                stamp,
                                adds ? "Add member to role." : "Remove member from role.",
                                "Role",
                                helper.user(),
                                Changed.to("Role.ObjectID", Guid.of("role", role)),
                                name,
                                Changed.to("Role.TemplateId", Guid.of("template", role))));
    }

    private void permission(CloudUser admin, CloudUser owner, CloudUser deputy, Instant at, Dice dice) {
        Place place = console(admin, App.EXCHANGE_SHELL, at, dice);
        Cmdlet cmdlet = new Cmdlet(
                cloud.tenant(), admin.user(), place.address(), App.EXCHANGE_SHELL, Guid.of("shell", admin, at));
        boolean sends = dice.chance(0.3);
        Stamp stamp = cloud.trail().stamp(at);
        cloud.trail()
                .audit(
                        stamp,
                        cmdlet.run(
                                stamp,
                                sends ? "Add-RecipientPermission" : "Add-MailboxPermission",
                                owner.person().given() + "." + owner.person().family(),
                                List.of(
                                        "Identity",
                                        owner.address(),
                                        sends ? "Trustee" : "User",
                                        deputy.address(),
                                        "AccessRights",
                                        sends ? "SendAs" : "FullAccess")));
    }

    private void transportRule(CloudUser admin, Instant at, Dice dice) {
        Place place = console(admin, App.EXCHANGE_SHELL, at, dice);
        Cmdlet cmdlet = new Cmdlet(
                cloud.tenant(), admin.user(), place.address(), App.EXCHANGE_SHELL, Guid.of("shell", admin, at));
        String name = dice.pickOf("External sender banner", "Block executables", "Scanner relay", "Disclaimer");
        Stamp stamp = cloud.trail().stamp(at);
        cloud.trail()
                .audit(
                        stamp,
                        cmdlet.run(
                                stamp,
                                dice.chance(0.4) ? "New-TransportRule" : "Set-TransportRule",
                                name,
                                List.of(
                                        "Name",
                                        name,
                                        "FromScope",
                                        "NotInOrganization",
                                        "ApplyHtmlDisclaimerLocation",
                                        "Prepend",
                                        "Mode",
                                        "Enforce")));
    }

    private void ofUser(DirectoryChange change, String operation, User user, Instant at, Changed... changes) {
        Stamp stamp = cloud.trail().stamp(at);
        cloud.trail().audit(stamp, change.ofUser(stamp, operation, user, changes));
    }

    private void ofMember(DirectoryChange change, User user, String group, Instant at) {
        Stamp stamp = cloud.trail().stamp(at);
        cloud.trail().audit(stamp, change.ofMember(stamp, "Add member to group.", "Group", user, group(group)));
    }
}
