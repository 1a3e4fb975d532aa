package dev.throughline.server.sentinel;

import dev.throughline.model.signing.Json;
import dev.throughline.server.outside.Answer;
import dev.throughline.server.outside.Call;
import dev.throughline.server.outside.Fields;
import dev.throughline.server.outside.Names;
import dev.throughline.server.outside.OutsideClient;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The SentinelNet of an organisation. An answer with a member that is not published counts as none:
 * it may be a condition, and a yes whose conditions nobody reads is no yes.
 */
final class HttpSentinel implements Sentinel, AutoCloseable {
  private static final Set<String> PUBLISHED =
      Set.of(
          "ok",
          "decision",
          "reason",
          "rationale",
          "policy_id",
          "policy_version",
          "is_canary_sampled",
          "simulation_report",
          "ts");

  private final OutsideClient client;

  HttpSentinel(OutsideClient client) {
    this.client = client;
  }

  @Override
  public Answer<Ruling> check(Question question) {
    if (!Names.isKey(question.requestId())) {
      return Answer.malformed(EmbeddedSentinel.NO_REQUEST_ID);
    }
    return client.ask(
        Call.ask("/sentinelnet/check", body(question), question.requestId()),
        reply -> reply.isFine() ? ruling(reply.body()) : reply.refusal());
  }

  private static Json.Members body(Question question) {
    return Fields.object(
        Map.of(
            "request_id", new Json.Text(question.requestId()),
            "action", new Json.Text(question.action()),
            "actor", new Json.Text(question.actor()),
            "resource", question.resource(),
            "context", question.context(),
            "simulate", new Json.Truth(question.simulate())));
  }

  private static Optional<Answer<Ruling>> ruling(Json.Members body) {
    Fields answer = new Fields(body);
    boolean isPlain = answer.hasOnly(PUBLISHED) && answer.truth("ok").orElse(false);
    Optional<Decision> decision = answer.text("decision").flatMap(Decision::of);
    Optional<List<Reason>> rationale = answer.items("rationale").flatMap(HttpSentinel::reasons);
    Optional<Instant> at = answer.text("ts").flatMap(HttpSentinel::instant);
    Optional<String> policy = answer.text("policy_id");
    Optional<String> version = answer.text("policy_version");
    if (!isPlain
        || decision.isEmpty()
        || rationale.isEmpty()
        || at.isEmpty()
        || policy.isEmpty()
        || version.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Answer.Given<>(
            new Ruling(
                decision.get(),
                answer.text("reason").orElse(""),
                rationale.get(),
                policy.get(),
                version.get(),
                at.get())));
  }

  private static Optional<List<Reason>> reasons(List<Json> items) {
    List<Reason> read =
        items.stream()
            .flatMap(one -> Fields.of(one).flatMap(HttpSentinel::reason).stream())
            .toList();
    return read.size() == items.size() ? Optional.of(read) : Optional.empty();
  }

  private static Optional<Reason> reason(Fields one) {
    return one.text("rule")
        .filter(_ -> one.hasOnly(Set.of("rule", "result", "explanation")))
        .map(
            rule ->
                new Reason(
                    rule, one.text("result").orElse(""), one.text("explanation").orElse("")));
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
