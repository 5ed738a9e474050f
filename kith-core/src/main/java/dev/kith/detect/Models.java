package dev.kith.detect;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.Operator;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.parser.CelUnparserFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.kith.event.Event;
import dev.kith.profile.AccountFacts;
import dev.kith.profile.Act;
import dev.kith.score.AccountSurprise;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

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

    /** Longest condition, in characters. Chosen by hand: five times the longest shipped. */
    private static final int CONDITION_CHARS_MAX = 2_000;

    /** Parts of a condition, and depth of their nesting. Chosen by hand: several times what shipped ones have. */
    private static final int CONDITION_NODES_MAX = 500;

    private static final int CONDITION_DEPTH_MAX = 40;

    /** Elements of lists looked at in one evaluation. Chosen by hand: the lists there are have a handful. */
    private static final int ITERATIONS_MAX = 1_000;

    /** Size of a compiled regular expression. Chosen by hand: some hundreds are a long one. */
    private static final int REGEX_SIZE_MAX = 2_000;

    private static final CelOptions LIMITS = CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .populateMacroCalls(true)
            .maxExpressionCodePointSize(CONDITION_CHARS_MAX)
            .maxParseExpressionNodeCount(CONDITION_NODES_MAX)
            .maxParseRecursionDepth(CONDITION_DEPTH_MAX)
            .comprehensionMaxIterations(ITERATIONS_MAX)
            .maxRegexProgramSize(REGEX_SIZE_MAX)
            .build();

    private final List<Model> all;
    private final Rules rules;
    private final Map<Act, List<Compiled>> byAct = new EnumMap<>(Act.class);
    private final Map<String, Long> undecided = new TreeMap<>();

    private Models(List<Model> all, Rules rules) {
        this.all = List.copyOf(all);
        this.rules = rules;
    }

    /**
     * Compiles a catalogue.
     *
     * @throws IllegalArgumentException for two models of one id, or a condition that is no CEL over the variables; says which
     */
    public static Models of(List<Model> models) {
        return of(models, Rules.NONE);
    }

    /**
     * Compiles a catalogue with rules beside it.
     *
     * @throws IllegalArgumentException for two models of one id, or a condition that is no CEL over the variables; says which
     */
    public static Models of(List<Model> models, Rules rules) {
        Models compiled = new Models(models, rules);
        CelCompiler compiler = compiler();
        CelRuntime runtime =
                CelRuntimeFactory.plannerRuntimeBuilder().setOptions(LIMITS).build();
        Set<String> ids = new HashSet<>();
        for (Model model : models) {
            if (!ids.add(model.id())) {
                throw new IllegalArgumentException("two models are called " + model.id());
            }
            if (model.kind() == Model.Kind.RULE) {
                continue;
            }
            Compiled ready = compiled(model, compiler, runtime);
            for (Act act : model.acts()) {
                compiled.byAct.computeIfAbsent(act, a -> new ArrayList<>()).add(ready);
            }
        }
        return compiled;
    }

    private static Compiled compiled(Model model, CelCompiler compiler, CelRuntime runtime) {
        try {
            CelAbstractSyntaxTree condition =
                    compiler.compile(model.condition()).getAst();
            if (Nesting.ofLoops(condition.getExpr()) > 1) {
                throw new IllegalArgumentException(
                        "condition of model " + model.id() + ": a list is gone through within another");
            }
            List<String> needed = new ArrayList<>();
            needed(condition.getExpr(), needed);
            return new Compiled(model, runtime.createProgram(condition), needed);
        } catch (CelValidationException | CelEvaluationException e) {
            throw new IllegalArgumentException("condition of model " + model.id() + ": " + e.getMessage(), e);
        }
    }

    /**
     * Whether a model's condition holds for a record of which only so much is said; what is not said is as on an ordinary day.
     *
     * @throws IllegalArgumentException for a name that is no variable, a value of another type, or a condition that cannot be
     *     evaluated
     */
    public static boolean holds(Model model, Map<String, Object> said) {
        Compiled compiled = compiled(
                model,
                compiler(),
                CelRuntimeFactory.plannerRuntimeBuilder().setOptions(LIMITS).build());
        OrdinaryDay record = OrdinaryDay.but(model, said);
        try {
            return model.acts().contains(record.act())
                    && compiled.program.eval(record) instanceof Boolean fires
                    && fires;
        } catch (CelEvaluationException e) {
            throw new IllegalArgumentException(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Those parts between the outermost ands of a condition that do not hold for such a record, as text.
     *
     * @throws IllegalArgumentException as {@link #holds}
     */
    public static List<String> failing(Model model, Map<String, Object> said) {
        CelCompiler compiler = compiler();
        List<String> failing = new ArrayList<>();
        try {
            CelAbstractSyntaxTree condition =
                    compiler.compile(model.condition()).getAst();
            List<CelExpr> parts = new ArrayList<>();
            parts(condition.getExpr(), parts);
            for (CelExpr part : parts) {
                String text = CelUnparserFactory.newUnparser()
                        .unparse(CelAbstractSyntaxTree.newParsedAst(part, condition.getSource()));
                if (!holds(model.asking(text), said)) {
                    failing.add(text);
                }
            }
        } catch (CelValidationException e) {
            throw new IllegalArgumentException(String.valueOf(e.getMessage()), e);
        }
        return failing;
    }

    private static void parts(CelExpr condition, List<CelExpr> parts) {
        if (condition.getKind() == CelExpr.ExprKind.Kind.CALL
                && condition.call().function().equals(Operator.LOGICAL_AND.getFunction())) {
            condition.call().args().forEach(part -> parts(part, parts));
        } else {
            parts.add(condition);
        }
    }

    private static CelCompiler compiler() {
        var builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(LIMITS)
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

    /** Whether a rule matched a record as its source wrote it. */
    public boolean matched(Event event) {
        return rules.matched(event);
    }

    /** How often conditions of the organisation's own could not be evaluated, by the model's id. */
    public Map<String, Long> undecided() {
        return Collections.unmodifiableMap(undecided);
    }

    /** The models that fire on a record; to be asked once for each, in time order. */
    public List<Model> firing(AccountFacts facts, AccountSurprise surprise, Optional<Visit> visit, Signals signals) {
        List<Model> byRule = rules.firing(facts.event().id(), facts.event().occurredAt());
        List<Compiled> asked = byAct.get(facts.act());
        if (asked == null) {
            return byRule;
        }
        Variables variables = new Variables(facts, surprise, visit, signals);
        List<Model> fired = new ArrayList<>();
        for (Compiled compiled : asked) {
            if (fires(compiled, variables)) {
                fired.add(compiled.model);
            }
        }
        fired.addAll(byRule);
        return fired;
    }

    private boolean fires(Compiled compiled, Variables variables) {
        try {
            return variables.hold(compiled.needed)
                    && compiled.program.eval(variables) instanceof Boolean fires
                    && fires;
        } catch (CelEvaluationException e) {
            // Conditions are checked against their types; what is left is arithmetic such as a division by zero.
            if (compiled.model.kind() == Model.Kind.SHIPPED) {
                throw new IllegalStateException(
                        "model " + compiled.model.id() + " on "
                                + variables.facts().event().id(),
                        e);
            }
            undecided.merge(compiled.model.id(), 1L, Long::sum);
            return false;
        }
    }
}
