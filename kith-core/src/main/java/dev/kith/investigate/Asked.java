package dev.kith.investigate;

import dev.kith.detect.Detection;
import dev.kith.detect.Model;
import dev.kith.detect.Visit;
import dev.kith.event.AccountId;
import dev.kith.profile.Act;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** A person's question as a trigger. That somebody asks is no evidence: the beliefs start as they always do. */
public final class Asked {
    private static final Model MODEL = new Model(
            "asked",
            "Asked / By a person::What is this",
            EnumSet.allOf(Act.class),
            "",
            0.05,
            List.of(),
            "Nothing is claimed.",
            List.of("Whoever asks may ask about anything."));

    private Asked() {}

    /** @param at what time is asked about */
    public static Detection trigger(String id, AccountId account, Optional<Visit> visit, Instant at) {
        return new Detection(id, at, MODEL, account, visit, id, List.of());
    }
}
