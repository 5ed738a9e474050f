package dev.kith.simulate;

import dev.kith.simulate.m365.Guid;
import dev.kith.simulate.m365.Tenant;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The account side of the organisation: the same people on the same days as the mail, seen by the cloud that they work in.
 * Everything here draws from dice of its own, so that no mail changes by it.
 */
final class Cloud {
    private final Stage stage;
    private final AuditTrail trail;
    private final LogWriter writer;
    private final Map<String, CloudUser> users = new LinkedHashMap<>();
    private final List<ScenarioNotes> stories = new ArrayList<>();
    private final SignIns signIns;
    private final Whereabouts whereabouts;
    private final Mailboxes mailboxes;
    private final Library library;
    private final List<Daily> daily;

    /** Something that goes on in the cloud day by day. */
    interface Daily {
        void plan(LocalDate day);
    }

    Cloud(Stage stage, LogWriter writer) {
        this.stage = stage;
        this.writer = writer;
        Simulation.Settings settings = stage.settings();
        Company company = stage.organisation().company();
        Tenant tenant = new Tenant(
                Guid.of(settings.seed(), "tenant"),
                company.domain(),
                company.storage().tenant());
        this.trail = new AuditTrail(settings.seed(), tenant, writer);
        this.signIns = new SignIns(trail, settings);
        this.whereabouts = new Whereabouts(stage.calendar(), settings.seed());
        stage.organisation().staff().forEach(person -> users.put(person.address(), new CloudUser(person, settings)));
        this.mailboxes = new Mailboxes(this);
        this.library = new Library(tenant, settings.seed(), stage.organisation().partners());
        mailboxes.tell(new SharedLinks(this));
        FileWork files = new FileWork(this);
        Passwords passwords = new Passwords(this);
        PasswordGuessing guessing = new PasswordGuessing(this);
        mailboxes.tell(new GenuineRequest(this, files));
        List<Daily> life = new ArrayList<>(List.of(
                new WorkDays(this),
                files,
                passwords,
                new Novelties(this),
                new AdminWork(this),
                new HouseKeeping(this),
                guessing));
        life.addAll(new LookAlikes(this).all(guessing, passwords));
        if (settings.story() == Story.INSIDER) {
            life.add(new Insiders(this));
        }
        this.daily = List.copyOf(life);
        stage.witnessedBy(mailboxes);
    }

    /** Lets the account side of the plot happen, where it has one. */
    void follow(Plot plot) {
        if (plot instanceof PartnerHijack hijack) {
            mailboxes.tell(new Takeover(this, hijack));
        } else {
            mailboxes.tell(new Intrusions(this));
        }
    }

    Stage stage() {
        return stage;
    }

    AuditTrail trail() {
        return trail;
    }

    Tenant tenant() {
        return trail.tenant();
    }

    SignIns signIns() {
        return signIns;
    }

    Whereabouts whereabouts() {
        return whereabouts;
    }

    Library library() {
        return library;
    }

    Mailboxes mailboxes() {
        return mailboxes;
    }

    /** Dice for a purpose of the account side. */
    Dice dice(Object... key) {
        List<Object> whole = new ArrayList<>(List.of("cloud"));
        whole.addAll(List.of(key));
        return stage.dice(whole.toArray());
    }

    Optional<CloudUser> user(String address) {
        return Optional.ofNullable(users.get(address));
    }

    /** Everybody who ever works here. */
    List<CloudUser> everybody() {
        return List.copyOf(users.values());
    }

    /** Everybody who works here on that day. */
    List<CloudUser> present(LocalDate day) {
        return users.values().stream()
                .filter(user -> user.person().employed(day))
                .toList();
    }

    List<CloudUser> department(String department, LocalDate day) {
        return present(day).stream()
                .filter(user -> user.person().department().equals(department))
                .toList();
    }

    /** Begins to take down a story. */
    ScenarioNotes story(ScenarioNotes notes) {
        stories.add(notes);
        return notes;
    }

    /** Whether a story is told of an account already. */
    boolean inStory(CloudUser who) {
        return stories.stream().anyMatch(story -> story.concerns(who.address()));
    }

    void plan(LocalDate day) {
        daily.forEach(one -> one.plan(day));
        Instant midnight = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        for (int hour = 1; hour <= 24; hour++) {
            stage.later(midnight.plusSeconds(hour * 3_600L - 1), (at, there) -> trail.writeUntil(at));
        }
    }

    /** Writes what is still on its way, and the truth about the stories. */
    void end() throws IOException {
        trail.writeUntil(Instant.MAX);
        for (ScenarioNotes story : stories) {
            if (!story.isEmpty()) {
                writer.scenario(story.scenario());
            }
        }
    }
}
