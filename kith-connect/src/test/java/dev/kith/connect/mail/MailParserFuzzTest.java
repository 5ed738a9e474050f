package dev.kith.connect.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.event.EmailActivity;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Broken bytes never make the parser throw or hang. Every finding is kept as a file in {@code fuzz/}. */
class MailParserFuzzTest {
    private static final int CASES = 1_500;
    private static final long CPU_NANOS_MAX = 2_000_000_000L; // the limit the parser promises

    @Test
    void mutatedSample_isParsedInBoundedTime() {
        List<byte[]> seeds = new ArrayList<>();
        Samples.messages().forEach(file -> seeds.add(Samples.bytes(file)));
        seeds.addAll(AttachedFiles.messages());
        for (int seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            byte[] original = seeds.get(random.nextInt(seeds.size()));
            byte[] mutated = mutate(original, seeds.get(random.nextInt(seeds.size())), random);
            check(mutated, "seed " + seed);
        }
    }

    @TestFactory
    Stream<DynamicTest> formerFinding_isParsedInBoundedTime() {
        return Samples.files("fuzz").stream()
                .map(file -> DynamicTest.dynamicTest(name(file), () -> check(Samples.bytes(file), name(file))));
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static void check(byte[] message, String name) {
        long start = cpuNanos();
        EmailActivity event = Samples.parse(message);
        assertThat(cpuNanos() - start).as(name).isLessThan(CPU_NANOS_MAX);
        assertThat(event.sizeBytes()).as(name).isEqualTo(message.length);
        assertThat(event.id().value()).as(name).isNotBlank();
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static byte[] mutate(byte[] original, byte[] other, Random random) {
        byte[] bytes = original.clone();
        int flips = 1 + random.nextInt(12);
        for (int i = 0; i < flips; i++) {
            bytes[random.nextInt(bytes.length)] = (byte)
                    (random.nextInt(4) == 0 ? " \n\r;:<>\"(=,\0".charAt(random.nextInt(12)) : random.nextInt(256));
        }
        if (random.nextInt(3) == 0) {
            bytes = Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length));
        }
        if (random.nextInt(4) == 0) {
            int from = random.nextInt(other.length);
            int to = Math.min(other.length, from + random.nextInt(400));
            int at = random.nextInt(bytes.length);
            byte[] spliced = Arrays.copyOf(bytes, bytes.length + to - from);
            System.arraycopy(bytes, at, spliced, at + to - from, bytes.length - at);
            System.arraycopy(other, from, spliced, at, to - from);
            bytes = spliced;
        }
        return bytes;
    }
}
