package dev.audiences.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.audiences.StubServer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DestinationTest {
    @TempDir
    private Path folder;

    @Test
    void takesNoNameOfAFolderForThatOfAFile() {
        try (StubServer server = new StubServer()) {
            String path = folder.resolve("exports") + "/";
            CommandRun.against(server.url()).run("list", "-O", path).expect(ExitCode.OUTPUT_FAILED, "", """
                    audiences: can't write %s: it is a folder
                      note: no file was changed
                      try: see that the folder exists, may be written to and has room
                    """.formatted(
                            path));
            assertArrayEquals(new String[0], folder.toFile().list());
        }
    }
}
