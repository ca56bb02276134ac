package org.equicert.fault;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.equicert.number.Algebra;

/** Algebras whose calls are seen on their way. */
final class Watched {
    /** The operations that decide by a sign. */
    static final List<String> DECIDING = List.of("relu", "abs", "max", "min");

    private Watched() {}

    @SuppressWarnings("unchecked") // the proxy is of this very interface
    static <E> Algebra<E> algebra(Algebra<E> numbers, InvocationHandler handler) {
        return (Algebra<E>)
                Proxy.newProxyInstance(Algebra.class.getClassLoader(), new Class<?>[] {Algebra.class}, handler);
    }

    static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    /** The arguments that are numbers of the algebra: those whose type is erased, or a list of such. */
    @SuppressWarnings("unchecked") // E is erased to Object, List<E> to List
    static <E> List<E> operands(Method method, Object[] arguments) {
        List<E> operands = new ArrayList<>();
        for (int i = 0; i < method.getParameterCount(); i++) {
            if (method.getParameterTypes()[i] == Object.class) {
                operands.add((E) arguments[i]);
            } else if (method.getParameterTypes()[i] == List.class) {
                operands.addAll((List<E>) arguments[i]);
            }
        }
        return operands;
    }

    static <E> Object[] withOperands(Method method, Object[] arguments, List<E> operands) {
        Object[] others = Arrays.copyOf(arguments, arguments.length);
        int next = 0;
        for (int i = 0; i < others.length; i++) {
            if (method.getParameterTypes()[i] == Object.class) {
                others[i] = operands.get(next++);
            } else if (method.getParameterTypes()[i] == List.class) {
                others[i] = operands;
            }
        }
        return others;
    }

    @SuppressWarnings("unchecked") // operations return E, erased
    static <E> E result(Algebra<E> on, Method method, Object[] arguments) {
        try {
            return (E) invoke(on, method, arguments);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }
}
