package dev.audiences.cli;

import dev.audiences.cli.CompletionModel.Node;
import dev.audiences.cli.CompletionModel.Option;
import java.util.List;

/** Writes the completion script for bash, which needs no bash-completion package. */
final class BashCompletion {
    private BashCompletion() {}

    static String script(List<Node> nodes) {
        StringBuilder script = new StringBuilder(START);
        script.append("    case \"$command $word\" in\n      ");
        String separator = "";
        for (Node node : nodes.subList(1, nodes.size())) {
            String path = node.path().contains(" ") ? node.path() : " " + node.path();
            script.append(separator).append('"').append(path).append('"');
            separator = " | ";
        }
        script.append(") command=${command:+$command }$word ;;\n    esac\n  done\n\n  case \"$command:$prev\" in\n");
        for (Node node : nodes) {
            for (Option option : node.options()) {
                value(script, node, option);
            }
        }
        script.append("  esac\n\n  local words=\n  case $command in\n");
        for (Node node : nodes) {
            script.append("    '")
                    .append(node.path())
                    .append("') words='")
                    .append(words(node))
                    .append("' ;;\n");
        }
        return script.append(END).toString();
    }

    private static void value(StringBuilder script, Node node, Option option) {
        String reply =
                switch (option.kind()) {
                    case NONE -> null;
                    case FREE -> "";
                    case FILE -> "compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- \"$cur\"))";
                    case PROFILE ->
                        "COMPREPLY=($(compgen -W \"$(" + CompletionModel.PROFILES_COMMAND + ")\" -- \"$cur\"))";
                    case CHOICE, ORDER ->
                        "COMPREPLY=($(compgen -W '" + String.join(" ", option.candidates()) + "' -- \"$cur\"))";
                    case COMMA_LIST -> "_audiences_list '" + String.join(" ", option.candidates()) + "'";
                };
        if (reply == null) {
            return;
        }
        script.append("    ");
        String separator = "";
        for (String name : option.names()) {
            script.append(separator)
                    .append('"')
                    .append(node.path())
                    .append(':')
                    .append(name)
                    .append('"');
            separator = " | ";
        }
        script.append(") ").append(reply).append(reply.isEmpty() ? "return ;;\n" : "; return ;;\n");
    }

    private static String words(Node node) {
        StringBuilder words = new StringBuilder();
        node.children().forEach(child -> words.append(child.name()).append(' '));
        node.parameters().forEach(parameter -> words.append(parameter).append(' '));
        node.options().forEach(option -> words.append(option.longest()).append(' '));
        return words.toString().strip();
    }

    private static final String START = """
            # bash completion for audiences; made by: audiences completion bash

            # Candidates for the last of several names that are separated by commas.
            _audiences_list() {
              local before= last=$cur
              if [[ $cur == *,* ]]; then
                before=${cur%,*},
                last=${cur##*,}
              fi
              compopt -o nospace 2>/dev/null
              COMPREPLY=($(compgen -P "$before" -W "$1" -- "$last"))
            }

            _audiences() {
              local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} command= word i
              COMPREPLY=()
              # bash splits words at = and : as well.
              if [[ $cur == = ]]; then
                cur=
              elif [[ $prev == = ]]; then
                prev=${COMP_WORDS[COMP_CWORD - 2]}
              elif [[ $cur == : || $prev == : ]]; then
                COMPREPLY=($(compgen -W 'asc desc' -- "${cur#:}"))
                return
              fi
              for ((i = 1; i < COMP_CWORD; i++)); do
                word=${COMP_WORDS[i]}
            """;

    private static final String END = """
              esac
              COMPREPLY=($(compgen -W "$words" -- "$cur"))
            }

            complete -F _audiences audiences
            """;
}
