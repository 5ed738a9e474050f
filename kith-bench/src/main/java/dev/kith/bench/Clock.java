package dev.kith.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Time on the wall, and time this process had of the processor: the second hardly changes when others are at work too. */
final class Clock {
    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private long wall = System.nanoTime();
    private long cpu = system.getProcessCpuTime();

    private Clock() {}

    static Clock start() {
        return new Clock();
    }

    /** What went by since the start or the last lap. */
    Spell lap() {
        long wallNow = System.nanoTime();
        long cpuNow = system.getProcessCpuTime();
        Spell spell = new Spell((wallNow - wall) / 1e9, (cpuNow - cpu) / 1e9);
        wall = wallNow;
        cpu = cpuNow;
        return spell;
    }

    static double wallMedian(List<Spell> spells) {
        return median(spells, Spell::wallSeconds);
    }

    static double cpuMedian(List<Spell> spells) {
        return median(spells, Spell::cpuSeconds);
    }

    /** The middle one; the mean of the two in the middle where their number is even. */
    private static double median(List<Spell> spells, ToDoubleFunction<Spell> figure) {
        double[] sorted = spells.stream().mapToDouble(figure).sorted().toArray();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** Garbage collection and compiling count as processor time. */
    record Spell(double wallSeconds, double cpuSeconds) {}
}
