package dev.kith.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.TestMail;
import dev.kith.detect.MailAction;
import dev.kith.detect.MailJudgement;
import dev.kith.event.Intent;
import dev.kith.event.Link;
import dev.kith.profile.MailProfiles;
import dev.kith.profile.Profiles;
import dev.kith.profile.World;
import dev.kith.score.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an attacker who has read the code would try. */
class EvasionTest {
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final String EVA = "eva@alder.example";

    private final MailJudge judge = new MailJudge(
            new Organisation(Set.of("wharf.example"), Set.of(), Set.of(), false),
            World.unknown(),
            new MailProfiles(new Profiles(1_000)));
    private int number;

    @Test
    void strangerWhoAnswersAMailOfHisOwn_gainsNothing() {
        judge.judge(mail("new@fir.example", 1).build());
        MailJudgement second = judge.judge(
                mail("other@fir.example", 1).answers("<0.new@fir.example>").build());
        assertThat(second.reasons()).extracting(Reason::code).doesNotContain("answers-known-mail");
        assertThat(second.strangeness()).isGreaterThan(0.6);
    }

    @ParameterizedTest
    @CsvSource({"wharf", "wharf-portal", "wharfinvoices"})
    void cornerNamedLikeUs_isNotOursUntilOurPeopleUseIt(String tenant) {
        MailJudgement lure = judge.judge(mail("new@fir.example", 1)
                .links(TestMail.file(tenant))
                .asks(Intent.DOCUMENT_LURE, 0.9)
                .build());
        assertThat(lure.reasons()).extracting(Reason::code).contains("link-hidden", "link-foreign-tenant");
    }

    @ParameterizedTest
    @CsvSource({
        "wharf.example.sign-in.test, sign-in.test",
        "vvharf.example, vvharf.example",
        "alder.example.files.test, files.test"
    })
    void hostOfALinkThatImitatesAKnownDomain_isNamed(String host, String domain) {
        for (int day = 0; day < 20; day++) {
            judge.judge(mail(EVA, day).build());
        }
        MailJudgement lure = judge.judge(mail("new@fir.example", 21)
                .links(TestMail.site(host, domain, ""))
                .asks(Intent.CREDENTIAL, 0.5)
                .build());
        assertThat(lure.reasons()).extracting(Reason::code).contains("link-look-alike-domain");
    }

    @Test
    void lureBehindHundredsOfHarmlessLinks_isJudged() {
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            links.add(TestMail.site("www.fir.example", "fir.example", "" + i));
        }
        links.add(TestMail.file("stranger"));
        MailJudgement lure = judge.judge(mail("new@fir.example", 1)
                .links(links.toArray(Link[]::new))
                .asks(Intent.DOCUMENT_LURE, 0.9)
                .build());
        assertThat(lure.reasons()).extracting(Reason::code).contains("link-foreign-tenant");
    }

    @ParameterizedTest
    @CsvSource({
        "Microsoft via Security, x@fir.example",
        "Office 365,             x@office.example",
        "Apple,                  x@me.example",
    })
    void nameOfABrand_isNotMadeTrueByAWordOrAnEnding(String name, String from) {
        MailJudgement mail = judge.judge(
                mail(from, 1).name(name).asks(Intent.CREDENTIAL, 0.9).build());
        assertThat(mail.reasons()).extracting(Reason::code).contains("name-of-brand");
    }

    @Test
    void salesTalk_doesNotTurnAHeldImitationIntoJunk() {
        for (int day = 0; day < 40; day++) {
            judge.judge(mail("eva@alderwood.example", day).build());
        }
        MailJudgement imitation = judge.judge(mail("eva@alderw00d.example", 41)
                .links(TestMail.file("stranger"))
                .asks(Intent.UNSOLICITED_OFFER, 0.95)
                .build());
        assertThat(imitation.reasons()).extracting(Reason::code).contains("look-alike-domain");
        assertThat(imitation.action()).isEqualTo(MailAction.HOLD);
    }

    @Test
    void hijackedPartner_cannotForwardHimselfIntoHabit() {
        for (int day = 0; day < 40; day++) {
            judge.judge(mail(EVA, day).build());
        }
        double plain =
                judge.judge(mail(EVA, 41).links(TestMail.file("one")).build()).strangeness();
        double forwarded = judge.judge(mail(EVA, 41)
                        .forward()
                        .answers("<30." + EVA + ">")
                        .links(TestMail.file("two"))
                        .build())
                .strangeness();
        assertThat(forwarded).isGreaterThanOrEqualTo(plain * 0.95);
    }

    private TestMail mail(String from, int day) {
        int next = number++;
        return new TestMail(next, from, START.plus(Duration.ofDays(day)).plusSeconds(next));
    }
}
