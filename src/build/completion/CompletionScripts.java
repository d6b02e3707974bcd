package completion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Generates the completion scripts from the model that parses the command line. They are kept in the repository, packed
 * into the program and installed with it.
 *
 * <p>Run by the build, as {@code CompletionScripts ACTION FOLDER}: the action {@code write} writes the scripts into the
 * folder, and {@code check} fails when what is there differs from what would be written.
 */
public final class CompletionScripts {
    private CompletionScripts() {}

    public static void main(String[] args) throws IOException {
        String action = args[0];
        Path folder = Path.of(args[1]);
        switch (action) {
            case "write" -> write(folder);
            case "check" -> check(folder);
            default -> throw new IllegalArgumentException("not write or check: " + action);
        }
    }

    private static void write(Path folder) throws IOException {
        for (Map.Entry<String, String> script : scripts().entrySet()) {
            Files.writeString(folder.resolve(script.getKey()), script.getValue());
        }
    }

    private static void check(Path folder) throws IOException {
        List<String> stale = new ArrayList<>();
        for (Map.Entry<String, String> script : scripts().entrySet()) {
            Path file = folder.resolve(script.getKey());
            if (!Files.exists(file) || !Files.readString(file).equals(script.getValue())) {
                stale.add(script.getKey());
            }
        }
        if (!stale.isEmpty()) {
            throw new IllegalStateException("completion scripts that do not match the command line: "
                    + String.join(", ", stale) + "; to write them again: mvn process-classes -Dcompletions=write");
        }
    }

    /** Returns each script by its file name. */
    private static Map<String, String> scripts() {
        List<CompletionModel.Node> nodes = CompletionModel.nodes(CompletionModel.root());
        Map<String, String> scripts = new LinkedHashMap<>();
        scripts.put("audiences.bash", BashCompletion.script(nodes));
        scripts.put("_audiences", ZshCompletion.script(nodes));
        scripts.put("audiences.fish", FishCompletion.script(nodes));
        return scripts;
    }
}
