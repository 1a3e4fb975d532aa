package dev.throughline.engines;

import io.grpc.BindableService;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.temporal.internal.testservice.GRPCServerHelper;
import io.temporal.internal.testservice.TestServicesStarter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Temporal's services behind a port. Their own way to open one listens on every address of the
 * computer, so this is put together here.
 */
final class TemporalServer implements AutoCloseable {
  private static final byte[] LOOPBACK = {127, 0, 0, 1};
  private static final Duration END_WAIT = Duration.ofSeconds(5);

  private final TestServicesStarter services;
  private final ExecutorService calls;
  private final Server server;
  private final Optional<TemporalTime> time;

  private TemporalServer(
      TestServicesStarter services,
      ExecutorService calls,
      Server server,
      Optional<TemporalTime> time) {
    this.services = services;
    this.calls = calls;
    this.server = server;
    this.time = time;
  }

  static TemporalServer inRealTime(int port) {
    return open(port, new TestServicesStarter(true, 0), Optional.empty());
  }

  static TemporalServer inTimeFrom(Instant begin) {
    var services = new TestServicesStarter(true, begin.toEpochMilli());
    return open(0, services, Optional.of(new TemporalTime(services.getTestService())));
  }

  private static TemporalServer open(
      int port, TestServicesStarter services, Optional<TemporalTime> time) {
    // Polls of workers block for many seconds each.
    var calls = Executors.newVirtualThreadPerTaskExecutor();
    try {
      var builder = NettyServerBuilder.forAddress(address(port)).executor(calls);
      // Without the service that moves time: nobody does that from outside.
      GRPCServerHelper.registerServicesAndHealthChecks(
          List.<BindableService>of(services.getWorkflowService(), services.getOperatorService()),
          builder);
      return new TemporalServer(services, calls, builder.build().start(), time);
    } catch (IOException e) {
      services.close();
      calls.close();
      throw trouble(port, e);
    }
  }

  private static InetSocketAddress address(int port) throws UnknownHostException {
    return new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port);
  }

  private static EngineException trouble(int port, IOException e) {
    return port != 0 && !LocalPort.isFree(port)
        ? LocalPort.taken(port)
        : new EngineException(
            EngineException.Code.START_FAILED,
            "The Temporal server did not start. Start again; if it happens every time, send the"
                + " log.",
            e);
  }

  int port() {
    return server.getPort();
  }

  void skip(Duration length) {
    time.orElseThrow(() -> new IllegalStateException("The time of this engine is real"))
        .skip(length);
  }

  @Override
  public void close() {
    server.shutdownNow();
    try {
      server.awaitTermination(END_WAIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    services.close();
    calls.shutdownNow();
  }
}
