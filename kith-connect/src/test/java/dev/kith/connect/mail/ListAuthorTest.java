package dev.kith.connect.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.event.EmailActivity;
import dev.kith.event.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListAuthorTest {
    private static final String REST = """
            To: Team <team@lists.host.example>
            Subject: x
            Date: Tue, 3 Mar 2026 08:15:27 +0000
            Message-ID: <1@a.example>

            Hello
            """;
    private static final String LIST =
            "List-Id: <team.lists.host.example>\nList-Post: <mailto:team@lists.host.example>\n";
    private static final String BY_LIST = "Authentication-Results: mx.here.example; spf=pass"
            + " smtp.mailfrom=team-bounces@lists.host.example; dkim=pass header.d=host.example\n";
    private static final String BY_OTHER = "Authentication-Results: mx.here.example; spf=pass"
            + " smtp.mailfrom=x@stranger.example; dkim=pass header.d=stranger.example\n";

    private static String author(String headers) {
        return Samples.parse(headers + REST).from().toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Jane via Team <team@lists.host.example>|Reply-To: Jane <j@a.example>",
                "Jane via Team <team@lists.host.example>|Reply-To: Team <team@lists.host.example>, Jane <j@a.example>",
                "Jane via Team <team@lists.host.example>|Reply-To: team@lists.host.example\\nCc: Bo <b@a.example>, Jane <j@a.example>",
                "\"'Jane' via Team\" <team@lists.host.example>|X-Original-From: Jane <j@a.example>",
                "\"'Jane' via Team\" <team@lists.host.example>|X-Original-Sender: j@a.example\\nReply-To: team@lists.host.example",
                "\"Jane (via Team Mailing List)\" <team@lists.host.example>|X-Original-From: j@a.example"
            })
    void authorBehindAList_isRecovered(String from, String trace) {
        String headers = BY_LIST + LIST + "From: " + from + "\n" + trace.replace("\\n", "\n") + "\n";
        assertThat(author(headers)).isEqualTo("Jane <j@a.example>");
    }

    @Test
    void listStaysInTheSender() {
        EmailActivity event = Samples.parse(
                LIST + "From: Jane via Team <team@lists.host.example>\nReply-To: Jane <j@a.example>\n" + REST);
        assertThat(event.sender())
                .hasValueSatisfying(
                        list -> assertThat(list.address().toString()).isEqualTo("team@lists.host.example"));
    }

    @Test
    void groupsIo_writesTheAuthorIntoTheAddress() {
        String headers = """
                Authentication-Results: mx.here.example; dkim=pass header.d=groups.io
                From: Jane via groups.io <jane=a.example@groups.io>
                """;
        assertThat(author(headers)).isEqualTo("Jane <jane@a.example>");
        assertThat(author("From: Jane via x <jane=a.example@evil.example>\n"))
                .isEqualTo("Jane via x <jane=a.example@evil.example>");
    }

    @Test
    void pseudonymOfAList_standsForTheAuthor() {
        assertThat(author(BY_LIST + LIST + "From: Jane <0123-dmarc-request@lists.host.example>\n"))
                .isEqualTo("Jane <0123-dmarc-request@lists.host.example>");
    }

    @Test
    void strangerWhoNamesAListAndAPartner_staysAStranger() {
        String from = "From: Jane via team <team@lists.host.example>\nReply-To: Jane <j@a.example>\n";
        EmailActivity event = Samples.parse(BY_OTHER + LIST + from + REST);
        assertThat(event.from().address().toString()).isEqualTo("team@lists.host.example");
        assertThat(event.problems()).extracting(Problem::code).contains("list-not-proven");
        assertThat(author(BY_OTHER + from)).startsWith("Jane via team");
    }

    @Test
    void resultThatStandsBelowTheTopmostHosts_provesNothing() {
        String headers = BY_OTHER + BY_LIST.replace("mx.here.example", "mx.forged.example") + LIST
                + "From: Jane via Team <team@lists.host.example>\nReply-To: Jane <j@a.example>\n";
        assertThat(author(headers)).startsWith("Jane via Team");
    }

    @Test
    void viaWithoutAListOfThatHost_isJustAName() {
        String from = "From: Jane via Docs <docs@stranger.example>\nReply-To: Jane <j@a.example>\n";
        assertThat(author(from)).isEqualTo("Jane via Docs <docs@stranger.example>");
        assertThat(author(LIST + from)).isEqualTo("Jane via Docs <docs@stranger.example>");
    }

    @Test
    void listThatSpeaksForItself_keepsItsName() {
        assertThat(author(BY_LIST + LIST + "From: Team <team@lists.host.example>\nReply-To: Jane <j@a.example>\n"))
                .isEqualTo("Team <team@lists.host.example>");
    }

    @Test
    void brokenSignatureOfTheAuthor_doesNotSpeakAgainstTheList() {
        String broken = "Authentication-Results: lists.host.example; dkim=fail header.d=a.example\n";
        String from = "From: Jane via Team <team@lists.host.example>\nReply-To: Jane <j@a.example>\n";
        assertThat(author(broken + LIST + from)).isEqualTo("Jane <j@a.example>");
        assertThat(author(broken + from)).startsWith("Jane via Team");
    }
}
