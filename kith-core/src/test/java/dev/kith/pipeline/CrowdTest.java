package dev.kith.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.TestMail;
import dev.kith.detect.Campaign;
import dev.kith.detect.MailAction;
import dev.kith.detect.MailJudgement;
import dev.kith.detect.Tag;
import dev.kith.event.EmailActivity;
import dev.kith.event.Intent;
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

/** What several mails show together: campaigns, bursts, and lessons that wait. */
class CrowdTest {
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final String EVA = "eva@alder.example";
    private static final String TOM = "tom@birch.example";
    private static final String OURS = "ann@wharf.example";

    private final MailJudge judge = new MailJudge(
            new Organisation(Set.of("wharf.example"), Set.of(), Set.of(), false),
            World.unknown(),
            new MailProfiles(new Profiles(1_000)));
    private int number;

    @Test
    void tailoredSubjectsOfSeveralPartners_areOneCampaignThatNamesThem() {
        live(EVA, TOM);
        judge.judge(lure(EVA, 61, "RFP for Wharf - Alder", "stranger"));
        MailJudgement second = judge.judge(lure(TOM, 61, "Birch: RFP for Wharf Ltd 2026", "elsewhere"));
        assertThat(second.tags()).contains(Tag.CAMPAIGN);
        assertThat(judge.campaigns()).hasSize(1);
        assertThat(judge.campaigns().get(0).senders())
                .extracting(Campaign.Sender::address, Campaign.Sender::known)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(EVA, true), org.assertj.core.groups.Tuple.tuple(TOM, true));
    }

    @Test
    void mailLikeMailsOfTwoCampaigns_showsThatTheyAreOne() {
        List<String> senders = List.of(EVA, TOM, "una@cedar.example", "lea@rowan.example", "max@yew.example");
        live(senders.toArray(String[]::new));
        judge.judge(lure(senders.get(0), 61, "RFP for Wharf", "stranger"));
        judge.judge(lure(senders.get(1), 61, "RFP for Wharf", "elsewhere"));
        MailJudgement other = judge.judge(lure(senders.get(2), 63, "Tender documents", "nowhere"));
        judge.judge(lure(senders.get(3), 63, "Tender documents", "anywhere"));
        assertThat(judge.campaigns()).hasSize(2);
        assertThat(other.campaign()).isEmpty();

        judge.judge(lure(senders.get(4), 63, "Tender documents", "stranger"));
        assertThat(judge.campaigns()).singleElement().satisfies(campaign -> {
            assertThat(campaign.takenIn()).containsExactly("CP-2");
            assertThat(campaign.size()).isEqualTo(5);
            assertThat(campaign.mails()).extracting(Campaign.Member::time).isSorted();
        });
    }

    @Test
    void partnersHeldOnOneDay_areOneCampaign_howeverDifferentlyTheyWrite() {
        live(EVA, TOM, "una@cedar.example");
        judge.judge(lure(EVA, 61, "RFP for Wharf", "stranger"));
        judge.judge(lure(TOM, 61, "Scanned invoice", "elsewhere"));
        assertThat(judge.campaigns())
                .singleElement()
                .satisfies(c -> assertThat(c.knownSenders()).isEqualTo(2));

        judge.judge(lure("una@cedar.example", 63, "Price list", "nowhere"));
        assertThat(judge.campaigns())
                .singleElement()
                .satisfies(c -> assertThat(c.size()).isEqualTo(2));
    }

    @Test
    void mailThatLeadsWhereHeldMailLed_isSuspectWhateverItSays() {
        live(EVA, TOM);
        assertThat(judge.judge(lure(EVA, 61, "RFP for Wharf", "stranger")).action())
                .isEqualTo(MailAction.HOLD);
        MailJudgement bare =
                judge.judge(mail(TOM, 61).links(TestMail.file("stranger")).build());
        assertThat(bare.reasons()).extracting(Reason::code).contains("link-of-suspect-mail");
        assertThat(bare.action()).isGreaterThanOrEqualTo(MailAction.JUNK);
    }

    @Test
    void sharesInOurOwnTenant_areNoCampaign() {
        for (int day = 0; day < 30; day++) {
            for (String colleague : List.of("ann", "cem", "dag")) {
                judge.judge(mail(colleague + "@wharf.example", day)
                        .links(TestMail.file("wharf"))
                        .build());
            }
        }
        judge.judge(mail("ann@wharf.example", 31)
                .links(TestMail.file("wharf"))
                .asks(Intent.CREDENTIAL, 0.9)
                .build());
        MailJudgement share = judge.judge(
                mail("cem@wharf.example", 31).links(TestMail.file("wharf")).build());
        assertThat(share.reasons()).extracting(Reason::code).doesNotContain("campaign", "link-of-suspect-mail");
    }

    @Test
    void forwardedLure_isNoCopyByAnotherSender() {
        live(EVA, OURS);
        judge.judge(lure(EVA, 61, "RFP for Wharf", "stranger"));
        MailJudgement forward = judge.judge(mail(OURS, 61)
                .subject("RFP for Wharf")
                .forward()
                .links(TestMail.file("stranger"))
                .asks(Intent.DOCUMENT_LURE, 0.95)
                .build());
        assertThat(forward.reasons()).extracting(Reason::code).doesNotContain("campaign");
    }

    @Test
    void heldMails_countInTheBurstAndMakeACampaignOfTheirOwn() {
        live(OURS);
        MailJudgement last = judge.judge(mail(OURS, 60).build());
        for (int i = 0; i < 60; i++) {
            last = judge.judge(new TestMail(number++, OURS, at(61).plusSeconds(i))
                    .to("x" + i + "@fir.example")
                    .subject("Offer for you " + i)
                    .links(TestMail.file("stranger"))
                    .asks(Intent.DOCUMENT_LURE, 0.95)
                    .build());
        }
        assertThat(last.tags()).contains(Tag.OUTBOUND_BURST);
        assertThat(last.reasons())
                .filteredOn(reason -> reason.code().equals("outbound-burst"))
                .singleElement()
                .satisfies(reason -> assertThat(reason.observed()).startsWith("60 mails within"));
        assertThat(judge.campaigns())
                .singleElement()
                .satisfies(campaign -> assertThat(campaign.size()).isGreaterThan(50));
    }

    @Test
    void suspiciousMail_teachesOnlyAfterDays_andNotAtAllWhenItsSenderIsHeld() {
        live(EVA);
        EmailActivity odd = mail(EVA, 61).links(TestMail.file("new")).build();
        double first = judge.judge(odd).score();
        assertThat(first).isGreaterThan(0.08).isLessThan(0.37);
        assertThat(judge.judge(mail(EVA, 63).links(TestMail.file("new")).build())
                        .score())
                .as("two days later")
                .isGreaterThanOrEqualTo(first * 0.99);
        assertThat(judge.judge(mail(EVA, 68).links(TestMail.file("new")).build())
                        .score())
                .as("a week later")
                .isLessThan(first);

        live(TOM);
        judge.judge(mail(TOM, 70).links(TestMail.file("fresh")).build());
        judge.judge(lure(TOM, 71, "Sign in", "stranger"));
        assertThat(judge.judge(mail(TOM, 80).links(TestMail.file("fresh")).build())
                        .score())
                .as("a lesson lost with the account")
                .isGreaterThanOrEqualTo(first * 0.9);
    }

    @Test
    void strangerWhoAnswersMailThatWentBy_isLessStrange() {
        live(EVA);
        double answered = judge.judge(
                        mail("new@fir.example", 61).answers("<50." + EVA + ">").build())
                .strangeness();
        double unasked = judge.judge(mail("new@elm.example", 61)
                        .answers("<77.nobody@elm.example>")
                        .build())
                .strangeness();
        assertThat(answered).isLessThan(unasked * 0.9);
    }

    @Test
    void strangerInALanguageNobodyWritesHere_isStrangerAndDangerous() {
        for (int i = 0; i < 120; i++) {
            judge.judge(mail("p" + i + "@alder" + i + ".example", 1).build());
        }
        MailJudgement foreign = judge.judge(mail("new@fir.example", 61)
                .language("pt")
                .asks(Intent.PRIZE, 0.9)
                .build());
        assertThat(foreign.reasons()).extracting(Reason::code).contains("language-foreign-here");
        MailJudgement ours =
                judge.judge(mail("new@elm.example", 61).asks(Intent.PRIZE, 0.9).build());
        assertThat(ours.reasons()).extracting(Reason::code).doesNotContain("language-foreign-here");
    }

    @Test
    void bounceWithoutLinks_isNobodysIdentityAndNoText() {
        MailJudgement bounce = judge.judge(mail("mailer-daemon@fir.example", 1)
                .name("Mail Delivery")
                .kind(EmailActivity.Kind.BOUNCE)
                .asks(Intent.CREDENTIAL, 0.99)
                .build());
        assertThat(bounce.action()).isEqualTo(MailAction.NONE);
    }

    @Test
    void nameThatOutlookMadeUp_pretendsNothing() {
        MailJudgement mail = judge.judge(mail("new@fir.example", 1)
                .name("outlook_60A7133428934D5F@outlook.com")
                .build());
        assertThat(mail.reasons())
                .extracting(Reason::code)
                .doesNotContain("name-of-brand", "name-shows-other-address", "name-unlike-address");
        MailJudgement pretender =
                judge.judge(mail("new@elm.example", 1).name("Outlook Team").build());
        assertThat(pretender.reasons()).extracting(Reason::code).contains("name-of-brand");
    }

    @Test
    void mailWithoutATime_isJudged_butTeachesNothingAndJoinsNoCampaign() {
        live(EVA, TOM);
        judge.judge(lure(EVA, 61, "RFP for Wharf", "stranger"));
        TestMail copy = mail(TOM, 61)
                .subject("RFP for Wharf")
                .links(TestMail.file("stranger"))
                .asks(Intent.CREDENTIAL, 0.95);
        MailJudgement undated = judge.judge(copy.undated().build());
        assertThat(undated.score()).isPositive();
        assertThat(undated.reasons())
                .extracting(Reason::code)
                .doesNotContain("campaign", "outbound-burst", "hour-unusual-for-sender");
        assertThat(undated.campaign()).isEmpty();
        assertThat(judge.judge(mail("new@fir.example", 61).undated().build())
                        .relationship()
                        .receivedHere())
                .isZero();
        assertThat(judge.judge(mail("new@fir.example", 61).build())
                        .relationship()
                        .receivedHere())
                .as("learned from the mail without a time")
                .isZero();
    }

    @Test
    void mailsOfALargeCampaign_areTheWorstOfIt() {
        live(OURS);
        double worst = 0;
        for (int i = 0; i < 700; i++) {
            EmailActivity mail = mail(OURS, 61)
                    .to("p" + i + "@cedar.example")
                    .subject("RFP for Wharf")
                    .links(TestMail.file("stranger"))
                    .asks(Intent.CREDENTIAL, i == 690 ? 0.99 : 0.8)
                    .build();
            worst = Math.max(worst, judge.judge(mail).score());
        }
        Campaign campaign = judge.campaigns().get(0);
        assertThat(campaign.size()).isGreaterThan(600);
        assertThat(campaign.mails()).hasSize(500);
        double most = campaign.mails().stream()
                .mapToDouble(Campaign.Member::score)
                .max()
                .orElseThrow();
        assertThat(most).isEqualTo(worst);
    }

    @Test
    void copiesOfASalesLetterByStrangers_areJunkAndNotHeld() {
        live(EVA, TOM);
        List<MailJudgement> copies = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            copies.add(judge.judge(mail("info@seller" + i + ".example", 60)
                    .subject("First page of search for your website")
                    .links(TestMail.site("seller" + i + ".example", "seller" + i + ".example", "offer"))
                    .name("Web Ranking")
                    .asks(Intent.UNSOLICITED_OFFER, 0.7)
                    .build()));
        }
        MailJudgement last = copies.get(7);
        assertThat(last.tags()).contains(Tag.CAMPAIGN);
        assertThat(last.action()).isEqualTo(MailAction.JUNK);
    }

    @Test
    void mailBuiltDifferently_tellsTheHandThatDiffers_notTheProgramThatDoesNot() {
        live(EVA, TOM);
        for (int day = 0; day < 20; day++) {
            judge.judge(mail("una@cedar" + day + ".example", 60).shape(4_711).build());
        }
        MailJudgement odd = judge.judge(mail(EVA, 61)
                .shape(4_711)
                .links(TestMail.file("stranger"))
                .asks(Intent.CREDENTIAL, 0.95)
                .build());
        assertThat(odd.reasons()).anySatisfy(reason -> {
            assertThat(reason.code()).isEqualTo("mail-built-differently");
            assertThat(reason.observed()).isEqualTo(Long.toHexString(4_711));
            assertThat(reason.expected()).startsWith(Long.toHexString(17) + " (");
        });
    }

    private void live(String... senders) {
        for (int day = 0; day < 60; day++) {
            for (String sender : senders) {
                judge.judge(mail(sender, day).build());
            }
        }
    }

    private EmailActivity lure(String from, int day, String subject, String tenant) {
        return mail(from, day)
                .subject(subject)
                .links(TestMail.file(tenant))
                .asks(Intent.CREDENTIAL, 0.95)
                .build();
    }

    private TestMail mail(String from, int day) {
        return new TestMail(number++, from, at(day).plusSeconds(number));
    }

    private static Instant at(int day) {
        return START.plus(Duration.ofDays(day));
    }
}
