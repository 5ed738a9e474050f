package dev.kith.bench;

import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/** Processor time beside JMH's time on the wall, for machines on which others are at work: {@code -prof dev.kith.bench.ProcessorTime}. */
public final class ProcessorTime implements InternalProfiler {
    private Clock clock = Clock.start();

    @Override
    public String getDescription() {
        return "microseconds of processor time for each operation, garbage collection and compiling included";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        clock = Clock.start();
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        double micros = clock.lap().cpuSeconds() * 1e6 / result.getMetadata().getAllOps();
        return List.of(new ScalarResult("cpu", micros, "us/op", AggregationPolicy.AVG));
    }
}
