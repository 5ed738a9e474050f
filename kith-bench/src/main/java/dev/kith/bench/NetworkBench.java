package dev.kith.bench;

import dev.kith.connect.model.ModelFile;
import dev.kith.detect.CallModels;
import dev.kith.event.Event;
import dev.kith.event.NetworkActivity;
import dev.kith.pipeline.LocalNetworks;
import dev.kith.pipeline.NetworkDesk;
import dev.kith.pipeline.NetworkJudge;
import dev.kith.profile.NetworkProfiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads logs of the network and judges them, and tells what both take: with {@code Zeek} logs of some 100,000 connections
 * judging should take no more than twice as long again as reading. Of several passes the last counts.
 */
public final class NetworkBench {
    private static final int PASSES = 5;

    private NetworkBench() {}

    /** {@code INPUT...}: files and folders of logs. */
    public static void main(String[] args) throws IOException {
        if (args.length == 0) {
            System.err.println("usage: NetworkBench INPUT...");
            System.exit(2);
        }
        List<Path> inputs = Stream.of(args).map(Path::of).toList();
        for (int pass = 1; pass <= PASSES; pass++) {
            pass(new Replay(inputs), pass);
        }
    }

    private static void pass(Replay replay, int pass) throws IOException {
        replay.timed((timeline, intel, read) -> {
            Clock clock = Clock.start();
            LocalNetworks local = new LocalNetworks();
            timeline.forEach(local::observe);
            NetworkJudge judge =
                    new NetworkJudge(new NetworkProfiles(), intel, CallModels.of(ModelFile.network()), local);
            NetworkDesk desk = new NetworkDesk();
            long records = 0;
            for (Event event : timeline) {
                if (event instanceof NetworkActivity seen) {
                    records++;
                    judge.judge(seen).ifPresent(judgement -> desk.take(judgement, true));
                }
            }
            Clock.Spell judged = clock.lap();
            LogBench.print(
                    "pass %d: %,d records, %.2f s to read, %.2f s to judge (by CPU), %d cases",
                    pass,
                    records,
                    read.cpuSeconds(),
                    judged.cpuSeconds(),
                    desk.incidents(List.of()).size());
        });
    }
}
