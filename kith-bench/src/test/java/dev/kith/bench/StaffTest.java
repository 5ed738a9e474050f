package dev.kith.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaffTest {
    private static final int RECORDS = 20_000;

    @TempDir
    Path folder;

    @Test
    void everyRecordIsRead_andMostAccountsAreLearned() throws IOException {
        Path log = folder.resolve("audit.jsonl");
        new Staff(200).write(log, RECORDS);
        Replay replay = new Replay(List.of(log));
        AtomicLong problems = new AtomicLong();
        replay.timed(
                (timeline, intel, reading) -> problems.set(timeline.report().problemCount()));

        Replay.Outcome outcome = replay.judge();

        assertThat(problems).hasValue(0);
        assertThat(outcome.records()).isEqualTo(RECORDS);
        assertThat(outcome.profiles().size()).isBetween(195, 201);
    }

    @Test
    void aLogIsTheSameEveryTime() throws IOException {
        Path one = folder.resolve("one.jsonl");
        Path other = folder.resolve("other.jsonl");
        new Staff(50).write(one, 1_000);
        new Staff(50).write(other, 1_000);

        assertThat(Files.mismatch(one, other)).isEqualTo(-1);
    }
}
