package dev.kith.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {
    @TempDir
    Path folder;

    @Test
    void passesSeeTheSameMails_andStartWithoutWhatTheLastOneLearned() throws IOException {
        Files.write(folder.resolve("a.eml"), Samples.listMail());
        Files.write(folder.resolve("b.eml"), Samples.pageMail());
        Files.write(folder.resolve("c.jsonl"), Samples.auditRecord());
        Replay replay = new Replay(List.of(folder));

        Replay.Outcome first = replay.judge();
        Replay.Outcome second = replay.judge();

        assertThat(replay.read().mails()).isEqualTo(2);
        assertThat(first.mails()).isEqualTo(2);
        assertThat(second.checksum()).isEqualTo(first.checksum());
        assertThat(second.profiles().size()).isEqualTo(first.profiles().size()).isPositive();
    }
}
