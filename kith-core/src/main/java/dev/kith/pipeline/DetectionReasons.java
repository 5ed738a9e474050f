package dev.kith.pipeline;

import dev.kith.detect.Model;
import dev.kith.detect.Signals;
import dev.kith.detect.Visit;
import dev.kith.event.Endpoint;
import dev.kith.profile.AccountFacts;
import dev.kith.score.AccountSurprise;
import dev.kith.score.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is told of a detection: what was observed beside what is usual. */
final class DetectionReasons {
    /** From here a session is told as odd: one of a hundred. Chosen by hand. */
    private static final double ODD_SESSION_BITS = 6.6;

    /** From here mail to new addressees is told as a drip; in fewer hours it is a mailing. Chosen by hand, as in the model. */
    private static final int DRIP_HOURS = 4;

    private DetectionReasons() {}

    /** What was observed beside what is usual; each reason's weight is its share of the model's score. */
    static List<Reason> of(
            Model model, AccountFacts facts, AccountSurprise surprise, Optional<Visit> visit, Signals signals) {
        List<Reason> found = new ArrayList<>();
        visit.ifPresent(v -> found.add(new Reason(
                "network-unusual",
                where(facts.endpoint().orElse(v.endpoint())),
                "closest used: " + v.closest().name().toLowerCase(Locale.ROOT),
                weight(v.networkBits()))));
        if (surprise.device() >= 5) {
            found.add(new Reason("device-unusual", facts.device(), "", weight(surprise.device())));
        }
        if (surprise.act() >= 4) {
            found.add(new Reason(
                    "act-unusual",
                    facts.act().name().toLowerCase(Locale.ROOT) + " " + facts.object(),
                    "",
                    weight(surprise.act())));
        }
        if (surprise.hour() >= 6) {
            found.add(new Reason("hour-unusual", facts.event().occurredAt().toString(), "", weight(surprise.hour())));
        }
        surprise.burst()
                .ifPresent(b -> found.add(new Reason(
                        "burst",
                        b.count() + " within " + b.window(),
                        String.format(Locale.ROOT, "%.1f", b.expected()),
                        weight(b.bits()))));
        signals.drip()
                .filter(d -> d.hours() >= DRIP_HOURS)
                .ifPresent(d -> found.add(new Reason(
                        "drip",
                        d.addressees() + " new addressees in " + d.hours() + " hours",
                        String.format(Locale.ROOT, "%.1f", d.usual()) + " within " + d.window(),
                        weight(d.bits()))));
        if (signals.guessedAccounts() >= 5) {
            found.add(new Reason("guessed-from-there", signals.guessedAccounts() + " accounts within a day", "", 1));
        }
        if (signals.ownLink()) {
            found.add(new Reason("own-link-used", facts.object(), "used by others", 1));
        }
        if (!signals.consentScope().isEmpty()) {
            found.add(new Reason("consent", signals.consentScope(), "", 1));
        }
        signals.session()
                .filter(session -> session.bits() >= ODD_SESSION_BITS)
                .ifPresent(session -> found.add(new Reason(
                        "session-odd",
                        session.shares().stream()
                                .map(share ->
                                        share.name() + String.format(Locale.ROOT, " %.0f %%", 100 * share.share()))
                                .collect(Collectors.joining(", ")),
                        String.format(Locale.ROOT, "1 in %,.0f sessions here", Math.pow(2, session.bits())),
                        weight(session.bits()))));
        if (found.isEmpty() || model.kind() == Model.Kind.RULE) {
            found.add(new Reason("condition", model.condition(), "", 1));
        }
        double sum = found.stream().mapToDouble(Reason::weight).sum();
        return found.stream()
                .map(r -> new Reason(r.code(), r.observed(), r.expected(), model.score() * r.weight() / sum))
                .toList();
    }

    /** A surprise of 20 bits weighs in full. */
    private static double weight(double bits) {
        return Math.max(0.01, Math.min(1, bits / 20));
    }

    private static String where(Endpoint endpoint) {
        return endpoint.ip() + " " + endpoint.asName() + " " + endpoint.country();
    }
}
