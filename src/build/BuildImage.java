import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * Builds the self-contained program: a Java runtime with the application inside, made to start fast.
 *
 * <p>Run by the build, as {@code BuildImage.java PROJECT TARGET MODULE_PATH}: the project's folder, the folder of the
 * image, and the folder of the application's jar and those of its dependencies.
 */
public final class BuildImage {
    private static final String MAIN_CLASS = "dev.audiences.Main";

    /**
     * The options of every start: the serial collector starts fastest and its heap stays small;
     * the greatest page that is accepted (64 MiB) fits into the heap several times.
     */
    private static final List<String> JVM_OPTIONS = List.of(
            "-Xshare:auto",
            // A JVM warning, say of an archive that does not fit, must not get among the data on stdout.
            "-Xlog:disable",
            // Nor why it can't start.
            "-XX:+DisplayVMOutputToStderr",
            "-XX:+UseSerialGC",
            // On two cores the thorough compiler takes more time from a long export than it gives back.
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            // Not the usual GiB of address space, which a limit (ulimit -v) may not leave.
            "-XX:CompressedClassSpaceSize=64m",
            "-Xms24m",
            "-Xmn12m",
            "-Xmx768m");

    /** The runs whose classes go into the archive, with the exit code that each must have. */
    private static final List<Training> TRAINING = List.of(
            new Training(0, "--version"),
            new Training(0, "--help"),
            new Training(0, "list", "--help"),
            new Training(0, "list", "--sandbox"),
            new Training(0, "list", "--sandbox", "--all", "-o", "csv"),
            new Training(0, "list", "--sandbox", "--all", "-o", "json"),
            new Training(0, "list", "--sandbox", "--sort", "name", "--type", "monitoring"),
            new Training(0, "accounts", "--sandbox"),
            new Training(0, "config", "list"),
            new Training(2, "list", "--no-such-option"),
            // Loads what TLS needs; nothing listens on the port.
            new Training(7, "list", "--base-url", "https://localhost:1", "-a", "a", "--retries", "0"));

    /** A run of the program, with the exit code that it must have. */
    private record Training(int exitCode, String... arguments) {}

    private final Path project;
    private final Path image;
    private final Path modules;
    private final Path runtime;

    private BuildImage(Path project, Path image, Path modules) {
        this.project = project;
        this.image = image;
        this.modules = modules;
        this.runtime = image.resolve("lib").resolve("runtime");
    }

    public static void main(String[] args) throws Exception {
        BuildImage build = new BuildImage(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]));
        delete(build.image);
        build.modernisePicocli();
        build.link();
        build.addLaunchers();
        build.addCompletions();
        build.addLegalTexts();
        build.addArchive();
    }

    /**
     * Gives picocli's classes the current class-file version. They are in the format of Java 5, which the archive of
     * JDK 17 leaves out and the slow old verifier has to check, 20 ms at every start.
     */
    private void modernisePicocli() throws IOException {
        Path jar = only("picocli-*.jar");
        try (URLClassLoader classes = new URLClassLoader(new URL[] {jar.toUri().toURL()});
                FileSystem zip = FileSystems.newFileSystem(jar);
                Stream<Path> files = Files.walk(zip.getPath("/picocli"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
                Files.write(file, modernised(Files.readAllBytes(file), classes));
            }
        }
    }

    private static byte[] modernised(byte[] classFile, ClassLoader classes) {
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
        // picocli's classes hold no subroutines (jsr, ret), which newer class files may not have.
        new ClassReader(classFile).accept(visitor, ClassReader.SKIP_FRAMES);
        return writer.toByteArray();
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
                runtime.toString());
        ToolProvider jlink = ToolProvider.findFirst("jlink").orElseThrow();
        int exitCode = jlink.run(System.out, System.err, arguments.toArray(new String[0]));
        require(exitCode == 0, "jlink failed with " + exitCode);
    }

    private void addLaunchers() throws IOException {
        Path bin = Files.createDirectories(image.resolve("bin"));
        for (String name : List.of("audiences", "audiences.cmd")) {
            String text = Files.readString(project.resolve("src/launcher").resolve(name))
                    .replace("@JVM_OPTIONS@", String.join(" ", JVM_OPTIONS));
            Path launcher = Files.writeString(bin.resolve(name), text);
            if (launcher.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }

    /** The completion scripts, where each shell looks below the folder that a program is installed to. */
    private void addCompletions() throws IOException {
        Map<String, String> places = Map.of(
                "audiences.bash", "bash-completion/completions/audiences",
                "_audiences", "zsh/site-functions/_audiences",
                "audiences.fish", "fish/vendor_completions.d/audiences.fish");
        for (Map.Entry<String, String> place : places.entrySet()) {
            Path script = image.resolve("share").resolve(place.getValue());
            Files.createDirectories(script.getParent());
            Files.copy(project.resolve("completions").resolve(place.getKey()), script);
        }
    }

    /** The licence of the tool, and what the licences of the packages inside ask to be passed on. */
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
            // Also those of what a package has copied into itself, such as FastDoubleParser-LICENSE.
            for (Path text : files.filter(f -> f.toString().matches(".*(LICENSE|NOTICE)"))
                    .toList()) {
                Path folder = Files.createDirectories(legal.resolve(name));
                Files.copy(text, folder.resolve(text.getFileName().toString()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** Dumps the classes that the training runs load into the runtime's own archive, which needs no option to be used. */
    private void addArchive() throws IOException, InterruptedException {
        Path work = Files.createTempDirectory("audiences-image");
        Set<String> lines = new LinkedHashSet<>();
        for (Training run : TRAINING) {
            Path list = work.resolve("classes.lst");
            List<String> command = java(List.of("-XX:DumpLoadedClassList=" + list, MAIN_CLASS));
            command.addAll(List.of(run.arguments()));
            int exitCode = run(command, work.resolve("training.txt"));
            require(
                    exitCode == run.exitCode(),
                    "training run " + List.of(run.arguments()) + " ended with " + exitCode + ":\n"
                            + Files.readString(work.resolve("training.txt")));
            for (String line : Files.readAllLines(list)) {
                // Newer Javas number the classes, from 0 in each run; two numbers for one class are an error.
                lines.add(line.replaceFirst(" id: [0-9]+$", ""));
            }
        }
        Path all = Files.write(work.resolve("all.lst"), lines, StandardCharsets.UTF_8);
        List<String> dump = new ArrayList<>(List.of("-Xshare:dump", "-XX:SharedClassListFile=" + all));
        if (Runtime.version().feature() >= 24) {
            // Links the classes ahead of time (JEP 483): two fifths less work for a whole run of one page.
            dump.add("-XX:+AOTClassLinking");
        }
        int exitCode = run(java(dump), work.resolve("dump.txt"));
        require(exitCode == 0, "the archive can't be made:\n" + Files.readString(work.resolve("dump.txt")));
        delete(work);
    }

    private List<String> java(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(runtime.resolve("bin").resolve("java").toString());
        command.addAll(arguments);
        return command;
    }

    private static int run(List<String> command, Path output) throws IOException, InterruptedException {
        ProcessBuilder process =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        process.environment().keySet().removeIf(name -> name.startsWith("AUDIENCES_"));
        process.environment().put("AUDIENCES_API_KEY", "sk_training");
        process.environment().put("XDG_CONFIG_HOME", output.getParent().toString());
        return process.start().waitFor();
    }

    private Path only(String glob) throws IOException {
        try (var found = Files.newDirectoryStream(modules, glob)) {
            return found.iterator().next();
        }
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalStateException(otherwise);
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
