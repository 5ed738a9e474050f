package dev.kith.connect.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.kith.event.MailAddress;
import dev.kith.event.Problem;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryTableTest {
    private static final String HEADER = "account,display_name,department,manager,title,status,last_day,protected\n";

    @Test
    void fullRow_isReadWhole() throws IOException {
        DirectoryTable table = read(HEADER
                + "M.Quist@Fenwick.example,\"Quist, Mara\",Imports,H.Grant@fenwick.example,Clerk,Left,2026-10-31,no\n");
        assertThat(table.problems()).isEmpty();
        assertThat(table.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.account()).isEqualTo(MailAddress.of("m.quist@fenwick.example"));
            assertThat(entry.displayName()).isEqualTo("Quist, Mara");
            assertThat(entry.manager()).isEqualTo("h.grant@fenwick.example");
            assertThat(entry.status()).isEqualTo("left");
            assertThat(entry.lastDay()).contains(LocalDate.of(2026, 10, 31));
            assertThat(entry.guarded()).isFalse();
        });
    }

    @Test
    void accountAlone_isEnough() throws IOException {
        DirectoryTable table = read("account\na@fenwick.example\nb@fenwick.example\n");
        assertThat(table.problems()).isEmpty();
        assertThat(table.entries()).extracting(e -> e.account().local()).containsExactly("a", "b");
    }

    @Test
    void columnsInAnotherOrderOrShortRows_areRead() throws IOException {
        DirectoryTable table = read("title,account,protected\nChief,a@fenwick.example,yes\n,b@fenwick.example\n");
        assertThat(table.entries().get(0).title()).isEqualTo("Chief");
        assertThat(table.entries().get(0).guarded()).isTrue();
        assertThat(table.entries().get(1).guarded()).isFalse();
    }

    @Test
    void badRow_isNamedWithItsLine_andTheRestStands() throws IOException {
        DirectoryTable table =
                read(HEADER + "a@fenwick.example,,,,,,,\nnobody,,,,,,,\nc@fenwick.example,,,,,,31.10.2026,\n");
        assertThat(table.entries()).hasSize(2);
        assertThat(table.problems())
                .extracting(Problem::code, Problem::offset)
                .containsExactly(tuple("directory-account-unreadable", 3L), tuple("directory-day-unreadable", 4L));
    }

    @Test
    void tableWithoutAccountColumn_isAProblem() throws IOException {
        DirectoryTable table = read("mail,name\na@fenwick.example,A\n");
        assertThat(table.entries()).isEmpty();
        assertThat(table.problems()).extracting(Problem::code).contains("directory-without-account");
    }

    @Test
    void unclearProtection_protects() throws IOException {
        DirectoryTable table = read("account,protected\na@fenwick.example,break glass\n");
        assertThat(table.entries().get(0).guarded()).isTrue();
        assertThat(table.problems()).extracting(Problem::code).containsExactly("directory-protected-unclear");
    }

    @Test
    void brokenQuoting_isAProblem_andWhatCameBeforeStands() throws IOException {
        DirectoryTable table = read("account,title\na@fenwick.example,x\nb@fenwick.example,\"never closed\n");
        assertThat(table.entries()).hasSize(1);
        assertThat(table.problems()).extracting(Problem::code).containsExactly("directory-broken");
    }

    @Test
    void emptyFile_isAProblem() throws IOException {
        assertThat(read("").problems()).extracting(Problem::code).containsExactly("directory-empty");
    }

    @Test
    void byteOrderMark_isNoPartOfTheFirstColumn(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("directory.csv");
        Files.write(file, "\uFEFFaccount\na@fenwick.example\n".getBytes(StandardCharsets.UTF_8));
        assertThat(DirectoryTable.read(file).entries()).hasSize(1);
    }

    private static DirectoryTable read(String csv) throws IOException {
        return DirectoryTable.read(new StringReader(csv));
    }
}
