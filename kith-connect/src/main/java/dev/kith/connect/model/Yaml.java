package dev.kith.connect.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value of YAML with its place. */
public sealed interface Yaml {
    /** The line it begins in, from 1. */
    int line();

    /** What it is in plain values: texts, numbers, truth values, null, lists and maps. */
    Object plain();

    /** Stands for a null in {@link #plain()}. */
    Object NULL = new Object() {
        @Override
        public String toString() {
            return "null";
        }
    };

    /**
     * A text, number, truth value or null.
     *
     * @param quoted whether it stands in quotation marks or as a block, and so is a text whatever it looks like
     */
    record Scalar(String text, boolean quoted, int line) implements Yaml {
        /** By the core schema of YAML 1.2. */
        @Override
        public Object plain() {
            if (quoted) {
                return text;
            }
            if (text.isEmpty() || text.equals("~") || text.equalsIgnoreCase("null")) {
                return NULL;
            }
            if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
                return Boolean.valueOf(text);
            }
            if (text.matches("[-+]?[0-9]{1,18}")) {
                return Long.valueOf(text);
            }
            if (text.matches("[-+]?(\\.[0-9]{1,18}|[0-9]{1,18}(\\.[0-9]{0,18})?)([eE][-+]?[0-9]{1,3})?")) {
                return Double.valueOf(text);
            }
            return text;
        }
    }

    /** A list. */
    record Items(List<Yaml> items, int line) implements Yaml {
        @Override
        public Object plain() {
            List<Object> plain = new ArrayList<>();
            items.forEach(item -> plain.add(item.plain()));
            return plain;
        }
    }

    /**
     * A mapping.
     *
     * @param fields by name, in the order of the file
     * @param lines where each name stands
     */
    record Fields(Map<String, Yaml> fields, Map<String, Integer> lines, int line) implements Yaml {
        @Override
        public Object plain() {
            Map<String, Object> plain = new LinkedHashMap<>();
            fields.forEach((name, value) -> plain.put(name, value.plain()));
            return plain;
        }

        public Optional<Yaml> find(String name) {
            return Optional.ofNullable(fields.get(name));
        }

        /** Where a field stands; where the mapping begins if there is none of the name. */
        public int lineOf(String name) {
            return lines.getOrDefault(name, line);
        }
    }
}
