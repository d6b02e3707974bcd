package dev.audiences.cli.console;

import picocli.CommandLine.Model.CommandSpec;

/** One command: what it accepts, and what it does. */
public interface Command {
    /** The model that parsing, help, completions and manual pages are made from. */
    CommandSpec spec();

    /** Runs with the options that were parsed into {@link #spec()}. */
    ExitCode run() throws Failure, InterruptedException;
}
