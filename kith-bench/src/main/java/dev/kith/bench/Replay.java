package dev.kith.bench;

import dev.kith.connect.Formats;
import dev.kith.connect.intel.Intel;
import dev.kith.connect.intel.IntelTables;
import dev.kith.connect.language.LanguageAnalyser;
import dev.kith.connect.link.LinkReading;
import dev.kith.connect.mail.MailParser;
import dev.kith.connect.source.InputReader;
import dev.kith.connect.source.InputSettings;
import dev.kith.connect.source.Progress;
import dev.kith.connect.source.Timeline;
import dev.kith.event.EmailActivity;
import dev.kith.event.Event;
import dev.kith.profile.Profiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Goes through an input as {@code kith scan} does, with one thread, writing nothing: either only as far as reading, or to
 * the verdicts. Nothing learned is carried from one pass to the next.
 */
final class Replay {
    /** As many as {@code kith scan} keeps. */
    static final int PROFILES_MAX = 200_000;

    private final List<Path> inputs;
    private final Intel intel;
    private final InputReader reader;

    Replay(List<Path> inputs) {
        this.inputs = List.copyOf(inputs);
        this.intel = IntelTables.builtIn();
        InputSettings settings = InputSettings.defaults().withThreads(1);
        MailParser mails = new MailParser(intel, new LinkReading(intel), LanguageAnalyser.load());
        this.reader = new InputReader(Formats.all(mails::parse, intel, settings), settings);
    }

    /**
     * What a pass found.
     *
     * @param mails how many mails there were
     * @param records how many records of logs there were
     * @param profiles what was learned of everybody; empty after mere reading
     * @param checksum of all verdicts, so that none can be optimised away and passes can be compared
     */
    record Outcome(long mails, long records, Profiles profiles, double checksum) {
        long events() {
            return mails + records;
        }

        /** What the profiles hold, by their own estimate. */
        long bytes() {
            return profiles.estimatedBytes();
        }
    }

    /** What is done with what was read. */
    interface Use {
        void of(Timeline timeline, Intel intel, Clock.Spell reading);
    }

    /** Reads, and hands on what was read and how long that took. */
    void timed(Use use) throws IOException {
        Clock clock = Clock.start();
        try (Timeline timeline = reader.read(inputs, Progress.none())) {
            use.of(timeline, intel, clock.lap());
        }
    }

    /** From bytes to events in order of time, and once through them. */
    Outcome read() throws IOException {
        try (Timeline timeline = reader.read(inputs, Progress.none())) {
            long mails = 0;
            long records = 0;
            double checksum = 0;
            for (Event event : timeline) {
                if (event instanceof EmailActivity mail) {
                    mails++;
                    checksum += mail.contentHash();
                } else {
                    records++;
                    checksum += event.id().value().length();
                }
            }
            return new Outcome(mails, records, new Profiles(1), checksum);
        }
    }

    /** The same, and whose it is, and each mail and record judged, learned from and investigated. */
    Outcome judge() throws IOException {
        try (Timeline timeline = reader.read(inputs, Progress.none())) {
            Judges judges = Judges.of(timeline, intel);
            timeline.forEach(judges::take);
            return new Outcome(judges.mails(), judges.records(), judges.profiles(), judges.checksum());
        }
    }
}
