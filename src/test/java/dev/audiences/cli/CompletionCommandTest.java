package dev.audiences.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.audiences.cli.console.ExitCode;
import dev.audiences.testing.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletionCommandTest {
    @ParameterizedTest
    @CsvSource({"bash,audiences.bash", "zsh,_audiences", "fish,audiences.fish"})
    void printsTheScriptOfTheTree(String shell, String file) throws IOException {
        String script =
                new CommandRun().run("completion", shell).expect(ExitCode.OK).out();
        assertEquals(Files.readString(Path.of("completions", file)), script);
    }

    @Test
    void anUnknownShellIsWrongUsage() {
        new CommandRun()
                .run("completion", "tcsh")
                .expect(
                        ExitCode.USAGE,
                        "",
                        "audiences: there is no completion for 'tcsh'\n  try: one of bash, zsh, fish\n");
    }

    @Test
    void aMissingShellIsWrongUsage() {
        new CommandRun()
                .run("completion")
                .expect(
                        ExitCode.USAGE,
                        "",
                        "audiences: the name of a shell is missing\n"
                                + "  usage: audiences completion SHELL\n"
                                + "  try: one of bash, zsh, fish\n");
    }
}
