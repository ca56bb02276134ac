package org.equicert.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Collectors;
import org.equicert.candidate.Accelerator;
import org.equicert.candidate.CandidateUnusable;
import org.equicert.oracle.Precision;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code equicert devices}: what {@code fast:gpu} can run on. That there is none is an answer too. */
@Command(
        name = "devices",
        mixinStandardHelpOptions = true,
        description =
                "Lists the devices that CUDA and OpenCL find, by their numbers. EQUICERT_DEVICE names the one that"
                        + " fast:gpu runs on, by its number or a part of its name or driver; unless it is set, that is the"
                        + " first GPU, or the first device.",
        footer = {
            "",
            "Examples:",
            "  equicert devices",
            "  EQUICERT_DEVICE=0 equicert certify fast:gpu",
            "  EQUICERT_DEVICE=opencl equicert certify fast:gpu"
        })
final class DevicesCommand implements Runnable {
    private static final double GIB = 1L << 30;

    private final Terminal terminal;

    @Option(names = "--json", description = "Print them as JSON.")
    private boolean json;

    DevicesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        List<Accelerator> devices;
        try {
            devices = Accelerator.found(note -> terminal.say(terminal.err(), note));
        } catch (CandidateUnusable none) {
            terminal.say(json ? terminal.err() : terminal.out(), String.valueOf(none.getMessage()));
            devices = List.of();
        }
        if (json) {
            terminal.out().println(json(devices).toPrettyString());
            return;
        }
        for (int i = 0; i < devices.size(); i++) {
            Accelerator device = devices.get(i);
            String precisions =
                    device.precisions().stream().map(Precision::word).collect(Collectors.joining(" "));
            terminal.say(
                    terminal.out(),
                    "%d  %s  (%s)  %.1f GiB  %s"
                            .formatted(i, device.name(), device.driver(), device.memory() / GIB, precisions));
        }
    }

    private static ObjectNode json(List<Accelerator> devices) {
        ObjectNode root = new ObjectMapper().createObjectNode();
        ArrayNode all = root.putArray("devices");
        for (Accelerator device : devices) {
            ObjectNode each = all.addObject()
                    .put("name", device.name())
                    .put("driver", device.driver())
                    .put("memory", device.memory());
            ArrayNode precisions = each.putArray("precisions");
            device.precisions().forEach(precision -> precisions.add(precision.word()));
        }
        return root;
    }
}
