package dev.kith.simulate;

import dev.kith.simulate.Body.LinkRef;
import dev.kith.simulate.Body.Look;
import dev.kith.simulate.Mailing.Mark;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Mail of outside machines: newsletters, notices of services, receipts, shares and signatures announced by real services. */
final class ServiceMail {
    /** Notices for each account on a working day (chosen by hand). */
    private static final double NOTICES_PER_ACCOUNT = 0.22;

    private static final List<String> PRESS = List.of(
            "Freight Letter",
            "Cargo Weekly",
            "Supply Chain Brief",
            "Port Watch",
            "Road Haulage News",
            "Trade Compliance Digest",
            "Warehouse Today",
            "Finance Desk",
            "HR Update");

    /** Services: rule of their texts, name, address, network, links with %s for a token, weight (chosen by hand). */
    private static final List<String> SERVICES = List.of(
            "parcel|Parcel Service|noreply@{parcel}-parcel.example|AMAZON|https://track.{parcel}-parcel.example/p/%s|3",
            "receipt|Office Shop|orders@{shop}-office.example|SENDGRID|https://www.{shop}-office.example/orders/%s|2",
            "travel|Business Travel|booking@{travel}-travel.example|SALESFORCE|https://my.{travel}-travel.example/trip/%s|1.5",
            "reset|Freight Portal|no-reply@{portal}-freightportal.example|AMAZON|https://app.{portal}-freightportal.example/reset/%s|1",
            "portal|Freight Portal|no-reply@{portal}-freightportal.example|AMAZON|https://app.{portal}-freightportal.example/loads/%s|4",
            "esign|DocuSign EU System|dse@eumail.docusign.net|AMAZON|https://eu.docusign.net/Signing/EmailStart.aspx?a=%s|1",
            "adobesign|Adobe Acrobat Sign|adobesign@adobesign.com|AMAZON|https://eu2.documents.adobe.com/public/esign?tsid=%s|0.5",
            "dropbox|Dropbox|no-reply@dropbox.com|AMAZON|https://www.dropbox.com/l/scl/%s|0.7",
            "wetransfer|WeTransfer|noreply@wetransfer.com|AMAZON|https://wetransfer.com/downloads/%s|0.7",
            "quarantine|Microsoft 365|quarantine@messaging.microsoft.com|MICROSOFT|https://security.microsoft.com/quarantine?id=%s|1.5",
            "meetinglink|Webinar Desk|no-reply@zoom.us|SENDGRID|https://us06web.zoom.us/j/8%s|0.8",
            "billing|Cloud Telephony|billing@{shop}-voice.example|SENDGRID||0.6");

    private final Stage stage;
    private final List<Newsletter> newsletters = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();

    ServiceMail(Stage stage, long seed) {
        this.stage = stage;
        Dice dice = Dice.of(seed, "services");
        for (String title : PRESS) {
            newsletters.add(newsletter(title, dice));
        }
        notices(dice);
    }

    private Newsletter newsletter(String title, Dice dice) {
        String name =
                dice.pickOf(Culture.BRITISH, Culture.NORDIC, Culture.DUTCH).coinedName(dice);
        String domain = Person.slug(name) + "-" + dice.pickOf("media", "news", "press") + ".example";
        Network network = dice.pickOf(Network.MAILCHIMP, Network.SENDGRID, Network.SALESFORCE);
        String tracker = switch (network) {
            case MAILCHIMP ->
                "https://" + Person.slug(name) + ".us" + dice.between(2, 20) + ".list-manage.com/track/click?u="
                        + dice.hex(25) + "&id=%s";
            case SENDGRID -> "https://u" + dice.digits(8) + ".ct.sendgrid.net/ls/click?upn=%s";
            default -> "https://click.mail." + domain + "/?qs=%s";
        };
        Sender sender = Sender.bulk(name + " " + title, "news@" + domain, network, dice.chance(0.8), tracker, dice);
        List<Person> readers = new ArrayList<>();
        double share = 0.04 + dice.unit() * 0.16;
        for (Person person : stage.organisation().staff()) {
            if (dice.chance(share)) {
                readers.add(person);
            }
        }
        return new Newsletter(
                sender,
                domain,
                readers,
                dice.pickOf(DayOfWeek.values()),
                dice.between(5, 14),
                dice.text(Dice.LOWER, 12));
    }

    private void notices(Dice dice) {
        Map<String, String> coined = Map.of(
                "parcel", Person.slug(Culture.GERMAN.coinedName(dice)),
                "shop", Person.slug(Culture.BRITISH.coinedName(dice)),
                "travel", Person.slug(Culture.DUTCH.coinedName(dice)),
                "portal", Person.slug(Culture.NORDIC.coinedName(dice)));
        Grammar grammar = stage.grammar("en");
        for (String row : SERVICES) {
            String[] cells = grammar.fill(row, dice, coined).split("\\|", -1);
            Sender sender = Sender.bulk(cells[1], cells[2], Network.valueOf(cells[3]), true, "", dice);
            notices.add(new Notice(cells[0], sender, cells[4], Double.parseDouble(cells[5])));
        }
    }

    void plan(LocalDate day) {
        Dice dice = stage.dice("services", day);
        for (Newsletter newsletter : newsletters) {
            if (day.getDayOfWeek() == newsletter.weekday()) {
                issue(newsletter, day, dice.child());
            }
        }
        boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
        int count = dice.around(stage.organisation().present(day).size() * NOTICES_PER_ACCOUNT * (weekend ? 0.25 : 1));
        for (int i = 0; i < count; i++) {
            one(day, dice.child());
        }
        shares(day, dice.child());
    }

    private void issue(Newsletter newsletter, LocalDate day, Dice dice) {
        Scene scene = Scene.of(
                stage.organisation().company(),
                stage.organisation().anyPartner(dice).company(),
                day,
                dice);
        Grammar grammar = stage.grammar("en");
        String subject = grammar.say("newsletter.subject", dice, scene.variables());
        String story = grammar.say("newsletter.text", dice, scene.variables());
        Instant start = day.atTime(newsletter.hour(), dice.below(40)).toInstant(ZoneOffset.UTC);
        int offset = 0;
        for (Person reader : newsletter.readers()) {
            if (!reader.employed(day)) {
                continue;
            }
            Dice own = dice.child();
            String more = newsletter.sender().link("https://www." + newsletter.domain() + "/" + day, own);
            String gone = newsletter.sender().link("https://www." + newsletter.domain() + "/unsubscribe", own);
            Body body = Body.of(
                    "Hello " + reader.given() + ",\n\n" + story + "\n\n" + Body.mark(0)
                            + "\n\nYou get this because you subscribed to "
                            + newsletter.sender().from().name() + ". "
                            + Body.mark(1),
                    new LinkRef("Read more", more, Look.BUTTON),
                    new LinkRef("Unsubscribe", gone, Look.WORDS));
            Draft draft = Draft.of(newsletter.sender().from(), List.of(reader.mailbox()), subject, body)
                    .laidOut(Draft.Layout.DESIGNED)
                    .header("List-Unsubscribe", "<" + gone + ">")
                    .header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")
                    .header("List-Id", "<" + newsletter.listId() + ".list-id." + newsletter.domain() + ">")
                    .header("Precedence", "bulk");
            Mailing mailing = newsletter
                    .sender()
                    .mailing(draft, Mark.ordinary("newsletter", draft.from().address()));
            stage.later(start.plusSeconds(offset += own.between(1, 20)), (at, there) -> there.post(at, mailing));
        }
    }

    private void one(LocalDate day, Dice dice) {
        Notice notice = weighted(dice);
        Person reader = dice.pick(stage.organisation().present(day));
        Scene scene = Scene.of(
                stage.organisation().company(),
                stage.organisation().anyPartner(dice).company(),
                day,
                dice);
        scene.set("first", reader.given());
        scene.set("name", reader.name());
        scene.set(
                "sender", stage.organisation().anyPartner(dice).people().get(0).name());
        scene.set("link", Body.mark(0));
        Grammar grammar = stage.grammar("en");
        String href = notice.link().replace("%s", dice.text(Dice.URL, dice.between(16, 40)));
        List<LinkRef> links = href.isEmpty()
                ? List.of()
                : List.of(new LinkRef(
                        grammar.say("notice." + notice.rule() + ".button", dice, scene.variables()),
                        href,
                        Look.BUTTON));
        String text = grammar.say("notice." + notice.rule() + ".text", dice, scene.variables())
                + (links.isEmpty() ? "" : "\n\n" + Body.mark(0)) + "\n\n"
                + grammar.say("notice.small", dice, scene.variables());
        Draft draft = Draft.of(
                        notice.sender().from(),
                        List.of(reader.mailbox()),
                        grammar.say("notice." + notice.rule() + ".subject", dice, scene.variables()),
                        new Body(text, links, java.util.Optional.empty()))
                .laidOut(Draft.Layout.DESIGNED);
        if (notice.rule().equals("receipt") || notice.rule().equals("billing")) {
            draft = draft.attach(Documents.pdf(
                    scene.get("invoice") + ".pdf",
                    List.of(scene.get("invoice"), scene.get("amount")),
                    java.util.Optional.empty()));
        }
        Mailing mailing = notice.sender()
                .mailing(
                        draft,
                        Mark.ordinary("notice-" + notice.rule(), draft.from().address()));
        stage.later(stage.calendar().moment(reader, day, dice), (at, there) -> there.post(at, mailing));
    }

    /** SharePoint announces by itself what a colleague or partner shared. */
    private void shares(LocalDate day, Dice dice) {
        int count = day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0
                ? 0
                : dice.around(stage.organisation().staff().size() * 0.02);
        Sender service = Sender.bulk(
                "SharePoint Online",
                "no-reply@sharepointonline.com",
                Network.MICROSOFT,
                true,
                "",
                stage.dice("sharepoint"));
        for (int i = 0; i < count; i++) {
            Partner partner = stage.organisation().anyPartner(dice);
            Person owner = partner.people().get(0);
            Person reader = OrdinaryLife.frequent(partner.contacts(), dice);
            if (partner.company().storage().service() != Storage.Service.SHAREPOINT
                    || partner.sharing() < 0.02
                    || !reader.employed(day)
                    || !stage.calendar().working(owner, day)) {
                continue;
            }
            Scene scene = Scene.of(stage.organisation().company(), partner.company(), day, dice);
            String file = stage.grammar("en").say("forecast.file", dice, scene.variables()) + ".xlsx";
            scene.variables().putAll(Map.of("sender", owner.name(), "file", file, "first", reader.given()));
            String href = partner.company().storage().link(dice, owner.address(), file);
            Grammar grammar = stage.grammar("en");
            Body body = Body.of(
                    grammar.say("notice.sharepoint.text", dice, scene.variables()) + "\n\n" + Body.mark(0) + "\n\n"
                            + grammar.say("notice.small", dice, scene.variables()),
                    new LinkRef("Open", href, Look.BUTTON));
            Draft draft = Draft.of(
                            new Correspondent(owner.name(), service.from().address()),
                            List.of(reader.mailbox()),
                            grammar.say("notice.sharepoint.subject", dice, scene.variables()),
                            body)
                    .laidOut(Draft.Layout.DESIGNED)
                    .header("Reply-To", owner.address());
            Mailing mailing = service.mailing(draft, Mark.ordinary("notice-sharepoint", owner.address()));
            stage.later(stage.calendar().moment(owner, day, dice), (at, there) -> there.post(at, mailing));
        }
    }

    private Notice weighted(Dice dice) {
        double left = dice.unit() * notices.stream().mapToDouble(Notice::weight).sum();
        for (Notice notice : notices) {
            left -= notice.weight();
            if (left < 0) {
                return notice;
            }
        }
        return notices.get(0);
    }

    private record Newsletter(
            Sender sender, String domain, List<Person> readers, DayOfWeek weekday, int hour, String listId) {}

    private record Notice(String rule, Sender sender, String link, double weight) {}
}
