package dev.kith.simulate;

import dev.kith.simulate.m365.App;
import dev.kith.simulate.m365.Device;
import dev.kith.simulate.m365.FileRecord;
import dev.kith.simulate.m365.FileRecord.Item;
import dev.kith.simulate.m365.Place;
import dev.kith.simulate.m365.Stamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** People at work on files: opened, changed, searched for, kept in step; and fetched by the dozen at the end of a month. */
final class FileWork implements Cloud.Daily {
    private final Cloud cloud;

    FileWork(Cloud cloud) {
        this.cloud = cloud;
    }

    @Override
    public void plan(LocalDate day) {
        WorkCalendar calendar = cloud.stage().calendar();
        boolean monthEnd = day.getDayOfMonth() >= 28 || day.getDayOfMonth() <= 3;
        for (CloudUser who : cloud.present(day)) {
            Dice dice = cloud.dice("files", who, day);
            if (!calendar.working(who.person(), day)) {
                continue;
            }
            for (int i = dice.around(who.habits().filesPerDay()); i > 0; i--) {
                Dice own = dice.child();
                cloud.stage().later(calendar.moment(who.person(), day, own), (at, there) -> work(who, at, own));
            }
            boolean closes = who.person().department().equals("Finance") && monthEnd && dice.chance(0.45);
            if (closes || dice.chance(0.004)) {
                Dice own = dice.child();
                int files = own.between(25, 90);
                cloud.stage()
                        .later(calendar.moment(who.person(), day, own), (at, there) -> download(who, files, at, own));
            }
        }
    }

    private void work(CloudUser who, Instant at, Dice dice) {
        LocalDate day = Whereabouts.day(who.person(), at);
        boolean own = dice.chance(0.35);
        boolean browser = dice.chance(0.55);
        Place place = cloud.whereabouts().computer(who, at, dice);
        Instant now = at;
        if (browser) {
            Device device = who.belongings().browser(day);
            cloud.signIns().ensure(who, App.SHAREPOINT_ONLINE, device, place, at, dice);
            FileRecord record = record(who, place, App.SHAREPOINT_ONLINE, device);
            if (dice.chance(0.4)) {
                Stamp stamp = cloud.trail().stamp(now);
                cloud.trail().audit(stamp, record.page(stamp, cloud.library().site(who)));
            }
            if (dice.chance(0.15)) {
                now = now.plusSeconds(dice.between(4, 40));
                Stamp stamp = cloud.trail().stamp(now);
                cloud.trail()
                        .audit(
                                stamp,
                                record.search(
                                        stamp,
                                        dice.chance(0.5)
                                                ? cloud.library().site(who)
                                                : cloud.library().ownSite(who),
                                        cloud.library().say("search", dice)));
            }
        }
        for (int i = dice.pickOf(1, 1, 1, 2, 2, 3, 5); i > 0; i--) {
            now = now.plusSeconds(dice.between(15, 400));
            touch(who, item(who, own, dice), browser, place, now, dice);
        }
    }

    /** What somebody works on; now and then what others should not see. */
    private Item item(CloudUser who, boolean own, Dice dice) {
        String department = who.person().department();
        if (own && dice.chance(0.06) && (department.equals("Management") || department.equals("IT"))) {
            return cloud.library().passwords(who);
        }
        if (!own && dice.chance(0.05) && department.equals("Finance")) {
            return cloud.library().cards();
        }
        return own ? cloud.library().ownFile(who, dice) : cloud.library().teamFile(who, dice);
    }

    private void touch(CloudUser who, Item item, boolean browser, Place place, Instant at, Dice dice) {
        LocalDate day = Whereabouts.day(who.person(), at);
        Device device =
                browser ? who.belongings().browser(day) : who.belongings().office(day, item.name());
        FileRecord record = record(who, place, browser ? App.SHAREPOINT_ONLINE : App.OFFICE, device);
        file(record, dice.chance(0.1) && browser ? "FilePreviewed" : "FileAccessed", item, at);
        double more = dice.unit();
        if (more < 0.3) {
            file(record, "FileModified", item, at.plusSeconds(dice.between(30, 900)));
            if (who.habits().syncs() && dice.chance(0.3)) {
                FileRecord sync =
                        record(who, place, App.ONEDRIVE_SYNC, who.belongings().fileSync(day));
                file(sync, "FileSyncUploadedFull", item, at.plusSeconds(dice.between(900, 960)));
            }
        } else if (more < 0.42) {
            file(record, "FileDownloaded", item, at.plusSeconds(dice.between(2, 20)));
        } else if (more < 0.47) {
            file(record, "FileUploaded", item, at.plusSeconds(dice.between(5, 60)));
        } else if (more < 0.49) {
            file(record, dice.pickOf("FileRecycled", "FileMoved", "FileCopied"), item, at.plusSeconds(20));
        }
    }

    /** Many files are fetched one after the other. */
    List<Stamp> download(CloudUser who, int files, Instant at, Dice dice) {
        LocalDate day = Whereabouts.day(who.person(), at);
        Place place = cloud.whereabouts().computer(who, at, dice);
        Device device = who.belongings().browser(day);
        cloud.signIns().ensure(who, App.SHAREPOINT_ONLINE, device, place, at, dice);
        FileRecord record = record(who, place, App.SHAREPOINT_ONLINE, device);
        List<Stamp> stamps = new ArrayList<>();
        Instant now = at;
        int from = dice.below(200);
        for (int i = 0; i < files; i++) {
            now = now.plusSeconds(dice.between(1, 18));
            stamps.add(file(record, "FileDownloaded", cloud.library().teamFile(who, from + i), now));
        }
        return stamps;
    }

    FileRecord record(CloudUser who, Place place, App app, Device device) {
        return new FileRecord(cloud.tenant(), who.user(), place.address(), app, device);
    }

    Stamp file(FileRecord record, String operation, Item item, Instant at) {
        Stamp stamp = cloud.trail().stamp(at);
        return cloud.trail().audit(stamp, record.file(stamp, operation, item));
    }
}
