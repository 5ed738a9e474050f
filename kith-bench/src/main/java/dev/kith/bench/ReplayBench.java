package dev.kith.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Times reading alone against reading, judging and learning over the same input, alternating, and prints the medians. */
public final class ReplayBench {
    /** Rounds not counted, while the machine's compiler is at work; three were measured to be enough for 4,000 mails. */
    private static final int WARM_UP_ROUNDS = 3;

    private static final int ROUNDS = 7;

    private final List<Clock.Spell> reading = new ArrayList<>();
    private final List<Clock.Spell> judging = new ArrayList<>();

    private ReplayBench() {}

    /** {@code INPUT...}: files, folders, zips or mboxes, replayed together. */
    public static void main(String[] args) throws IOException {
        List<Path> inputs = Arrays.stream(args).map(Path::of).toList();
        if (inputs.isEmpty() || !inputs.stream().allMatch(Files::exists)) {
            System.err.println("usage: ReplayBench INPUT...   (files, folders, zips, mboxes that exist)");
            System.exit(2);
        }
        new ReplayBench().run(new Replay(inputs));
    }

    private void run(Replay replay) throws IOException {
        Replay.Outcome judged = replay.judge();
        for (int round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
            Clock clock = Clock.start();
            Replay.Outcome read = replay.read();
            Clock.Spell reads = clock.lap();
            judged = replay.judge();
            Clock.Spell judges = clock.lap();
            if (read.events() != judged.events()) {
                throw new AssertionError("read " + read.events() + " events, judged " + judged.events());
            }
            if (round >= WARM_UP_ROUNDS) {
                reading.add(reads);
                judging.add(judges);
            }
        }
        report(judged);
    }

    private void report(Replay.Outcome judged) {
        long events = judged.events();
        long profiles = judged.profiles().size();
        print(
                "%,d mails and %,d records, one thread, medians of %d rounds after %d of warm-up",
                judged.mails(), judged.records(), ROUNDS, WARM_UP_ROUNDS);
        print("%-52s %10s %10s", "a second", "by CPU", "by clock");
        rates("reading alone: unpack, recognise, parse, sort", events, reading);
        rates("scanning: reading, judging, learning, investigating", events, judging);
        print(
                "%-52s %10.2f %10.2f",
                "scanning takes so many times as long",
                Clock.cpuMedian(judging) / Clock.cpuMedian(reading),
                Clock.wallMedian(judging) / Clock.wallMedian(reading));
        print("%-52s %,10d", "profiles", profiles);
        print("%-52s %,10d", "bytes a profile, by the formula that errs high", judged.bytes() / Math.max(1, profiles));
    }

    private static void rates(String what, long events, List<Clock.Spell> spells) {
        print("%-52s %,10.0f %,10.0f", what, events / Clock.cpuMedian(spells), events / Clock.wallMedian(spells));
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
