package dev.audiences.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.audiences.cli.console.ExitCode;
import dev.audiences.cli.console.OptionGroups;
import dev.audiences.testing.CommandRun;
import dev.audiences.text.NearestName;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options of all commands: their groups in the help, and their names when they are misspelt. */
class OptionsTest {
    /** Words that people know from other tools, and whose meaning no option here has by a similar name. */
    private static final List<String> UNLIKE = List.of(
            "--filter",
            "--query",
            "--format",
            "--fields",
            "--search",
            "--since",
            "--until",
            "--page",
            "--size",
            "--file",
            "--tail",
            "--start",
            "--wide",
            "--watch",
            "--where",
            "--field",
            "--group",
            "--key",
            "--token",
            "--user",
            "--host",
            "--port",
            "--debug",
            "--dry-run",
            "--force",
            "--yes",
            "--id",
            "--ids",
            "--json",
            "--jq",
            "--template",
            "--limitless",
            "--skip",
            "--offset",
            "--order",
            "--desc",
            "--first",
            "--last",
            "--head",
            "--top");

    private static List<CommandSpec> commands() {
        List<CommandSpec> commands = new ArrayList<>();
        collect(new CommandRun().model(), commands);
        return commands;
    }

    private static void collect(CommandSpec command, List<CommandSpec> commands) {
        commands.add(command);
        for (CommandLine below : command.subcommands().values()) {
            collect(below.getCommandSpec(), commands);
        }
    }

    @Test
    void eachHasAGroup() {
        for (CommandSpec command : commands()) {
            for (OptionSpec option : command.options()) {
                assertNotNull(
                        OptionGroups.of(command).groupOf(option),
                        () -> command.qualifiedName() + " " + option.longestName()
                                + ": name its group where it is added");
            }
        }
    }

    @Test
    void helpOfTheListIsInGroups() {
        String help = new CommandRun().run("list", "--help").expect(ExitCode.OK).out();
        assertEquals(
                List.of("Pages:", "Filter and sort:", "Output:", "Connection:", "Messages and help:"),
                help.lines()
                        .takeWhile(line -> !line.startsWith("Fields:"))
                        .filter(line -> line.matches("[A-Z].*:"))
                        .toList());
        assertTrue(
                help.contains("\nFields:  id, name, type, description, folderId, prospectCount, createdAt,\n"), help);
        assertTrue(help.contains("\nTypes:   linkedin_search, on_demand, monitoring\n"), help);
    }

    @ParameterizedTest
    @CsvSource({"config list,-v", "config get,-v", "config path,--profile=x", "config unset,-v", "sandbox,-v"})
    void anOptionWithoutEffectIsAcceptedButNotShown(String command, String option) {
        String help = new CommandRun()
                .run((command + " --help").split(" "))
                .expect(ExitCode.OK)
                .out();
        assertTrue(help.contains("\nOptions:\n"), help);
        assertFalse(help.contains(option.split("=")[0]), help);
        String[] arguments = (command + " " + option + " --help").split(" ");
        new CommandRun().run(arguments).expect(ExitCode.OK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "accounts", "sandbox", "config"})
    void aMisspeltNameIsRecognised(String command) {
        CommandSpec spec = new CommandRun().model().subcommands().get(command).getCommandSpec();
        List<String> names = List.copyOf(spec.optionsMap().keySet());
        for (String name : names) {
            for (String typo : name.length() < "--sort".length() ? List.<String>of() : typos(name)) {
                String near = NearestName.to(typo, names);
                assertTrue(near == null || near.equals(name), () -> typo + " is taken for " + near);
                assertEquals(name, near, () -> typo + " is not recognised");
            }
        }
    }

    /** Two letters swapped, one left out, one typed twice, one replaced. */
    private static List<String> typos(String name) {
        List<String> typos = new ArrayList<>();
        for (int i = 3; i + 1 < name.length(); i++) {
            String before = name.substring(0, i);
            String behind = name.substring(i + 1);
            typos.add(before + behind);
            typos.add(before + name.charAt(i) + name.charAt(i) + behind);
            typos.add(before + 'q' + behind);
            typos.add(before + behind.charAt(0) + name.charAt(i) + behind.substring(1));
        }
        return typos;
    }

    @Test
    void wordsThatMeanSomethingElseAreNotTakenForAMisspeltOne() {
        List<String> names = new CommandRun()
                .model().subcommands().get("list").getCommandSpec().optionsMap().keySet().stream()
                        .toList();
        for (String word : UNLIKE) {
            assertEquals(null, NearestName.to(word, names), word);
        }
    }
}
