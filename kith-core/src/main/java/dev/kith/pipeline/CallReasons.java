package dev.kith.pipeline;

import dev.kith.detect.CallFacts;
import dev.kith.detect.Model;
import dev.kith.profile.Rhythm;
import dev.kith.score.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Why a model of devices fired: what was seen beside what is usual. */
final class CallReasons {
    private static final double MEGABYTE = 1e6;

    private CallReasons() {}

    static List<Reason> of(Model model, CallFacts facts) {
        List<Reason> reasons = new ArrayList<>();
        double weight = model.score() / 2;
        CallFacts.Traffic traffic = facts.traffic();
        Rhythm rhythm = facts.rhythm();
        if (model.techniques().contains("T1095")) {
            reasons.add(new Reason(
                    "network-refused", traffic.refused() + " of " + traffic.calls(), "programs give up", weight));
        } else if (facts.lookUps().isPresent()) {
            reasons.add(new Reason(
                    "network-names",
                    facts.lookUps().get().names() + " names of "
                            + round(facts.lookUps().get().meanLength()) + " characters",
                    "few and short names",
                    weight));
        } else if (model.techniques().contains("T1041")) {
            reasons.add(new Reason(
                    "network-upload",
                    round(traffic.dayOut() / MEGABYTE) + " MB in a day",
                    "nine in ten days below " + round(traffic.usualUpload() / MEGABYTE) + " MB",
                    weight));
        } else if (model.techniques().contains("T1572")) {
            reasons.add(
                    new Reason("network-long", round(traffic.longestHours()) + " hours", "seconds to minutes", weight));
        } else if (facts.program().mismatch()) {
            reasons.add(new Reason(
                    "network-mismatch",
                    facts.program().service() + " on port " + facts.program().port(),
                    "the service that the port belongs to",
                    weight));
        } else {
            reasons.add(new Reason(
                    "network-regular",
                    rhythm.beats() + " calls, one in " + round(rhythm.periodSeconds()) + " s, off by "
                            + round(100 * rhythm.dispersion()) + " %",
                    "calls as people and pages make them",
                    weight));
        }
        CallFacts.Place place = facts.place();
        reasons.add(new Reason(
                "network-rare",
                facts.destination() + ", " + place.devices() + " of " + place.devicesHere() + " devices",
                place.popularity() > 0 ? "rank known to the world" : "",
                model.score() - weight));
        return reasons;
    }

    private static String round(double value) {
        return value >= 10 ? String.format(Locale.ROOT, "%.0f", value) : String.format(Locale.ROOT, "%.1f", value);
    }
}
