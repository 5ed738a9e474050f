package dev.kith.connect.model;

import static dev.kith.connect.model.AccountLife.ANN;
import static dev.kith.connect.model.AccountLife.THEN;
import static dev.kith.connect.model.TestRecords.HOSTED;
import static dev.kith.connect.model.TestRecords.HOTEL;
import static dev.kith.connect.model.TestRecords.MAC;
import static dev.kith.connect.model.TestRecords.OFFICE;
import static dev.kith.connect.model.TestRecords.WINDOWS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.detect.Model;
import dev.kith.event.Endpoint;
import dev.kith.event.FileHostingActivity.Activity;
import dev.kith.event.MailboxActivity;
import dev.kith.event.UserManagement;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Every model of the catalogue fires on what it is for, and none on an ordinary day. */
class CatalogueTest {
    private static final Map<String, Consumer<AccountLife>> SAMPLES = new TreeMap<>();

    static {
        SAMPLES.put("sign-in-unusual-network", life -> life.take(life.records.signIn(ANN, THEN, HOTEL, WINDOWS)));
        SAMPLES.put("sign-in-unusual-network-and-device", AccountLife::breakIn);
        SAMPLES.put("sign-in-from-anonymising-network", AccountLife::breakIn);
        SAMPLES.put("sign-in-impossible-travel", life -> {
            life.take(life.records.mailbox(
                    MailboxActivity.Activity.ITEMS_ACCESSED, ANN, THEN.minusSeconds(600), OFFICE, WINDOWS, Map.of()));
            life.take(life.records.signIn(ANN, THEN, HOTEL, WINDOWS));
        });
        SAMPLES.put("password-spray-with-success", life -> {
            for (int i = 0; i < 8; i++) {
                life.take(life.records.failure("p" + i + "@wharf.example", THEN.minusSeconds(600 - i), HOSTED));
            }
            life.breakIn();
        });
        SAMPLES.put("password-guessing-with-success", life -> {
            for (int i = 0; i < 250; i++) {
                life.take(life.records.failure(ANN, THEN.minusSeconds(600 - i), HOTEL));
            }
            life.breakIn();
        });
        SAMPLES.put("session-used-elsewhere", life -> {
            life.take(life.records.mailbox(
                    MailboxActivity.Activity.ITEMS_ACCESSED, ANN, THEN, OFFICE, WINDOWS, Map.of("SessionId", "s1")));
            life.take(life.records.mailbox(
                    MailboxActivity.Activity.ITEMS_ACCESSED, ANN, THEN, HOSTED, WINDOWS, Map.of("SessionId", "s1")));
        });
        SAMPLES.put("anonymous-link-on-sensitive-file", life -> share(life, OFFICE, "Passwords.xlsx"));
        SAMPLES.put("anonymous-link-from-unusual-network", life -> share(life, HOSTED, "Plan.docx"));
        SAMPLES.put("anonymous-link-used-by-its-maker", life -> {
            share(life, HOSTED, "Plan.docx");
            life.take(life.records.file(
                    Activity.ANONYMOUS_LINK_USED, "anon#1", THEN.plusSeconds(60), HOSTED, MAC, "Plan.docx"));
        });
        SAMPLES.put("download-burst", life -> burst(life, Activity.DOWNLOAD));
        SAMPLES.put("library-synchronised-from-unusual-network", life -> {
            for (int i = 0; i < 120; i++) {
                life.take(
                        life.records.file(Activity.SYNC, ANN, THEN.plusSeconds(i), HOSTED, MAC, "File " + i + ".docx"));
            }
        });
        SAMPLES.put("service-account-used-by-person", life -> {
            program(life);
            life.take(life.records.signIn("backup@wharf.example", THEN, OFFICE, WINDOWS));
        });
        SAMPLES.put("service-account-new-work", life -> {
            program(life);
            life.take(life.records.mailbox(
                    MailboxActivity.Activity.ITEMS_ACCESSED,
                    "backup@wharf.example",
                    THEN,
                    OFFICE,
                    "Coldvault/7",
                    Map.of()));
        });
        SAMPLES.put("deletion-burst", life -> burst(life, Activity.DELETE));
        SAMPLES.put("inbox-rule-hides-mail", life -> rule(life, OFFICE, Map.of("MoveToFolder", "RSS Feeds")));
        SAMPLES.put("inbox-rule-from-unusual-network", life -> rule(life, HOSTED, Map.of("MoveToFolder", "Orders")));
        SAMPLES.put(
                "forwarding-to-outside",
                life -> rule(life, OFFICE, Map.of("ForwardTo", "smtp:keep@elsewhere.example")));
        SAMPLES.put(
                "mailbox-delegation",
                life -> life.take(life.records.mailbox(
                        MailboxActivity.Activity.DELEGATION_ADDED, ANN, THEN, OFFICE, WINDOWS, Map.of())));
        SAMPLES.put(
                "mail-reading-by-unusual-client",
                life -> life.take(life.records.mailbox(
                        MailboxActivity.Activity.ITEMS_ACCESSED, ANN, THEN, HOSTED, "Client=REST", Map.of())));
        SAMPLES.put(
                "oauth-consent-to-read",
                life -> life.take(life.records.management(
                        UserManagement.Activity.CONSENT,
                        ANN,
                        THEN,
                        OFFICE,
                        "app-9",
                        Map.of("Scope", "Mail.Read offline_access"))));
        SAMPLES.put(
                "application-credential", life -> manage(life, UserManagement.Activity.APPLICATION_CREDENTIAL, OFFICE));
        SAMPLES.put(
                "mfa-method-from-unusual-network", life -> manage(life, UserManagement.Activity.MFA_CHANGE, HOSTED));
        SAMPLES.put("role-added", life -> manage(life, UserManagement.Activity.ROLE_ADD, OFFICE));
        SAMPLES.put(
                "organisation-setting-changed",
                life -> manage(life, UserManagement.Activity.FEDERATION_CHANGE, OFFICE));
        SAMPLES.put("outbound-burst", life -> {
            for (int i = 0; i < 60; i++) {
                life.take(life.records.mailbox(
                        MailboxActivity.Activity.SEND, ANN, THEN.plusSeconds(i), OFFICE, WINDOWS, Map.of()));
            }
        });
        SAMPLES.put("outbound-drip", life -> {
            for (int i = 0; i < 25; i++) {
                life.mail(
                        ANN,
                        "reader" + i + "@quay" + i + ".example",
                        THEN.plusSeconds(720L * i),
                        OFFICE,
                        WINDOWS,
                        "Proposal for Quay" + i);
            }
        });
        SAMPLES.put("rights-from-suspect", life -> {
            life.breakIn();
            rule(life, HOSTED, Map.of("Name", ".", "MoveToFolder", "RSS Feeds", "SubjectContainsWords", "invoice"));
            life.take(life.records.management(
                    UserManagement.Activity.ROLE_ADD,
                    ANN,
                    THEN.plusSeconds(60),
                    HOSTED,
                    "cem@wharf.example",
                    Map.of()));
            life.take(life.records.signIn("cem@wharf.example", THEN.plusSeconds(90), OFFICE, WINDOWS));
        });
        SAMPLES.put("externally-shared-file-downloaded", life -> {
            life.take(life.records.signIn("left@wharf.example", THEN, HOTEL, WINDOWS));
            for (int i = 0; i < 60; i++) {
                life.take(life.records.driveFile(
                        Activity.OPEN, ANN, THEN.minusSeconds(7200 - i), OFFICE, i + ".docx", "Sales", "private", ""));
            }
            life.take(life.records.driveFile(
                    Activity.DOWNLOAD, ANN, THEN, HOTEL, "Layout.indd", "Marketing", "shared_externally", ""));
        });
        SAMPLES.put("files-gathered-elsewhere", life -> {
            for (int i = 0; i < 60; i++) {
                life.take(life.records.driveFile(
                        Activity.OPEN, ANN, THEN.minusSeconds(7200 - i), OFFICE, i + ".docx", "Sales", "private", ""));
            }
            for (int i = 0; i < 30; i++) {
                life.take(life.records.driveFile(
                        Activity.DOWNLOAD,
                        ANN,
                        THEN.plusSeconds(i),
                        OFFICE,
                        i + ".pdf",
                        i % 2 == 0 ? "Legal" : "Board",
                        "private",
                        ""));
            }
        });
        SAMPLES.put(
                "file-shared-with-private-address",
                life -> life.take(life.records.driveFile(
                        Activity.SHARE,
                        ANN,
                        THEN,
                        OFFICE,
                        "Offer.pdf",
                        "Sales",
                        "private",
                        "ann.berg@freemail.example")));
        SAMPLES.put(
                "leaver-active", life -> life.take(life.records.signIn("left@wharf.example", THEN, OFFICE, WINDOWS)));
    }

    private static void share(AccountLife life, Endpoint from, String file) {
        life.take(life.records.file(Activity.ANONYMOUS_LINK_CREATED, ANN, THEN, from, MAC, file));
    }

    private static void burst(AccountLife life, Activity activity) {
        for (int i = 0; i < 60; i++) {
            life.take(life.records.file(activity, ANN, THEN.plusSeconds(i), OFFICE, WINDOWS, "f" + i + ".pdf"));
        }
    }

    private static void rule(AccountLife life, Endpoint from, Map<String, String> details) {
        life.take(life.records.mailbox(MailboxActivity.Activity.RULE_CREATED, ANN, THEN, from, WINDOWS, details));
    }

    private static void manage(AccountLife life, UserManagement.Activity activity, Endpoint from) {
        life.take(life.records.management(activity, ANN, THEN, from, "somebody", Map.of()));
    }

    @Test
    void everyModel_hasASampleThatFires() {
        assertThat(SAMPLES.keySet())
                .isEqualTo(new TreeSet<>(
                        ModelFile.builtIn().stream().map(Model::id).toList()));
        SAMPLES.forEach((id, sample) -> {
            AccountLife life = new AccountLife();
            sample.accept(life);
            assertThat(life.fired()).as(id).contains(id);
        });
    }

    @Test
    void ordinaryDay_firesNothing() {
        AccountLife life = new AccountLife();
        life.take(life.records.signIn(ANN, THEN, OFFICE, WINDOWS));
        life.take(life.records.mailbox(
                MailboxActivity.Activity.ITEMS_ACCESSED, ANN, THEN.plusSeconds(60), OFFICE, WINDOWS, Map.of()));
        life.take(life.records.file(Activity.OPEN, ANN, THEN.plusSeconds(120), OFFICE, WINDOWS, "Passwords.xlsx"));
        life.take(life.records.mailbox(
                MailboxActivity.Activity.SEND, ANN, THEN.plusSeconds(180), OFFICE, WINDOWS, Map.of()));
        assertThat(life.fired()).isEmpty();
        assertThat(life.raised()).isEmpty();
    }

    /** A program that fetches files every night. */
    private static void program(AccountLife life) {
        for (int night = 30; night > 0; night--) {
            for (int i = 0; i < 20; i++) {
                life.take(life.records.file(
                        Activity.DOWNLOAD,
                        "backup@wharf.example",
                        THEN.minusSeconds(86_400L * night - i),
                        OFFICE,
                        "Coldvault/7",
                        "Plan.docx"));
            }
        }
    }
}
