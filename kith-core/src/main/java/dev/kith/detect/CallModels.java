package dev.kith.detect;

import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The models of devices, compiled; their conditions are CEL over the variables that {@link CallVariables} lists. */
public final class CallModels {
    private record Compiled(Model model, CelRuntime.Program program) {}

    private final List<Compiled> all;

    private CallModels(List<Compiled> all) {
        this.all = List.copyOf(all);
    }

    /**
     * Compiles a catalogue.
     *
     * @throws IllegalArgumentException for two models of one id, or a condition that is no CEL over the variables; says which
     */
    public static CallModels of(List<Model> models) {
        var builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .setResultType(SimpleType.BOOL);
        CallVariables.declare(builder::addVar);
        CelCompiler compiler = builder.build();
        CelRuntime runtime = CelRuntimeFactory.plannerRuntimeBuilder().build();
        Set<String> ids = new HashSet<>();
        List<Compiled> compiled = new ArrayList<>();
        for (Model model : models) {
            if (!ids.add(model.id())) {
                throw new IllegalArgumentException("two models are called " + model.id());
            }
            try {
                compiled.add(new Compiled(
                        model,
                        runtime.createProgram(
                                compiler.compile(model.condition()).getAst())));
            } catch (CelValidationException | CelEvaluationException e) {
                throw new IllegalArgumentException("condition of model " + model.id() + ": " + e.getMessage(), e);
            }
        }
        return new CallModels(compiled);
    }

    /** The models that fire on a call or a look-up. */
    public List<Model> firing(CallFacts facts) {
        CallVariables variables = new CallVariables(facts);
        List<Model> fired = new ArrayList<>();
        for (Compiled compiled : all) {
            try {
                if (compiled.model.acts().contains(facts.act())
                        && compiled.program.eval(variables) instanceof Boolean fires
                        && fires) {
                    fired.add(compiled.model);
                }
            } catch (CelEvaluationException e) {
                // Conditions are checked against their types; what is left is arithmetic such as a division by zero.
                throw new IllegalStateException("model " + compiled.model.id() + " on " + facts.eventId(), e);
            }
        }
        return fired;
    }
}
