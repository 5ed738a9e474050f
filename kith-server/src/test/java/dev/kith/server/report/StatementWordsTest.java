package dev.kith.server.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.investigate.Statement;
import dev.kith.investigate.Statement.Code;
import dev.kith.investigate.Statement.Count;
import dev.kith.investigate.Statement.Names;
import dev.kith.investigate.Statement.Period;
import dev.kith.investigate.Statement.Text;
import dev.kith.investigate.Statement.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatementWordsTest {
    private final StatementWords words = new StatementWords(new Moments(false));

    @Test
    void ofManyAccounts_theTitleNamesTheFirst() {
        assertThat(said(Code.TITLE_HIJACK_SENT, new Names(List.of("a@x", "b@x", "c@x"), 3), new Count(1_492, false)))
                .isEqualTo("Hijacked accounts of a@x and 2 others sent 1,492 mails");
        assertThat(said(Code.TITLE_HIJACK, new Names(List.of("a@x"), 1))).isEqualTo("Hijacked account of a@x");
    }

    @Test
    void oneAndMany_takeTheirForms() {
        assertThat(said(Code.ITEMS_DELETED, new Count(1, false))).isEqualTo("1 item was deleted.");
        assertThat(said(Code.ITEMS_DELETED, new Count(2, true))).isEqualTo("at least 2 items were deleted.");
    }

    @Test
    void aBatch_tellsTimeSubjectAndRecipients() {
        Period period = new Period(Instant.parse("2026-05-20T12:01:00Z"), Instant.parse("2026-05-20T12:25:00Z"));
        Told subjects = new Told(List.of(statement(Code.OF_SUBJECTS, new Names(List.of("A", "B"), 472))));
        Told to = new Told(List.of(statement(
                Code.SENT_TO,
                new Told(List.of(
                        statement(Code.TO_OUTSIDE, new Count(480, false), new Count(374, false)),
                        statement(Code.TO_COLLEAGUES, new Count(1, false)),
                        statement(Code.TO_UNKNOWN, new Count(2, false)))))));
        assertThat(said(Code.BATCH, new Count(480, false), period, subjects, to))
                .isEqualTo(
                        "480 mails, Wed 20 May 12:01 to 12:25, with 472 subjects such as \u201CA\u201D and \u201CB\u201D"
                                + ", to 480 addresses outside in 374 organisations, 1 colleague and in 2 cases nobody knows whom");
    }

    @Test
    void whatStoodOut_isToldBesideTheUsual() {
        assertThat(said(
                        Code.BEYOND_USUAL,
                        new Count(198, false),
                        new Statement.Span(Duration.ofDays(1)),
                        new Text("19.5")))
                .isEqualTo("What stood out: 198 within a day, where 19.5 is usual.");
    }

    @Test
    void foreignTextThatLooksLikeATemplate_staysAsItIs() {
        assertThat(said(Code.LURE, new Text("{2} 5 [a|b] {0#x|y} $1"), new Text("{0}"), new Told(List.of())))
                .isEqualTo("\u201C{2} 5 [a|b] {0#x|y} $1\u201D from {0}");
    }

    private String said(Code code, Statement.Value... values) {
        return words.sentence(statement(code, values));
    }

    private static Statement statement(Code code, Statement.Value... values) {
        return new Statement(code, List.of(values));
    }
}
