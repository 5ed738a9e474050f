package dev.kith.server;

import dev.kith.connect.catalogue.Catalogue;
import dev.kith.connect.catalogue.ModelFolder;
import dev.kith.connect.model.Fault;
import dev.kith.server.report.Figures;
import dev.kith.server.report.Shown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder of the organisation's own models, as commands take it. */
final class OwnModels {
    /** Of one fault; names of fields and values in it are foreign text. */
    private static final int FAULT_CHARS_MAX = 600;

    /** Faults told one by one. Chosen by hand: more than anybody mends at once. */
    static final int FAULTS_MAX = 1_000;

    private OwnModels() {}

    /** The catalogue with a folder's models; where one is wrong, all faults are told, and it is wrong usage. */
    static Catalogue required(Path folder, String option, Terminal terminal, ScanCommand.Refusal refuse)
            throws IOException {
        ModelFolder.Loaded loaded = load(folder, option, refuse);
        tell(loaded.faults(), terminal);
        if (!loaded.faults().isEmpty()) {
            throw refuse.because(option + ": " + Figures.count(loaded.faults().size(), "fault", "faults") + " in "
                    + shown(folder) + ", named above; nothing was done");
        }
        return loaded.catalogue();
    }

    static ModelFolder.Loaded load(Path folder, String option, ScanCommand.Refusal refuse) throws IOException {
        if (folder.toString().isBlank() || !Files.exists(folder)) {
            throw refuse.because(option + ": there is no folder " + shown(folder));
        }
        return ModelFolder.load(folder);
    }

    static void tell(List<Fault> faults, Terminal terminal) {
        faults.stream()
                .limit(FAULTS_MAX)
                .forEach(fault -> terminal.err().println(Shown.line(fault.toString(), FAULT_CHARS_MAX)));
        if (faults.size() > FAULTS_MAX) {
            terminal.err().println("and " + Figures.count(faults.size() - FAULTS_MAX) + " more");
        }
    }

    private static String shown(Path folder) {
        return Shown.line(folder.toString(), 200);
    }
}
