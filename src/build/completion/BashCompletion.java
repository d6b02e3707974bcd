package completion;

import completion.CompletionModel.Node;
import completion.CompletionModel.Option;
import completion.CompletionModel.Parameter;
import completion.CompletionModel.Value;
import completion.CompletionModel.ValueKind;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the completion script for bash, which needs no bash-completion package. */
final class BashCompletion {
    private BashCompletion() {}

    static String script(List<Node> nodes) {
        List<String> valued = CompletionModel.valuedOptions(nodes);
        return SCRIPT.replace("VALUED", String.join(" | ", valued))
                .replace("COMMANDS", commands(nodes))
                .replace("SHORT", shortNames(valued))
                .replace("    OPTION_VALUES\n", optionValues(nodes))
                .replace("    OPTION_NAMES\n", optionNames(nodes))
                .replace("    ARGUMENTS\n", arguments(nodes));
    }

    private static String commands(List<Node> nodes) {
        return nodes.stream()
                .skip(1)
                .map(node -> node.path().contains(" ") ? node.path() : " " + node.path())
                .map(BashCompletion::quoted)
                .collect(Collectors.joining(" | "));
    }

    private static String shortNames(List<String> options) {
        return options.stream()
                .filter(name -> !name.startsWith("--"))
                .map(name -> name.substring(1))
                .collect(Collectors.joining());
    }

    private static String optionValues(List<Node> nodes) {
        StringBuilder cases = new StringBuilder();
        for (Node node : nodes) {
            for (Option option : node.options()) {
                String names = option.names().stream()
                        .map(name -> quoted(node.path() + ":" + name))
                        .collect(Collectors.joining(" | "));
                addCase(cases, names, option.value());
            }
        }
        return cases.toString();
    }

    private static String optionNames(List<Node> nodes) {
        StringBuilder cases = new StringBuilder();
        for (Node node : nodes) {
            List<String> names = node.options().stream().map(Option::longest).toList();
            // For an empty word, options are offered only when the command takes no arguments.
            String when = node.takesArguments() ? quoted(node.path() + ":-") + "*" : quoted(node.path() + ":") + "*";
            addCase(cases, when, new Value(ValueKind.CHOICE, names));
        }
        return cases.toString();
    }

    private static String arguments(List<Node> nodes) {
        StringBuilder cases = new StringBuilder();
        for (Node node : nodes) {
            if (!node.children().isEmpty()) {
                List<String> names =
                        node.children().stream().map(child -> child.name()).toList();
                addCase(cases, quoted(node.path() + ":0:"), new Value(ValueKind.CHOICE, names));
            }
            for (Parameter parameter : node.parameters()) {
                addCase(
                        cases,
                        quoted(node.path() + ":" + parameter.position() + ":" + parameter.before()),
                        parameter.value());
            }
        }
        return cases.toString();
    }

    private static void addCase(StringBuilder cases, String patterns, Value value) {
        String candidates = String.join(" ", value.candidates());
        String reply =
                switch (value.kind()) {
                    case NONE, FREE -> null;
                    case FILE -> "compopt -o default 2>/dev/null";
                    case PROFILE -> "_audiences_profiles";
                    case CHOICE -> "_audiences_offer " + candidates;
                    case ORDER -> "_audiences_order " + candidates;
                    case COMMA_LIST -> "_audiences_list " + candidates;
                };
        if (reply != null) {
            cases.append("    ").append(patterns).append(") ").append(reply).append(" ;;\n");
        }
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    private static final String SCRIPT = """
            # bash completion for audiences; made by: audiences completion bash

            # The words up to the cursor. bash has split them at = and : too: what no blank parts is one word again.
            _audiences_words() {
              local line=$COMP_LINE word i
              words=()
              for ((i = 0; i <= COMP_CWORD; i++)); do
                word=${COMP_WORDS[i]}
                if ((i == 0)) || [[ $line == [[:blank:]]* ]]; then
                  words+=("$word")
                  line=${line#"${line%%[![:blank:]]*}"}
                else
                  words[${#words[@]} - 1]+=$word
                fi
                line=${line#"$word"}
              done
            }

            # Offers a word when it goes on from what is typed. Readline replaces only what follows the last = or :.
            _audiences_reply() {
              [[ $1 == "$cur"* ]] && COMPREPLY+=("${1#"$kept"}")
            }

            # Offers values behind what stands before them in the same word, such as --output=.
            _audiences_offer() {
              local candidate
              for candidate; do
                _audiences_reply "$prefix$candidate"
              done
            }

            # Candidates for the last of several names that are separated by commas.
            _audiences_list() {
              local before='' candidate
              [[ $value == *,* ]] && before=${value%,*},
              compopt -o nospace 2>/dev/null
              for candidate; do
                [[ ,$before == *",$candidate,"* ]] || _audiences_offer "$before$candidate"
              done
            }

            _audiences_order() {
              if [[ $value == *:* ]]; then
                _audiences_offer "${value%%:*}:asc" "${value%%:*}:desc"
              else
                _audiences_offer "$@"
              fi
            }

            # The names may hold anything: they are never expanded, and quoted as the word was begun.
            _audiences_profiles() {
              local name quoted apostrophe="'\\''"
              while IFS= read -r name; do
                case $value in
                  "'"* | '"'*)
                    [[ $name == "${value:1}"* ]] || continue
                    quoted=${name//"'"/$apostrophe}
                    # Not with an expansion: bash 5.2 reads & and \\ in the replacement, older ones do not.
                    # shellcheck disable=SC2001
                    [[ $value == "'"* ]] || quoted=$(sed 's/[\\\\"$`]/\\\\&/g' <<<"$name")
                    COMPREPLY+=("$quoted")
                    ;;
                  *)
                    printf -v quoted %q "$name"
                    if [[ $quoted == "$value"* ]]; then
                      _audiences_reply "$prefix$quoted"
                    elif [[ $value != *[:=]* && $name == "${value//\\\\/}"* ]]; then
                      COMPREPLY+=("${prefix#"$kept"}$quoted")
                    fi
                    ;;
                esac
              done < <(PROFILES)
            }

            _audiences() {
              local words cur kept command='' count=0 before='' option='' prefix='' value word i last
              COMPREPLY=()
              _audiences_words
              last=$((${#words[@]} - 1))
              cur=${words[last]}
              word=${COMP_WORDS[COMP_CWORD]}
              [[ $word == *[!=:]* ]] || word=
              kept=${cur%"$word"}

              for ((i = 1; i < last; i++)); do
                word=${words[i]}
                case $word in
                  VALUED)
                    i=$((i + 1))
                    ((i < last)) || option=$word
                    ;;
                  -*) ;;
                  *)
                    case "$command $word" in
                      COMMANDS) command=${command:+$command }$word ;;
                      *) count=$((count + 1)) before=$word ;;
                    esac
                    ;;
                esac
              done
              if [[ -z $option ]]; then
                case $cur in
                  --*=*) option=${cur%%=*} prefix=$option= ;;
                  -[SHORT]*) option=${cur:0:2} prefix=$option ;;
                esac
              fi
              value=${cur#"$prefix"}

              if [[ -n $option ]]; then
                case "$command:$option" in
                OPTION_VALUES
                esac
                return
              fi
              case "$command:$cur" in
                OPTION_NAMES
              esac
              case "$command:$count:$before" in
                ARGUMENTS
              esac
            }

            complete -F _audiences audiences
            """.replace("PROFILES", CompletionModel.PROFILES_COMMAND);
}
