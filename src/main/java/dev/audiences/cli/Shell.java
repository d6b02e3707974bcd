package dev.audiences.cli;

import dev.audiences.cli.CompletionModel.Node;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The shells that there is a completion script for. */
enum Shell {
    BASH {
        @Override
        String script(List<Node> nodes) {
            return BashCompletion.script(nodes);
        }
    },
    ZSH {
        @Override
        String script(List<Node> nodes) {
            return ZshCompletion.script(nodes);
        }
    },
    FISH {
        @Override
        String script(List<Node> nodes) {
            return FishCompletion.script(nodes);
        }
    };

    /** @param nodes every command of the command line, the tool itself first */
    abstract String script(List<Node> nodes);

    /** The shell of this name, or null. */
    static Shell of(String name) {
        for (Shell shell : values()) {
            if (shell.toString().equals(name)) {
                return shell;
            }
        }
        return null;
    }

    static List<String> names() {
        return Arrays.stream(values()).map(Shell::toString).toList();
    }

    /** The name as the command line spells it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
