package dev.throughline.server.release;

import dev.throughline.model.approval.Approval;
import dev.throughline.model.id.WorkspaceId;
import dev.throughline.model.release.Release;
import dev.throughline.model.release.ReleaseState;
import dev.throughline.model.release.Waits;
import dev.throughline.model.signing.Json;
import dev.throughline.model.value.Value;
import dev.throughline.server.outside.Answer;
import dev.throughline.server.sentinel.Decision;
import dev.throughline.server.sentinel.Question;
import dev.throughline.server.sentinel.Ruling;
import dev.throughline.server.sentinel.Sentinel;
import dev.throughline.server.sync.ServerDesk;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Asks SentinelNet whether a release may go out; without its word nothing does. */
@Component
final class Checking {
  private static final String ACTION = "handoff.register";

  private final Sentinel sentinel;
  private final ServerDesk desk;

  Checking(Sentinel sentinel, ServerDesk desk) {
    this.sentinel = sentinel;
    this.desk = desk;
  }

  Next step(WorkspaceId workspace, Situation.Out out, long nowMillis) {
    Release release = out.release();
    if (Times.isLate(release, nowMillis)) {
      desk.act(
          workspace,
          records ->
              Moves.move(release, ReleaseState.EXPIRED, Map.of(), "not registered", records));
      return new Next.Again();
    }
    return switch (sentinel.check(question(out, nowMillis))) {
      case Answer.Given<Ruling>(Ruling ruling) when Verdicts.isFresh(ruling, nowMillis) ->
          ruled(workspace, out, ruling, nowMillis);
      case Answer.Given<Ruling> _ -> wait(workspace, release, nowMillis);
      case Answer.Refused<Ruling> _, Answer.Away<Ruling> _ -> wait(workspace, release, nowMillis);
    };
  }

  private Next ruled(WorkspaceId workspace, Situation.Out out, Ruling ruling, long nowMillis) {
    Release release = out.release();
    if (ruling.decision() == Decision.QUARANTINE) {
      return wait(workspace, release, nowMillis);
    }
    boolean isAllowed = ruling.decision() == Decision.ALLOW;
    String verdict = Verdicts.write(out, ruling, nowMillis);
    desk.act(
        workspace,
        records ->
            Moves.move(
                release,
                isAllowed ? ReleaseState.REGISTERING : ReleaseState.BLOCKED,
                Map.of(Release.VERDICT, Value.text(verdict)),
                Verdicts.rule(ruling),
                records));
    return new Next.Again();
  }

  private Next wait(WorkspaceId workspace, Release release, long nowMillis) {
    desk.run(workspace, records -> Moves.waits(release, Waits.SENTINEL, records));
    return Times.retry(release, nowMillis);
  }

  private static Question question(Situation.Out out, long nowMillis) {
    Map<String, Json> manifest = out.manifest() instanceof Json.Members(var its) ? its : Map.of();
    TreeMap<String, Json> resource = new TreeMap<>();
    resource.put("id", text(out.release().handoff().orElseThrow().toString()));
    resource.put("version", new Json.Number(out.packet().version()));
    resource.put("digest", text(out.packet().digest()));
    resource.put("dataClasses", manifest.getOrDefault("dataClasses", new Json.Items(List.of())));
    resource.put("manifest", out.manifest());
    TreeMap<String, Json> context = new TreeMap<>();
    context.put(
        "signedRoles",
        new Json.Items(
            out.release().votes().stream()
                .filter(Approval.Cast::isFor)
                .map(Approval.Cast::roles)
                .flatMap(Set::stream)
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .<Json>map(Json.Text::new)
                .toList()));
    return new Question(
        // Another one each time: whoever keeps answers by it keeps none of ours.
        out.release().upgrade() + "-" + nowMillis,
        ACTION,
        out.packet().by().map(Object::toString).orElse(""),
        new Json.Members(resource),
        new Json.Members(context),
        false);
  }

  private static Json text(String text) {
    return new Json.Text(text);
  }
}
