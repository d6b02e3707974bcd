package dev.audiences;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks that src/native/metadata names what the program reaches by name: the native executable lacks the rest. What the
 * packages reach that it uses, compare.sh shows.
 */
class NativeMetadataTest {
    private static final Path METADATA = Path.of("src/native/metadata/reachability-metadata.json");
    private static final Path CLASSES = Path.of("target/classes");

    /** The methods that find a class, a member or a resource by its name. */
    private static final Set<String> BY_NAME = Set.of(
            "java.lang.Class.forName",
            "java.lang.ClassLoader.loadClass",
            "java.lang.invoke.MethodHandles$Lookup.findClass",
            "java.lang.invoke.MethodHandles$Lookup.findVirtual",
            "java.lang.invoke.MethodHandles$Lookup.findStatic",
            "java.lang.invoke.MethodHandles$Lookup.findConstructor",
            "java.lang.invoke.MethodHandles$Lookup.findVarHandle",
            "java.lang.reflect.Proxy.newProxyInstance",
            "java.io.ObjectInputStream.readObject",
            "java.util.ResourceBundle.getBundle",
            "java.util.ServiceLoader.load",
            "java.util.concurrent.atomic.AtomicIntegerFieldUpdater.newUpdater",
            "java.util.concurrent.atomic.AtomicLongFieldUpdater.newUpdater",
            "java.util.concurrent.atomic.AtomicReferenceFieldUpdater.newUpdater");

    @Test
    void nothingIsReachedByNameButResources() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.audiences");
        noClasses()
                .should()
                .accessTargetWhere(new DescribedPredicate<JavaAccess<?>>("finds something by its name") {
                    @Override
                    public boolean test(JavaAccess<?> access) {
                        String owner = access.getTargetOwner().getName();
                        String name = access.getTarget().getName();
                        return BY_NAME.contains(owner + "." + name)
                                || (owner.equals("java.lang.Class")
                                        && name.matches("get(Declared)?(Constructor|Field|Method)s?"));
                    }
                })
                .because("the native executable needs it in " + METADATA)
                .check(classes);
    }

    @Test
    void eachResourceIsNamed() throws IOException {
        List<PathMatcher> named = new ArrayList<>();
        for (JsonNode resource :
                JsonMapper.builder().build().readTree(METADATA.toFile()).get("resources")) {
            named.add(FileSystems.getDefault()
                    .getPathMatcher("glob:" + resource.get("glob").asString()));
        }
        try (Stream<Path> files = Files.walk(CLASSES)) {
            List<Path> forgotten = files.filter(Files::isRegularFile)
                    .map(CLASSES::relativize)
                    .filter(file -> !file.toString().endsWith(".class") && !file.startsWith("META-INF"))
                    .filter(file -> named.stream().noneMatch(glob -> glob.matches(file)))
                    .toList();
            assertEquals(List.of(), forgotten);
        }
    }
}
