package dev.kith.pipeline;

import dev.kith.event.MailboxActivity;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the inbox rules of one account are called. Who makes a rule says its name, who changes or removes it often only the number
 * the mailbox gave it, and a log seldom says that both are one. Rules that were made while we looked are remembered, harmless
 * ones too, at most {@value #CALLS_MAX} names and numbers; the oldest go first. Mutable.
 */
final class RuleNames {
    private static final int CALLS_MAX = 100;

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+");

    /** The rule, called as it was first, by all it is called. */
    private final Map<String, String> rules = new LinkedHashMap<>();

    /** What a record calls a rule: its name first, then its number or id; empty where it says neither. */
    static List<String> calls(MailboxActivity record) {
        List<String> calls = new ArrayList<>(2);
        for (String field : List.of("Name", "RuleName", "Identity", "RuleId", "ObjectId")) {
            String value = record.details().getOrDefault(field, "");
            String call = value.substring(value.lastIndexOf('\\') + 1).strip().toLowerCase(Locale.ROOT);
            if (!call.isEmpty() && !calls.contains(call)) {
                calls.add(call);
            }
        }
        return calls;
    }

    /** Notes that a rule was made or changed, and returns what it was called first. */
    String made(List<String> calls) {
        String rule = known(calls);
        if (rule.isEmpty()) {
            rule = calls.isEmpty() ? "" : calls.get(0);
        }
        for (String call : calls) {
            rules.put(call, rule);
        }
        Iterator<String> oldest = rules.keySet().iterator();
        while (rules.size() > CALLS_MAX) {
            oldest.next();
            oldest.remove();
        }
        return rule;
    }

    /**
     * Notes that a rule was removed, and returns what it was called first. A number nobody named before is that of the only
     * rule without one: were there several, nobody could tell, and all stay.
     */
    String removed(List<String> calls) {
        String known = known(calls);
        if (known.isEmpty() && calls.stream().allMatch(c -> NUMBER.matcher(c).matches())) {
            Set<String> numbered = rules.entrySet().stream()
                    .filter(e -> !e.getKey().equals(e.getValue())
                            && NUMBER.matcher(e.getKey()).matches())
                    .map(Map.Entry::getValue)
                    .collect(Collectors.toSet());
            List<String> open = rules.values().stream()
                    .distinct()
                    .filter(rule -> !numbered.contains(rule))
                    .toList();
            known = open.size() == 1 ? open.get(0) : "";
        }
        String rule = known;
        rules.values().removeIf(rule::equals);
        return rule.isEmpty() && !calls.isEmpty() ? calls.get(0) : rule;
    }

    private String known(List<String> calls) {
        return calls.stream()
                .map(c -> rules.getOrDefault(c, ""))
                .filter(r -> !r.isEmpty())
                .findFirst()
                .orElse("");
    }
}
