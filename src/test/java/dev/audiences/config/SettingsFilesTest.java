package dev.audiences.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.audiences.cli.console.ExitCode;
import dev.audiences.testing.CommandRun;
import dev.audiences.testing.StubServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A list never overwrites a file that settings are read from, nor is it written to another path than the given one. */
@DisabledOnOs(OS.WINDOWS)
class SettingsFilesTest {
    @TempDir
    private Path folder;

    private Path config;

    @BeforeEach
    void makeConfig() throws IOException {
        config = Files.createDirectory(folder.resolve("settings")).resolve("config.json");
        Files.writeString(config, "{}");
        Files.setPosixFilePermissions(config, PosixFilePermissions.fromString("rw-------"));
    }

    private static void refused(CommandRun run, StubServer server, String path, String what) {
        run.with("AUDIENCES_BASE_URL", server.url())
                .run("list", "--all", "-o", "csv", "-O", path)
                .expect(
                        ExitCode.USAGE,
                        "",
                        "audiences: '" + path + "' is " + what
                                + ", which no list is written over\n  try: name another file\n");
        assertEquals(0, server.requests().size());
    }

    private CommandRun run() {
        return new CommandRun().with("AUDIENCES_CONFIG", config.toString());
    }

    @Test
    void theConfigFileIsNotOverwritten() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), config);
        Path hardLink = Files.createLink(folder.resolve("hard"), config);
        Path folderLink = Files.createSymbolicLink(folder.resolve("folder"), config.getParent());
        try (StubServer server = new StubServer()) {
            refused(run(), server, config.toString(), "the config file");
            refused(run(), server, link.toString(), "the config file");
            refused(run(), server, hardLink.toString(), "the config file");
            refused(run(), server, folderLink.resolve("config.json").toString(), "the config file");
            refused(run(), server, folder + "/settings/../settings/./config.json", "the config file");
            refused(run(), server, config + ".lock", "the lock of the config file");
        }
        assertEquals("{}", Files.readString(config));
    }

    @Test
    void theUsualConfigFileIsNotWrittenOverWhenAnotherIsInUse() throws IOException {
        Path usual = Files.createDirectories(folder.resolve("home/.config/audiences"))
                .resolve("config.json");
        Files.writeString(usual, "{}");
        try (StubServer server = new StubServer()) {
            CommandRun run = run().with("AUDIENCES_CONFIG", "/dev/null")
                    .without("XDG_CONFIG_HOME")
                    .with("HOME", folder.resolve("home").toString());
            refused(run, server, usual.toString(), "the config file");
        }
    }

    @Test
    void aListIsNotWrittenToThePathOfAMissingConfigFile() throws IOException {
        Path home = Files.createDirectories(folder.resolve("home/.config/audiences"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), home.resolve("config.json"));
        CommandRun run = new CommandRun().with("HOME", folder.resolve("home").toString());
        try (StubServer server = new StubServer()) {
            refused(run, server, home.resolve("config.json").toString(), "the config file");
            refused(run, server, link.toString(), "the config file");
        }
        assertFalse(Files.exists(home.resolve("config.json")));
    }

    @Test
    void keyAndCertificatesAreNotOverwritten() throws IOException {
        Path key = Files.writeString(folder.resolve("key"), CommandRun.CANARY);
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        Path certificates = Files.writeString(folder.resolve("ca.pem"), "");
        try (StubServer server = new StubServer()) {
            refused(
                    run().without("AUDIENCES_API_KEY").with("AUDIENCES_API_KEY_FILE", key.toString()),
                    server,
                    key.toString(),
                    "the file with the API key");
            refused(
                    run().with("SSL_CERT_FILE", certificates.toString()),
                    server,
                    certificates.toString(),
                    "the file of certificates");
        }
        assertEquals(CommandRun.CANARY, Files.readString(key));
    }

    @Test
    void aDeviceMayBeWrittenTo() {
        new CommandRun()
                .with("AUDIENCES_CONFIG", "/dev/null")
                .run("list", "--sandbox", "--limit", "1", "-o", "csv", "-O", "/dev/null")
                .expect(ExitCode.OK);
    }

    @Test
    void aPathThatIsNotUtf8IsRefusedAsAnOutputFile() {
        // What Java makes of an argument with bytes that are not UTF-8.
        Path path = folder.resolve("list\uFFFD.csv");
        try (StubServer server = new StubServer()) {
            run().with("AUDIENCES_BASE_URL", server.url())
                    .run("list", "-O", path.toString())
                    .expect(ExitCode.USAGE, "", """
                            audiences: the path of the output file is not UTF-8: %s
                              try: give another name, or write to stdout and let the shell make the file
                            """.formatted(path));
            assertEquals(0, server.requests().size());
        }
        assertFalse(Files.exists(path));
    }

    @Test
    void aPathThatIsNotUtf8IsRefusedAsTheConfigFile() {
        for (String variable : new String[] {"AUDIENCES_CONFIG", "XDG_CONFIG_HOME", "HOME"}) {
            for (String command : new String[] {"config path", "config set output csv", "config list", "list"}) {
                String path = folder.resolve("home\uFFFD").toString();
                String shown = path
                        + switch (variable) {
                            case "HOME" -> "/.config/audiences/config.json";
                            case "XDG_CONFIG_HOME" -> "/audiences/config.json";
                            default -> "";
                        };
                new CommandRun()
                        .with(variable, path)
                        .run(command.split(" "))
                        .expect(ExitCode.SETTINGS, "", """
                        audiences: the path of the config file is not UTF-8: %s
                          try: name another in AUDIENCES_CONFIG, with its whole path; /dev/null stands for no config file
                        """.formatted(shown));
            }
        }
        assertFalse(Files.exists(folder.resolve("home\uFFFD")));
    }
}
