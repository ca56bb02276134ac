package org.equicert.fast;

/** Shapes, slots or lengths that do not fit together, or are too large to be held; thrown before any work begins. */
public final class ShapeException extends IllegalArgumentException {
    public ShapeException(String message) {
        super(message);
    }
}
