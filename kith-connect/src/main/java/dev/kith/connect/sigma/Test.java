package dev.kith.connect.sigma;

import java.util.List;

/** Part of a rule's detection: holds for a record or does not. */
interface Test {
    boolean holds(SourceView record);

    /** Holds where all do. */
    static Test all(List<Test> tests) {
        List<Test> parts = List.copyOf(tests);
        return record -> {
            for (Test part : parts) {
                if (!part.holds(record)) {
                    return false;
                }
            }
            return true;
        };
    }

    /** Holds where one does. */
    static Test any(List<Test> tests) {
        List<Test> parts = List.copyOf(tests);
        return record -> {
            for (Test part : parts) {
                if (part.holds(record)) {
                    return true;
                }
            }
            return false;
        };
    }

    static Test not(Test test) {
        return record -> !test.holds(record);
    }
}
