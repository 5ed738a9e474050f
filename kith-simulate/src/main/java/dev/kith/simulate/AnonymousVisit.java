package dev.kith.simulate;

import dev.kith.simulate.m365.App;
import dev.kith.simulate.m365.Device;
import dev.kith.simulate.m365.FileRecord;
import dev.kith.simulate.m365.FileRecord.Item;
import dev.kith.simulate.m365.Guid;
import dev.kith.simulate.m365.Stamp;
import dev.kith.simulate.m365.User;
import java.time.Instant;
import java.util.List;

/** Somebody without an account opens a file by a link that opens to anybody: the link is used, and the file is reached. */
final class AnonymousVisit {
    private AnonymousVisit() {}

    /** Writes the visit down; the first of the records is the use of the link. */
    static List<Stamp> write(Cloud cloud, Item item, String visitor, String address, Device device, Instant at) {
        Device seen = Device.unknown(device.os(), device.browser(), device.agent());
        FileRecord record = new FileRecord(
                cloud.tenant(),
                User.anonymous(visitor + item.url() + at.getEpochSecond() / 86_400),
                address,
                App.SHAREPOINT_ONLINE,
                seen);
        Stamp used = cloud.trail().stamp(at);
        cloud.trail().audit(used, record.anonymousLink(used, "AnonymousLinkUsed", item, false));
        Stamp reached = cloud.trail().stamp(at.plusSeconds(1 + Guid.number(4, visitor)));
        cloud.trail()
                .audit(
                        reached,
                        record.file(
                                reached,
                                Guid.number(3, visitor, item.url()) == 0 ? "FileDownloaded" : "FileAccessed",
                                item));
        return List.of(used, reached);
    }
}
