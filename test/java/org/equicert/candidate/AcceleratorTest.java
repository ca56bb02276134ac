package org.equicert.candidate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
        judge(
                List.of(Precision.F64, Precision.F32),
                List.of("matmul", "tensor.compose", "linalg.solve", "Softmax", "tanh"));
    }

    @Test
    void soAreItsProductsOfShortFactors() throws CandidateUnusable {
        judge(List.of(Precision.TF32, Precision.BF16), List.of("matmul", "linear"));
    }

    private static void judge(List<Precision> precisions, List<String> functions) throws CandidateUnusable {
        try (Candidate core = Accelerator.core(FakeCuda.gpu(device()))) {
            String version = core.description().version();
            assertTrue(version.contains(", CUDA ") && version.contains(", cuBLAS "), version);
            Plan plan = new Plan(
                    functions.stream().map(f -> Functions.find(f).orElseThrow()).toList(), precisions, 2, 1);
            Run run = new Campaign(core, plan, Oracle.ofCatalogue(), Progress.SILENT).run();
            assertEquals(
                    functions.stream()
                            .flatMap(f -> precisions.stream().map(precision -> f + " " + precision))
                            .collect(Collectors.toSet()),
                    run.results().stream()
                            .map(result -> result.function() + " " + result.precision())
                            .collect(Collectors.toSet()));
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
