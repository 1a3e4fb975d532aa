package dev.throughline.desktop.sync;

import dev.throughline.model.id.DeviceId;
import dev.throughline.model.id.RecordId;
import dev.throughline.model.sync.DeviceList;
import dev.throughline.model.sync.Hello;
import dev.throughline.model.sync.NewWorkspace;
import dev.throughline.model.sync.PullAnswer;
import dev.throughline.model.sync.Push;
import dev.throughline.model.sync.PushAnswer;
import dev.throughline.model.sync.RecordHistory;
import dev.throughline.model.sync.Welcome;
import dev.throughline.model.sync.WorkspaceList;
import dev.throughline.model.value.Value;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/** The way to one server. Calls block; any number of threads may call at once. */
public interface SyncTransport extends AutoCloseable {
  Reply<Welcome> hello(Hello hello);

  Reply<PushAnswer> push(Push push);

  /**
   * Hands over what was not sent before access to a study ended; the server keeps it for the
   * study's owners.
   */
  default Reply<PushAnswer> rescue(RecordId study, Push unsent) {
    return new Reply.Unreachable<>("this way rescues nothing", 0);
  }

  /**
   * Pulls whole commits after a number.
   *
   * @param chain the chain hash there; empty at 0
   * @param standing the tag of one's standing; empty where nobody signs in
   */
  Reply<PullAnswer> pull(long after, String chain, String standing);

  /**
   * Begins such a pull, where the way there can, while the caller does something else; the answer
   * is waited for when it is asked for.
   */
  default Supplier<Reply<PullAnswer>> pullAhead(long after, String chain, String standing) {
    return () -> pull(after, chain, standing);
  }

  /** Asks for the entries of a record before a number, newest first. */
  default Reply<RecordHistory> history(RecordId record, long before, int limit) {
    return new Reply.Unreachable<>("this way has no history", 0);
  }

  /** Asks which workspaces of the server the person is in or invited to. */
  default Reply<WorkspaceList> workspaces() {
    return new Reply.Refused<>("", "this way knows one workspace");
  }

  /** Makes another workspace; asked twice with one id it makes one. */
  default Reply<WorkspaceList> makeWorkspace(NewWorkspace made) {
    return new Reply.Refused<>("", "this way knows one workspace");
  }

  /** Asks for the person's devices; key administrators are told those of everybody. */
  default Reply<DeviceList> devices() {
    return new Reply.Refused<>("", "this way knows no devices");
  }

  /** Signs a device out, for good. */
  default Reply<DeviceList> endDevice(DeviceId device) {
    return new Reply.Refused<>("", "this way knows no devices");
  }

  /** Asks a route of its own, such as those of legal holds; whoever asks reads the answer. */
  default Reply<Value> call(RouteCall call) {
    return new Reply.Refused<>("", "this way has no such route");
  }

  /**
   * Listens for hints until the connection ends, however it ends.
   *
   * @param connected called once the server answered
   * @param head called with the head of the log, at once and whenever it has moved
   */
  void listen(Runnable connected, LongConsumer head);

  @Override
  void close();
}
