package dev.audiences;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks which packages use which, their size, and which classes use the process. */
class ArchitectureTest {
    private static final String ROOT = "dev.audiences";
    private static final Path SOURCES = Path.of("src/main/java/dev/audiences");
    private static final int MAX_FILES_OF_A_PACKAGE = 22;
    private static final int MAX_LINES_OF_A_FILE = 250;

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    /** The packages of ours that each package may use; the empty name is the package of Main. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("", Set.of("cli", "cli.console", "process")),
            Map.entry("process", Set.of("cli.console")),
            Map.entry(
                    "cli",
                    Set.of(
                            "cli.list",
                            "cli.config",
                            "cli.session",
                            "cli.console",
                            "api",
                            "config",
                            "output",
                            "sandbox",
                            "text")),
            Map.entry("cli.list", Set.of("cli.export", "cli.session", "cli.console", "api", "http", "json", "text")),
            Map.entry(
                    "cli.export",
                    Set.of(
                            "cli.session",
                            "cli.console",
                            "api",
                            "config",
                            "file",
                            "http",
                            "json",
                            "output",
                            "terminal",
                            "text")),
            Map.entry(
                    "cli.config",
                    Set.of("cli.session", "cli.console", "api", "config", "http", "output", "terminal", "text")),
            Map.entry("cli.session", Set.of("cli.console", "api", "config", "http", "sandbox", "text")),
            Map.entry("cli.console", Set.of("api", "config", "file", "http", "terminal", "text")),
            Map.entry("sandbox", Set.of("http")),
            Map.entry("output", Set.of("api", "json", "terminal", "text")),
            Map.entry("config", Set.of("file", "http", "text")),
            Map.entry("api", Set.of("http", "json", "text", "tls")),
            Map.entry("http", Set.of("text", "tls")),
            Map.entry("file", Set.of()),
            Map.entry("json", Set.of()),
            Map.entry("terminal", Set.of()),
            Map.entry("text", Set.of("terminal")),
            Map.entry("tls", Set.of()));

    @Test
    void packagesUseOnlyWhatTheyMay() {
        Map<String, Set<String>> wrong = new TreeMap<>();
        for (JavaClass user : CLASSES) {
            for (Dependency dependency : user.getDirectDependenciesFromSelf()) {
                JavaClass used = dependency.getTargetClass().getBaseComponentType();
                if (used.getPackageName().startsWith(ROOT)
                        && !used.getPackageName().equals(user.getPackageName())
                        && !MAY_USE.get(packageOf(user)).contains(packageOf(used))) {
                    wrong.computeIfAbsent(user.getName(), any -> new TreeSet<>())
                            .add(used.getName());
                }
            }
        }
        assertEquals(Map.of(), wrong);
    }

    private static String packageOf(JavaClass type) {
        return type.getPackageName().equals(ROOT) ? "" : type.getPackageName().substring(ROOT.length() + 1);
    }

    @Test
    void packagesDoNotDependOnEachOtherInACircle() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void onlyTheCommandLineUsesPicocli() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("picocli..")
                .check(CLASSES);
    }

    @Test
    void onlyMainUsesTheProcess() {
        requireOnlyInMain(System.class, "getenv");
        requireOnlyInMain(System.class, "setProperty");
        requireOnlyInMain(System.class, "nanoTime");
        requireOnlyInMain(System.class, "console");
        requireOnlyInMain(System.class, "exit");
        requireOnlyInMain(Thread.class, "sleep");
        requireOnlyInMain(Instant.class, "now");
        for (String stream : List.of("in", "out", "err")) {
            noClasses()
                    .that()
                    .resideOutsideOfPackage(ROOT)
                    .should()
                    .accessField(System.class, stream)
                    .check(CLASSES);
        }
    }

    private static void requireOnlyInMain(Class<?> type, String method) {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT, ROOT + ".process")
                .should()
                .callMethodWhere(target(owner(type(type))).and(target(name(method))))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void noPackageAndNoFileGrowsTooLarge() throws IOException {
        Map<Path, Long> tooLarge = new TreeMap<>();
        Map<Path, Long> files = new TreeMap<>();
        try (Stream<Path> sources = Files.walk(SOURCES)) {
            for (Path file : sources.filter(Files::isRegularFile).toList()) {
                files.merge(file.getParent(), 1L, Long::sum);
                long lines = Files.readAllLines(file).size();
                if (lines > MAX_LINES_OF_A_FILE) {
                    tooLarge.put(file, lines);
                }
            }
        }
        files.forEach((folder, count) -> {
            if (count > MAX_FILES_OF_A_PACKAGE) {
                tooLarge.put(folder, count);
            }
        });
        assertEquals(Map.of(), tooLarge);
    }
}
