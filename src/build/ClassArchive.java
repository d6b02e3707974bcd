import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Puts the classes that the program loads into the class-data archive of its runtime, from where they load several
 * times faster. It needs no option to be used, and the image can be moved.
 *
 * <p>Run by the build, as {@code ClassArchive.java IMAGE WORK}: the folder of the image, and one for what comes in
 * between.
 */
public final class ClassArchive {
    private static final String MAIN_CLASS = "dev.audiences.Main";

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

    private final Path java;
    private final Path work;

    private ClassArchive(Path image, Path work) {
        this.java = image.resolve("lib/runtime/bin/java");
        this.work = work;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        ClassArchive archive = new ClassArchive(Path.of(args[0]), Files.createDirectories(Path.of(args[1])));
        archive.dump(archive.loadedClasses());
    }

    private Set<String> loadedClasses() throws IOException, InterruptedException {
        Path list = work.resolve("classes.lst");
        Set<String> classes = new LinkedHashSet<>();
        for (Training run : TRAINING) {
            List<String> arguments = new ArrayList<>(List.of("-XX:DumpLoadedClassList=" + list, MAIN_CLASS));
            arguments.addAll(List.of(run.arguments()));
            runJava(arguments, run.exitCode());
            for (String line : Files.readAllLines(list)) {
                // Newer Javas number the classes, from 0 in each run; two numbers for one class are an error.
                classes.add(line.replaceFirst(" id: [0-9]+$", ""));
            }
        }
        return classes;
    }

    private void dump(Set<String> classes) throws IOException, InterruptedException {
        Path list = Files.write(work.resolve("all.lst"), classes);
        List<String> arguments = new ArrayList<>(List.of("-Xshare:dump", "-XX:SharedClassListFile=" + list));
        if (Runtime.version().feature() >= 24) {
            // Links the classes ahead of time (JEP 483): two fifths less work for a whole run of one page.
            arguments.add("-XX:+AOTClassLinking");
        }
        runJava(arguments, 0);
    }

    private void runJava(List<String> arguments, int exitCode) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(arguments);
        Path output = work.resolve("output.txt");
        ProcessBuilder process =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        process.environment().keySet().removeIf(name -> name.startsWith("AUDIENCES_"));
        process.environment().put("AUDIENCES_API_KEY", "sk_training");
        process.environment().put("XDG_CONFIG_HOME", work.toString());
        int ended = process.start().waitFor();
        if (ended != exitCode) {
            throw new IllegalStateException(command + " ended with " + ended + ":\n" + Files.readString(output));
        }
    }
}
