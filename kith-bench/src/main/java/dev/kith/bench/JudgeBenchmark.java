package dev.kith.bench;

import dev.kith.connect.intel.Intel;
import dev.kith.connect.intel.IntelTables;
import dev.kith.connect.language.LanguageAnalyser;
import dev.kith.connect.link.LinkReading;
import dev.kith.connect.mail.MailParser;
import dev.kith.detect.MailJudgement;
import dev.kith.event.Direction;
import dev.kith.event.EmailActivity;
import dev.kith.event.SourceRef;
import dev.kith.pipeline.MailJudge;
import dev.kith.pipeline.Organisation;
import dev.kith.profile.MailFacts;
import dev.kith.profile.MailProfiles;
import dev.kith.profile.Profiles;
import dev.kith.score.LookAlikes;
import dev.kith.score.MailScorer;
import dev.kith.score.Score;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long it takes to judge one mail, by how many correspondents the house has. Every correspondent has sent {@value
 * #MAILS_EACH} mails before, enough to be known; the next one's mail comes from any of them.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:+UseSerialGC", "-Xbatch", "-Xmx5g"})
@Warmup(iterations = 12, time = 2)
@Measurement(iterations = 7, time = 2)
public class JudgeBenchmark {
    private static final int MAILS_EACH = 6;

    @Param({"1000", "10000", "100000"})
    public int correspondents;

    private final Intel intel = IntelTables.builtIn();
    private final MailParser parser = new MailParser(intel, new LinkReading(intel), LanguageAnalyser.load());
    private final byte[] bytes = Samples.listMail();
    private final Organisation house =
            new Organisation(Set.of(Samples.OUR_DOMAIN), Set.of(), Set.of("mx1." + Samples.OUR_DOMAIN), false);
    private final Crowd crowd = new Crowd(parser.parse(bytes, SourceRef.of("sample")));
    private final Profiles kept = new Profiles(Replay.PROFILES_MAX);
    private final MailProfiles profiles = new MailProfiles(kept);
    private final MailJudge judge = new MailJudge(house, intel, profiles);
    private final MailScorer scorer =
            new MailScorer(profiles, LookAlikes.of(house.domains(), intel), intel, house::owns);
    private long drawn;

    @Setup(Level.Trial)
    public void live() {
        long before = heapBytes();
        for (int round = 0; round < MAILS_EACH; round++) {
            for (int n = 0; n < correspondents; n++) {
                judge.judge(crowd.mail(n));
            }
        }
        System.out.printf(
                "# %,d profiles, %,d dropped; bytes each: %,d of heap, %,d by the formula%n",
                kept.size(), kept.evicted(), (heapBytes() - before) / kept.size(), kept.estimatedBytes() / kept.size());
    }

    private static long heapBytes() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** Score, decide and learn: everything between an event and its verdict. */
    @Benchmark
    public MailJudgement judge() {
        return judge.judge(next());
    }

    /** Everything from the bytes of a mail to its verdict, but for unpacking and sorting. */
    @Benchmark
    public MailJudgement bytesToVerdict() {
        EmailActivity parsed = parser.parse(bytes, SourceRef.of("sample"));
        return judge.judge(crowd.mail(parsed, nextCorrespondent()));
    }

    @Benchmark
    public Score score() {
        return Score.of(scorer.weigh(facts(next())));
    }

    @Benchmark
    public MailProfiles learn() {
        profiles.learn(facts(next()), 1);
        return profiles;
    }

    /** What making up the mail costs the others; to be taken off them. */
    @Benchmark
    public EmailActivity makeUp() {
        return next();
    }

    private EmailActivity next() {
        return crowd.mail(nextCorrespondent());
    }

    private int nextCorrespondent() {
        return Crowd.drawn(drawn++, correspondents);
    }

    private MailFacts facts(EmailActivity mail) {
        return MailFacts.of(mail, Direction.INBOUND, house::owns, house.authservIds(), intel);
    }
}
