package dev.kith.detect;

import dev.cel.common.ast.CelExpr;
import java.util.ArrayList;
import java.util.List;

/** How deep lists are gone through within one another in a condition: each level multiplies what it may cost. */
final class Nesting {
    private Nesting() {}

    /** 0 where no list is gone through. */
    static int ofLoops(CelExpr expression) {
        int most = 0;
        for (CelExpr part : parts(expression)) {
            most = Math.max(most, ofLoops(part));
        }
        return most + (expression.getKind() == CelExpr.ExprKind.Kind.COMPREHENSION ? 1 : 0);
    }

    private static List<CelExpr> parts(CelExpr expression) {
        List<CelExpr> parts = new ArrayList<>();
        switch (expression.getKind()) {
            case CALL -> {
                expression.call().target().ifPresent(parts::add);
                parts.addAll(expression.call().args());
            }
            case SELECT -> parts.add(expression.select().operand());
            case LIST -> parts.addAll(expression.list().elements());
            case MAP ->
                expression.map().entries().forEach(entry -> {
                    parts.add(entry.key());
                    parts.add(entry.value());
                });
            case STRUCT -> expression.struct().entries().forEach(entry -> parts.add(entry.value()));
            case COMPREHENSION -> {
                CelExpr.CelComprehension loop = expression.comprehension();
                parts.addAll(List.of(
                        loop.iterRange(), loop.accuInit(), loop.loopCondition(), loop.loopStep(), loop.result()));
            }
            default -> {} // constants and names have no parts
        }
        return parts;
    }
}
