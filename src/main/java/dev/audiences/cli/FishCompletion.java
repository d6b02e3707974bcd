package dev.audiences.cli;

import dev.audiences.cli.CompletionModel.Child;
import dev.audiences.cli.CompletionModel.Node;
import dev.audiences.cli.CompletionModel.Option;
import java.util.List;

/** Writes the completion script for fish. */
final class FishCompletion {
    private FishCompletion() {}

    static String script(List<Node> nodes) {
        StringBuilder script = new StringBuilder(START.replace("COMMANDS", paths(nodes)));
        for (Node node : nodes) {
            String condition = " -n '" + ("__audiences_at " + node.path()).strip() + "'";
            for (Child child : node.children()) {
                script.append("complete -c audiences -f")
                        .append(condition)
                        .append(" -a ")
                        .append(child.name());
                script.append(" -d ").append(quote(child.summary())).append('\n');
            }
            if (!node.parameters().isEmpty()) {
                script.append("complete -c audiences -f").append(condition);
                script.append(" -a '")
                        .append(String.join(" ", node.parameters()))
                        .append("'\n");
            }
            for (Option option : node.options()) {
                script.append("complete -c audiences").append(condition);
                for (String name : option.names()) {
                    script.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
                }
                script.append(value(option));
                script.append(" -d ").append(quote(option.description())).append('\n');
            }
        }
        return script.toString();
    }

    private static String value(Option option) {
        return switch (option.kind()) {
            case NONE -> "";
            case FREE -> " -x";
            case FILE -> " -r -F";
            case PROFILE -> " -x -a " + quote("(" + CompletionModel.PROFILES_COMMAND + " | string split ' ')");
            case CHOICE -> " -x -a '" + String.join(" ", option.candidates()) + "'";
            case ORDER -> " -x -a '" + String.join(" ", ordered(option)) + "'";
            case COMMA_LIST -> " -x -a " + quote("(__audiences_list " + String.join(" ", option.candidates()) + ")");
        };
    }

    private static List<String> ordered(Option option) {
        return option.candidates().stream()
                .flatMap(field -> List.of(field, field + ":asc", field + ":desc").stream())
                .toList();
    }

    /** The words that lead to each command, as the patterns of a switch. */
    private static String paths(List<Node> nodes) {
        StringBuilder paths = new StringBuilder();
        for (Node node : nodes.subList(1, nodes.size())) {
            String path = node.path().contains(" ") ? node.path() : " " + node.path();
            paths.append(paths.length() == 0 ? "" : " ").append(quote(path));
        }
        return paths.toString();
    }

    private static String quote(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    private static final String START = """
            # fish completion for audiences; made by: audiences completion fish

            # Whether the command line stands at exactly this command.
            function __audiences_at
                set -l words (commandline -opc)
                set -l path
                for word in $words[2..-1]
                    switch "$path $word"
                        case COMMANDS
                            set -a path $word
                    end
                end
                test "$path" = "$argv"
            end

            # Candidates for the last of several names that are separated by commas.
            function __audiences_list
                set -l before (commandline -ct | string match -r '^.*,')
                printf '%s\\n' "$before"$argv
            end

            complete -c audiences -f
            """;
}
