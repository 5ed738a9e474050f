package dev.kith.detect;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.Operator;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.kith.profile.AccountFacts;
import dev.kith.profile.Act;
import dev.kith.score.AccountSurprise;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The catalogue of models, compiled.
 *
 * <p>A condition is CEL (Common Expression Language) over these variables: {@code act} and {@code network_bits} and so on,
 * as {@link Variables} lists them. Surprises are in bits: 10 bits are one in a thousand of this account's records.
 */
public final class Models {
    /**
     * A model ready to be asked.
     *
     * @param needed truth values without which its condition cannot hold
     */
    private record Compiled(Model model, CelRuntime.Program program, List<String> needed) {}

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
                CelAbstractSyntaxTree condition =
                        compiler.compile(model.condition()).getAst();
                List<String> needed = new ArrayList<>();
                needed(condition.getExpr(), needed);
                Compiled ready = new Compiled(model, runtime.createProgram(condition), needed);
                for (Act act : model.acts()) {
                    compiled.byAct.computeIfAbsent(act, a -> new ArrayList<>()).add(ready);
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
        Variables.declare(builder::addVar);
        return builder.build();
    }

    /** Finds the names that stand alone between the outermost ands: where one is false, so is the whole, whatever the rest. */
    private static void needed(CelExpr condition, List<String> found) {
        if (condition.getKind() == CelExpr.ExprKind.Kind.IDENT) {
            found.add(condition.ident().name());
        } else if (condition.getKind() == CelExpr.ExprKind.Kind.CALL
                && condition.call().function().equals(Operator.LOGICAL_AND.getFunction())) {
            condition.call().args().forEach(part -> needed(part, found));
        }
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
        Variables variables = new Variables(facts, surprise, visit, signals);
        List<Model> fired = new ArrayList<>();
        for (Compiled compiled : asked) {
            try {
                if (variables.hold(compiled.needed)
                        && compiled.program.eval(variables) instanceof Boolean fires
                        && fires) {
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
}
