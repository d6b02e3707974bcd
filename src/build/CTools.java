import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The C compiler and the tools that come with it, used so that the result runs on older systems than the one that builds:
 * a function of the C library of which there are several versions is bound to the newest one that such a system has.
 */
final class CTools {
    /** Debian 11, Ubuntu 20.04. */
    private static final String OLDEST_C_LIBRARY = "2.31";

    /** Linked though this system's C library may contain them: an older one has functions of ours there. */
    static final List<String> OLDER_LIBRARIES = List.of("-Wl,--no-as-needed", "-l:libdl.so.2", "-l:libpthread.so.0");

    private final Path work;
    private final Path versions;

    CTools(Path work) throws IOException, InterruptedException {
        this.work = work;
        this.versions = Files.writeString(work.resolve("symbol.versions"), olderVersions());
    }

    /** Compiles C sources to an object file each, in the folder for intermediate files. */
    List<Path> compile(List<Path> sources, Object... options) throws IOException, InterruptedException {
        List<Path> objects = new ArrayList<>();
        for (Path source : sources) {
            Path object = work.resolve(source.getFileName().toString().replaceFirst("c$", "o"));
            List<Object> command =
                    new ArrayList<>(List.of("gcc", "-std=gnu11", "-O2", "-Wall", "-Wextra", "-Werror", "-fPIC", "-c"));
            command.addAll(List.of(options));
            command.addAll(List.of("-o", object, source));
            run(command.toArray());
            bindToOlderVersions(object);
            objects.add(object);
        }
        return objects;
    }

    /** Links object files to a program or a library. */
    void link(List<Path> objects, Path result, Object... options) throws IOException, InterruptedException {
        List<Object> command = new ArrayList<>(List.of("gcc", "-s", "-o", result));
        command.addAll(List.of(options));
        command.addAll(objects);
        command.addAll(OLDER_LIBRARIES);
        if (List.of(options).contains("-pie")) {
            // The start of a program, which calls main.
            Path start = Path.of(run("gcc", "-print-file-name=Scrt1.o").strip());
            Path bound = Files.copy(start, work.resolve("start.o"));
            bindToOlderVersions(bound);
            command.addAll(List.of("-nostartfiles", bound));
        }
        run(command.toArray());
    }

    private void bindToOlderVersions(Path object) throws IOException, InterruptedException {
        run("objcopy", "--redefine-syms=" + versions, object);
    }

    /** Returns a compiler for the builder, which compiles and links as gcc does, but binds to older versions. */
    Path compilerForBuilder() throws IOException {
        String text = """
                #!/bin/sh
                for argument; do
                  case $argument in *.o) objcopy --redefine-syms='%s' "$argument" || exit ;; esac
                done
                exec gcc "$@"
                """.formatted(versions);
        Path compiler = Files.writeString(work.resolve("gcc"), text);
        return Files.setPosixFilePermissions(compiler, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Returns lines for objcopy: a symbol, and what it is called with its older version. */
    private static String olderVersions() throws IOException, InterruptedException {
        StringBuilder lines = new StringBuilder();
        Path library = Path.of(run("gcc", "-print-file-name=libc.so.6").strip());
        Map<String, List<String>> found = new TreeMap<>();
        Map<String, String> newest = new TreeMap<>();
        for (String line : run("objdump", "-T", library).split("\n")) {
            String[] words = line.strip().split("\\s+");
            if (words.length < 3 || !words[words.length - 2].matches("\\(?GLIBC_[0-9.]+\\)?")) {
                continue;
            }
            String name = words[words.length - 1];
            String version = words[words.length - 2].replaceAll("[^0-9.]", "");
            found.computeIfAbsent(name, n -> new ArrayList<>()).add(version);
            if (!words[words.length - 2].startsWith("(")) {
                newest.put(name, version);
            }
        }
        newest.forEach((name, version) -> {
            if (compareVersions(version, OLDEST_C_LIBRARY) > 0) {
                found.get(name).stream()
                        .filter(older -> compareVersions(older, OLDEST_C_LIBRARY) <= 0)
                        .max(CTools::compareVersions)
                        .ifPresent(older -> lines.append(name + " " + name + "@GLIBC_" + older + "\n"));
            }
        });
        return lines.toString();
    }

    /** Returns the oldest version of the C library that has what the files import; they may import from nothing else. */
    static String neededCLibrary(List<Path> files) throws IOException, InterruptedException {
        Set<String> shipped = new TreeSet<>();
        files.forEach(file -> shipped.add(file.getFileName().toString()));
        String needed = "2.17";
        for (Path file : files) {
            for (String line : run("objdump", "-p", file).split("\n")) {
                String[] words = line.strip().split("\\s+");
                String last = words[words.length - 1];
                boolean library = words[0].equals("NEEDED");
                if (library && !shipped.contains(last) && !last.matches("lib(c|dl|m|pthread|rt)\\.so\\.[0-9]")) {
                    throw new IllegalStateException(file + " needs " + last);
                }
                if (last.matches("GLIBC_[0-9.]+") && compareVersions(last.substring(6), needed) > 0) {
                    needed = last.substring(6);
                }
            }
        }
        return needed;
    }

    private static int compareVersions(String one, String other) {
        return Runtime.Version.parse(one).compareTo(Runtime.Version.parse(other));
    }

    /** Runs a program to its end, and returns what it printed. */
    static String run(Object... command) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>();
        for (Object word : command) {
            words.add(word.toString());
        }
        ProcessBuilder process = new ProcessBuilder(words).redirectErrorStream(true);
        process.environment().put("LC_ALL", "C");
        Process started = process.start();
        String output = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (started.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", words) + " failed:\n" + output);
        }
        return output;
    }
}
