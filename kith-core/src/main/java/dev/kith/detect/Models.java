package dev.kith.detect;

import dev.cel.common.CelValidationException;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.kith.event.Endpoint;
import dev.kith.profile.AccountFacts;
import dev.kith.profile.Act;
import dev.kith.profile.Burst;
import dev.kith.score.AccountSurprise;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The catalogue of models, compiled.
 *
 * <p>A condition is CEL (Common Expression Language) over these variables: {@code act} and {@code network.*} and so on as
 * {@link #TYPES} lists them. Surprises are in bits: 10 bits are one in a thousand of this account's records.
 */
public final class Models {
    private static final Map<String, dev.cel.common.types.CelType> TYPES = Map.ofEntries(
            Map.entry("act", SimpleType.STRING),
            Map.entry("person", SimpleType.BOOL),
            Map.entry("trust", SimpleType.DOUBLE),
            Map.entry("network_bits", SimpleType.DOUBLE),
            Map.entry("network_closest", SimpleType.STRING),
            Map.entry("network_known_here", SimpleType.BOOL),
            Map.entry("network_traits", ListType.create(SimpleType.STRING)),
            Map.entry("device_bits", SimpleType.DOUBLE),
            Map.entry("application_bits", SimpleType.DOUBLE),
            Map.entry("application_known_here", SimpleType.BOOL),
            Map.entry("act_bits", SimpleType.DOUBLE),
            Map.entry("hour_bits", SimpleType.DOUBLE),
            Map.entry("burst_bits", SimpleType.DOUBLE),
            Map.entry("burst_count", SimpleType.INT),
            Map.entry("visit", SimpleType.BOOL),
            Map.entry("visit_device_bits", SimpleType.DOUBLE),
            Map.entry("sensitive", SimpleType.BOOL),
            Map.entry("guessed_accounts", SimpleType.INT),
            Map.entry("guesses", SimpleType.INT),
            Map.entry("own_link", SimpleType.BOOL),
            Map.entry("hides_mail", SimpleType.BOOL),
            Map.entry("hides_warnings", SimpleType.BOOL),
            Map.entry("forwards_out", SimpleType.BOOL),
            Map.entry("consent_scope", SimpleType.STRING),
            Map.entry("consent_known_here", SimpleType.BOOL),
            Map.entry("other_country_minutes", SimpleType.INT),
            Map.entry("session_moved", SimpleType.BOOL),
            Map.entry("left", SimpleType.BOOL),
            Map.entry("rights_from_suspect", SimpleType.BOOL));

    private record Compiled(Model model, CelRuntime.Program program) {}

    private final List<Model> all;
    private final Map<Act, List<Compiled>> byAct = new EnumMap<>(Act.class);

    private Models(List<Model> all) {
        this.all = List.copyOf(all);
    }

    /**
     * Compiles a catalogue.
     *
     * @throws IllegalArgumentException for two models of one id, or a condition that is no CEL over the variables; says which
     */
    public static Models of(List<Model> models) {
        Models compiled = new Models(models);
        CelCompiler compiler = compiler();
        CelRuntime runtime = CelRuntimeFactory.plannerRuntimeBuilder().build();
        Set<String> ids = new HashSet<>();
        for (Model model : models) {
            if (!ids.add(model.id())) {
                throw new IllegalArgumentException("two models are called " + model.id());
            }
            try {
                CelRuntime.Program program = runtime.createProgram(
                        compiler.compile(model.condition()).getAst());
                for (Act act : model.acts()) {
                    compiled.byAct.computeIfAbsent(act, a -> new ArrayList<>()).add(new Compiled(model, program));
                }
            } catch (CelValidationException | CelEvaluationException e) {
                throw new IllegalArgumentException("condition of model " + model.id() + ": " + e.getMessage(), e);
            }
        }
        return compiled;
    }

    private static CelCompiler compiler() {
        var builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .setResultType(SimpleType.BOOL);
        TYPES.forEach(builder::addVar);
        return builder.build();
    }

    public List<Model> all() {
        return all;
    }

    /** The models that fire on a record. */
    public List<Model> firing(AccountFacts facts, AccountSurprise surprise, Optional<Visit> visit, Signals signals) {
        List<Compiled> asked = byAct.get(facts.act());
        if (asked == null) {
            return List.of();
        }
        Map<String, Object> variables = variables(facts, surprise, visit, signals);
        List<Model> fired = new ArrayList<>();
        for (Compiled compiled : asked) {
            try {
                if (compiled.program.eval(variables) instanceof Boolean fires && fires) {
                    fired.add(compiled.model);
                }
            } catch (CelEvaluationException e) {
                // Conditions are checked against their types; what is left is arithmetic such as a division by zero.
                throw new IllegalStateException(
                        "model " + compiled.model.id() + " on " + facts.event().id(), e);
            }
        }
        return fired;
    }

    private static Map<String, Object> variables(
            AccountFacts facts, AccountSurprise surprise, Optional<Visit> visit, Signals signals) {
        Map<String, Object> values = new HashMap<>(64);
        values.put("act", facts.act().name());
        values.put("person", facts.person());
        values.put("trust", surprise.trust());
        values.put("network_bits", visit.map(Visit::networkBits).orElse(surprise.network()));
        values.put(
                "network_closest",
                visit.map(Visit::closest).orElse(surprise.closest()).name());
        values.put("network_known_here", visit.map(Visit::knownHere).orElse(surprise.networkKnownHere()));
        values.put(
                "network_traits",
                facts.endpoint().map(Endpoint::traits).orElse(Set.of()).stream()
                        .map(Enum::name)
                        .sorted()
                        .toList());
        values.put("device_bits", surprise.device());
        values.put("application_bits", surprise.application());
        values.put("application_known_here", surprise.applicationKnownHere());
        values.put("act_bits", surprise.act());
        values.put("hour_bits", surprise.hour());
        values.put("burst_bits", surprise.burst().map(Burst::bits).orElse(0.0));
        values.put("burst_count", (long) surprise.burst().map(Burst::count).orElse(0));
        values.put("visit", visit.isPresent());
        values.put("visit_device_bits", visit.map(Visit::deviceBits).orElse(0.0));
        values.put("sensitive", signals.sensitive());
        values.put("guessed_accounts", (long) signals.guessedAccounts());
        values.put("guesses", (long) signals.guesses());
        values.put("own_link", signals.ownLink());
        values.put("hides_mail", signals.hidesMail());
        values.put("hides_warnings", signals.hidesWarnings());
        values.put("forwards_out", signals.forwardsOut());
        values.put("consent_scope", signals.consentScope());
        values.put("consent_known_here", signals.consentKnownHere());
        values.put("other_country_minutes", (long) signals.otherCountryMinutes());
        values.put("session_moved", signals.sessionMoved());
        values.put("left", signals.left());
        values.put("rights_from_suspect", signals.rightsFromSuspect());
        return values;
    }
}
