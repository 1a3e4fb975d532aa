package dev.throughline.engines;

import io.grpc.stub.StreamObserver;
import io.temporal.api.testservice.v1.SleepRequest;
import io.temporal.api.testservice.v1.SleepResponse;
import io.temporal.api.testservice.v1.TestServiceGrpc.TestServiceImplBase;
import io.temporal.internal.common.ProtobufTimeUtils;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Time of an engine that can be made to pass. */
final class TemporalTime {
  private static final long LIMIT_SECONDS = 60;

  private final TestServiceImplBase service;

  TemporalTime(TestServiceImplBase service) {
    this.service = service;
  }

  /** Returns when so much time has passed; throws when it does not within a minute. */
  void skip(Duration length) {
    var request =
        SleepRequest.newBuilder().setDuration(ProtobufTimeUtils.toProtoDuration(length)).build();
    // The service blocks its caller until the time has come.
    var passing =
        CompletableFuture.runAsync(
            () -> service.unlockTimeSkippingWithSleep(request, new Unheard()),
            Thread::startVirtualThread);
    try {
      passing.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new IllegalStateException("Time stands still: something waits for a worker", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("Time could not be moved", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while time passed", e);
    }
  }

  /** The call returns when the time has passed; its answer says nothing more. */
  private static final class Unheard implements StreamObserver<SleepResponse> {
    @Override
    public void onNext(SleepResponse response) {}

    @Override
    public void onError(Throwable trouble) {}

    @Override
    public void onCompleted() {}
  }
}
