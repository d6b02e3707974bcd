import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.ModuleVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Builds the image of the program: a Java runtime that contains the application. ClassArchive.java then adds the class
 * archive, which makes it start fast.
 *
 * <p>Run by the build, as {@code BuildImage.java PROJECT TARGET MODULE_PATH}: the project's folder, the folder of the
 * image, and the folder of the jars of the application and its dependencies.
 */
public final class BuildImage {
    /**
     * The JVM options of every run. The serial collector starts fastest with a small heap; the largest page that is
     * accepted (64 MiB) fits into the heap several times.
     */
    private static final List<String> JVM_OPTIONS = List.of(
            "-Xshare:auto",
            // Warnings of the JVM, such as for an unusable archive, would be printed to stdout, among the data.
            "-Xlog:disable",
            // So would the reason why it can't start.
            "-XX:+DisplayVMOutputToStderr",
            "-XX:+UseSerialGC",
            // On two cores the C2 compiler takes more time than it saves, even for a long export.
            "-XX:TieredStopAtLevel=1",
            // Otherwise Java checks for each method whether to start another compiler thread; there is only one.
            "-XX:-UseDynamicNumberOfCompilerThreads",
            "-XX:-UsePerfData",
            // Saves a tenth of the time where the system has huge pages; no warning where it has none.
            "-XX:+UseTransparentHugePages",
            "-XX:-PrintWarnings",
            // The default reserves 1 GiB of address space, which a limit (ulimit -v) may not allow.
            "-XX:CompressedClassSpaceSize=64m",
            // Java writes no error files when memory or threads are exhausted.
            "-XX:ErrorFile=/dev/null",
            "-XX:-CreateCoredumpOnCrash",
            "-Xms24m",
            "-Xmn12m",
            "-Xmx768m");

    /**
     * Added by the shell launcher for {@code --all}: methods are compiled sooner, however long the queue of the
     * compiler is. Takes a sixth less time for a thousand pages, a fifteenth more for thirty. Two pages of 1,000
     * survive a collection in the young generation: in the old one they would be kept, and a list of a million takes
     * twice the memory.
     */
    private static final List<String> LONG_RUN_OPTIONS =
            List.of("-XX:Tier3LoadFeedback=500", "-XX:CompileThresholdScaling=0.5", "-XX:SurvivorRatio=2");

    /** Added by the shell launcher when address space is limited (ulimit -v). */
    private static final List<String> LITTLE_MEMORY_OPTIONS =
            List.of("-XX:CompressedClassSpaceSize=32m", "-XX:ReservedCodeCacheSize=16m", "-XX:ThreadStackSize=512");

    private final Path project;
    private final Path image;
    private final Path modules;

    private BuildImage(Path project, Path image, Path modules) {
        this.project = project;
        this.image = image;
        this.modules = modules;
    }

    public static void main(String[] args) throws Exception {
        BuildImage build = new BuildImage(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]));
        delete(build.image);
        build.updatePicocli();
        build.describeOpczip();
        build.link();
        build.addLaunchers();
        build.addCompletions();
        build.addLegalTexts();
    }

    /**
     * Updates the class-file version of picocli. Its classes are in the format of Java 5, which the class archive of
     * JDK 17 excludes and the slow old verifier checks: 20 ms at every start.
     */
    private void updatePicocli() throws IOException {
        Path jar = only("picocli-*.jar");
        try (URLClassLoader classes = new URLClassLoader(new URL[] {jar.toUri().toURL()});
                FileSystem zip = FileSystems.newFileSystem(jar);
                Stream<Path> files = Files.walk(zip.getPath("/picocli"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
                Files.write(file, updated(Files.readAllBytes(file), classes));
            }
        }
    }

    private static byte[] updated(byte[] classFile, ClassLoader classes) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES) {
            @Override
            protected ClassLoader getClassLoader() {
                return classes;
            }
        };
        ClassVisitor visitor = new ClassVisitor(Opcodes.ASM9, writer) {
            @Override
            public void visit(
                    int version, int access, String name, String signature, String superName, String[] interfaces) {
                super.visit(Opcodes.V17, access, name, signature, superName, interfaces);
            }
        };
        // picocli has no subroutines (jsr, ret), which newer class files must not contain.
        new ClassReader(classFile).accept(visitor, ClassReader.SKIP_FRAMES);
        return writer.toByteArray();
    }

    /** Adds a module descriptor to opczip, which jlink requires of each jar; opczip needs java.base only. */
    private void describeOpczip() throws IOException {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_MODULE, "module-info", null, null, null);
        ModuleVisitor module = writer.visitModule("opczip", 0, null);
        module.visitRequire("java.base", Opcodes.ACC_MANDATED, null);
        module.visitExport("com/github/rzymek/opczip", 0);
        module.visitEnd();
        writer.visitEnd();
        try (FileSystem zip = FileSystems.newFileSystem(only("opczip-*.jar"))) {
            Files.write(zip.getPath("/module-info.class"), writer.toByteArray());
        }
    }

    private void link() {
        List<String> arguments = List.of(
                "--module-path",
                modules.toString(),
                "--add-modules",
                "dev.audiences" + (Runtime.version().feature() < 22 ? ",jdk.crypto.ec" : ""),
                "--no-header-files",
                "--no-man-pages",
                "--strip-debug",
                "--output",
                image.resolve("lib/runtime").toString());
        ToolProvider jlink = ToolProvider.findFirst("jlink").orElseThrow();
        int exitCode = jlink.run(System.out, System.err, arguments.toArray(new String[0]));
        if (exitCode != 0) {
            throw new IllegalStateException("jlink failed with " + exitCode);
        }
    }

    private void addLaunchers() throws IOException {
        Path bin = Files.createDirectories(image.resolve("bin"));
        for (String name : List.of("audiences", "audiences.cmd")) {
            String text = Files.readString(project.resolve("src/launcher").resolve(name))
                    .replace("@JVM_OPTIONS@", String.join(" ", JVM_OPTIONS))
                    .replace("@LONG_RUN_OPTIONS@", String.join(" ", LONG_RUN_OPTIONS))
                    .replace("@LITTLE_MEMORY_OPTIONS@", String.join(" ", LITTLE_MEMORY_OPTIONS));
            if (name.endsWith(".cmd")) {
                text = text.replace("/dev/null", "NUL");
            }
            Path launcher = Files.writeString(bin.resolve(name), text);
            if (launcher.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }

    /** Copies the completion scripts to the folders that the shells search below an installation prefix. */
    private void addCompletions() throws IOException {
        Map<String, String> places = Map.of(
                "audiences.bash", "bash-completion/completions/audiences",
                "_audiences", "zsh/site-functions/_audiences",
                "audiences.fish", "fish/vendor_completions.d/audiences.fish");
        // From the program's jar, so that they are the ones that "audiences completion" prints.
        try (FileSystem jar = FileSystems.newFileSystem(only("audiences-*.jar"))) {
            for (Map.Entry<String, String> place : places.entrySet()) {
                Path script = image.resolve("share").resolve(place.getValue());
                Files.createDirectories(script.getParent());
                Files.copy(jar.getPath("dev/audiences/completions", place.getKey()), script);
            }
        }
    }

    /** Copies the licence of the program, and the licences and notices of its dependencies. */
    private void addLegalTexts() throws IOException {
        Files.copy(project.resolve("LICENSE"), image.resolve("LICENSE"));
        Path legal = Files.createDirectories(image.resolve("legal"));
        Files.copy(project.resolve("src/launcher/NOTICE"), image.resolve("NOTICE"));
        try (Stream<Path> jars = Files.list(modules)) {
            for (Path jar : jars.filter(f -> f.toString().endsWith(".jar")).toList()) {
                copyLegalTexts(jar, legal);
            }
        }
    }

    private static void copyLegalTexts(Path jar, Path legal) throws IOException {
        String name = jar.getFileName().toString().replaceFirst("\\.jar$", "");
        try (FileSystem zip = FileSystems.newFileSystem(jar);
                Stream<Path> files = Files.list(zip.getPath("META-INF"))) {
            // Also those of code that a dependency includes, such as FastDoubleParser-LICENSE.
            for (Path text : files.filter(f -> f.toString().matches(".*(LICENSE|NOTICE)"))
                    .toList()) {
                Path folder = Files.createDirectories(legal.resolve(name));
                Files.copy(text, folder.resolve(text.getFileName().toString()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private Path only(String glob) throws IOException {
        try (var found = Files.newDirectoryStream(modules, glob)) {
            return found.iterator().next();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
