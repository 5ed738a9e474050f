package dev.kith.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kith.detect.Detection;
import dev.kith.detect.Model;
import dev.kith.event.AccountId;
import dev.kith.investigate.CaseFile;
import dev.kith.profile.Act;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CasebookTest {
    private static final Instant NOON = Instant.parse("2026-05-19T12:00:00Z");

    @Test
    void aCaseIsOpenedOnce_andFoundAgain() {
        Casebook book = new Casebook(10);
        CaseFile ann = book.open("ann", () -> file("ann"));
        assertThat(book.open("ann", () -> file("other"))).isSameAs(ann);
        assertThat(book.find("ann")).isSameAs(ann);
        assertThat(book.find("ben")).isNull();
    }

    @Test
    void onlyWhatIsReported_isInTheReport_inTheOrderOfOpening() {
        Casebook book = new Casebook(10);
        open(book, 0, 3);
        book.report(2);
        book.report(0);
        assertThat(accounts(book)).containsExactly("u0", "u2");
    }

    @Test
    void ofManyCases_theOldestThatWereNeverRaisedGo_andNoRaisedOne() {
        Casebook book = new Casebook(1_000);
        for (int i = 0; i < 100_000; i++) {
            open(book, i, i + 1);
            book.report(i);
            if (i < 500) {
                book.raised(i);
            }
        }
        assertThat(accounts(book)).hasSize(1_000).startsWith("u0", "u1").endsWith("u99998", "u99999");
        assertThat(accounts(book).subList(499, 501)).containsExactly("u499", "u99500");
        assertThat(book.forgotten()).isEqualTo(99_000);
        assertThat(book.raisedForgotten()).isZero();
    }

    @Test
    void whereAllWereRaised_theOldestGoes_andIsCounted() {
        Casebook book = new Casebook(3);
        open(book, 0, 3);
        for (int i = 0; i < 3; i++) {
            book.report(i);
            book.raised(i);
        }
        open(book, 3, 4);
        book.report(3);
        assertThat(accounts(book)).containsExactly("u1", "u2", "u3");
        assertThat(book.raisedForgotten()).isEqualTo(1);
        assertThat(book.forgotten()).isZero();
        open(book, 4, 5); // the one that was not raised makes room
        assertThat(accounts(book)).containsExactly("u1", "u2");
        assertThat(book.forgotten()).isEqualTo(1);
    }

    @Test
    void whatIsNotForTheReport_isForgottenWithoutCount() {
        Casebook book = new Casebook(2);
        open(book, 0, 50);
        assertThat(book.forgotten()).isZero();
        assertThat(book.reported()).isEmpty();
    }

    @Test
    void aBookWithoutRoom_isRefused() {
        assertThatThrownBy(() -> new Casebook(0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void open(Casebook book, int from, int to) {
        for (int i = from; i < to; i++) {
            int number = i;
            book.open(i, () -> file("u" + number));
        }
    }

    private static List<String> accounts(Casebook book) {
        return book.reported().stream().map(c -> c.account().value()).toList();
    }

    private static CaseFile file(String account) {
        Model model = new Model("test", "Account::Test", Set.of(Act.SIGN_IN), "true", 0.5, List.of(), "", List.of());
        return new CaseFile(
                new Detection("DET-1", NOON, model, new AccountId(account), Optional.empty(), "r-1", List.of()));
    }
}
