import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Builds the program as a native executable, with the builder of GraalVM from Maven Central, a plain JDK and gcc; see
 * src/native/README.md. Where the JDK is a GraalVM, its own builder is used.
 *
 * <p>Run by the build, as {@code NativeImage.java PROJECT IMAGE TARGET BUILDER MODULES WORK}: the project's folder, that
 * of the image (whose manual pages, completion scripts and legal texts are taken), that of the native form, the folder of
 * the builder's jars, the folder of the jars of the application and its dependencies, and one for intermediate files.
 */
public final class NativeImage {
    /** The libraries of the JDK that are shipped beside the program, and linked to it. */
    private static final List<String> JDK_LIBRARIES = List.of("java", "net", "nio", "zip", "extnet");

    private static final String LIBRARY = "libaudiences.so";

    private final Path sources;
    private final Path image;
    private final Path target;
    private final Path modules;
    private final Path work;
    private final Path libraries;
    private final Path java = Path.of(System.getProperty("java.home"));
    private final NativeBuilder builder;
    private final CTools c;

    private NativeImage(String[] args) throws IOException, InterruptedException {
        sources = Path.of(args[0], "src/native").toAbsolutePath();
        image = Path.of(args[1]);
        target = Path.of(args[2]).toAbsolutePath();
        modules = Path.of(args[4]).toAbsolutePath();
        work = Path.of(args[5]).toAbsolutePath();
        libraries = work.resolve("libraries");
        delete(target);
        delete(work);
        for (String folder : List.of("bin", "lib")) {
            Files.createDirectories(target.resolve(folder));
        }
        Files.createDirectories(libraries);
        builder = new NativeBuilder(Path.of(args[3]).toAbsolutePath(), sources, work);
        c = new CTools(work);
    }

    public static void main(String[] args) throws Exception {
        NativeImage build = new NativeImage(args);
        Path ofGraal = build.java.resolve("bin/native-image");
        if (Files.exists(ofGraal)) {
            List<String> command = new ArrayList<>(List.of(ofGraal.toString()));
            command.add("-J-Djava.security.properties=" + build.sources.resolve("security.properties"));
            command.addAll(build.options());
            CTools.run(command.toArray());
        } else {
            build.builder.checkJars();
            build.addJdkLibraries();
            build.compileHelpers();
            build.builder.build(build.optionsOfPlainJdk());
        }
        Files.move(build.work.resolve(LIBRARY), build.target.resolve("lib").resolve(LIBRARY));
        build.compileLauncher();
        build.addShared();
        build.writeFacts();
    }

    /** The builder wants static libraries, which the JDK lacks: linker scripts of their names stand for the dynamic ones. */
    private void addJdkLibraries() throws IOException {
        for (String name : JDK_LIBRARIES) {
            String file = "lib" + name + ".so";
            Path library = target.resolve("lib").resolve(file);
            Files.copy(java.resolve("lib").resolve(file), library, StandardCopyOption.COPY_ATTRIBUTES);
            addLinkerScript(name, library);
        }
        // The builder wants zlib, which the JDK's libzip has inside.
        Files.writeString(libraries.resolve("libz.a"), "!<arch>\n");
    }

    private void addLinkerScript(String name, Path library) throws IOException {
        Files.writeString(libraries.resolve("lib" + name + ".a"), "INPUT(" + library + ")\n");
    }

    private void compileHelpers() throws IOException, InterruptedException, ReflectiveOperationException {
        Path include = libraries.resolve("include");
        copy(sources.resolve("include"), include);
        builder.writeProcessorHeaders(include);
        List<Path> objects = c.compile(List.of(sources.resolve("runtime.c")), "-I", include);
        CTools.run("ar", "rcs", libraries.resolve("liblibchelper.a"), objects.get(0));

        Path missing = Files.writeString(work.resolve("missing.c"), missingFunctions());
        Path exports = Files.writeString(
                work.resolve("jvm.map"),
                "SUNWprivate_1.1 { global: JVM_*; jio_*; JNI_OnLoad_*; initialize; local: *; };\n");
        Path jvm = target.resolve("lib/libjvm.so");
        objects = c.compile(
                List.of(sources.resolve("jvm.c"), missing),
                "-I",
                java.resolve("include"),
                "-I",
                java.resolve("include/linux"));
        c.link(objects, jvm, "-shared", "-Wl,-soname,libjvm.so", "-Wl,--version-script=" + exports);
        addLinkerScript("jvm", jvm);
    }

    /** Returns a C source with a weak function for each import of the JDK's libraries, which jvm.c may define. */
    private String missingFunctions() throws IOException, InterruptedException {
        Set<String> names = new TreeSet<>();
        for (String library : JDK_LIBRARIES) {
            for (String line : CTools.run("nm", "-D", "--undefined-only", java.resolve("lib/lib" + library + ".so"))
                    .split("\n")) {
                String name = line.replaceFirst(".* U ", "");
                if (name.matches("(JVM|jio)_.*@SUNWprivate_1\\.1")) {
                    names.add(name.replaceFirst("@.*", ""));
                }
            }
        }
        return "extern void missing_function(const char *name);\n"
                + names.stream()
                        .map(name -> "void " + name + "(void);\n__attribute__((weak)) void " + name
                                + "(void) { missing_function(\"" + name + "\"); }\n")
                        .collect(Collectors.joining());
    }

    /** The options that do not depend on where the builder comes from. */
    private List<String> options() throws IOException {
        List<String> options = new ArrayList<>();
        try (Stream<Path> jars = Files.list(modules)) {
            options.addAll(List.of("-cp", jars.sorted().map(Path::toString).collect(Collectors.joining(":"))));
        }
        options.addAll(List.of(
                "-H:+UnlockExperimentalVMOptions",
                "-H:+SharedLibrary",
                "-H:Class=dev.audiences.Main",
                "-H:Name=" + LIBRARY.replace(".so", ""),
                "-H:Path=" + work,
                "-H:ConfigurationFileDirectories=" + sources.resolve("metadata"),
                // Otherwise the loader writes addresses into half of the memory that a short run touches.
                "-H:+RelativeCodePointers",
                // A page of 1,000 audiences fits into a chunk, which is used again; memory of its own is given back
                // each time.
                "-H:AlignedHeapChunkSize=1048576",
                "-H:LargeArrayThreshold=524288",
                // Every processor since about 2009.
                "-H:MicroArchitecture=x86-64-v2",
                "-H:-UseContainerSupport",
                // Pages of gateways may come in any.
                "-H:+AddAllCharsets",
                "-H:EnableURLProtocols=http,https",
                // As an executable has them.
                "-H:+InstallExitHandlers",
                "-R:+EnableSignalHandling"));
        String more = System.getProperty("audiences.native.options", "");
        if (!more.isEmpty()) {
            options.addAll(List.of(more.split(" ")));
        }
        return options;
    }

    private List<String> optionsOfPlainJdk() throws IOException {
        List<String> options = options();
        options.set(0, "-imagecp");
        options.addAll(List.of(
                "-H:CLibraryPath=" + libraries,
                "-H:CCompilerPath=" + c.compilerForBuilder(),
                // Otherwise random, and part of the result.
                "-H:ImageBuildID=" + UUID.nameUUIDFromBytes("audiences".getBytes(StandardCharsets.UTF_8)),
                "-H:NativeLinkerOption=-Wl,-z,defs",
                "-H:NativeLinkerOption=-Wl,-rpath,$ORIGIN",
                "-H:NativeLinkerOption=-Wl,--disable-new-dtags"));
        for (String option : CTools.OLDER_LIBRARIES) {
            options.add("-H:NativeLinkerOption=" + option);
        }
        return options;
    }

    private void compileLauncher() throws IOException, InterruptedException {
        List<Path> objects = c.compile(
                List.of(sources.resolve("launcher.c")),
                "-I",
                java.resolve("include"),
                "-I",
                java.resolve("include/linux"));
        c.link(objects, target.resolve("bin/audiences"), "-pie");
    }

    /** Copies what does not depend on the form of the program, and the legal texts of what only this one contains. */
    private void addShared() throws IOException {
        for (String name : List.of("share", "legal", "LICENSE")) {
            copy(image.resolve(name), target.resolve(name));
        }
        copy(java.resolve("legal/java.base"), target.resolve("legal/java.base"));
        String notice = Files.readString(image.resolve("NOTICE"));
        // The last point is about the Java runtime of the image.
        Files.writeString(
                target.resolve("NOTICE"),
                notice.replaceFirst("(?s)- where it comes with a Java runtime:.*", "")
                        + Files.readString(sources.resolve("NOTICE")));
    }

    /** Writes what the release says about this form: the C library that it needs, by its own files, and what it contains. */
    private void writeFacts() throws IOException, InterruptedException {
        List<Path> files = new ArrayList<>(List.of(target.resolve("bin/audiences")));
        try (Stream<Path> others = Files.list(target.resolve("lib"))) {
            others.forEach(files::add);
        }
        Files.writeString(
                work.resolve("dist.properties"),
                "dist.depends=libc6 (>= " + CTools.neededCLibrary(files) + ")\n"
                        + "dist.components="
                        + component("openjdk", Runtime.version().toString()) + ","
                        + component("graalvm-native-image", builder.version()) + ",\n");
    }

    /** Returns a component of a bill of materials in the format of CycloneDX. */
    private static String component(String name, String version) {
        return "{\"type\": \"library\", \"name\": \"" + name + "\", \"version\": \"" + version
                + "\", \"licenses\": [{\"license\": {\"id\": \"GPL-2.0-with-classpath-exception\"}}]}";
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException e) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
