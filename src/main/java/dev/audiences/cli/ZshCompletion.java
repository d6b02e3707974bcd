package dev.audiences.cli;

import dev.audiences.cli.CompletionModel.Child;
import dev.audiences.cli.CompletionModel.Node;
import dev.audiences.cli.CompletionModel.Option;
import java.util.List;

/** Writes the completion script for zsh: a function a command, each with the arguments that {@code _arguments} reads. */
final class ZshCompletion {
    private ZshCompletion() {}

    static String script(List<Node> nodes) {
        StringBuilder script = new StringBuilder(START);
        for (Node node : nodes) {
            script.append('\n').append(function(node.path())).append("() {\n");
            script.append(node.children().isEmpty() ? leaf(node) : group(node));
            script.append("}\n");
        }
        return script.append("\n_audiences \"$@\"\n").toString();
    }

    private static String function(String path) {
        return path.isEmpty() ? "_audiences" : "_audiences_" + path.replace(' ', '_');
    }

    private static String leaf(Node node) {
        StringBuilder body = new StringBuilder("  _arguments -s");
        arguments(body, node);
        if (!node.parameters().isEmpty()) {
            body.append(" \\\n    '1:value:(")
                    .append(String.join(" ", node.parameters()))
                    .append(")'");
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
            String value = value(option);
            for (String name : option.names()) {
                String joined = value.isEmpty() ? name : name.startsWith("--") ? name + "=" : name + "+";
                String exclusion = "(" + String.join(" ", option.names()) + ")";
                body.append(" \\\n    ")
                        .append(quote(exclusion + joined + "["
                                + option.description().replace("]", "\\]").replace("[", "\\[") + "]" + value));
            }
        }
    }

    private static String value(Option option) {
        return switch (option.kind()) {
            case NONE -> "";
            case FREE -> ":value: ";
            case FILE -> ":file:_files";
            case PROFILE -> ":profile:{compadd -- $(" + CompletionModel.PROFILES_COMMAND + ")}";
            case CHOICE -> ":value:(" + String.join(" ", option.candidates()) + ")";
            case ORDER ->
                ":field:{compset -P \"*\\:\" && compadd asc desc || compadd -S \"\" -- "
                        + String.join(" ", option.candidates()) + "}";
            case COMMA_LIST -> ":fields:_values -s , field " + String.join(" ", option.candidates());
        };
    }

    private static String quote(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    private static final String START = """
            #compdef audiences
            # zsh completion for audiences; made by: audiences completion zsh
            """;
}
