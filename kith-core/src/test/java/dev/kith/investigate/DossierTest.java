package dev.kith.investigate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.detect.Detection;
import dev.kith.detect.Model;
import dev.kith.event.AccountId;
import dev.kith.event.Actor;
import dev.kith.event.Endpoint;
import dev.kith.event.IpAddress;
import dev.kith.investigate.Addressees.AsMail;
import dev.kith.investigate.CaseGraph.Kind;
import dev.kith.profile.Act;
import dev.kith.score.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What is told of an incident beside its story: what active mode would have ended, bursts, how far it reaches, the graph. */
class DossierTest {
    private static final String ANN = "ann@wharf.example";
    private static final Instant NOON = Instant.parse("2026-05-19T12:00:00Z");
    private static final Map<String, Instant> RAISED = Map.of(ANN, NOON.plusSeconds(600));
    private int number;

    @Test
    void actsAfterItWasRaised_wouldNotHaveHappened_theOneItWasRaisedOnDid() {
        List<Trace> acts = List.of(
                act(Act.SIGN_IN, 0, ""),
                act(Act.FILE_DOWNLOAD, 600, "/a/Passwords.xlsx"),
                act(Act.FILE_DOWNLOAD, 601, "/a/Cards.xlsx"),
                act(Act.ANONYMOUS_LINK_USED, 700, "/a/Cards.xlsx"));
        Containment replay = Containment.of(acts, RAISED, Duration.ZERO, id -> Addressees.UNKNOWN)
                .orElseThrow();
        assertThat(replay.count(Containment.Kind.FILE_FETCHED))
                .contains(new Containment.Count(Containment.Kind.FILE_FETCHED, 1, 1));
        assertThat(replay.count(Containment.Kind.LINK_USED))
                .contains(new Containment.Count(Containment.Kind.LINK_USED, 0, 1));
        assertThat(replay.delay()).isEqualTo(Duration.ofMinutes(10));
        assertThat(replay.helps()).isTrue();
    }

    @Test
    void recordsThatComeLate_endLess() {
        List<Trace> acts = List.of(act(Act.SIGN_IN, 0, ""), act(Act.FILE_DOWNLOAD, 3_600, "/a/Passwords.xlsx"));
        assertThat(Containment.of(acts, RAISED, Duration.ZERO, id -> Addressees.UNKNOWN)
                        .orElseThrow()
                        .helps())
                .isTrue();
        Containment late = Containment.of(acts, RAISED, Containment.LATE_LOGS, id -> Addressees.UNKNOWN)
                .orElseThrow();
        assertThat(late.helps()).isFalse();
        assertThat(late.raised()).isEqualTo(NOON.plusSeconds(600).plus(Containment.LATE_LOGS));
    }

    @Test
    void anAccountWithoutARaisedCase_isNotClosed() {
        Trace act = act(Act.MAIL_SEND, 9_000, "");
        assertThat(Containment.before(act, Map.of("ben@wharf.example", NOON), Duration.ZERO))
                .isTrue();
    }

    @Test
    void whatIsHeldAsMail_reachesNobody_thoughItWasSentBeforeTheAccountWasClosed() {
        Map<String, AsMail> mails = Map.of("<1>", AsMail.HELD, "<2>", AsMail.DELIVERED, "<4>", AsMail.HELD);
        List<Trace> acts = List.of(
                act(Act.MAIL_SEND, 100, "", "<1>"),
                act(Act.MAIL_SEND, 200, "", "<2>"),
                act(Act.MAIL_SEND, 300, "", "<3>"),
                act(Act.MAIL_SEND, 900, "", "<4>"),
                act(Act.MAIL_SEND, 901, "", "<5>"));
        Function<String, Addressees> sentTo =
                id -> new Addressees(List.of(), List.of(), mails.getOrDefault(id, AsMail.NOT_READ));

        assertThat(Containment.of(acts, RAISED, Duration.ZERO, sentTo)
                        .orElseThrow()
                        .asMail())
                .contains(new Containment.AsMail(3, 2, 2));
        assertThat(Containment.of(acts, RAISED, Containment.LATE_LOGS, sentTo)
                        .orElseThrow()
                        .asMail())
                .contains(new Containment.AsMail(3, 2, 3));
        assertThat(Containment.of(acts, RAISED, Duration.ZERO, id -> Addressees.UNKNOWN)
                        .orElseThrow()
                        .asMail())
                .isEmpty();
    }

    @Test
    void whereAccountsAreClosedTooLate_mailThatIsHeldHelps() {
        List<Trace> acts = List.of(act(Act.MAIL_SEND, 100, "", "<1>"));
        Containment replay = Containment.of(
                        acts, RAISED, Duration.ZERO, id -> new Addressees(List.of(), List.of(), AsMail.HELD))
                .orElseThrow();
        assertThat(replay.helps()).isTrue();
    }

    @Test
    void noActs_noReplay() {
        assertThat(Containment.of(List.of(), RAISED, Duration.ZERO, id -> Addressees.UNKNOWN))
                .isEmpty();
        assertThat(Containment.of(
                        List.of(act(Act.SIGN_IN_FAILED, 0, "")), RAISED, Duration.ZERO, id -> Addressees.UNKNOWN))
                .isEmpty();
    }

    @Test
    void burst_isCountedByMinute_withTheMailAtWhichItWouldHaveEnded() {
        List<Trace> mails = new ArrayList<>();
        mails.add(act(Act.MAIL_SEND, -9_000, ""));
        for (int i = 0; i < 200; i++) {
            mails.add(act(Act.MAIL_SEND, 500 + i * 3L, ""));
        }
        assertThat(Outflow.of(mails, RAISED, List.of(burst("20 within PT1H", "0.7"))))
                .singleElement()
                .satisfies(outflow -> {
                    assertThat(outflow.account()).isEqualTo(ANN);
                    assertThat(outflow.mails()).isEqualTo(200);
                    assertThat(outflow.others()).isEqualTo(1);
                    assertThat(outflow.before()).isEqualTo(34);
                    assertThat(outflow.step()).isEqualTo(Duration.ofMinutes(1));
                    assertThat(outflow.counts()).hasSize(11);
                    assertThat(outflow.usual()).contains(new Outflow.Usual(0.7, Duration.ofHours(1)));
                });
    }

    @Test
    void aFewMails_areNoBurst() {
        List<Trace> mails = new ArrayList<>();
        for (int i = 0; i < 19; i++) {
            mails.add(act(Act.MAIL_SEND, i, ""));
        }
        assertThat(Outflow.of(mails, RAISED, List.of())).isEmpty();
    }

    @Test
    void aLongBurst_hasLongerSteps_andNeverMoreThanSixty() {
        List<Trace> mails = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            mails.add(act(Act.MAIL_SEND, i * 1_800L, ""));
        }
        Outflow outflow = Outflow.of(mails, Map.of(), List.of()).get(0);
        assertThat(outflow.counts()).hasSizeLessThanOrEqualTo(60);
        assertThat(outflow.mails()).isEqualTo(400);
        assertThat(outflow.usual()).isEmpty();
        assertThat(outflow.before()).isEqualTo(400);
    }

    @Test
    void whatIsNoReasonOfABurst_tellsNothingUsual() {
        assertThat(Outflow.Usual.of(new Reason("burst", "20 within soon", "0.7", 1)))
                .isEmpty();
        assertThat(Outflow.Usual.of(new Reason("burst", "20 within PT1H", "many", 1)))
                .isEmpty();
        assertThat(Outflow.Usual.of(new Reason("hour-unusual", "20 within PT1H", "0.7", 1)))
                .isEmpty();
    }

    @Test
    void recipients_areCountedByOrganisation_andThoseUnknownAreCounted() {
        Map<String, Addressees> sentTo = Map.of(
                "<1>",
                        new Addressees(
                                List.of("ben@wharf.example"), List.of("x@b.example", "y@b.example"), AsMail.NOT_READ),
                "<2>", new Addressees(List.of(), List.of("x@b.example", "z@c.example"), AsMail.NOT_READ));
        List<Trace> acts = List.of(
                act(Act.MAIL_SEND, 0, "", "<1>"), act(Act.MAIL_SEND, 1, "", "<2>"), act(Act.MAIL_SEND, 2, "", "<3>"));
        BlastRadius radius =
                BlastRadius.of(Set.of(ANN), acts, List.of(), id -> sentTo.getOrDefault(id, Addressees.UNKNOWN));
        assertThat(radius.outside())
                .containsExactly(
                        new BlastRadius.Outside("b.example", 2, 2, List.of("x@b.example", "y@b.example")),
                        new BlastRadius.Outside("c.example", 1, 1, List.of("z@c.example")));
        assertThat(radius.organisations()).isEqualTo(2);
        assertThat(radius.addressees()).isEqualTo(3);
        assertThat(radius.colleagues().first()).containsExactly("ben@wharf.example");
        assertThat(radius.unknown()).isEqualTo(1);
    }

    @Test
    void whatWasTouched_isNamedOnce() {
        BlastRadius radius = BlastRadius.of(
                Set.of(ANN),
                List.of(
                        act(Act.FILE_OPEN, 0, "/a/Plan.docx"),
                        act(Act.ANONYMOUS_LINK_CREATED, 1, "/a/Passwords.xlsx"),
                        act(Act.ANONYMOUS_LINK_USED, 2, "/a/Passwords.xlsx"),
                        act(Act.FILE_DOWNLOAD, 3, "/a/Passwords.xlsx")),
                List.of(lure("p@partner.example", ANN, "ben@wharf.example")),
                id -> Addressees.UNKNOWN);
        assertThat(radius.opened().first()).containsExactly("/a/Plan.docx", "/a/Passwords.xlsx");
        assertThat(radius.fetched().first()).containsExactly("/a/Passwords.xlsx");
        assertThat(radius.secrets().first()).containsExactly("/a/Passwords.xlsx");
        assertThat(radius.links().count()).isEqualTo(1);
        assertThat(radius.partners().first()).containsExactly("p@partner.example");
        assertThat(radius.lured().first()).containsExactly("ben@wharf.example");
    }

    @Test
    void graph_joinsSenderMailAccountAndWhatItTouched() {
        CaseGraph graph = CaseGraph.of(
                Set.of(ANN),
                List.of(
                        act(Act.FILE_DOWNLOAD, 0, "/a/Plan.docx"),
                        act(Act.MAIL_SEND, 1, ""),
                        act(Act.MAIL_SEND, 2, "")),
                List.of(lure("p@partner.example", ANN)));
        assertThat(graph.nodes())
                .extracting(n -> n.kind() + " " + n.label() + " " + n.count())
                .containsExactly(
                        "ACCOUNT ann@wharf.example 0",
                        "MAIL RFP 1",
                        "SENDER p@partner.example 1",
                        "FILE Plan.docx 1",
                        "SENT ann@wharf.example 2");
        assertThat(graph.edges())
                .allMatch(e -> e.from() < graph.nodes().size()
                        && e.to() < graph.nodes().size())
                .extracting(CaseGraph.Edge::relation)
                .contains(
                        CaseGraph.Relation.WROTE,
                        CaseGraph.Relation.REACHED,
                        CaseGraph.Relation.TOUCHED,
                        CaseGraph.Relation.SENT);
        assertThat(graph.left()).isEmpty();
    }

    @Test
    void graph_hasRoomForAFewOfAKind_andCountsTheRest() {
        List<Trace> acts = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            acts.add(act(Act.FILE_DOWNLOAD, i, "/a/" + i + ".docx"));
        }
        CaseGraph graph = CaseGraph.of(Set.of(ANN), acts, List.of());
        long files = graph.nodes().stream().filter(n -> n.kind() == Kind.FILE).count();
        assertThat(files + graph.left().getOrDefault(Kind.FILE, 0)).isEqualTo(100);
        assertThat(graph.nodes()).hasSizeLessThan(10);
    }

    private Trace act(Act act, long seconds, String object, String... messageIds) {
        return new Trace(
                "r-" + ++number,
                NOON.plusSeconds(seconds),
                new AccountId(ANN),
                Actor.Kind.PERSON,
                act,
                Optional.of(Endpoint.of(IpAddress.parse("192.0.2.66").orElseThrow())),
                "mac/chrome",
                "",
                object,
                "",
                Optional.empty(),
                List.of(messageIds),
                0,
                0,
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static MailTrace lure(String from, String... to) {
        return new MailTrace("<lure>", NOON.minusSeconds(3_600), from, false, List.of(to), "RFP", true, "");
    }

    private static Detection burst(String observed, String expected) {
        Model model = new Model(
                "burst", "Email / Outbound::Burst", Set.of(Act.MAIL_SEND), "true", 0.5, List.of(), "", List.of());
        return new Detection(
                "DET-1",
                NOON,
                model,
                new AccountId(ANN),
                Optional.empty(),
                "r-1",
                List.of(new Reason("burst", observed, expected, 0.5)));
    }
}
