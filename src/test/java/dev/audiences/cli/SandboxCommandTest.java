package dev.audiences.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.audiences.cli.console.ExitCode;
import dev.audiences.testing.CommandRun;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SandboxCommandTest {
    @Test
    void saysWhyItCanNotListen() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            new CommandRun().run("sandbox", "--port", port).expect(ExitCode.SETTINGS, "", """
                    audiences: can't listen on port %s (Address already in use)
                      try: choose another --port, or leave it out for any free one
                    """.formatted(port));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0 is not an error status (400 to 599)|audiences sandbox --help",
                "0:3|0 is not an error status (400 to 599)|audiences sandbox --help",
                "200|200 is not an error status (400 to 599)|audiences sandbox --help",
                "500:-2|a number of failures is 0 or more|audiences sandbox --help",
                "often|--fail 'often' is not STATUS or STATUS:TIMES|such as  --fail 503:2"
            })
    void refusesAFailureThatIsNone(String fail, String message, String hint) {
        new CommandRun()
                .run("sandbox", "--fail", fail)
                .expect(ExitCode.USAGE, "", "audiences: " + message + "\n  try: " + hint + "\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "9c5c568c09956da900000000:0",
                "9c5c568c09956da900000000:",
                "9c5c568c09956da900000000:-1",
                "9c5c568c09956da900000000:2:3",
                "9c5c568c09956da900000000:twice"
            })
    void refusesANumberOfRequestsThatIsNone(String notReady) {
        new CommandRun().run("sandbox", "--not-ready", notReady).expect(ExitCode.USAGE, "", """
                        audiences: --not-ready '%s' is not ID or ID:N, N being 1 or more
                          try: such as  --not-ready 9c5c568c09956da900000000:2
                        """.formatted(notReady));
    }

    @ParameterizedTest
    @CsvSource({"x,x", "9c5c568c09956da900000001:3,9c5c568c09956da900000001", ":3,''"})
    void refusesAnAudienceThatIsNone(String notReady, String id) {
        new CommandRun()
                .run("sandbox", "--not-ready", "9c5c568c09956da900000000:2," + notReady)
                .expect(ExitCode.USAGE, "", """
                        audiences: the sandbox has no audience with the id '%s'
                          try: the ids that there are:  audiences list --sandbox
                        """.formatted(id));
    }

    /** The port is in use, so that the command ends: it was tried, so the values were accepted. */
    @Test
    void acceptsSeveralAudiencesThatAreNotReady() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            String first = "9c5c568c09956da900000000:2";
            String second = "afaeeb68b37d2f3400000001";
            new CommandRun()
                    .run("sandbox", "--port", port, "--not-ready", first, "--not-ready", second)
                    .expect(ExitCode.SETTINGS);
        }
    }

    @Test
    void doesNotStartForAnIdThatIsRefused() {
        List<String> before = servers();
        new CommandRun().run("list", "--sandbox", "-a", "..").expect(ExitCode.USAGE);
        assertEquals(before, servers());
    }

    /** The threads that take connections, by their name in the JDK. */
    private static List<String> servers() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.equals("HTTP-Dispatcher"))
                .toList();
    }
}
