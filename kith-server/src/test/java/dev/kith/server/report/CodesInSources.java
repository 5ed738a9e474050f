package dev.kith.server.report;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The codes that sources hand on: every text given where a parameter, a component of a record or a variable is called
 * {@code code}. Read from the syntax alone, so methods are told apart by name and number of parameters.
 */
final class CodesInSources {
    private static final String CODE = "code";

    private final Map<String, Set<Integer>> places = new HashMap<>();
    private final SortedSet<String> found = new TreeSet<>();

    private CodesInSources() {}

    /**
     * Those in the sources below {@code used}.
     *
     * @param declared further sources, whose codes they give
     */
    static SortedSet<String> of(Path used, Path... declared) {
        CodesInSources codes = new CodesInSources();
        List<Tree> units = parsed(used);
        codes.new Declarations().scan(units, null);
        codes.new Declarations().scan(parsed(declared), null);
        codes.new Uses().scan(units, null);
        return codes.found;
    }

    private static List<Tree> parsed(Path... sources) {
        if (sources.length == 0) {
            return List.of();
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Set<Path> files = new HashSet<>();
        for (Path source : sources) {
            try (Stream<Path> tree = Files.walk(source)) {
                tree.filter(file -> file.toString().endsWith(".java")).forEach(files::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, manager, null, List.of(), null, manager.getJavaFileObjectsFromPaths(files));
            Set<Tree> units = new HashSet<>();
            task.parse().forEach(units::add);
            return List.copyOf(units);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String key(String name, int parameters) {
        return name + "/" + parameters;
    }

    /** Where a parameter is called a code. */
    private final class Declarations extends TreeScanner<Void, Void> {
        private String type = "";

        @Override
        public Void visitClass(ClassTree tree, Void unused) {
            String outer = type;
            type = tree.getSimpleName().toString();
            if (tree.getKind() == Tree.Kind.RECORD) {
                // What the parser knows of a record's header are fields, in order, which no record has otherwise.
                note(
                        type,
                        tree.getMembers().stream()
                                .filter(member -> member instanceof VariableTree field
                                        && !field.getModifiers().getFlags().contains(Modifier.STATIC))
                                .map(VariableTree.class::cast)
                                .toList());
            }
            super.visitClass(tree, null);
            type = outer;
            return null;
        }

        @Override
        public Void visitMethod(MethodTree tree, Void unused) {
            boolean constructor = tree.getName().contentEquals("<init>");
            boolean fixed = tree.getModifiers().getFlags().contains(Modifier.STATIC);
            note(constructor ? type : tree.getName().toString(), tree.getParameters());
            if (fixed) {
                note(type + "." + tree.getName(), tree.getParameters());
            }
            return super.visitMethod(tree, null);
        }

        private void note(String name, List<? extends VariableTree> parameters) {
            for (int i = 0; i < parameters.size(); i++) {
                if (parameters.get(i).getName().contentEquals(CODE)) {
                    places.computeIfAbsent(key(name, parameters.size()), k -> new HashSet<>())
                            .add(i);
                }
            }
        }
    }

    /** What is given there. */
    private final class Uses extends TreeScanner<Void, Void> {
        @Override
        public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
            ExpressionTree method = tree.getMethodSelect();
            if (method instanceof MemberSelectTree select) {
                String of = select.getExpression().toString();
                boolean type = Character.isUpperCase(of.charAt(0));
                take((type ? of + "." : "") + select.getIdentifier(), tree.getArguments());
            } else {
                take(method.toString(), tree.getArguments());
            }
            return super.visitMethodInvocation(tree, null);
        }

        @Override
        public Void visitNewClass(NewClassTree tree, Void unused) {
            String name = tree.getIdentifier().toString();
            take(name.substring(name.lastIndexOf('.') + 1), tree.getArguments());
            return super.visitNewClass(tree, null);
        }

        @Override
        public Void visitVariable(VariableTree tree, Void unused) {
            if (tree.getName().contentEquals(CODE) && tree.getInitializer() != null) {
                texts(tree.getInitializer());
            }
            return super.visitVariable(tree, null);
        }

        private void take(String name, List<? extends ExpressionTree> arguments) {
            for (int i : places.getOrDefault(key(name, arguments.size()), Set.of())) {
                texts(arguments.get(i));
            }
        }

        private void texts(ExpressionTree value) {
            if (value instanceof LiteralTree literal && literal.getValue() instanceof String text) {
                found.add(text);
            } else if (value instanceof ParenthesizedTree inner) {
                texts(inner.getExpression());
            } else if (value instanceof ConditionalExpressionTree choice) {
                texts(choice.getTrueExpression());
                texts(choice.getFalseExpression());
            } else if (value instanceof SwitchExpressionTree choice) {
                choice.getCases().forEach(each -> {
                    if (each.getBody() instanceof ExpressionTree body) {
                        texts(body);
                    } else if (each.getBody() instanceof YieldTree body) {
                        texts(body.getValue());
                    }
                });
            }
        }
    }
}
