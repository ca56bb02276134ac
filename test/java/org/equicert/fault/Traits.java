package org.equicert.fault;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.equicert.derivative.Tape;
import org.equicert.derivative.Taped;
import org.equicert.function.Array;
import org.equicert.function.Definition;
import org.equicert.function.Point;
import org.equicert.number.Algebra;
import org.equicert.number.Doubles;

/**
 * What a function is made of, which decides what can go wrong in it.
 *
 * @param operations those that depend on θ, each with the most operands that did so at once
 * @param hasNullSpace whether there are directions of θ that no K has a part in
 * @param hasMatrix whether an argument that is differentiated, or the value, has two dimensions or more
 */
record Traits(Definition f, Map<String, Integer> operations, boolean hasMatrix, boolean hasNullSpace) {
    static Traits of(Definition f) {
        Point point = f.points().at(Implementation.CALCULUS.points(), new SplittableRandom(1));
        Map<String, Integer> operations = new TreeMap<>();
        Tape<Double> tape = new Tape<>(new Doubles());
        Algebra<Taped<Double>> watched = Watched.algebra(tape, (proxy, method, arguments) -> {
            List<Taped<Double>> operands = Watched.operands(method, arguments);
            int moving = (int) operands.stream().filter(x -> x.place() >= 0).count();
            if (moving > 0 && !method.getName().equals("magnitude")) {
                operations.merge(method.getName(), moving, Math::max);
                if (Watched.DECIDING.contains(method.getName())) {
                    operations.put("sign", 1);
                }
            }
            return Watched.invoke(tape, method, arguments);
        });
        List<Taped<Double>> theta =
                point.arguments().flatten(f.wrt()).stream().map(tape::variable).toList();
        Array<Taped<Double>> value =
                f.value(watched, point.arguments().map(tape::constant).withTheta(f.wrt(), theta), point.parameters());
        boolean hasMatrix = Stream.concat(f.wrt().stream().map(point.arguments()::get), Stream.of(value))
                .anyMatch(array -> array.shape().size() >= 2);
        return new Traits(
                f, operations, hasMatrix, NullSpace.direction(f, point).isPresent());
    }
}
