package org.equicert.adapter;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A class of an adapter as the JDK's compiler parses it, without its types: what a name stands for is told by how it is
 * declared.
 */
record Source(CompilationUnitTree file) {
    static Source read(Path path) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task =
                    (JavacTask) compiler.getTask(null, files, null, null, null, files.getJavaFileObjects(path));
            return new Source(task.parse().iterator().next());
        }
    }

    /** What it imports, with its packages. */
    List<String> imports() {
        return file.getImports().stream()
                .map(ImportTree::getQualifiedIdentifier)
                .map(Tree::toString)
                .toList();
    }

    ClassTree type() {
        return (ClassTree) file.getTypeDecls().getFirst();
    }

    static <T extends Tree> List<T> members(ClassTree type, Class<T> kind) {
        return type.getMembers().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** The records within, which hold a function's arguments. */
    private Stream<ClassTree> records() {
        return members(type(), ClassTree.class).stream().filter(each -> each.getKind() == Tree.Kind.RECORD);
    }

    /** An object of each record, as a function gets it. */
    List<Value> instances() {
        return records()
                .<Value>map(each -> new Value.Instance(each, roles(members(each, VariableTree.class))))
                .toList();
    }

    /** The maps that are filled here. */
    Map<String, Value> tables() {
        Map<String, Value> tables = new LinkedHashMap<>();
        members(type(), VariableTree.class).stream()
                .filter(field -> field.getInitializer() != null && held(field).isPresent())
                .forEach(field -> tables.put(field.getName().toString(), Value.Role.TABLE));
        return tables;
    }

    /** Parameters by what their maps hold, numbers or arrays; what is no map goes by its name. */
    static Map<String, Value> roles(List<? extends VariableTree> variables) {
        Map<String, Value> roles = new LinkedHashMap<>();
        for (VariableTree variable : variables) {
            String name = variable.getName().toString();
            roles.put(name, held(variable).<Value>map(Source::role).orElse(new Value.Code(name, true)));
        }
        return roles;
    }

    private static Value.Role role(String held) {
        return held.equals("Number") ? Value.Role.PARAMETERS : Value.Role.ARGUMENTS;
    }

    /** Whether functions' arguments are of this type. */
    boolean isOfArrays(Tree type) {
        Stream<VariableTree> components = records().flatMap(each -> members(each, VariableTree.class).stream());
        Stream<? extends VariableTree> parameters = members(type(), MethodTree.class).stream()
                .filter(Source::isConstructor)
                .flatMap(constructor -> constructor.getParameters().stream());
        return Stream.concat(components, parameters)
                .flatMap(each -> held(each).stream())
                .filter(held -> role(held) == Value.Role.ARGUMENTS)
                .anyMatch(typeName(type)::equals);
    }

    static boolean isConstructor(MethodTree method) {
        return method.getName().contentEquals("<init>");
    }

    /** The type of the values of what is a map. */
    private static Optional<String> held(VariableTree variable) {
        return variable.getType() instanceof ParameterizedTypeTree type
                        && typeName(type).equals("Map")
                ? Optional.of(typeName(type.getTypeArguments().getLast()))
                : Optional.empty();
    }

    private static String typeName(Tree type) {
        return (type instanceof ParameterizedTypeTree generic ? generic.getType() : type).toString();
    }
}
