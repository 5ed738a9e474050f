package dev.kith.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kith.event.AccountId;
import dev.kith.event.Actor;
import dev.kith.event.Authentication;
import dev.kith.event.Client;
import dev.kith.event.EventId;
import dev.kith.event.SourceRef;
import dev.kith.profile.AccountFacts;
import dev.kith.profile.Act;
import dev.kith.profile.AmongPeers;
import dev.kith.profile.NetworkSurprise.Familiar;
import dev.kith.score.AccountSurprise;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ModelsTest {
    private static final List<String> CONDITIONS = List.of(
            "person",
            "person && sensitive",
            "sensitive && person && network_bits > 3.0",
            "!sensitive && person",
            "person && (sensitive || rights_from_suspect)",
            "sensitive || person",
            "(person && sensitive) ? rights_from_suspect : true",
            "rights_from_suspect && 1 / guesses > 0");

    @Test
    void aConditionHoldsWhereItIsTrue_whateverIsAskedFirst() {
        Models models = Models.of(catalogue());
        for (boolean person : List.of(true, false)) {
            for (boolean sensitive : List.of(true, false)) {
                for (boolean left : List.of(true, false)) {
                    List<String> fired =
                            models.firing(facts(person), SURPRISE, Optional.empty(), signals(sensitive, left)).stream()
                                    .map(Model::condition)
                                    .toList();

                    assertThat(fired)
                            .isEqualTo(CONDITIONS.stream()
                                    .filter(c -> holds(c, person, sensitive, left))
                                    .toList());
                }
            }
        }
    }

    @Test
    void aModelIsAskedOfItsActsOnly() {
        Models models = Models.of(List.of(model("0", "true", Act.MAIL_SEND)));

        assertThat(models.firing(facts(true), SURPRISE, Optional.empty(), signals(true, true)))
                .isEmpty();
    }

    private static boolean holds(String condition, boolean person, boolean sensitive, boolean left) {
        return switch (CONDITIONS.indexOf(condition)) {
            case 0 -> person;
            case 1, 2 -> person && sensitive;
            case 3 -> person && !sensitive;
            case 4 -> person && (sensitive || left);
            case 5 -> person || sensitive;
            case 6 -> !(person && sensitive) || left;
            case 7 -> left;
            default -> throw new AssertionError(condition);
        };
    }

    private static List<Model> catalogue() {
        List<Model> models = new ArrayList<>();
        for (String condition : CONDITIONS) {
            models.add(model("m" + models.size(), condition, Act.SIGN_IN));
        }
        return models;
    }

    private static Model model(String id, String condition, Act act) {
        return new Model(
                id, "Group / Sub::" + id, Set.of(act), condition, 0.5, List.of("T1078.004"), "much", List.of("life"));
    }

    private static final AccountSurprise SURPRISE = new AccountSurprise(
            4, Familiar.NOTHING, false, 0, 0, false, 0, 0, Optional.empty(), 0, 0, AmongPeers.NONE, 0.5);

    private static Signals signals(boolean sensitive, boolean left) {
        return new Signals(
                sensitive,
                0,
                1,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                "",
                false,
                -1,
                false,
                left,
                Optional.empty(),
                Recipient.NOBODY,
                Optional.empty(),
                Optional.empty(),
                Standing.ORDINARY);
    }

    private static AccountFacts facts(boolean person) {
        Actor.Kind kind = person ? Actor.Kind.PERSON : Actor.Kind.SERVICE;
        return AccountFacts.of(new Authentication(
                        new EventId("1"),
                        Instant.parse("2026-03-02T08:00:00Z"),
                        SourceRef.of("a.json"),
                        new Actor(new AccountId("ida@harbour.example"), kind, ""),
                        Authentication.Outcome.SUCCESS,
                        "",
                        Optional.empty(),
                        Client.UNKNOWN,
                        "",
                        true,
                        Map.of(),
                        List.of()))
                .orElseThrow();
    }
}
