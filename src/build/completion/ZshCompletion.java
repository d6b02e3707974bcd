package completion;

import completion.CompletionModel.Child;
import completion.CompletionModel.Node;
import completion.CompletionModel.Option;
import completion.CompletionModel.Parameter;
import completion.CompletionModel.Value;
import completion.CompletionModel.ValueKind;
import java.util.List;

/** Writes the completion script for zsh: one function per command, which calls {@code _arguments}. */
final class ZshCompletion {
    private static final int MAX_PARAMETERS = 2;

    private ZshCompletion() {}

    static String script(List<Node> nodes) {
        StringBuilder script = new StringBuilder(START);
        for (Node node : nodes) {
            script.append('\n').append(function(node.path())).append("() {\n");
            script.append(node.children().isEmpty() ? leaf(node) : group(node));
            script.append("}\n");
        }
        return script.append(END).toString();
    }

    private static String function(String path) {
        return path.isEmpty() ? "_audiences" : "_audiences_" + path.replace(' ', '_');
    }

    private static String leaf(Node node) {
        StringBuilder body = new StringBuilder("  _arguments -s");
        arguments(body, node);
        for (int position = 0; position < MAX_PARAMETERS; position++) {
            parameter(body, node, position);
        }
        if (node.free() && node.parameters().isEmpty()) {
            body.append(" \\\n    '*:value: '");
        }
        return body.append('\n').toString();
    }

    private static String group(Node node) {
        StringBuilder body = new StringBuilder("  local line state\n  _arguments -C");
        arguments(body, node);
        body.append(" \\\n    '1:command:->command' \\\n    '*::argument:->argument'\n");
        body.append("  case $state in\n    command)\n      local -a commands=(\n");
        for (Child child : node.children()) {
            body.append("        ")
                    .append(quote(child.name() + ":" + child.summary()))
                    .append('\n');
        }
        body.append("      )\n      _describe command commands\n      ;;\n    argument)\n      case $line[1] in\n");
        for (Child child : node.children()) {
            String path = node.path().isEmpty() ? child.name() : node.path() + " " + child.name();
            body.append("        ")
                    .append(child.name())
                    .append(") ")
                    .append(function(path))
                    .append(" ;;\n");
        }
        return body.append("      esac\n      ;;\n  esac\n").toString();
    }

    private static void arguments(StringBuilder body, Node node) {
        for (Option option : node.options()) {
            String value = value(option.value());
            for (String name : option.names()) {
                String joined = value.isEmpty() ? name : name.startsWith("--") ? name + "=" : name + "+";
                String exclusion = option.repeatable() ? "*" : "(" + String.join(" ", option.names()) + ")";
                body.append(" \\\n    ")
                        .append(quote(exclusion + joined + "["
                                + option.description().replace("]", "\\]").replace("[", "\\[") + "]" + value));
            }
        }
    }

    /** Adds the candidates at this position, which may depend on the previous argument. */
    private static void parameter(StringBuilder body, Node node, int position) {
        StringBuilder cases = new StringBuilder();
        String action = "";
        for (Parameter parameter : node.parameters()) {
            if (parameter.position() != position) {
                continue;
            }
            if (parameter.before().isEmpty()) {
                action = ":value:(" + String.join(" ", parameter.value().candidates()) + ")";
            } else {
                cases.append(parameter.before()).append(") ").append(command(parameter.value()));
                cases.append(" ;; ");
                action = ":value:{case $line[" + position + "] in " + cases + "esac}";
            }
        }
        if (!action.isEmpty()) {
            body.append(" \\\n    ").append(quote(position + 1 + action));
        }
    }

    private static String value(Value value) {
        return switch (value.kind()) {
            case NONE -> "";
            case FREE -> ":value: ";
            case FILE -> ":file:_files";
            case PROFILE -> ":profile:" + command(value);
            case CHOICE -> ":value:(" + String.join(" ", value.candidates()) + ")";
            case ORDER ->
                ":field:{compset -P \"*\\:\" && compadd asc desc || compadd -S \"\" -- "
                        + String.join(" ", value.candidates()) + "}";
            case COMMA_LIST -> ":fields:_values -s , field " + String.join(" ", value.candidates());
        };
    }

    /** Returns the command that offers the values of an argument. */
    private static String command(Value value) {
        return value.kind() == ValueKind.PROFILE
                ? "_audiences_profiles"
                : "compadd -- " + String.join(" ", value.candidates());
    }

    private static String quote(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    private static final String START = """
            #compdef audiences
            # zsh completion for audiences; made by: audiences completion zsh

            # The names may hold anything: compadd quotes them.
            _audiences_profiles() {
              local -a names=("${(@f)$(PROFILES)}")
              compadd -a names
            }
            """.replace("PROFILES", CompletionModel.PROFILES_COMMAND);

    /** In a folder of $fpath, the file is the body of the function; when sourced, it has to call compdef. */
    private static final String END = """

            if [[ $funcstack[1] == _audiences ]]; then
              _audiences "$@"
            else
              compdef _audiences audiences
            fi
            """;
}
