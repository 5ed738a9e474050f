package dev.kith.simulate;

import dev.kith.connect.intel.IntelTables;
import dev.kith.connect.model.ModelFile;
import dev.kith.connect.source.InputReader;
import dev.kith.connect.source.Timeline;
import dev.kith.detect.AccountContext;
import dev.kith.detect.Detection;
import dev.kith.detect.Models;
import dev.kith.event.EmailTrace;
import dev.kith.event.Event;
import dev.kith.event.MailAddress;
import dev.kith.investigate.Incident;
import dev.kith.pipeline.AccountJudge;
import dev.kith.pipeline.AccountNames;
import dev.kith.pipeline.Desk;
import dev.kith.profile.AccountProfiles;
import dev.kith.profile.Profiles;
import dev.kith.profile.Staff;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What kith makes of the logs of a simulation that was written into a folder. */
record JudgedLogs(List<Detection> detections, List<Incident> incidents) {
    /** @param from what lies before only teaches */
    static JudgedLogs of(Path folder, String domain, Instant from, Staff staff) throws IOException {
        List<Detection> detections = new ArrayList<>();
        IntelTables intel = IntelTables.builtIn();
        InputReader reader = LogsOnly.reader(intel);
        Predicate<MailAddress> owns = address -> address.domain().equals(domain);
        AccountProfiles profiles = new AccountProfiles(new Profiles(10_000), staff);
        try (Timeline timeline = reader.read(
                List.of(folder.resolve("audit"), folder.resolve("signins"), folder.resolve("messagetrace")),
                (done, total, events) -> {})) {
            AccountNames names = new AccountNames();
            timeline.forEach(names::observe);
            AccountNames.Known known = names.conclude();
            Desk desk = new Desk(owns, known, profiles.peers()::of);
            AccountJudge judge = new AccountJudge(
                    profiles, intel, Models.of(ModelFile.builtIn()), new AccountContext(owns, intel), desk, known);
            for (Event event : timeline) {
                if (event instanceof EmailTrace row) {
                    judge.take(row);
                    desk.take(row);
                }
                boolean reported = !event.occurredAt().isBefore(from);
                judge.judge(event).ifPresent(judgement -> {
                    desk.take(judgement, reported);
                    if (reported) {
                        detections.addAll(judgement.detections());
                    }
                });
            }
            return new JudgedLogs(detections, desk.incidents());
        }
    }
}
