package org.equicert.function;

/** Where a function is asked about: its parameters and its arguments as exact doubles. */
public record Point(Parameters parameters, Arguments<Double> arguments) {}
