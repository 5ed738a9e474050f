package dev.kith.connect.model;

import dev.kith.detect.Model;
import dev.kith.detect.Models;
import java.util.ArrayList;
import java.util.List;

/**
 * The models of one list, of the organisation's own.
 *
 * @param off what the list switches off
 */
public record OwnModels(List<Entry> entries, List<Entry> off) {
    /** Reads a list; what is wrong is noted in {@code faults}. */
    public static OwnModels read(String file, Yaml.Items list, List<Fault> faults) {
        ModelFile.Read read = ModelFile.read(file, list, Model.Kind.OWN, faults);
        List<Entry> sound = new ArrayList<>();
        for (Entry entry : read.entries()) {
            try {
                Models.of(List.of(entry.model()));
                sound.add(entry);
            } catch (IllegalArgumentException e) {
                faults.add(new Fault(file, entry.line(), "condition", reason(e)));
            }
        }
        return new OwnModels(sound, read.off());
    }

    /** What the compiler says, without the picture of the place and the name of the model, which are told already. */
    private static String reason(IllegalArgumentException e) {
        String message = String.valueOf(e.getMessage()).replaceFirst("^condition of model [^:]*: ", "");
        StringBuilder reason = new StringBuilder();
        for (String line : message.split("\n", -1)) {
            if (!line.isBlank() && !line.startsWith(" |") && reason.length() < 400) {
                reason.append(reason.isEmpty() ? "" : " ").append(line.strip().replaceFirst("^ERROR: <input>:", "at "));
            }
        }
        return reason.toString();
    }
}
