/** The {@code audiences} command-line tool. */
module dev.audiences {
    requires info.picocli;
    requires java.net.http;
    requires jdk.httpserver;
    requires org.dhatim.fastexcel;
    requires tools.jackson.core;

    exports dev.audiences;
}
