package dev.kith.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Reads and judges one made-up log ({@link Staff}) and tells what a record costs, what an investigation takes, and what is in
 * memory at the end. The first tenth is not counted, while the machine's compiler is at work; the last third tells what
 * judging costs when everybody is known.
 */
public final class LogBench {
    private LogBench() {}

    /** {@code PEOPLE RECORDS}: how many accounts the log has, and how many records. */
    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            System.err.println("usage: LogBench PEOPLE RECORDS   (such as 100000 1000000)");
            System.exit(2);
        }
        int people = Integer.parseInt(args[0]);
        int records = Integer.parseInt(args[1]);
        Path log = Files.createTempFile("kith-bench-", ".jsonl");
        try {
            new Staff(people).write(log, records);
            run(log, people, records);
        } finally {
            Files.delete(log);
        }
    }

    private static void run(Path log, int people, int records) throws IOException {
        Replay replay = new Replay(List.of(log));
        print("%,d records of %,d accounts, %,d MB", records, people, Files.size(log) >> 20);
        replay.timed((timeline, intel, read) -> {
            micros("reading, compiling included", read, records);
            Judges judges = Judges.of(timeline, intel);
            long before = heapBytes();
            Clock clock = Clock.start();
            long[] done = new long[1];
            timeline.forEach(event -> {
                judges.take(event);
                done[0]++;
                if (done[0] == records / 10 || done[0] == records * 2L / 3 || done[0] == records) {
                    Clock.Spell spell = clock.lap();
                    if (done[0] == records * 2L / 3) {
                        micros("judging, from a tenth to two thirds", spell, records * 17L / 30);
                    } else if (done[0] == records) {
                        micros("judging, the last third", spell, records / 3);
                    }
                }
            });
            long after = heapBytes();
            print("%-52s %,10d", "incidents", judges.incidents().size());
            judges.investigations().report();
            print("%-52s %,10d", "profiles", judges.profiles().size());
            print("%-52s %,10d", "MB of heap for profiles, evidence and cases", (after - before) >> 20);
            print(
                    "%-52s %,10d",
                    "of it MB of profiles, by the formula", judges.profiles().estimatedBytes() >> 20);
        });
    }

    private static void micros(String what, Clock.Spell spell, long records) {
        print(
                "%-52s %10.1f us by CPU %10.1f by clock",
                what, spell.cpuSeconds() * 1e6 / records, spell.wallSeconds() * 1e6 / records);
    }

    private static long heapBytes() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
