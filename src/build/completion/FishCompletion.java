package completion;

import completion.CompletionModel.Child;
import completion.CompletionModel.Node;
import completion.CompletionModel.Option;
import completion.CompletionModel.Parameter;
import completion.CompletionModel.Value;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the completion script for fish. */
final class FishCompletion {
    private FishCompletion() {}

    static String script(List<Node> nodes) {
        StringBuilder script = new StringBuilder(START.replace("COMMANDS", paths(nodes))
                .replace("VALUED", String.join(" ", CompletionModel.valuedOptions(nodes))));
        for (Node node : nodes) {
            for (Child child : node.children()) {
                complete(script, at(node, "0"), " -a " + child.name() + " -d " + quote(child.summary()));
            }
            for (Parameter parameter : node.parameters()) {
                String place = (parameter.position() + " " + parameter.before()).strip();
                complete(script, at(node, place), " -a " + candidates(parameter.value()));
            }
            for (Option option : node.options()) {
                option(script, node, option);
            }
        }
        return script.toString();
    }

    private static void option(StringBuilder script, Node node, Option option) {
        StringBuilder names = new StringBuilder();
        for (String name : option.names()) {
            names.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
        }
        String description = " -d " + quote(option.description());
        switch (option.value().kind()) {
            case NONE -> complete(script, at(node, ""), names + description);
            case FREE -> complete(script, at(node, ""), names + " -x" + description);
            case FILE -> complete(script, at(node, ""), names + " -r -F" + description);
            case PROFILE, CHOICE, ORDER, COMMA_LIST -> {
                // Two lines: with one, fish would show the description with every value. The last one describes the
                // option.
                complete(script, at(node, ""), names + " -x -a " + candidates(option.value()));
                complete(script, at(node, ""), names + " -x" + description);
            }
        }
    }

    private static void complete(StringBuilder script, String condition, String rest) {
        script.append("complete -c audiences").append(condition).append(rest).append('\n');
    }

    /** Returns the condition that the cursor is after this command, at a position of its arguments. */
    private static String at(Node node, String place) {
        return " -n '" + ("__audiences_at \"" + node.path() + "\" " + place).strip() + "'";
    }

    private static String candidates(Value value) {
        String words = String.join(" ", value.candidates());
        return switch (value.kind()) {
            case NONE, FREE, FILE -> throw new IllegalArgumentException(value.kind() + " has no candidates");
            case PROFILE -> quote("(" + CompletionModel.PROFILES_COMMAND + ")");
            case CHOICE -> quote(words);
            case ORDER -> quote(String.join(" ", ordered(value)));
            case COMMA_LIST -> quote("(__audiences_list " + words + ")");
        };
    }

    private static List<String> ordered(Value value) {
        return value.candidates().stream()
                .flatMap(field -> List.of(field, field + ":asc", field + ":desc").stream())
                .toList();
    }

    /** Returns the words of each command, as the patterns of a switch. */
    private static String paths(List<Node> nodes) {
        return nodes.stream()
                .skip(1)
                .map(node -> node.path().contains(" ") ? node.path() : " " + node.path())
                .map(FishCompletion::quote)
                .collect(Collectors.joining(" "));
    }

    private static String quote(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    private static final String START = """
            # fish completion for audiences; made by: audiences completion fish

            # __audiences_at COMMAND [POSITION [BEFORE]]: whether the cursor is behind exactly this command, with so
            # many arguments between them, of which BEFORE is the last.
            function __audiences_at
                set -l words (commandline -opc)
                set -l path
                set -l arguments
                set -l value no
                for word in $words[2..-1]
                    if test $value = yes
                        set value no
                        continue
                    end
                    switch $word
                        case VALUED
                            set value yes
                        case '-*'
                        case '*'
                            switch "$path $word"
                                case COMMANDS
                                    set -a path $word
                                case '*'
                                    set -a arguments $word
                            end
                    end
                end
                test "$path" = "$argv[1]"; or return
                test (count $argv) = 1; and return
                test (count $arguments) = $argv[2]; or return
                test (count $argv) = 2; or test $arguments[-1] = $argv[3]
            end

            # Candidates for the last of several names that are separated by commas.
            function __audiences_list
                set -l before (commandline -ct | string match -r '^.*,' | string replace -r '^--[^=]*=' '')
                for name in $argv
                    contains -- $name (string split , -- "$before"); or printf '%s\\n' "$before$name"
                end
            end

            complete -c audiences -f
            """;
}
