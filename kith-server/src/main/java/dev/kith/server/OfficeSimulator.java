package dev.kith.server;

import dev.kith.simulate.Charter;
import dev.kith.simulate.DirectoryWriter;
import dev.kith.simulate.Simulation;
import dev.kith.simulate.Story;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The simulated organisation of kith-simulate, written into a folder. */
final class OfficeSimulator implements Simulator {
    @Override
    public List<String> stories() {
        return Arrays.stream(Story.values()).map(Story::option).toList();
    }

    @Override
    public Simulated run(Settings settings, Path out, Progress progress) throws IOException {
        Simulation.Settings life = new Simulation.Settings(
                Story.of(settings.story()),
                settings.accounts(),
                settings.days(),
                settings.seed(),
                Simulation.Settings.demo().begin());
        progress.at("Simulating", 0, settings.days(), 0, "mails");
        try (DirectoryWriter writer = new DirectoryWriter(out)) {
            Simulation.Result result = Simulation.runWithLogs(life, writer);
            Charter charter = result.charter();
            return new Simulated(
                    out.resolve("mail"),
                    out.resolve("directory.csv"),
                    charter.domains(),
                    charter.learnUntil(),
                    result.mails());
        }
    }
}
