package dev.throughline.server.release;

import dev.throughline.model.id.WorkspaceId;
import io.grpc.StatusRuntimeException;
import io.temporal.client.BatchRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowServiceException;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Workflows in a Temporal server. It may be away: then steps are taken later, and nothing else of
 * this server waits for it.
 */
final class TemporalCourses implements Courses, AutoCloseable {
  static final String QUEUE = "throughline-handoffs";

  private static final Logger log = LoggerFactory.getLogger(TemporalCourses.class);
  private static final Duration RPC = Duration.ofSeconds(5);
  private static final long STOP_SECONDS = 5;

  private final WorkflowServiceStubs stubs;
  private final WorkflowClient client;
  private final HandoffSteps steps;
  private WorkerFactory workers;
  private boolean isRunning;

  TemporalCourses(TemporalSettings settings, HandoffSteps steps) {
    this.stubs =
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder()
                .setTarget(settings.target())
                .setRpcTimeout(RPC)
                .build());
    this.client =
        WorkflowClient.newInstance(
            stubs, WorkflowClientOptions.newBuilder().setNamespace(settings.namespace()).build());
    this.steps = steps;
    this.workers = workers();
  }

  private WorkerFactory workers() {
    WorkerFactory factory = WorkerFactory.newInstance(client);
    Worker worker = factory.newWorker(QUEUE);
    worker.registerWorkflowImplementationTypes(HandoffCourseFlow.class);
    worker.registerActivitiesImplementations(steps);
    return factory;
  }

  @Override
  public synchronized boolean isRunning() {
    try {
      if (isRunning) {
        stubs.healthCheck();
      } else {
        workers.start();
        isRunning = true;
      }
      return true;
    } catch (RuntimeException e) {
      log.warn("The workflow engine does not answer; handoffs wait ({}).", why(e));
      if (!isRunning) {
        workers.shutdownNow();
        workers = workers();
      }
      return false;
    }
  }

  @Override
  public void nudge(WorkspaceId workspace, String handoff) {
    try {
      HandoffCourse course = course(handoff);
      BatchRequest both = client.newSignalWithStartRequest();
      both.add(course::run, workspace.toString(), handoff);
      both.add(course::nudge);
      client.signalWithStart(both);
    } catch (WorkflowExecutionAlreadyStarted _) {
      nudgeStarted(handoff);
    } catch (WorkflowServiceException | StatusRuntimeException e) {
      log.warn("The workflow engine was not told of handoff {} ({}).", handoff, why(e));
    }
  }

  /** Somebody else started it between the look and the start. */
  private void nudgeStarted(String handoff) {
    try {
      client.newWorkflowStub(HandoffCourse.class, id(handoff)).nudge();
    } catch (WorkflowServiceException | StatusRuntimeException e) {
      log.warn("The workflow engine was not told of handoff {} ({}).", handoff, why(e));
    }
  }

  @Override
  public void ensure(WorkspaceId workspace, String handoff) {
    try {
      WorkflowClient.start(course(handoff)::run, workspace.toString(), handoff);
    } catch (WorkflowExecutionAlreadyStarted _) {
      // As it should be.
    } catch (WorkflowServiceException | StatusRuntimeException e) {
      log.warn("The workflow of handoff {} was not started ({}).", handoff, why(e));
    }
  }

  private HandoffCourse course(String handoff) {
    return client.newWorkflowStub(
        HandoffCourse.class,
        WorkflowOptions.newBuilder().setTaskQueue(QUEUE).setWorkflowId(id(handoff)).build());
  }

  private static String id(String handoff) {
    return "handoff-" + handoff;
  }

  private static String why(RuntimeException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return cause.getClass().getSimpleName();
  }

  /** Finishes the steps under way, as far as they end soon. */
  @Override
  public synchronized void close() {
    workers.shutdown();
    workers.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
    workers.shutdownNow();
    stubs.shutdownNow();
  }
}
