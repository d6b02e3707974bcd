package dev.audiences;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the directions in which the packages know each other, and who touches the outside world. */
class ArchitectureTest {
    private static final Path ROOT = Path.of("src/main/java/dev/audiences");

    /** What each package may import of ours; the small exceptions are plain data and one rule about hosts. */
    private static final Map<String, List<String>> ALLOWED = Map.of(
            "", List.of("api", "cli"),
            "cli", List.of("api", "config", "file", "output", "sandbox", "text", "cli"),
            "api", List.of("text"),
            "config", List.of("api.Loopback", "api.TimeLimit", "file", "text"),
            "file", List.of(),
            "text", List.of(),
            "output", List.of("api.Field", "api.Item", "api.JsonText", "api.Resource", "api.Timestamps", "text"),
            "sandbox", List.of("api.Sleeper"));

    private static final Pattern IMPORT = Pattern.compile("(?:import (?:static )?|[^.\\w])dev\\.audiences\\.([\\w.]+)");

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static String packageOf(Path file) {
        return ROOT.relativize(file).getNameCount() == 1
                ? ""
                : ROOT.relativize(file).getName(0).toString();
    }

    @Test
    void importsPointOneWay() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Path file : sources()) {
            String own = packageOf(file);
            Matcher imports = IMPORT.matcher(Files.readString(file).replaceFirst("package [^;]+;", ""));
            while (imports.find()) {
                String imported = imports.group(1);
                boolean fine = imported.startsWith(own.isEmpty() ? "Main" : own + ".")
                        || ALLOWED.get(own).stream()
                                .anyMatch(allowed -> imported.equals(allowed) || imported.startsWith(allowed + "."));
                if (!fine) {
                    wrong.add(file.getFileName() + " imports " + imported);
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void picocliIsSeenInTheCommandLineOnly() throws IOException {
        assertEquals(List.of(), holding("import picocli", "cli"));
    }

    @Test
    void theOutsideWorldEntersInMain() throws IOException {
        List<String> calls = List.of(
                "System.getenv",
                "System.setProperty",
                "System.nanoTime",
                "System.out",
                "System.err",
                "System.exit",
                "Thread.sleep",
                "Instant.now");
        for (String call : calls) {
            assertEquals(List.of(), holding(call, ""), call);
        }
    }

    private static List<String> holding(String text, String allowedPackage) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : sources()) {
            String code = Files.readString(file).replaceAll("(?m)^\\s*(//|/?\\*).*$", "");
            if (!packageOf(file).equals(allowedPackage) && code.contains(text)) {
                found.add(file.getFileName().toString());
            }
        }
        return found;
    }
}
