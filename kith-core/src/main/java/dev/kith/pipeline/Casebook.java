package dev.kith.pipeline;

import dev.kith.investigate.CaseFile;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The cases that are kept, for evidence to come and for the report. For want of room the oldest that was never raised goes; one
 * that was raised goes only where there is no other. What goes is counted where it would have been reported. Mutable; one
 * writer.
 */
final class Casebook {
    private final int most;
    private final Map<Object, CaseFile> cases = new LinkedHashMap<>();
    private final Set<Object> neverRaised = new LinkedHashSet<>();
    private final Set<Object> reported = new HashSet<>();
    private long forgotten;
    private long raisedForgotten;

    /** @param most cases that are kept, at least 1 */
    Casebook(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("a casebook without room: " + most);
        }
        this.most = most;
    }

    /** The case called so; empty where there is none, or none any more. */
    @Nullable
    CaseFile find(Object key) {
        return cases.get(key);
    }

    /** The case called so, opened where there is none. */
    CaseFile open(Object key, Supplier<CaseFile> opened) {
        CaseFile found = cases.get(key);
        if (found != null) {
            return found;
        }
        if (cases.size() >= most) {
            forgetOne();
        }
        CaseFile file = opened.get();
        cases.put(key, file);
        neverRaised.add(key);
        return file;
    }

    private void forgetOne() {
        boolean raised = neverRaised.isEmpty();
        Iterator<Object> oldest = raised ? cases.keySet().iterator() : neverRaised.iterator();
        Object key = oldest.next();
        oldest.remove();
        cases.remove(key);
        if (reported.remove(key)) {
            forgotten += raised ? 0 : 1;
            raisedForgotten += raised ? 1 : 0;
        }
    }

    /** Notes that a case was raised; what was raised once stays so. */
    void raised(Object key) {
        neverRaised.remove(key);
    }

    /** Notes that a case belongs to the report. */
    void report(Object key) {
        reported.add(key);
    }

    /** The cases that belong to the report, in the order in which they were opened. */
    List<CaseFile> reported() {
        return cases.entrySet().stream()
                .filter(e -> reported.contains(e.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Cases that were never raised, belonged to the report and had to go. */
    long forgotten() {
        return forgotten;
    }

    /** Cases that were raised, belonged to the report and had to go. */
    long raisedForgotten() {
        return raisedForgotten;
    }
}
