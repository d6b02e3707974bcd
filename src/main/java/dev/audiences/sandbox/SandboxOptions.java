package dev.audiences.sandbox;
import java.time.Duration;
public record SandboxOptions(int port, int audiences, int pageSize, Duration latency, int rateLimitPerSecond, int failStatus, int failTimes) {
    public static SandboxOptions defaults() { return new SandboxOptions(0, 42, 25, Duration.ZERO, 0, 0, -1); }
}
