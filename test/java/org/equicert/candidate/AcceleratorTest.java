package org.equicert.candidate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.equicert.campaign.Campaign;
import org.equicert.campaign.Plan;
import org.equicert.campaign.Progress;
import org.equicert.campaign.Run;
import org.equicert.fast.gpu.Device;
import org.equicert.fast.gpu.DeviceException;
import org.equicert.fast.gpu.FakeCuda;
import org.equicert.function.Functions;
import org.equicert.oracle.Oracle;
import org.equicert.oracle.Precision;
import org.equicert.oracle.Verdict;
import org.junit.jupiter.api.Test;

/** The core on a device of CUDA, whose driver is a fake, before the judges. */
class AcceleratorTest {
    private static final Set<Verdict> RIGHT = Set.of(Verdict.EXACT, Verdict.CONSISTENT);

    @Test
    void theCoreIsRightThroughCuda() throws CandidateUnusable {
        try (Candidate core = Accelerator.core(FakeCuda.gpu(device()))) {
            String version = core.description().version();
            assertTrue(version.contains(", CUDA ") && version.contains(", cuBLAS "), version);
            List<String> functions = List.of("matmul", "tensor.compose", "linalg.solve", "Softmax", "tanh");
            Plan plan = new Plan(
                    functions.stream().map(f -> Functions.find(f).orElseThrow()).toList(),
                    List.of(Precision.F64, Precision.F32),
                    2,
                    1);
            Run run = new Campaign(core, plan, Oracle.ofCatalogue(), Progress.SILENT).run();
            assertEquals(
                    new TreeSet<>(functions),
                    run.results().stream()
                            .map(result -> result.function())
                            .collect(TreeSet::new, Set::add, Set::addAll));
            run.results().forEach(result -> assertTrue(RIGHT.contains(result.verdict()), result.toString()));
        }
    }

    private static Device device() {
        try {
            return Device.found(failing -> {}).stream()
                    .filter(device -> device.hasF64())
                    .findFirst()
                    .orElseGet(() -> abort("not run: no device has doubles"));
        } catch (DeviceException none) {
            return abort("not run: " + none.getMessage());
        }
    }
}
