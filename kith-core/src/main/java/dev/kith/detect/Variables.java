package dev.kith.detect;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelVariableResolver;
import dev.kith.event.Endpoint;
import dev.kith.profile.AccountFacts;
import dev.kith.profile.Burst;
import dev.kith.profile.Staff.Departure;
import dev.kith.score.AccountSurprise;
import dev.kith.score.SessionForest.Oddity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** What a model's condition can ask of a record, by name. Found out when asked for: most conditions are decided by the first two. */
record Variables(AccountFacts facts, AccountSurprise surprise, Optional<Visit> visit, Signals signals)
        implements CelVariableResolver {

    private static final Optional<Object> TRUE = Optional.of(true);

    private record Variable(CelType type, Function<Variables, Object> value) {}

    private static final Map<String, Variable> ALL = Map.ofEntries(
            text("act", v -> v.facts.act().name()),
            truth("person", v -> v.facts.person()),
            number("trust", v -> v.surprise.trust()),
            number("network_bits", v -> v.visit.map(Visit::networkBits).orElse(v.surprise.network())),
            text(
                    "network_closest",
                    v -> v.visit
                            .map(Visit::closest)
                            .orElse(v.surprise.closest())
                            .name()),
            truth("network_known_here", v -> v.visit.map(Visit::knownHere).orElse(v.surprise.networkKnownHere())),
            Map.entry("network_traits", new Variable(ListType.create(SimpleType.STRING), Variables::networkTraits)),
            number("device_bits", v -> v.surprise.device()),
            number("application_bits", v -> v.surprise.application()),
            truth("application_known_here", v -> v.surprise.applicationKnownHere()),
            number("act_bits", v -> v.surprise.act()),
            number("act_bits_among_peers", v -> v.surprise.actAmongPeers()),
            number("application_bits_among_peers", v -> v.surprise.applicationAmongPeers()),
            number("site_bits", v -> v.surprise.site()),
            number("site_bits_among_peers", v -> v.surprise.siteAmongPeers()),
            truth("service", v -> v.signals.standing().service()),
            truth("administrator", v -> v.signals.standing().administrator()),
            truth("service_used_by_person", v -> v.signals.standing().usedByPerson()),
            truth("service_new_work", v -> v.signals.standing().newWork()),
            number("hour_bits", v -> v.surprise.hour()),
            number("burst_bits", v -> v.surprise.burst().map(Burst::bits).orElse(0.0)),
            count("burst_count", v -> v.surprise.burst().map(Burst::count).orElse(0)),
            number("drip_bits", v -> v.signals.drip().map(Drip::bits).orElse(0.0)),
            count("drip_addressees", v -> v.signals.drip().map(Drip::addressees).orElse(0)),
            count("drip_hours", v -> v.signals.drip().map(Drip::hours).orElse(0)),
            truth("visit", v -> v.visit.isPresent()),
            number("visit_device_bits", v -> v.visit.map(Visit::deviceBits).orElse(0.0)),
            truth("sensitive", v -> v.signals.sensitive()),
            count("guessed_accounts", v -> v.signals.guessedAccounts()),
            count("guesses", v -> v.signals.guesses()),
            truth("own_link", v -> v.signals.ownLink()),
            truth("hides_mail", v -> v.signals.hidesMail()),
            truth("hides_warnings", v -> v.signals.hidesWarnings()),
            truth("forwards_out", v -> v.signals.forwardsOut()),
            text("consent_scope", v -> v.signals.consentScope()),
            truth("consent_known_here", v -> v.signals.consentKnownHere()),
            count("other_country_minutes", v -> v.signals.otherCountryMinutes()),
            truth("session_moved", v -> v.signals.sessionMoved()),
            truth("left", v -> v.signals.standing().departure() == Departure.LEFT),
            truth("leaving", v -> v.signals.standing().departure() == Departure.LEAVING),
            truth(
                    "file_open_to_outsiders",
                    v -> v.facts.file().filter(f -> f.reach().outside()).isPresent()),
            number("fetched_bits", v -> v.surprise.fetched()),
            count(
                    "gathered_files",
                    v -> v.signals.gathering().map(Gathering::files).orElse(0)),
            count(
                    "gathered_areas",
                    v -> v.signals.gathering().map(Gathering::areas).orElse(0)),
            count(
                    "foreign_files",
                    v -> v.signals.gathering().map(Gathering::foreign).orElse(0)),
            count(
                    "foreign_areas",
                    v -> v.signals.gathering().map(g -> g.foreignAreas().size()).orElse(0)),
            text("shared_with", v -> v.signals.recipient().name()),
            truth("rights_from_suspect", v -> v.signals.rightsFromSuspect()),
            number("session_bits", v -> v.signals.session().map(Oddity::bits).orElse(0.0)));

    /** The names that conditions are written with, and what each holds. */
    static void declare(BiConsumer<String, CelType> declaration) {
        ALL.forEach((name, variable) -> declaration.accept(name, variable.type));
    }

    @Override
    public Optional<Object> find(String name) {
        Variable variable = ALL.get(name);
        return variable == null ? Optional.empty() : Optional.of(variable.value.apply(this));
    }

    /** Whether all of these are true; for names of truth values only. */
    boolean hold(List<String> names) {
        for (String name : names) {
            if (!find(name).equals(TRUE)) {
                return false;
            }
        }
        return true;
    }

    private Object networkTraits() {
        return facts.endpoint().map(Endpoint::traits).orElse(Set.of()).stream()
                .map(Enum::name)
                .sorted()
                .toList();
    }

    private static Map.Entry<String, Variable> text(String name, Function<Variables, String> value) {
        return Map.entry(name, new Variable(SimpleType.STRING, value::apply));
    }

    private static Map.Entry<String, Variable> truth(String name, Function<Variables, Boolean> value) {
        return Map.entry(name, new Variable(SimpleType.BOOL, value::apply));
    }

    private static Map.Entry<String, Variable> number(String name, Function<Variables, Double> value) {
        return Map.entry(name, new Variable(SimpleType.DOUBLE, value::apply));
    }

    private static Map.Entry<String, Variable> count(String name, Function<Variables, Integer> value) {
        return Map.entry(name, new Variable(SimpleType.INT, v -> (long) value.apply(v)));
    }
}
