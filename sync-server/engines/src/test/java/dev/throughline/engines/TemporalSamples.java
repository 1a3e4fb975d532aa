package dev.throughline.engines;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityOptions;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.testservice.v1.TestServiceGrpc;
import io.temporal.api.testservice.v1.UnlockTimeSkippingRequest;
import io.temporal.api.workflow.v1.WorkflowExecutionInfo;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.internal.common.ProtobufTimeUtils;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.WorkerFactory;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A workflow with a timer, an activity and a signal, and who runs it. */
final class TemporalSamples {
  private static final String QUEUE = "letters";

  private TemporalSamples() {}

  /** Waits, takes one word by signal, and has it stamped. */
  @WorkflowInterface
  public interface Letter {
    @WorkflowMethod
    String write(Duration rest);

    @SignalMethod
    void say(String word);
  }

  @ActivityInterface
  public interface Stamp {
    String stamp(String word);
  }

  public static final class SlowLetter implements Letter {
    private final Stamp stamp =
        Workflow.newActivityStub(
            Stamp.class,
            ActivityOptions.newBuilder().setStartToCloseTimeout(Duration.ofSeconds(10)).build());
    private String said = "";

    @Override
    public String write(Duration rest) {
      Workflow.sleep(rest);
      Workflow.await(() -> !said.isEmpty());
      return stamp.stamp(said);
    }

    @Override
    public void say(String word) {
      said = word;
    }
  }

  /** A client of one engine, and a worker where {@link #work} was called. */
  static final class Desk implements AutoCloseable {
    private final WorkflowServiceStubs stubs;
    private final WorkflowClient client;
    private final WorkerFactory workers;

    private Desk(TemporalEngine engine) {
      stubs =
          WorkflowServiceStubs.newServiceStubs(
              WorkflowServiceStubsOptions.newBuilder().setTarget(engine.target()).build());
      client =
          WorkflowClient.newInstance(
              stubs, WorkflowClientOptions.newBuilder().setNamespace(engine.namespace()).build());
      workers = WorkerFactory.newInstance(client);
    }

    static Desk at(TemporalEngine engine) {
      return new Desk(engine);
    }

    Desk work() {
      var worker = workers.newWorker(QUEUE);
      worker.registerWorkflowImplementationTypes(SlowLetter.class);
      worker.registerActivitiesImplementations((Stamp) word -> word + ", stamped");
      workers.start();
      return this;
    }

    Letter begin(String id, Duration rest) {
      var letter =
          client.newWorkflowStub(
              Letter.class,
              WorkflowOptions.newBuilder().setTaskQueue(QUEUE).setWorkflowId(id).build());
      WorkflowClient.start(letter::write, rest);
      return letter;
    }

    Letter begun(String id) {
      return client.newWorkflowStub(Letter.class, id);
    }

    String result(String id) {
      try {
        return client.newUntypedWorkflowStub(id).getResult(20, TimeUnit.SECONDS, String.class);
      } catch (TimeoutException e) {
        throw new AssertionError("No result of " + id, e);
      }
    }

    boolean isOver(String id) {
      return info(id).hasCloseTime();
    }

    Instant ended(String id) {
      return ProtobufTimeUtils.toJavaInstant(info(id).getCloseTime());
    }

    private WorkflowExecutionInfo info(String id) {
      var request =
          DescribeWorkflowExecutionRequest.newBuilder()
              .setNamespace(client.getOptions().getNamespace())
              .setExecution(WorkflowExecution.newBuilder().setWorkflowId(id))
              .build();
      return stubs.blockingStub().describeWorkflowExecution(request).getWorkflowExecutionInfo();
    }

    /** As a stranger would try it, over the port. */
    void moveTime() {
      TestServiceGrpc.newBlockingStub(stubs.getRawChannel())
          .unlockTimeSkipping(UnlockTimeSkippingRequest.getDefaultInstance());
    }

    @Override
    public void close() {
      workers.shutdownNow();
      workers.awaitTermination(10, TimeUnit.SECONDS);
      stubs.shutdownNow();
      stubs.awaitTermination(10, TimeUnit.SECONDS);
    }
  }
}
