package dev.kith.bench;

import dev.kith.connect.Formats;
import dev.kith.connect.intel.Intel;
import dev.kith.connect.intel.IntelTables;
import dev.kith.connect.language.LanguageAnalyser;
import dev.kith.connect.link.LinkReading;
import dev.kith.connect.mail.MailParser;
import dev.kith.connect.source.EventSink;
import dev.kith.connect.source.Head;
import dev.kith.connect.source.InputSettings;
import dev.kith.connect.source.Piece;
import dev.kith.connect.source.SourceFormat;
import dev.kith.event.EmailActivity;
import dev.kith.event.Event;
import dev.kith.event.Problem;
import dev.kith.event.SourceRef;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.apache.james.mime4j.MimeException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * How long it takes to make an event of the bytes of one mail or record. The compiler works at once ({@code -Xbatch}), not
 * beside: where others are at work it would not be done with it before the measurement.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:+UseSerialGC", "-Xbatch"})
@Warmup(iterations = 12, time = 2)
@Measurement(iterations = 7, time = 2)
public class ParseBenchmark {
    private static final SourceRef WHERE = SourceRef.of("sample");

    private final Intel intel = IntelTables.builtIn();
    private final MailParser parser = new MailParser(intel, new LinkReading(intel), LanguageAnalyser.load());
    private final byte[] listMail = Samples.listMail();
    private final byte[] pageMail = Samples.pageMail();
    private final byte[] auditRecord = Samples.auditRecord();
    private final Head auditHead = new Head(auditRecord);
    private final SourceFormat audit = Formats.all(parser::parse, intel, InputSettings.defaults()).stream()
            .filter(format -> format.recognises(auditHead))
            .findFirst()
            .orElseThrow();

    @Benchmark
    public EmailActivity listMail() {
        return parser.parse(listMail, WHERE);
    }

    @Benchmark
    public EmailActivity pageWithWrappedLinks() {
        return parser.parse(pageMail, WHERE);
    }

    @Benchmark
    public void listMailByLibrariesAlone(Blackhole hole) throws IOException, MimeException {
        Libraries.parse(listMail, hole);
    }

    @Benchmark
    public void pageByLibrariesAlone(Blackhole hole) throws IOException, MimeException {
        Libraries.parse(pageMail, hole);
    }

    /** With what recognises the record among others and cuts it out of its file. */
    @Benchmark
    public void auditRecord(Blackhole hole) throws IOException {
        audit.read(new Piece("sample", auditHead, new ByteArrayInputStream(auditRecord)), new Drain(hole));
    }

    private record Drain(Blackhole hole) implements EventSink {
        @Override
        public void event(Event event) {
            hole.consume(event);
        }

        @Override
        public void problem(SourceRef where, Problem problem) {
            throw new AssertionError(problem.toString());
        }

        @Override
        public void record(String format) {
            hole.consume(format);
        }
    }
}
