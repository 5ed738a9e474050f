package dev.kith.bench;

import dev.kith.connect.intel.Intel;
import dev.kith.connect.intel.IntelTables;
import dev.kith.connect.language.LanguageAnalyser;
import dev.kith.connect.link.LinkReading;
import dev.kith.connect.mail.MailParser;
import dev.kith.event.SourceRef;
import dev.kith.pipeline.MailJudge;
import dev.kith.pipeline.Organisation;
import dev.kith.profile.MailProfiles;
import dev.kith.profile.Profiles;
import java.util.Set;

/**
 * What a mail costs from its bytes to its verdict, by how many write: as many mails from few as from many, so that with as
 * many senders as mails every one comes from somebody new. The first third is not counted, while the machine's compiler is
 * at work.
 */
public final class MailBench {
    private MailBench() {}

    /** {@code SENDERS MAILS}: how many correspondents there are, and how many mails they write. */
    public static void main(String[] args) {
        if (args.length != 2) {
            System.err.println("usage: MailBench SENDERS MAILS   (such as 60000 60000)");
            System.exit(2);
        }
        run(Integer.parseInt(args[0]), Integer.parseInt(args[1]));
    }

    private static void run(int senders, int mails) {
        Intel intel = IntelTables.builtIn();
        MailParser parser = new MailParser(intel, new LinkReading(intel), LanguageAnalyser.load());
        byte[] bytes = Samples.listMail();
        Crowd crowd = new Crowd(parser.parse(bytes, SourceRef.of("sample")));
        Organisation house =
                new Organisation(Set.of(Samples.OUR_DOMAIN), Set.of(), Set.of("mx1." + Samples.OUR_DOMAIN), false);
        Profiles profiles = new Profiles(Replay.PROFILES_MAX);
        MailJudge judge = new MailJudge(house, intel, new MailProfiles(profiles));
        double checksum = 0;
        Clock clock = Clock.start();
        for (int i = 0; i < mails; i++) {
            if (i == mails / 3) {
                clock.lap();
            }
            checksum += judge.judge(crowd.mail(parser.parse(bytes, SourceRef.of("sample")), i % senders))
                    .score();
        }
        Clock.Spell spell = clock.lap();
        int counted = mails - mails / 3;
        LogBench.print(
                "%,d mails of %,d senders: %.1f us each by CPU, %.1f by clock; %,d profiles of %,d bytes; checksum %.3f",
                mails,
                senders,
                spell.cpuSeconds() * 1e6 / counted,
                spell.wallSeconds() * 1e6 / counted,
                profiles.size(),
                profiles.estimatedBytes() / Math.max(1, profiles.size()),
                checksum);
    }
}
