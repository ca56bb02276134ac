package org.equicert;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The house as the design draws it: imports point down only, and what is judged shares nothing with the judge. */
class ArchitectureTest {
    private static final String HOUSE = "org.equicert";

    /** What each package may import of the project; whatever is not listed here does not exist. */
    private static final Map<String, Set<String>> MAY_IMPORT = Map.ofEntries(
            Map.entry("reference", Set.of()),
            Map.entry("number", Set.of()),
            Map.entry("function", Set.of("number")),
            Map.entry("derivative", Set.of("function", "number")),
            Map.entry("equivariance", Set.of("derivative", "function", "number")),
            Map.entry("oracle", Set.of("equivariance", "derivative", "function", "number", "reference")),
            Map.entry("fast", Set.of()),
            Map.entry("candidate", Set.of("oracle", "function", "fast")),
            Map.entry("campaign", Set.of("candidate", "oracle", "equivariance", "derivative", "function", "number")),
            Map.entry(
                    "report",
                    Set.of("campaign", "candidate", "oracle", "equivariance", "derivative", "function", "number")),
            Map.entry(
                    "vectors",
                    Set.of(
                            "report",
                            "campaign",
                            "candidate",
                            "oracle",
                            "equivariance",
                            "derivative",
                            "function",
                            "number")),
            Map.entry("bench", Set.of("report")),
            Map.entry(
                    "lab",
                    Set.of("campaign", "candidate", "oracle", "equivariance", "derivative", "function", "number")),
            Map.entry("learn", Set.of("oracle", "equivariance", "derivative", "function", "number")),
            Map.entry(
                    "cli",
                    Set.of(
                            "learn",
                            "lab",
                            "bench",
                            "vectors",
                            "report",
                            "campaign",
                            "candidate",
                            "oracle",
                            "equivariance",
                            "derivative",
                            "function",
                            "number")));

    private static final Path SOURCES = Path.of("src/java/org/equicert");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_PACKAGE_INFOS)
            .importPackages(HOUSE);

    @Test
    void theClassFilesOfThisJdkAreRead() {
        assertTrue(CLASSES.size() > 40, CLASSES.size() + " classes were imported");
        long seen = CLASSES.stream()
                .flatMap(c -> c.getDirectDependenciesFromSelf().stream())
                .filter(d -> d.getTargetClass().getPackageName().startsWith(HOUSE))
                .count();
        assertTrue(seen > 200, seen + " dependencies were seen");
    }

    @Test
    void everyPackageIsOnTheMapAndIsRead() throws IOException {
        Set<String> found = CLASSES.stream()
                .map(c -> c.getPackageName().substring(HOUSE.length()))
                .filter(name -> !name.isEmpty())
                .map(name -> name.split("\\.")[1])
                .collect(Collectors.toSet());
        assertTrue(MAY_IMPORT.keySet().containsAll(found), "not all in the design: " + found);
        for (String name : MAY_IMPORT.keySet()) {
            assertEquals(hasSources(name), found.contains(name), name);
        }
    }

    static List<String> packages() {
        return MAY_IMPORT.keySet().stream().sorted().toList();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void importsPointDownOnly(String name) throws IOException {
        noClasses()
                .that(in(name))
                .should()
                .dependOnClassesThat(theProjects().and(not(in(name))).and(not(inAny(MAY_IMPORT.get(name)))))
                .allowEmptyShould(!hasSources(name))
                .because("the design's order of packages lets " + name + " import " + MAY_IMPORT.get(name))
                .check(CLASSES);
    }

    @Test
    void theMapItselfPointsDownOnly() {
        Set<String> settled = new TreeSet<>();
        for (boolean more = true; more; ) {
            more =
                    MAY_IMPORT.keySet().stream()
                            .filter(name -> settled.containsAll(MAY_IMPORT.get(name)))
                            .toList()
                            .stream()
                            .map(settled::add)
                            .reduce(false, Boolean::logicalOr);
        }
        assertEquals(MAY_IMPORT.keySet(), settled);
    }

    @Test
    void noPackagesDependOnEachOtherInACycle() {
        slices().matching(HOUSE + ".(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void theProverIsNeverLinked() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("de.uka.ilkd.."))
                .because("KeY is a tool of the build, under a licence of its own")
                .check(CLASSES);
    }

    @Test
    void onlyTheCommandLineWritesToTheConsole() {
        noClasses()
                .that(not(in("cli")))
                .should()
                .accessField(System.class, "out")
                .check(CLASSES);
    }

    /** Whether the package holds a class; only a package yet to come may have no classes to check. */
    private static boolean hasSources(String name) throws IOException {
        Path folder = SOURCES.resolve(name);
        if (!Files.exists(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".java") && !file.endsWith("package-info.java"));
        }
    }

    private static DescribedPredicate<JavaClass> theProjects() {
        return resideInAPackage(HOUSE + "..");
    }

    private static DescribedPredicate<JavaClass> in(String name) {
        return resideInAPackage(HOUSE + "." + name + "..");
    }

    private static DescribedPredicate<JavaClass> inAny(Set<String> names) {
        return resideInAnyPackage(
                names.stream().map(name -> HOUSE + "." + name + "..").toArray(String[]::new));
    }
}
