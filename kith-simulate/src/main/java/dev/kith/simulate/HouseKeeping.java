package dev.kith.simulate;

import dev.kith.simulate.m365.App;
import dev.kith.simulate.m365.Cmdlet;
import dev.kith.simulate.m365.Device;
import dev.kith.simulate.m365.DirectoryChange;
import dev.kith.simulate.m365.DirectoryChange.Changed;
import dev.kith.simulate.m365.FileRecord;
import dev.kith.simulate.m365.Guid;
import dev.kith.simulate.m365.Place;
import dev.kith.simulate.m365.SignIn;
import dev.kith.simulate.m365.Stamp;
import dev.kith.simulate.m365.User;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * What the cloud does by itself, and what machines do in it: Exchange keeps house under the name of the system, the most of
 * all records; the directory is kept in step with the one in the cellar; a backup fetches files by night.
 */
final class HouseKeeping implements Cloud.Daily {
    /** Records of Exchange about each mailbox on a day, and about the tenant in one round (chosen by hand). */
    private static final double PER_MAILBOX = 9.5;

    private static final int TENANT_ROUND = 14;

    /** Hours between two looks of the directory's synchronisation, as logged (it looks every half hour). */
    private static final int SYNC_HOURS = 4;

    /** Files that the backup fetches in a night for each account of the house. */
    private static final double BACKUP_PER_ACCOUNT = 0.3;

    /** Files that SharePoint itself looks into on a day, as logged. */
    private static final double CRAWLED_PER_ACCOUNT = 0.15;

    private static final List<String> MAILBOX_COMMANDS =
            List.of("Set-Mailbox", "Set-Mailbox", "Set-User", "Set-MailboxPlan", "Set-CASMailbox", "Set-MailUser");
    private static final List<String> TENANT_COMMANDS = List.of(
            "Set-TransportConfig",
            "Set-TenantObjectVersion",
            "Install-DefaultSharingPolicy",
            "Install-AdminAuditLogConfig",
            "Set-RecipientEnforcementProvisioningPolicy",
            "Set-OwaMailboxPolicy",
            "Enable-AddressListPaging",
            "New-ExchangeAssistanceConfig",
            "Install-DataClassificationConfig",
            "Set-AdminAuditLogConfig");
    private static final List<String> PROCESSES = List.of(
            "Microsoft.Exchange.Management.ForwardSync",
            "Microsoft.Exchange.ServiceHost",
            "Microsoft.Exchange.AdminApi.NetCore",
            "w3wp");

    private final Cloud cloud;
    private final Place cellar;
    private final Place backupHost;

    HouseKeeping(Cloud cloud) {
        this.cloud = cloud;
        Company company = cloud.stage().organisation().company();
        Dice dice = cloud.dice("machines");
        this.cellar =
                Geography.at(cloud.stage().organisation().head().officeAddress(), company.culture(), company.city());
        this.backupHost = Geography.at(Network.AMAZON_FRANKFURT.address(dice), Network.AMAZON_FRANKFURT);
    }

    @Override
    public void plan(LocalDate day) {
        Dice dice = cloud.dice("house keeping", day);
        Instant midnight = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        for (CloudUser who : cloud.present(day)) {
            for (int i = dice.around(PER_MAILBOX * (0.4 + dice.unit() * 1.2)); i > 0; i--) {
                Dice own = dice.child();
                cloud.stage().later(midnight.plusSeconds(own.below(86_400)), (at, there) -> mailbox(who, at, own));
            }
            if (dice.chance(0.12)) {
                Dice own = dice.child();
                cloud.stage().later(midnight.plusSeconds(own.below(86_400)), (at, there) -> substrate(who, at));
            }
        }
        if (dice.chance(0.35)) {
            Dice own = dice.child();
            cloud.stage().later(midnight.plusSeconds(own.below(80_000)), (at, there) -> tenant(at, own));
        }
        for (int hour = 0; hour < 24; hour += SYNC_HOURS) {
            Dice own = dice.child();
            cloud.stage()
                    .later(midnight.plusSeconds(hour * 3_600L + 1_140 + own.below(90)), (at, there) -> sync(at, own));
        }
        for (int i = dice.around(cloud.present(day).size() * CRAWLED_PER_ACCOUNT); i > 0; i--) {
            Dice own = dice.child();
            cloud.stage().later(midnight.plusSeconds(own.below(86_400)), (at, there) -> crawl(at, own));
        }
        Dice own = dice.child();
        cloud.stage().later(midnight.plusSeconds(3_600 + own.below(600)), (at, there) -> backup(at, own));
    }

    /** SharePoint looks into a file by itself. */
    private void crawl(Instant at, Dice dice) {
        CloudUser owner = dice.pick(cloud.present(at.atZone(ZoneOffset.UTC).toLocalDate()));
        FileRecord record = new FileRecord(
                cloud.tenant(),
                User.sharePoint(),
                Network.MICROSOFT_DUBLIN.address(dice),
                App.SHAREPOINT_ONLINE,
                Device.unknown("", "", dice.chance(0.5) ? "" : "OneDriveMpc-Transform_Thumbnail/1.0"));
        Stamp stamp = cloud.trail().stamp(at);
        cloud.trail()
                .audit(stamp, record.file(stamp, "FileAccessed", cloud.library().teamFile(owner, dice)));
    }

    private void mailbox(CloudUser who, Instant at, Dice dice) {
        String name = who.person().given() + "." + who.person().family();
        run(
                dice.pick(PROCESSES),
                dice.pick(MAILBOX_COMMANDS),
                name,
                at,
                List.of("Identity", who.user().objectId(), "ErrorAction", "Stop", "WarningAction", "SilentlyContinue"));
    }

    private void tenant(Instant at, Dice dice) {
        for (int i = 0; i < TENANT_ROUND; i++) {
            run(
                    "Microsoft.Exchange.ServiceHost",
                    dice.pick(TENANT_COMMANDS),
                    "",
                    at.plusMillis(i * 1_700L),
                    List.of("Identity", cloud.tenant().onMicrosoft()));
        }
    }

    private void run(String process, String command, String object, Instant at, List<String> parameters) {
        Stamp stamp = cloud.trail().stamp(at);
        cloud.trail().audit(stamp, Cmdlet.byExchange(cloud.tenant(), process).run(stamp, command, object, parameters));
    }

    /** Exchange tells the directory something about an account. */
    private void substrate(CloudUser who, Instant at) {
        Stamp stamp = cloud.trail().stamp(at);
        cloud.trail()
                .audit(
                        stamp,
                        new DirectoryChange(cloud.tenant(), User.servicePrincipal("Microsoft Substrate Management"), "")
                                .ofUser(stamp, "Update user.", who.user(), Changed.to("TargetId.UserType", "Member")));
    }

    private void sync(Instant at, Dice dice) {
        User account = User.person(
                "Sync_DC01_"
                        + Guid.hex(12, "sync", cloud.tenant().id()) + "@"
                        + cloud.tenant().onMicrosoft(),
                "On-Premises Directory Synchronization Service Account");
        App app = new App(
                "cb1056e2-e479-49de-ae31-7812af012ed8",
                "Microsoft Azure Active Directory Connect",
                "Windows Azure Active Directory",
                "00000002-0000-0000-c000-000000000000");
        Device server = Device.unknown("Windows", "", "");
        cloud.trail().signIn(at, new SignIn(account, cellar, app, server, 0, false, false, "dc01"));
        if (dice.chance(0.2)) {
            CloudUser who = dice.pick(cloud.present(at.atZone(ZoneOffset.UTC).toLocalDate()));
            Stamp stamp = cloud.trail().stamp(at.plusSeconds(20));
            cloud.trail()
                    .audit(
                            stamp,
                            new DirectoryChange(cloud.tenant(), account, "")
                                    .ofUser(
                                            stamp,
                                            "Update user.",
                                            who.user(),
                                            Changed.to(
                                                    "TelephoneNumber",
                                                    "[\r\n  \"" + who.person().phone() + "\"\r\n]"),
                                            Changed.to("Included Updated Properties", "TelephoneNumber")));
        }
    }

    private void backup(Instant at, Dice dice) {
        User account = User.person("svc-backup@" + cloud.tenant().domain(), "Backup");
        App app = App.foreign("Coldvault Backup");
        Device machine = Device.unknown("Linux", "", "ISV|Coldvault|Backup/7.2");
        cloud.trail().signIn(at, new SignIn(account, backupHost, app, machine, 0, false, false, "backup"));
        FileRecord record = new FileRecord(cloud.tenant(), account, backupHost.address(), app, machine);
        List<CloudUser> present = cloud.present(at.atZone(ZoneOffset.UTC).toLocalDate());
        Instant now = at;
        for (int i = dice.around(present.size() * BACKUP_PER_ACCOUNT); i > 0; i--) {
            now = now.plusSeconds(dice.between(1, 6));
            Stamp stamp = cloud.trail().stamp(now);
            cloud.trail()
                    .audit(
                            stamp,
                            record.file(stamp, "FileDownloaded", cloud.library().teamFile(dice.pick(present), dice)));
        }
    }
}
