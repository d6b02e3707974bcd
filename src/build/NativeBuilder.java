import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The builder of native executables, as Maven Central has it: its jars, which a plain JDK runs. */
final class NativeBuilder {
    private static final String MAIN_CLASS = "com.oracle.svm.hosted.NativeImageGeneratorRunner";
    private static final String MODULE = "org.graalvm.nativeimage.builder";

    /** The modules of the JDK that the builder reaches into. */
    private static final Set<String> OPENED = Set.of(
            "java.base",
            "java.compiler",
            "java.instrument",
            "java.logging",
            "java.management",
            "java.xml",
            "jdk.httpserver",
            "jdk.internal.vm.ci",
            "jdk.jfr",
            "jdk.localedata",
            "jdk.management",
            "jdk.net",
            "jdk.unsupported",
            "jdk.zipfs");

    private final Path jars;
    private final Path sources;
    private final Path work;
    private final Path java = Path.of(System.getProperty("java.home"));
    private final Set<ModuleReference> modules;

    /**
     * @param jars the folder of the builder's jars
     * @param sources the folder src/native
     * @param work the folder for intermediate files
     */
    NativeBuilder(Path jars, Path sources, Path work) {
        this.jars = jars;
        this.sources = sources;
        this.work = work;
        this.modules = ModuleFinder.of(jars).findAll();
    }

    /** Checks that the jars are the ones that this build was written for. */
    void checkJars() throws IOException, GeneralSecurityException {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.list(jars)) {
            for (Path jar : files.toList()) {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar));
                found.add(HexFormat.of().formatHex(hash) + "  " + jar.getFileName());
            }
        }
        Set<String> expected = new TreeSet<>(Files.readAllLines(sources.resolve("builder.sha256")));
        if (!found.equals(expected)) {
            found.removeAll(expected);
            throw new IllegalStateException("not the jars of src/native/builder.sha256: " + found);
        }
    }

    String version() throws IOException {
        return only("svm-[0-9]*.jar").getFileName().toString().replaceAll("^svm-|\\.jar$", "");
    }

    /**
     * Writes the headers that declare the features of a processor, by the builder's own declarations, of which it reads
     * those of all processors.
     */
    void writeProcessorHeaders(Path folder) throws IOException, ReflectiveOperationException {
        List<URL> places = new ArrayList<>();
        for (ModuleReference module : modules) {
            places.add(module.location().orElseThrow().toURL());
        }
        try (URLClassLoader classes = new URLClassLoader(places.toArray(new URL[0]))) {
            for (String name : List.of("aarch64.AArch64", "amd64.AMD64", "riscv64.RISCV64")) {
                Class<?> declared =
                        Class.forName("com.oracle.svm.core." + name + "LibCHelper$CPUFeatures", false, classes);
                String fields = Stream.of(declared.getDeclaredMethods())
                        .map(method -> "    bool " + method.getName() + ";\n")
                        .sorted()
                        .collect(Collectors.joining());
                String file = name.replaceFirst("\\..*", "") + "cpufeatures.h";
                Files.writeString(
                        folder.resolve(file), "#include <stdbool.h>\ntypedef struct {\n" + fields + "} CPUFeatures;\n");
            }
        }
    }

    /**
     * Builds a native library.
     *
     * @param options those of the builder
     */
    void build(List<String> options) throws IOException, InterruptedException {
        Path file = Files.write(work.resolve("builder.options"), jvmOptions());
        List<String> command = new ArrayList<>(List.of(java.resolve("bin/java").toString(), "@" + file));
        command.addAll(List.of("--module", MODULE + "/" + MAIN_CLASS));
        command.addAll(options);
        ProcessBuilder process =
                new ProcessBuilder(command).directory(work.toFile()).inheritIO();
        // It keeps the encoding of file names.
        process.environment().put("LC_ALL", "C.UTF-8");
        process.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS"));
        int exitCode = process.start().waitFor();
        if (exitCode != 0) {
            throw new IllegalStateException("the builder ended with " + exitCode);
        }
    }

    /** Options of the JVM that runs the builder. */
    private List<String> jvmOptions() throws IOException {
        Path compiler = only("compiler-*.jar");
        Path others = Files.createDirectories(work.resolve("builder-modules"));
        try (Stream<Path> files = Files.list(jars)) {
            for (Path jar : files.filter(f -> !f.equals(compiler)).toList()) {
                Files.createSymbolicLink(others.resolve(jar.getFileName().toString()), jar);
            }
        }
        List<String> options = new ArrayList<>(List.of(
                "-XX:+UseParallelGC",
                "-Xss10m",
                "-Xmx" + System.getProperty("audiences.native.memory", "5g"),
                "-XX:+UnlockExperimentalVMOptions",
                "-XX:+EnableJVMCI",
                "-XX:-UseJVMCICompiler",
                "-XX:-UseJVMCINativeLibrary",
                "-Djava.system.class.loader=com.oracle.svm.hosted.NativeImageSystemClassLoader",
                "-Djdk.vm.ci.services.aot=true",
                "-Dorg.graalvm.nativeimage.imagecode=buildtime",
                "-Djdk.internal.lambda.disableEagerInitialization=true",
                "-Djava.lang.invoke.InnerClassLambdaMetafactory.initializeLambdas=false",
                "-Dsubstratevm.HostLibC=glibc",
                "-Djava.security.properties=" + sources.resolve("security.properties"),
                "-Dfile.encoding=UTF-8",
                "-Duser.language=en",
                "--enable-native-access=" + names(modules),
                "--upgrade-module-path=" + compiler,
                "--module-path=" + others,
                "--add-modules=ALL-MODULE-PATH,ALL-DEFAULT",
                "--patch-module=" + MODULE + "=" + compilePatch()));
        addAccess(options);
        return options;
    }

    /** Compiles what takes the place of classes of the builder, and returns the folder. */
    private Path compilePatch() throws IOException {
        Path source = sources.resolve("com/oracle/svm/hosted/ProgressReporterCHelper.java");
        Path classes = work.resolve("patch");
        ToolProvider javac = ToolProvider.findFirst("javac").orElseThrow();
        if (javac.run(System.out, System.err, "-d", classes.toString(), source.toString()) != 0) {
            throw new IllegalStateException("javac failed");
        }
        return classes;
    }

    /** Opens the packages of the builder, the compiler and the JDK to the builder, which reaches into all of them. */
    private void addAccess(List<String> options) {
        String readers = names(modules) + ",ALL-UNNAMED";
        List<ModuleReference> all = new ArrayList<>(modules);
        ModuleFinder.ofSystem().findAll().stream()
                .filter(module -> OPENED.contains(module.descriptor().name()))
                .forEach(all::add);
        for (ModuleReference module : all) {
            ModuleDescriptor descriptor = module.descriptor();
            Set<String> exported = descriptor.exports().stream()
                    .filter(export -> !export.isQualified())
                    .map(ModuleDescriptor.Exports::source)
                    .collect(Collectors.toSet());
            for (String name : new TreeSet<>(descriptor.packages())) {
                String access = descriptor.name() + "/" + name + "=" + readers;
                if (OPENED.contains(descriptor.name())) {
                    options.add("--add-opens=" + access);
                } else if (!exported.contains(name)) {
                    options.add("--add-exports=" + access);
                }
            }
        }
    }

    private static String names(Collection<ModuleReference> modules) {
        return modules.stream()
                .map(module -> module.descriptor().name())
                .sorted()
                .collect(Collectors.joining(","));
    }

    private Path only(String glob) throws IOException {
        try (var found = Files.newDirectoryStream(jars, glob)) {
            return found.iterator().next();
        }
    }
}
