package org.equicert.adapter;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SimpleTreeVisitor;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.equicert.adapter.Value.Code;
import org.equicert.adapter.Value.Figure;
import org.equicert.adapter.Value.Instance;
import org.equicert.adapter.Value.Lambda;
import org.equicert.adapter.Value.Reference;
import org.equicert.adapter.Value.Role;
import org.equicert.adapter.Value.Word;

/**
 * What a library calls the functions of the catalogue, read off the source of its adapter. The source is parsed by the JDK's
 * compiler and worked through without running it: {@code Functions} fills its table of functions, and the function that is
 * asked for is applied to the arguments' names and the parameters' numbers. Methods and lambdas of the adapter are written in
 * their places, so that what is left is the library's alone. Whatever else stands in a table is refused, not guessed.
 */
final class Expressions extends SimpleTreeVisitor<Value, Map<String, Value>> {
    /** Statements, a line each, and the expression that is the function's value behind them. */
    record Body(String statements, String value) {}

    private final Source source;
    private final Map<String, Value> fields = new HashMap<>();
    private final Map<String, Value> table = new LinkedHashMap<>();

    // of the function that is asked for
    private Map<String, String> arguments = Map.of();
    private Map<String, Number> parameters = Map.of();
    private Set<String> taken = new HashSet<>();
    private StringBuilder statements = new StringBuilder();

    /** @param source the adapter's {@code Functions}: a constructor or a static block fills its table */
    Expressions(Source source) {
        super(null);
        this.source = source;
        fields.putAll(source.tables());
        for (Tree member : source.type().getMembers()) {
            if (member instanceof BlockTree block) {
                run(block, fields);
            } else if (member instanceof MethodTree method && Source.isConstructor(method)) {
                run(method.getBody(), scope(fields, Source.roles(method.getParameters())));
            }
        }
    }

    /** The names of the functions. */
    Set<String> names() {
        return table.keySet();
    }

    /**
     * A function's value.
     *
     * @param arguments the name that the program has for each argument
     * @param taken names that the program uses otherwise
     * @throws IllegalArgumentException where there is no such function or a parameter is missing
     */
    Body of(String name, Map<String, String> arguments, Map<String, Number> parameters, Set<String> taken) {
        Value function = table.get(name);
        if (function == null) {
            throw new IllegalArgumentException("the adapter has no function of this name");
        }
        this.arguments = arguments;
        this.parameters = parameters;
        this.taken = new HashSet<>(taken);
        this.taken.addAll(arguments.values());
        this.statements = new StringBuilder();
        boolean isAlone = function instanceof Lambda lambda
                && lambda.tree().getParameters().isEmpty();
        String value = Value.text(apply(function, isAlone ? List.of() : source.instances()));
        return new Body(statements.toString(), value);
    }

    /** @return what is returned; no text where nothing is */
    private Value run(BlockTree block, Map<String, Value> scope) {
        Map<String, Value> local = new HashMap<>(scope);
        for (StatementTree statement : block.getStatements()) {
            switch (statement) {
                case ReturnTree end -> {
                    return visit(end.getExpression(), local);
                }
                case VariableTree variable -> {
                    Value value = visit(variable.getInitializer(), local);
                    local.put(
                            variable.getName().toString(),
                            named(variable.getName().toString(), value));
                }
                case ExpressionStatementTree expression -> execute(expression.getExpression(), local);
                default -> throw strange(statement);
            }
        }
        return new Code("", true);
    }

    /** A statement: a field of the adapter is set, or a method called. */
    private void execute(ExpressionTree statement, Map<String, Value> scope) {
        if (statement instanceof MethodInvocationTree call) {
            visit(call, scope);
        } else if (statement instanceof AssignmentTree set
                && set.getVariable() instanceof MemberSelectTree field
                && field.getExpression().toString().equals("this")) {
            fields.put(field.getIdentifier().toString(), visit(set.getExpression(), scope));
        } else {
            throw strange(statement);
        }
    }

    /** A value under a name of the program, unless it is a name already. */
    private Value named(String name, Value value) {
        if (!(value instanceof Code code) || code.plain()) {
            return value;
        }
        String free = Stream.iterate(2, i -> i + 1)
                .map(i -> name + i)
                .filter(each -> !taken.contains(each))
                .findFirst()
                .orElseThrow();
        String chosen = taken.contains(name) ? free : name;
        taken.add(chosen);
        statements.append("var " + chosen + " = " + code.text() + ";\n");
        return new Code(chosen, true);
    }

    private Value apply(Value function, List<Value> values) {
        return switch (function) {
            case Lambda lambda -> {
                Map<String, Value> scope = bound(
                        lambda.scope(),
                        lambda.tree().getParameters(),
                        lambda.tree().getBody(),
                        values);
                yield lambda.tree().getBody() instanceof BlockTree block
                        ? run(block, scope)
                        : visit(lambda.tree().getBody(), scope);
            }
            case Reference reference -> apply(reference, values);
            default -> throw new IllegalArgumentException("the adapter calls what is no function");
        };
    }

    private Value apply(Reference reference, List<Value> values) {
        ExpressionTree owner = reference.tree().getQualifierExpression();
        String name = reference.tree().getName().toString();
        if (owner.toString().equals("this")
                || owner.toString().equals(source.type().getSimpleName().toString())) {
            return call(source.type(), name, values, fields).orElseThrow(() -> strange(reference.tree()));
        }
        return source.isOfArrays(owner) // NDArray::abs is x.abs(), but Activation::relu is Activation.relu(x)
                ? Value.call(values.getFirst(), name, values.subList(1, values.size()))
                : Value.call(visit(owner, reference.scope()), name, values);
    }

    /** A method of the adapter, written in its place. */
    private Optional<Value> call(ClassTree type, String name, List<Value> values, Map<String, Value> scope) {
        return Source.members(type, MethodTree.class).stream()
                .filter(m ->
                        m.getName().contentEquals(name) && m.getParameters().size() == values.size())
                .findFirst()
                .map(m -> run(m.getBody(), bound(scope, m.getParameters(), m.getBody(), values)));
    }

    /** The scope with parameters bound; what would be written twice gets a name first. */
    private Map<String, Value> bound(
            Map<String, Value> scope, List<? extends VariableTree> parameters, Tree body, List<Value> values) {
        Map<String, Value> bound = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            String name = parameters.get(i).getName().toString();
            bound.put(name, uses(body, name) > 1 ? named(name, values.get(i)) : values.get(i));
        }
        return scope(scope, bound);
    }

    private static int uses(Tree body, String name) {
        return new TreeScanner<Integer, Void>() {
            @Override
            public Integer visitIdentifier(IdentifierTree tree, Void none) {
                return tree.getName().contentEquals(name) ? 1 : 0;
            }

            @Override
            public Integer reduce(Integer one, Integer other) {
                return (one == null ? 0 : one) + (other == null ? 0 : other);
            }

            @Override
            public Integer scan(Tree tree, Void none) {
                Integer found = super.scan(tree, none);
                return found == null ? 0 : found;
            }
        }.scan(body, null);
    }

    private static Map<String, Value> scope(Map<String, Value> outer, Map<String, Value> inner) {
        Map<String, Value> scope = new HashMap<>(outer);
        scope.putAll(inner);
        return scope;
    }

    @Override
    public Value visitMethodInvocation(MethodInvocationTree call, Map<String, Value> scope) {
        List<Value> values = new ArrayList<>();
        call.getArguments().forEach(argument -> values.add(visit(argument, scope)));
        if (call.getMethodSelect() instanceof IdentifierTree name) {
            String method = name.getName().toString();
            return call(source.type(), method, values, fields).orElseThrow(() -> strange(call));
        }
        MemberSelectTree select = (MemberSelectTree) call.getMethodSelect();
        String method = select.getIdentifier().toString();
        return switch (visit(select.getExpression(), scope)) {
            case Role role -> of(role, method, values, call);
            case Figure figure -> of(figure.number(), method, call);
            case Instance in ->
                values.isEmpty() && in.components().containsKey(method)
                        ? in.components().get(method)
                        : call(in.type(), method, values, in.components()).orElseThrow(() -> strange(call));
            case Lambda function -> apply(function, values);
            case Reference function -> apply(function, values);
            case Value receiver -> Value.call(receiver, method, values);
        };
    }

    private Value of(Role role, String method, List<Value> values, Tree call) {
        if (!(values.getFirst() instanceof Word name) || !method.equals(role == Role.TABLE ? "put" : "get")) {
            throw strange(call);
        }
        return switch (role) {
            case TABLE -> {
                table.put(name.text(), values.getLast());
                yield role;
            }
            case ARGUMENTS -> new Code(present(arguments, name.text()), true);
            case PARAMETERS -> new Figure(present(parameters, name.text()));
        };
    }

    private static <T> T present(Map<String, T> map, String name) {
        return Optional.ofNullable(map.get(name))
                .orElseThrow(() -> new IllegalArgumentException("the question lacks " + name));
    }

    private static Value of(Number number, String method, Tree call) {
        return new Figure(
                switch (method) {
                    case "doubleValue" -> number.doubleValue();
                    case "floatValue" -> number.floatValue();
                    case "intValue" -> number.intValue();
                    default -> throw strange(call);
                });
    }

    @Override
    public Value visitIdentifier(IdentifierTree name, Map<String, Value> scope) {
        String text = name.getName().toString();
        return scope.getOrDefault(text, new Code(text, true));
    }

    @Override
    public Value visitMemberSelect(MemberSelectTree select, Map<String, Value> scope) {
        String owner = Value.text(visit(select.getExpression(), scope));
        return new Code(owner + "." + select.getIdentifier(), owner.matches("[\\w.]+"));
    }

    @Override
    public Value visitLiteral(LiteralTree literal, Map<String, Value> scope) {
        return literal.getValue() instanceof String text ? new Word(text) : new Code(literal.toString(), true);
    }

    @Override
    public Value visitUnary(UnaryTree unary, Map<String, Value> scope) {
        if (unary.getKind() != Tree.Kind.UNARY_MINUS) {
            throw strange(unary);
        }
        return new Code("-" + Value.text(visit(unary.getExpression(), scope)), true);
    }

    /** Comparisons of numbers, which are known. */
    @Override
    public Value visitBinary(BinaryTree binary, Map<String, Value> scope) {
        if (binary.getKind() != Tree.Kind.EQUAL_TO
                || !(visit(binary.getLeftOperand(), scope) instanceof Figure figure)) {
            throw strange(binary);
        }
        return new Code(
                String.valueOf(Value.literal(figure.number())
                        .equals(binary.getRightOperand().toString())),
                true);
    }

    @Override
    public Value visitNewArray(NewArrayTree array, Map<String, Value> scope) {
        String entries = array.getInitializers().stream()
                .map(entry -> Value.text(visit(entry, scope)))
                .collect(Collectors.joining(", ", "{", "}"));
        return new Code("new " + array.getType() + "[] " + entries, false);
    }

    @Override
    public Value visitLambdaExpression(LambdaExpressionTree lambda, Map<String, Value> scope) {
        return new Lambda(lambda, scope);
    }

    @Override
    public Value visitMemberReference(MemberReferenceTree reference, Map<String, Value> scope) {
        return new Reference(reference, scope);
    }

    @Override
    protected Value defaultAction(Tree tree, Map<String, Value> scope) {
        throw strange(tree);
    }

    private static IllegalArgumentException strange(Tree tree) {
        String line = tree.toString().lines().findFirst().orElse("");
        return new IllegalArgumentException("the adapter's source has what programs cannot have: " + line);
    }
}
