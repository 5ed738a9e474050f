package dev.kith.simulate;

import dev.kith.simulate.m365.App;
import dev.kith.simulate.m365.Device;
import dev.kith.simulate.m365.FileRecord;
import dev.kith.simulate.m365.FileRecord.Item;
import dev.kith.simulate.m365.Place;
import dev.kith.simulate.m365.Stamp;
import dev.kith.simulate.m365.User;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The files behind the links that people of ours send: put there, shared, tried out by those who share them, and fetched by
 * those who got the mail. A link to outsiders is mostly one that opens to anybody.
 */
final class SharedLinks implements Mailboxes.MailStory {
    /** Links remembered, so that one in many mails is one link (chosen by hand). */
    private static final int LINKS_MAX = 400;

    /** Share of those who got a link that open it, and the minutes until then: the median (chosen by hand). */
    private static final double USED = 0.65;

    private static final double USED_MINUTES = 70;

    private final Cloud cloud;
    private final Map<String, Person> outsiders = new HashMap<>();
    private final Map<String, Shared> links = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Shared> eldest) {
            return size() > LINKS_MAX;
        }
    };

    SharedLinks(Cloud cloud) {
        this.cloud = cloud;
        cloud.stage()
                .organisation()
                .partners()
                .forEach(partner -> partner.people().forEach(person -> outsiders.put(person.address(), person)));
    }

    private enum Kind {
        ANONYMOUS,
        SECURE,
        COMPANY
    }

    private record Shared(Item item, Kind kind) {}

    @Override
    public void posted(Posted mail, Optional<Stamp> sent) {
        Optional<CloudUser> author = cloud.user(mail.from().address());
        if (sent.isEmpty() || author.isEmpty() || mail.mailing().mark().truth() != Label.Truth.LEGIT) {
            return;
        }
        Dice dice = cloud.dice("shared", mail.messageId());
        for (Body.LinkRef link : mail.mailing().draft().body().links()) {
            if (ours(link.href())) {
                share(author.get(), mail, link, dice);
            }
        }
    }

    private boolean ours(String href) {
        return href.startsWith("https://" + cloud.tenant().name() + ".sharepoint.com/")
                || href.startsWith("https://" + cloud.tenant().name() + "-my.sharepoint.com/");
    }

    private void share(CloudUser author, Posted mail, Body.LinkRef link, Dice dice) {
        Place place =
                cloud.whereabouts().ofMail(author, mail.mailing().presence().address(), mail.at());
        Device device = author.belongings().browser(Whereabouts.day(author.person(), mail.at()));
        FileRecord record =
                new FileRecord(cloud.tenant(), author.user(), place.address(), App.SHAREPOINT_ONLINE, device);
        boolean outside = mail.direction().equals("outbound");
        Shared shared = links.get(link.href());
        if (shared == null) {
            Item item = new Item(
                    cloud.library().ownSite(author),
                    "Documents/Shared",
                    fileName(mail, link),
                    dice.between(9_000, 4_000_000));
            Kind kind = !outside ? Kind.COMPANY : dice.chance(0.7) ? Kind.ANONYMOUS : Kind.SECURE;
            shared = new Shared(item, kind);
            links.put(link.href(), shared);
            create(author, record, shared, place, device, mail.at(), dice);
        }
        LocalDate day = Whereabouts.day(author.person(), mail.at());
        for (CloudUser colleague : cloud.mailboxes().readers(mail, day)) {
            Dice own = dice.child();
            Shared file = shared;
            if (own.chance(USED)) {
                Instant when = cloud.stage().calendar().nextWorking(colleague.person(), later(mail.at(), own), own);
                cloud.stage().later(when, (at, there) -> byColleague(colleague, file, at, own));
            }
        }
        for (Correspondent recipient : mail.recipients()) {
            if (shared.kind() != Kind.COMPANY
                    && !recipient.domain().equals(cloud.tenant().domain())) {
                use(record, shared, recipient, mail.at(), dice.child());
            }
        }
    }

    private static String fileName(Posted mail, Body.LinkRef link) {
        String words = link.words();
        boolean named = words.endsWith(".xlsx") || words.endsWith(".pdf") || words.endsWith(".docx");
        String type = link.href().contains("/:x:/") ? ".xlsx" : link.href().contains("/:b:/") ? ".pdf" : ".docx";
        String name = named ? words : Composer.bareSubject(mail.subject()) + type;
        return name.replace('/', '-').replace(':', ' ').replace('?', ' ');
    }

    private void create(
            CloudUser author, FileRecord record, Shared shared, Place place, Device device, Instant sent, Dice dice) {
        cloud.signIns().ensure(author, App.SHAREPOINT_ONLINE, device, place, sent.minusSeconds(400), dice);
        Instant at = sent.minusSeconds(dice.between(60, 180));
        write(record, "FileUploaded", shared.item(), at.minusSeconds(dice.between(10, 200)));
        Stamp stamp = cloud.trail().stamp(at);
        switch (shared.kind()) {
            case ANONYMOUS -> {
                cloud.trail().audit(stamp, record.anonymousLink(stamp, "AnonymousLinkCreated", shared.item(), false));
                if (dice.chance(0.4)) {
                    // People try out the links they send, as strangers.
                    visit(shared, "self " + author, place.address(), device, at.plusSeconds(dice.between(8, 50)));
                }
            }
            case SECURE -> cloud.trail().audit(stamp, record.link(stamp, "SecureLinkCreated", shared.item(), "secure"));
            case COMPANY ->
                cloud.trail().audit(stamp, record.link(stamp, "CompanyLinkCreated", shared.item(), "company"));
        }
    }

    private static Instant later(Instant sent, Dice dice) {
        return sent.plusSeconds((long) (60 * Math.min(4_000, dice.logNormal(USED_MINUTES, 1.2))));
    }

    /** Somebody outside who got the mail opens the file, sooner or later, or never. */
    private void use(FileRecord record, Shared shared, Correspondent recipient, Instant sent, Dice dice) {
        if (shared.kind() == Kind.SECURE) {
            Stamp stamp = cloud.trail().stamp(sent.minusSeconds(dice.between(20, 50)));
            cloud.trail()
                    .audit(stamp, record.letIn(stamp, "AddedToSecureLink", shared.item(), recipient.address(), true));
        }
        if (!dice.chance(USED)) {
            return;
        }
        Instant when = later(sent, dice);
        Person person = outsiders.get(recipient.address());
        Instant working = person == null ? when : cloud.stage().calendar().nextWorking(person, when, dice);
        cloud.stage().later(working, (at, there) -> byOutsider(recipient, shared, at, dice));
    }

    private void byColleague(CloudUser who, Shared shared, Instant at, Dice dice) {
        LocalDate day = Whereabouts.day(who.person(), at);
        if (!who.person().employed(day)) {
            return;
        }
        Place place = cloud.whereabouts().computer(who, at, dice);
        Device device = who.belongings().browser(day);
        cloud.signIns().ensure(who, App.SHAREPOINT_ONLINE, device, place, at, dice);
        FileRecord record = new FileRecord(cloud.tenant(), who.user(), place.address(), App.SHAREPOINT_ONLINE, device);
        if (shared.kind() == Kind.COMPANY) {
            Stamp stamp = cloud.trail().stamp(at);
            cloud.trail().audit(stamp, record.link(stamp, "CompanyLinkUsed", shared.item(), "company"));
        }
        write(record, "FileAccessed", shared.item(), at.plusSeconds(2));
    }

    private void byOutsider(Correspondent recipient, Shared shared, Instant at, Dice dice) {
        Person person = outsiders.get(recipient.address());
        Culture culture = person == null ? dice.pickOf(Culture.values()) : person.culture();
        String address = person == null
                ? culture.office().address(dice)
                : dice.chance(0.8) ? person.officeAddress() : person.homeAddress();
        Device device = Device.unknown("Windows", "Chrome", CHROME);
        if (shared.kind() == Kind.SECURE) {
            FileRecord guest = new FileRecord(
                    cloud.tenant(), User.guest(recipient.address()), address, App.SHAREPOINT_ONLINE, device);
            Stamp stamp = cloud.trail().stamp(at);
            cloud.trail().audit(stamp, guest.link(stamp, "SecureLinkUsed", shared.item(), "secure"));
            write(guest, "FileAccessed", shared.item(), at.plusSeconds(2));
            return;
        }
        for (int i = dice.pickOf(1, 1, 1, 2); i > 0; i--) {
            visit(shared, recipient.address(), address, device, at.plusSeconds(i * 700L));
        }
    }

    private static final String CHROME =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/145.0.0.0 Safari/537.36";

    private void visit(Shared shared, String visitor, String address, Device device, Instant at) {
        AnonymousVisit.write(cloud, shared.item(), visitor, address, device, at);
    }

    private void write(FileRecord record, String operation, Item item, Instant at) {
        Stamp stamp = cloud.trail().stamp(at);
        cloud.trail().audit(stamp, record.file(stamp, operation, item));
    }
}
