package dev.kith.connect.sigma;

import com.google.re2j.Pattern;
import dev.kith.connect.model.Yaml;
import dev.kith.connect.sigma.TextPattern.Place;
import dev.kith.event.IpAddress;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A test of one field, as {@code FIELD|modifier|modifier: values} says it. Without {@code all} one of the values must fit; of a
 * field with several values one must fit.
 */
final class FieldTest {
    private static final Set<String> PLACES = Set.of("contains", "startswith", "endswith");
    private static final Set<String> COMPARISONS = Set.of("lt", "lte", "gt", "gte");
    private static final Set<String> ENCODINGS = Set.of("base64", "base64offset", "wide", "utf16le");

    /** Each stands by itself, with {@code all} at most. */
    private static final Set<String> ALONE = Set.of("re", "cidr", "exists", "lt", "lte", "gt", "gte");

    private static final Set<String> REGEX_FLAGS = Set.of("i", "m", "s");

    private static final Set<String> KNOWN = Set.of(
            "contains",
            "startswith",
            "endswith",
            "all",
            "re",
            "i",
            "m",
            "s",
            "cidr",
            "cased",
            "exists",
            "lt",
            "lte",
            "gt",
            "gte",
            "base64",
            "base64offset",
            "wide",
            "utf16le",
            "windash",
            "fieldref");

    private final String field;
    private final Set<String> modifiers;

    private FieldTest(String field, Set<String> modifiers) {
        this.field = field;
        this.modifiers = modifiers;
    }

    /**
     * Reads a test.
     *
     * @param name the field with its modifiers
     * @param fields takes the names of the fields that are looked at for a value
     */
    static Test of(String name, Yaml value, Set<String> fields) throws Refusal {
        String[] parts = name.split("\\|", -1);
        Set<String> modifiers = new LinkedHashSet<>(List.of(parts).subList(1, parts.length));
        for (String modifier : modifiers) {
            if (!KNOWN.contains(modifier)) {
                throw new Refusal("modifier " + modifier + " is not read");
            }
        }
        FieldTest test = new FieldTest(parts[0], modifiers);
        test.check();
        List<Yaml> values = value instanceof Yaml.Items list ? list.items() : List.of(value);
        if (values.isEmpty()) {
            throw new Refusal("has no value");
        }
        if (parts[0].isEmpty()) {
            return test.combined(values, test::keyword);
        }
        if (!modifiers.contains("exists")) {
            fields.add(parts[0]);
        }
        return test.combined(values, test::one);
    }

    /** A value that may stand in any field. */
    static Test anywhere(Yaml value) throws Refusal {
        return new FieldTest("", Set.of()).keyword(scalar(value));
    }

    private void check() throws Refusal {
        long alone = modifiers.stream().filter(ALONE::contains).count();
        long places = modifiers.stream().filter(PLACES::contains).count();
        boolean texts = modifiers.stream()
                .anyMatch(m -> PLACES.contains(m)
                        || ENCODINGS.contains(m)
                        || Set.of("windash", "fieldref", "cased").contains(m));
        boolean flags = modifiers.stream().anyMatch(REGEX_FLAGS::contains);
        if (alone > 1 || places > 1 || alone > 0 && texts || flags && !modifiers.contains("re")) {
            throw new Refusal("modifiers " + String.join(", ", modifiers) + " do not go together");
        }
        if (modifiers.contains("fieldref")
                && modifiers.stream().anyMatch(m -> ENCODINGS.contains(m) || m.equals("windash"))) {
            throw new Refusal("fieldref goes with no encoding");
        }
        if (modifiers.contains("exists") && modifiers.contains("all")) {
            throw new Refusal("exists has one value");
        }
    }

    private interface Reading {
        Test of(Yaml.Scalar value) throws Refusal;
    }

    private Test combined(List<Yaml> values, Reading reading) throws Refusal {
        List<Test> tests = new ArrayList<>();
        for (Yaml value : values) {
            tests.add(reading.of(scalar(value)));
        }
        if (tests.size() == 1) {
            return tests.get(0);
        }
        return modifiers.contains("all") ? Test.all(tests) : Test.any(tests);
    }

    private static Yaml.Scalar scalar(Yaml value) throws Refusal {
        if (value instanceof Yaml.Scalar scalar) {
            return scalar;
        }
        throw new Refusal("a value is a list or a mapping");
    }

    private Test keyword(Yaml.Scalar value) throws Refusal {
        if (!modifiers.isEmpty() && !modifiers.equals(Set.of("all")) && !modifiers.equals(Set.of("re"))) {
            throw new Refusal("a keyword has no modifiers but all and re");
        }
        Predicate<String> fits = modifiers.contains("re")
                ? regex(value.text())
                : TextPattern.of(value.text(), Place.ANYWHERE, false)::matches;
        return record -> {
            for (List<String> values : record.all()) {
                if (values.stream().anyMatch(fits)) {
                    return true;
                }
            }
            return false;
        };
    }

    private Test one(Yaml.Scalar value) throws Refusal {
        Object plain = value.plain();
        if (modifiers.contains("exists")) {
            if (!(plain instanceof Boolean wanted)) {
                throw new Refusal("exists wants true or false");
            }
            return record -> record.has(field) == wanted;
        }
        if (plain == Yaml.NULL) {
            if (!modifiers.isEmpty()) {
                throw new Refusal("null goes with no modifier");
            }
            return record -> record.values(field).isEmpty();
        }
        if (modifiers.contains("fieldref")) {
            return reference(value.text());
        }
        Predicate<String> fits = predicate(value, plain);
        return record -> record.values(field).stream().anyMatch(fits);
    }

    private Predicate<String> predicate(Yaml.Scalar value, Object plain) throws Refusal {
        if (modifiers.contains("re")) {
            return regex(value.text());
        }
        if (modifiers.contains("cidr")) {
            return block(value.text());
        }
        Optional<String> comparison =
                modifiers.stream().filter(COMPARISONS::contains).findFirst();
        if (comparison.isPresent()) {
            if (!(plain instanceof Number)) {
                throw new Refusal(comparison.get() + " wants a number, not " + value.text());
            }
            return comparison(comparison.get(), new BigDecimal(value.text().replaceFirst("^\\+", "")));
        }
        return texts(value.text());
    }

    private Predicate<String> regex(String written) throws Refusal {
        int flags = modifiers.contains("i") ? Pattern.CASE_INSENSITIVE : 0;
        flags |= modifiers.contains("m") ? Pattern.MULTILINE : 0;
        flags |= modifiers.contains("s") ? Pattern.DOTALL : 0;
        Pattern pattern = Regex.compile(written, flags);
        return value -> pattern.matcher(value).find();
    }

    private static Predicate<String> block(String written) throws Refusal {
        int slash = written.indexOf('/');
        Optional<IpAddress> base = IpAddress.parse(slash < 0 ? written : written.substring(0, slash));
        String length = slash < 0 ? "" : written.substring(slash + 1);
        if (base.isEmpty() || !length.matches("[0-9]{1,3}")) {
            throw new Refusal("is no block of addresses such as 192.0.2.0/24: " + written);
        }
        int bits = Integer.parseInt(length);
        int most = base.get().v6() ? 128 : 32;
        if (bits > most) {
            throw new Refusal("is no block of addresses: /" + bits);
        }
        return value -> IpAddress.parse(value)
                .filter(address -> within(address, base.get(), bits))
                .isPresent();
    }

    private static boolean within(IpAddress address, IpAddress base, int bits) {
        if (address.v6() != base.v6()) {
            return false;
        }
        if (!address.v6()) {
            return bits == 0 || (address.low() ^ base.low()) >>> (32 - bits) == 0;
        }
        int high = Math.min(64, bits);
        int low = bits - high;
        return (high == 0 || (address.high() ^ base.high()) >>> (64 - high) == 0)
                && (low == 0 || (address.low() ^ base.low()) >>> (64 - low) == 0);
    }

    private static Predicate<String> comparison(String how, BigDecimal bound) {
        return value -> {
            // Longer ones are no numbers, and BigDecimal would take its time over them.
            if (!value.matches("[-+]?[0-9]{1,30}(\\.[0-9]{1,30})?")) {
                return false;
            }
            int order = new BigDecimal(value).compareTo(bound);
            return switch (how) {
                case "lt" -> order < 0;
                case "lte" -> order <= 0;
                case "gt" -> order > 0;
                default -> order >= 0;
            };
        };
    }

    private Predicate<String> texts(String written) throws Refusal {
        boolean encoded = modifiers.stream().anyMatch(ENCODINGS::contains);
        if (encoded && TextPattern.isWild(written)) {
            throw new Refusal("what is encoded has no wildcards: " + written);
        }
        boolean cased = modifiers.contains("cased") || encoded;
        List<TextPattern> patterns = new ArrayList<>();
        for (String variant : Encodings.variants(written, modifiers)) {
            patterns.add(
                    encoded ? TextPattern.literal(variant, place(), cased) : TextPattern.of(variant, place(), cased));
        }
        return value -> patterns.stream().anyMatch(pattern -> pattern.matches(value));
    }

    private Place place() {
        return modifiers.contains("contains")
                ? Place.ANYWHERE
                : modifiers.contains("startswith")
                        ? Place.BEGIN
                        : modifiers.contains("endswith") ? Place.END : Place.WHOLE;
    }

    private Test reference(String other) {
        boolean cased = modifiers.contains("cased");
        return record -> {
            for (String there : record.values(other)) {
                TextPattern pattern = TextPattern.literal(there, place(), cased);
                if (record.values(field).stream().anyMatch(pattern::matches)) {
                    return true;
                }
            }
            return false;
        };
    }
}
