package org.equicert.fast.gpu;

import java.lang.foreign.MemorySegment;

/** An array of a {@link DeviceMachine}, in the device's memory. It is read through that machine only, until that is closed. */
public record DeviceArray(MemorySegment memory, int size) {}
