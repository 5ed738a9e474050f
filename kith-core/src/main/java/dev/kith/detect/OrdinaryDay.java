package dev.kith.detect;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelVariableResolver;
import dev.kith.profile.Act;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a condition can ask of a record on an ordinary day of a person's account, but for what is said otherwise. Samples of
 * models are written so.
 */
record OrdinaryDay(Map<String, Object> values) implements CelVariableResolver {
    /** What is not nothing on an ordinary day. */
    private static final Map<String, Object> ORDINARY =
            Map.of("person", true, "trust", 1.0, "other_country_minutes", -1L, "network_closest", "ADDRESS");

    /**
     * @throws IllegalArgumentException for a name that is no variable, or a value of another type
     */
    static OrdinaryDay but(Model model, Map<String, Object> said) {
        Map<String, CelType> types = new TreeMap<>();
        Variables.declare(types::put);
        Map<String, Object> values = new TreeMap<>();
        types.forEach((name, type) -> values.put(name, nothing(type)));
        values.putAll(ORDINARY);
        values.put(
                "act", model.acts().stream().sorted().findFirst().orElseThrow().name());
        said.forEach((name, value) -> {
            CelType type = types.get(name);
            if (type == null) {
                throw new IllegalArgumentException("there is no variable " + name);
            }
            values.put(name, typed(name, type, value));
        });
        return new OrdinaryDay(values);
    }

    private static Object nothing(CelType type) {
        if (type.equals(SimpleType.STRING)) {
            return "";
        }
        if (type.equals(SimpleType.BOOL)) {
            return false;
        }
        if (type.equals(SimpleType.DOUBLE)) {
            return 0.0;
        }
        return type.equals(SimpleType.INT) ? (Object) 0L : List.of();
    }

    private static Object typed(String name, CelType type, Object value) {
        if (type.equals(SimpleType.STRING) && value instanceof String
                || type.equals(SimpleType.BOOL) && value instanceof Boolean) {
            return value;
        }
        if (type.equals(SimpleType.DOUBLE) && value instanceof Number number) {
            return number.doubleValue();
        }
        if (type.equals(SimpleType.INT) && value instanceof Long) {
            return value;
        }
        if (nothing(type) instanceof List<?> && value instanceof List<?> list) {
            List<String> texts = new ArrayList<>();
            list.forEach(each -> texts.add(String.valueOf(each)));
            return List.copyOf(texts);
        }
        throw new IllegalArgumentException(name + " is of type " + type.name() + ", not " + value);
    }

    /** The act of the record. */
    Act act() {
        String name = String.valueOf(values.get("act"));
        try {
            return Act.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("there is no act " + name, e);
        }
    }

    @Override
    public Optional<Object> find(String name) {
        return Optional.ofNullable(values.get(name));
    }
}
