package dev.kith.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.detect.MailAction;
import dev.kith.detect.MailJudgement;
import dev.kith.detect.Tag;
import dev.kith.event.Direction;
import dev.kith.event.EmailActivity;
import dev.kith.event.EventId;
import dev.kith.event.IntList;
import dev.kith.event.Intent;
import dev.kith.event.Link;
import dev.kith.event.MailAddress;
import dev.kith.event.MailOrigin;
import dev.kith.event.MailText;
import dev.kith.event.MailThread;
import dev.kith.event.Mailbox;
import dev.kith.event.SourceRef;
import dev.kith.profile.MailProfiles;
import dev.kith.profile.Profiles;
import dev.kith.profile.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MailJudgeTest {
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final String PARTNER = "eva@alder.example";
    private static final String US = "ben@wharf.example";
    private static final Link LURE = new Link(
            "RFP.pdf",
            "https://stranger-my.sharepoint.example/b",
            List.of(),
            "https://stranger-my.sharepoint.example/b",
            "stranger-my.sharepoint.example",
            "sharepoint.example",
            "stranger",
            Link.Kind.FILE_STORAGE,
            Link.Place.ANCHOR,
            Set.of(Link.Trait.HIDDEN));

    private final MailJudge judge = new MailJudge(
            new Organisation(Set.of("wharf.example"), Set.of(), Set.of(), false),
            World.unknown(),
            new MailProfiles(new Profiles(1_000)));

    @Test
    void familiarPartner_isLeftAlone() {
        MailJudgement last = live(judge, 60);
        assertThat(last.action()).isEqualTo(MailAction.NONE);
        assertThat(last.relationship().received()).isGreaterThan(40);
    }

    @Test
    void hijackedPartnerWithAHiddenForeignLink_isHeldAndTheReasonsAddUp() {
        live(judge, 60);
        MailJudgement lure = judge.judge(
                mail(PARTNER, 61, List.of(LURE), Map.of(Intent.DOCUMENT_LURE, 0.95, Intent.CREDENTIAL, 0.8)));
        assertThat(lure.action()).isEqualTo(MailAction.HOLD);
        assertThat(lure.tags()).contains(Tag.OUT_OF_CHARACTER, Tag.HIDDEN_LINK, Tag.FILE_STORAGE_LURE);
        assertThat(lure.counterfactual()).isNotEmpty();
        assertThat(lure.reasons().stream().mapToDouble(r -> r.weight()).sum())
                .isCloseTo(lure.score(), org.assertj.core.api.Assertions.within(1e-9));
    }

    @Test
    void policyToBeConfirmedBehindAForeignLink_isTakenForACredentialLure() {
        live(judge, 60);
        MailJudgement lure = judge.judge(mail(PARTNER, 61, List.of(LURE), Map.of(Intent.ACKNOWLEDGEMENT, 0.9)));
        assertThat(lure.tags()).contains(Tag.CREDENTIAL_LURE);
    }

    @Test
    void strangerWhoWantsListsOfPeople_isTakenForAScamAndNotForADiversionOfPayments() {
        MailJudgement asks = judge.judge(mail("new@birch.example", 1, List.of(), Map.of(Intent.DATA_REQUEST, 0.95)));
        assertThat(asks.tags()).contains(Tag.SCAM).doesNotContain(Tag.PAYMENT_DIVERSION);
    }

    @Test
    void everyIntent_isAReason() {
        for (Intent intent : Intent.values()) {
            MailJudgement stranger = judge.judge(mail("new@birch.example", 1, List.of(), Map.of(intent, 0.95)));
            assertThat(stranger.reasons())
                    .anySatisfy(reason -> assertThat(reason.code())
                            .isEqualTo("intent-"
                                    + intent.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        }
    }

    @Test
    void strangersLureThatTheFilterPutAside_isJunkAndSaidSo_andAKnownPartnersIsHeldAllTheSame() {
        MailJudge beside = new MailJudge(
                new Organisation(Set.of("wharf.example"), Set.of(), Set.of(), false),
                World.unknown(),
                new MailProfiles(new Profiles(1_000)),
                id -> true);
        live(beside, 60);
        Map<Intent, Double> wants = Map.of(Intent.DOCUMENT_LURE, 0.95, Intent.CREDENTIAL, 0.8);
        EmailActivity strangers = mail("new@birch.example", 61, List.of(LURE), wants);
        assertThat(judge.judge(strangers).action()).isEqualTo(MailAction.HOLD);
        MailJudgement aside = beside.judge(strangers);
        assertThat(aside.action()).isEqualTo(MailAction.JUNK);
        assertThat(aside.tags()).contains(Tag.FILTERED);
        MailJudgement partners = beside.judge(mail(PARTNER, 61, List.of(LURE), wants));
        assertThat(partners.action()).isEqualTo(MailAction.HOLD);
        assertThat(partners.tags()).doesNotContain(Tag.FILTERED);
    }

    @Test
    void heldMail_teachesNothing() {
        live(judge, 60);
        EmailActivity lure =
                mail(PARTNER, 61, List.of(LURE), Map.of(Intent.DOCUMENT_LURE, 0.95, Intent.CREDENTIAL, 0.8));
        double first = judge.judge(lure).score();
        double second = 0;
        for (int i = 62; i < 70; i++) {
            second = judge.judge(
                            mail(PARTNER, i, List.of(LURE), Map.of(Intent.DOCUMENT_LURE, 0.95, Intent.CREDENTIAL, 0.8)))
                    .score();
        }
        assertThat(second).isGreaterThanOrEqualTo(first * 0.95);
    }

    @Test
    void strangeButHarmlessFirstContact_isDelivered() {
        live(judge, 60);
        MailJudgement hello = judge.judge(mail("new@birch.example", 61, List.of(), Map.of()));
        assertThat(hello.action()).isEqualTo(MailAction.NONE);
        assertThat(hello.tags()).contains(Tag.FIRST_CONTACT);
        assertThat(hello.strangeness()).isGreaterThan(0.5);
    }

    @Test
    void sameMails_giveTheSameJudgements() {
        MailJudge other = new MailJudge(
                new Organisation(Set.of("wharf.example"), Set.of(), Set.of(), false),
                World.unknown(),
                new MailProfiles(new Profiles(1_000)));
        List<MailJudgement> a = new ArrayList<>();
        List<MailJudgement> b = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            a.add(judge.judge(mail(PARTNER, i, i % 9 == 8 ? List.of(LURE) : List.of(), Map.of())));
            b.add(other.judge(mail(PARTNER, i, i % 9 == 8 ? List.of(LURE) : List.of(), Map.of())));
        }
        assertThat(a).isEqualTo(b);
    }

    @Test
    void directions_areSeenFromTheOrganisation() {
        assertThat(judge.judge(mail(PARTNER, 0, List.of(), Map.of())).direction())
                .isEqualTo(Direction.INBOUND);
        assertThat(judge.judge(mail("ann@wharf.example", 1, List.of(), Map.of()))
                        .direction())
                .isEqualTo(Direction.INTERNAL);
    }

    private static MailJudgement live(MailJudge judge, int mails) {
        MailJudgement last = judge.judge(mail(PARTNER, 0, List.of(), Map.of()));
        for (int i = 1; i < mails; i++) {
            last = judge.judge(mail(PARTNER, i, List.of(), Map.of()));
        }
        return last;
    }

    private static EmailActivity mail(String from, int day, List<Link> links, Map<Intent, Double> intents) {
        return new EmailActivity(
                new EventId("<" + day + "." + from + ">"),
                START.plus(Duration.ofDays(day)),
                SourceRef.of(day + ".eml"),
                Mailbox.of("", from),
                Optional.empty(),
                List.of(),
                Optional.of(MailAddress.of(from)),
                List.of(Mailbox.of("Ben", US)),
                List.of(),
                List.of(),
                "Pallets " + day,
                new MailThread(List.of(), "pallets " + day, false, false, false),
                EmailActivity.Kind.PERSONAL,
                new MailOrigin(
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        "outlook",
                        "",
                        17,
                        "a@x",
                        Optional.of(60),
                        0),
                List.of(),
                new MailText(
                        "en",
                        12,
                        IntList.of(1, 2, 3, 4, 5, 6),
                        day * 0x9E3779B97F4A7C15L,
                        intents,
                        List.of(),
                        Set.of(),
                        "Dear Ben"),
                links,
                List.of(),
                2_000,
                day,
                List.of());
    }
}
