package dev.kith.server;

import dev.kith.detect.Campaign;
import dev.kith.detect.Detection;
import dev.kith.detect.MailJudgement;
import dev.kith.event.Event;
import dev.kith.investigate.AlertBudget;
import dev.kith.investigate.AlertOutcome;
import dev.kith.investigate.Incident;
import dev.kith.pipeline.Organisation;
import dev.kith.profile.AccountHabits;
import dev.kith.server.report.ReadFacts;
import java.io.IOException;
import java.util.List;

/** Reads, learns and judges: everything behind {@code kith scan} but its output. */
public interface Scan {
    /**
     * Reads all of the input, then judges it in time order.
     *
     * @param judged takes every judgement, in order; what it throws ends the scan
     * @throws IOException when the world fails: no room for events put aside, a report that cannot be written
     */
    Outcome run(ScanRequest request, JudgementSink judged, Progress progress) throws IOException;

    /** Takes judgements. */
    interface JudgementSink {
        void accept(MailJudgement judgement) throws IOException;

        /** Takes an event that is reported, before what came of it. */
        default void reported(Event event) {}

        /** Takes that a model fired on what is reported. */
        default void detected(Detection detection) {}
    }

    /**
     * What is known only in the end.
     *
     * @param organisation ours, named or inferred
     * @param campaigns weightiest first
     * @param incidents what came of the cases: those raised first, then those not decided, then those closed as benign
     * @param budget which of them a person is asked to look at
     * @param alerts what came of each alert of another product
     * @param asked the cases that a person asked about
     * @param habits what is usual for the accounts of those that were raised
     */
    record Outcome(
            Organisation organisation,
            List<Campaign> campaigns,
            List<Incident> incidents,
            AlertBudget budget,
            List<AccountHabits> habits,
            List<AlertOutcome> alerts,
            List<Incident> asked,
            ReadFacts read) {}
}
