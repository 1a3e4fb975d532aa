package dev.throughline.server.sync;

import dev.throughline.model.access.Access;
import dev.throughline.model.id.DeviceId;
import dev.throughline.model.people.Person;
import dev.throughline.model.sync.DeviceList;
import dev.throughline.model.wire.WireFormat;
import dev.throughline.server.http.Answering;
import dev.throughline.server.http.Problem;
import dev.throughline.server.http.ProblemException;
import dev.throughline.server.log.Asker;
import dev.throughline.server.people.Caller;
import dev.throughline.server.people.Callers;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Lists the devices of whoever asks, and signs one of them out. Key administrators do that with the
 * devices of everybody. Where nobody signs in, all are listed and none can be signed out.
 */
@RestController
final class DeviceController {
  private final Callers callers;
  private final Askers askers;
  private final Devices devices;

  DeviceController(Callers callers, Askers askers, Devices devices) {
    this.callers = callers;
    this.askers = askers;
    this.devices = devices;
  }

  @GetMapping("/sync/v1/devices")
  ResponseEntity<byte[]> list(
      HttpServletRequest request, @RequestParam Optional<String> workspace) {
    Answering answering = Answering.to(request);
    Askers.Entered entered = askers.enter(Asked.workspace(workspace));
    return answering.with(WireFormat.DEVICE_LIST, list(entered.workspace(), entered.asker()));
  }

  @PostMapping("/sync/v1/devices/end")
  ResponseEntity<byte[]> end(
      HttpServletRequest request,
      @RequestParam Optional<String> workspace,
      @RequestParam Optional<String> device) {
    Answering answering = Answering.to(request);
    Askers.Entered entered = askers.enter(Asked.workspace(workspace));
    WorkspaceRuntime of = entered.workspace();
    Asker asker = entered.asker();
    Optional<Caller> caller = callers.current();
    if (caller.isEmpty()) {
      throw new ProblemException(
          Problem.NO_ROLE, "Where nobody signs in, no device can be signed out.");
    }
    DeviceId id = Asked.id("device", device.orElse(""), DeviceId::of);
    if (!devices.end(of.id(), id, asker.person(), isForAll(of, asker), caller.get().name())) {
      throw new ProblemException(Problem.NOT_FOUND, "You have no such device here.");
    }
    return answering.with(WireFormat.DEVICE_LIST, list(of, asker));
  }

  private DeviceList list(WorkspaceRuntime of, Asker asker) {
    return devices.list(of.id(), asker.person(), isForAll(of, asker));
  }

  private static boolean isForAll(WorkspaceRuntime of, Asker asker) {
    return of.core().access(asker).write(Person.KIND.name()) instanceof Access.Decision.Allowed;
  }
}
