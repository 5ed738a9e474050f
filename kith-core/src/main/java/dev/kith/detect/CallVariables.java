package dev.kith.detect;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelVariableResolver;
import dev.kith.profile.LookUps;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** What a model's condition can ask of the calls of a device, by name. */
record CallVariables(CallFacts facts) implements CelVariableResolver {
    private record Variable(CelType type, Function<CallFacts, Object> value) {}

    private static final Map<String, Variable> ALL = Map.ofEntries(
            truth("outbound", f -> f.place().outbound()),
            truth("proxied", f -> f.place().proxied()),
            truth("infrastructure", f -> f.place().infrastructure()),
            truth("named", f -> !f.place().name().isEmpty()),
            truth("odd_port", CallFacts::oddPort),
            truth("mismatch", f -> f.program().mismatch()),
            count("port", f -> (long) f.program().port()),
            text("service", f -> f.program().service()),
            count("devices", f -> (long) f.place().devices()),
            count("devices_here", f -> f.place().devicesHere()),
            number("age_hours", f -> f.place().ageHours()),
            number("history_hours", f -> f.place().historyHours()),
            number("popularity", f -> f.place().popularity()),
            count("calls", f -> f.traffic().calls()),
            count("answered", f -> f.traffic().answered()),
            count("refused", f -> f.traffic().refused()),
            number("regularity", f -> f.rhythm().regularity()),
            count("beats", f -> (long) f.rhythm().beats()),
            number("period_seconds", f -> f.rhythm().periodSeconds()),
            number("span_hours", f -> f.traffic().spanHours()),
            number("longest_hours", f -> f.traffic().longestHours()),
            count("bytes_out", f -> f.traffic().out()),
            count("bytes_in", f -> f.traffic().in()),
            count("day_bytes_out", f -> f.traffic().dayOut()),
            count("day_bytes_in", f -> f.traffic().dayIn()),
            number("upload_bits", f -> f.traffic().uploadBits()),
            number("upload_bits_here", f -> f.traffic().uploadBitsHere()),
            count("names", f -> f.lookUps().map(LookUps::names).orElse(0L)),
            number("name_length", f -> f.lookUps().map(LookUps::meanLength).orElse(0.0)),
            number("name_entropy", f -> f.lookUps().map(LookUps::meanEntropy).orElse(0.0)),
            number("carrier_share", f -> f.lookUps().map(LookUps::carrierShare).orElse(0.0)));

    /** The names that conditions are written with, and what each holds. */
    static void declare(BiConsumer<String, CelType> declaration) {
        ALL.forEach((name, variable) -> declaration.accept(name, variable.type));
    }

    @Override
    public Optional<Object> find(String name) {
        Variable variable = ALL.get(name);
        return variable == null ? Optional.empty() : Optional.of(variable.value.apply(facts));
    }

    private static Map.Entry<String, Variable> text(String name, Function<CallFacts, String> value) {
        return Map.entry(name, new Variable(SimpleType.STRING, value::apply));
    }

    private static Map.Entry<String, Variable> truth(String name, Function<CallFacts, Boolean> value) {
        return Map.entry(name, new Variable(SimpleType.BOOL, value::apply));
    }

    private static Map.Entry<String, Variable> number(String name, Function<CallFacts, Double> value) {
        return Map.entry(name, new Variable(SimpleType.DOUBLE, value::apply));
    }

    private static Map.Entry<String, Variable> count(String name, Function<CallFacts, Long> value) {
        return Map.entry(name, new Variable(SimpleType.INT, value::apply));
    }
}
