package org.equicert.fast.gpu;

/** A device, or the library that leads to it, is absent or fails; the message says in one sentence what is wrong. */
public final class DeviceException extends RuntimeException {
    /** What to do where no device is found. */
    public static final String REMEDY =
            "install the driver of your GPU, or PoCL, which makes a device of the CPU (Debian: pocl-opencl-icd)";

    private static final long serialVersionUID = 1;

    public DeviceException(String message) {
        super(message);
    }
}
