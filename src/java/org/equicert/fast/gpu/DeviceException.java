package org.equicert.fast.gpu;

/** A device, or the library that leads to it, is absent or fails; the message says in one sentence what is wrong. */
public sealed class DeviceException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public DeviceException(String message) {
        super(message);
    }

    /** Nothing fails: there is no such library, or it finds no device. */
    static final class Absent extends DeviceException {
        private static final long serialVersionUID = 1;

        Absent(String message) {
            super(message);
        }
    }
}
