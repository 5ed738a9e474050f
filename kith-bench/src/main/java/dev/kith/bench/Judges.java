package dev.kith.bench;

import dev.kith.connect.intel.Intel;
import dev.kith.connect.model.ModelFile;
import dev.kith.connect.source.Timeline;
import dev.kith.detect.AccountContext;
import dev.kith.detect.MailJudgement;
import dev.kith.detect.Models;
import dev.kith.event.EmailActivity;
import dev.kith.event.Event;
import dev.kith.investigate.Incident;
import dev.kith.pipeline.AccountJudge;
import dev.kith.pipeline.AccountNames;
import dev.kith.pipeline.Desk;
import dev.kith.pipeline.MailJudge;
import dev.kith.pipeline.Organisation;
import dev.kith.pipeline.OrganisationInference;
import dev.kith.profile.AccountProfiles;
import dev.kith.profile.MailProfiles;
import dev.kith.profile.Profiles;
import dev.kith.profile.World;
import java.util.List;
import java.util.Set;

/** Everything that an event goes through in a scan after it was read: judged, learned from, investigated. */
final class Judges {
    private final Profiles profiles = new Profiles(Replay.PROFILES_MAX);
    private final MailJudge mail;
    private final AccountJudge accounts;
    private final Desk desk;
    private long mails;
    private long records;
    private double checksum;
    private final Stopwatch investigations = new Stopwatch();

    private Judges(Organisation organisation, AccountNames.Known names, Intel intel) {
        mail = new MailJudge(organisation, intel, new MailProfiles(profiles));
        desk = new Desk(organisation::owns);
        accounts = new AccountJudge(
                new AccountProfiles(profiles),
                intel,
                Models.of(ModelFile.builtIn()),
                new AccountContext(organisation::owns, World.unknown()),
                desk,
                names);
    }

    /** Finds out whose the events are, and judges nothing yet. */
    static Judges of(Timeline timeline, Intel intel) {
        OrganisationInference inference = new OrganisationInference(intel);
        AccountNames names = new AccountNames();
        timeline.forEach(event -> {
            inference.observe(event);
            names.observe(event);
        });
        return new Judges(inference.conclude(Set.of(), Set.of()), names.conclude(), intel);
    }

    void take(Event event) {
        if (event instanceof EmailActivity one) {
            mails++;
            MailJudgement judgement = mail.judge(one);
            checksum += judgement.score();
            desk.take(judgement);
            accounts.take(one);
        } else {
            records++;
            accounts.judge(event).ifPresent(judgement -> {
                checksum += judgement.detections().size();
                long before = desk.investigations();
                long start = System.nanoTime();
                desk.take(judgement, true);
                if (desk.investigations() > before) {
                    investigations.add(System.nanoTime() - start);
                }
            });
        }
    }

    List<Incident> incidents() {
        return desk.incidents();
    }

    /** How long the records took that led to an investigation, at the desk. */
    Stopwatch investigations() {
        return investigations;
    }

    Profiles profiles() {
        return profiles;
    }

    long mails() {
        return mails;
    }

    long records() {
        return records;
    }

    double checksum() {
        return checksum + incidents().size();
    }
}
