import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * Adds the classes that the program loads to the class-data archive (CDS) of its runtime, from which they load several
 * times faster. The runtime uses the archive by default, and the image can be moved.
 *
 * <p>Run by the build, as {@code ClassArchive.java IMAGE WORK}: the folder of the image, and one for intermediate
 * files.
 */
public final class ClassArchive {
    private static final String MAIN_CLASS = "dev.audiences.Main";

    /** The runs whose classes are archived, with the expected exit codes. */
    private static final List<Training> TRAINING = List.of(
            new Training(0, "--version"),
            new Training(0, "--help"),
            new Training(0, "list", "--help"),
            new Training(0, "list", "--sandbox"),
            new Training(0, "list", "--sandbox", "--all", "-o", "csv"),
            new Training(0, "list", "--sandbox", "--all", "-o", "json"),
            new Training(0, "list", "--sandbox", "--sort", "name", "--type", "monitoring"),
            new Training(0, "accounts", "--sandbox"),
            new Training(0, "folders", "--sandbox"),
            new Training(0, "list", "--sandbox", "--folder", "archive", "--columns", "id,folderName"),
            new Training(0, "get", "9c5c568c09956da900000000", "--sandbox"),
            new Training(0, "prospects", "9c5c568c09956da900000000", "--sandbox"),
            new Training(0, "config", "list"),
            new Training(2, "list", "--no-such-option"),
            // Nothing listens on the port.
            new Training(7, "list", "--base-url", "http://localhost:1", "-a", "a", "--retries", "0"));

    /** A run of the program, with the expected exit code. */
    private record Training(int exitCode, String... arguments) {}

    private final Path java;
    private final Path work;
    private final Set<String> classes = new LinkedHashSet<>();

    private ClassArchive(Path image, Path work) {
        this.java = image.resolve("lib/runtime/bin/java");
        this.work = work;
    }

    public static void main(String[] args) throws Exception {
        ClassArchive archive = new ClassArchive(Path.of(args[0]), Files.createDirectories(Path.of(args[1])));
        for (Training run : TRAINING) {
            archive.train(run, Map.of());
        }
        for (String keyAlgorithm : List.of("EC", "RSA")) {
            try (TlsApi api = new TlsApi(keyAlgorithm, archive.work)) {
                archive.train(
                        new Training(0, "list", "--base-url", api.url(), "-a", "a"),
                        Map.of("SSL_CERT_FILE", api.authority().toString()));
            }
        }
        archive.dump();
    }

    private void train(Training run, Map<String, String> variables) throws IOException, InterruptedException {
        Path list = work.resolve("classes.lst");
        List<String> arguments = new ArrayList<>(List.of("-XX:DumpLoadedClassList=" + list, MAIN_CLASS));
        arguments.addAll(List.of(run.arguments()));
        runJava(arguments, run.exitCode(), variables);
        for (String line : Files.readAllLines(list)) {
            // Newer JDKs number the classes from 0 in each run; different numbers for one class are an error.
            classes.add(line.replaceFirst(" id: [0-9]+$", ""));
        }
    }

    private void dump() throws IOException, InterruptedException {
        Path list = Files.write(work.resolve("all.lst"), classes);
        List<String> arguments = new ArrayList<>(List.of("-Xshare:dump", "-XX:SharedClassListFile=" + list));
        if (Runtime.version().feature() >= 24) {
            // Links the classes ahead of time (JEP 483): two fifths less processor time for a run of one page.
            arguments.add("-XX:+AOTClassLinking");
        }
        runJava(arguments, 0, Map.of());
    }

    private void runJava(List<String> arguments, int exitCode, Map<String, String> variables)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(arguments);
        ProcessBuilder process = new ProcessBuilder(command);
        process.environment()
                .keySet()
                .removeIf(name -> name.startsWith("AUDIENCES_")
                        || name.toLowerCase(Locale.ROOT).endsWith("_proxy"));
        process.environment().put("AUDIENCES_API_KEY", "sk_training");
        process.environment().put("XDG_CONFIG_HOME", work.toString());
        process.environment().putAll(variables);
        run(process, exitCode);
    }

    /** Runs a program and checks its exit code. */
    static void run(ProcessBuilder process, int exitCode) throws IOException, InterruptedException {
        Process started = process.redirectErrorStream(true).start();
        String output = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int ended = started.waitFor();
        if (ended != exitCode) {
            throw new IllegalStateException(process.command() + " ended with " + ended + ":\n" + output);
        }
    }
}

/** A TLS server that responds with an empty list; an authority has signed its certificate, as with real APIs. */
final class TlsApi implements AutoCloseable {
    private static final byte[] RESPONSE = """
            {"success": true, "data": {"items": [], "nextCursor": null, "hasMore": false}}
            """.getBytes(StandardCharsets.UTF_8);
    private static final String PASSWORD = "training";

    private final Path authority;
    private final HttpsServer server;

    /** @param keyAlgorithm the algorithm of the server's key, as named by keytool; the authority's is RSA */
    TlsApi(String keyAlgorithm, Path work) throws IOException, InterruptedException, GeneralSecurityException {
        Path store = work.resolve(keyAlgorithm + ".p12");
        Files.deleteIfExists(store);
        authority = work.resolve(keyAlgorithm + ".pem");
        keytool(store, "-genkeypair -alias ca -keyalg RSA -dname CN=ca -ext bc:c");
        keytool(store, "-exportcert -alias ca -rfc -file " + authority.getFileName());
        keytool(
                store,
                "-genkeypair -alias api -keyalg " + keyAlgorithm + " -signer ca -dname CN=api -ext san=dns:localhost");
        // Otherwise the server might use this key.
        keytool(store, "-delete -alias ca");
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context(store)));
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, RESPONSE.length);
            exchange.getResponseBody().write(RESPONSE);
            exchange.close();
        });
        server.start();
    }

    String url() {
        return "https://localhost:" + server.getAddress().getPort();
    }

    /** Returns the path of the certificate of the authority, in PEM format. */
    Path authority() {
        return authority;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static void keytool(Path store, String arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments.split(" ")));
        command.addAll(List.of("-keystore", store.getFileName().toString(), "-storepass", PASSWORD));
        ClassArchive.run(new ProcessBuilder(command).directory(store.getParent().toFile()), 0);
    }

    private static SSLContext context(Path store) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }
}
