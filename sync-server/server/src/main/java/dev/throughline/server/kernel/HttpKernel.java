package dev.throughline.server.kernel;

import dev.throughline.model.signing.Json;
import dev.throughline.server.outside.Answer;
import dev.throughline.server.outside.Call;
import dev.throughline.server.outside.Fields;
import dev.throughline.server.outside.OutsideClient;
import dev.throughline.server.outside.Reply;
import java.util.Map;
import java.util.Optional;

/**
 * The Kernel of an organisation. Members of its answers that are not published are passed over; an
 * answer without the published ones counts as none.
 */
final class HttpKernel implements Kernel {
  private static final int CONFLICT = 409;
  private static final int UNPROCESSABLE = 422;

  /** What a key with other content is called by the draft of the header. */
  private static final String REUSED = "idempotency_key_reused";

  private final OutsideClient client;
  private final int approvals;

  private HttpKernel(OutsideClient client, int approvals) {
    this.client = client;
    this.approvals = approvals;
  }

  static Kernel of(OutsideClient client, int approvals) {
    return new CheckedKernel(new HttpKernel(client, approvals), client::close);
  }

  @Override
  public Answer<SignatureRecord> sign(Json.Members manifest, String once) {
    String id = CheckedKernel.idOf(manifest).orElseThrow();
    return client.ask(
        Call.write("/kernel/sign", KernelShapes.sign(manifest), once),
        reply -> reply.isFine() ? signature(reply.body(), id) : refused(reply));
  }

  private static Optional<Answer<SignatureRecord>> signature(Json.Members body, String id) {
    Optional<Fields> found =
        new Fields(body)
            .object("signature_record")
            .filter(its -> its.text("manifest_id").equals(Optional.of(id)))
            .filter(its -> its.text("signer_id").isPresent())
            .filter(its -> its.text("signature").isPresent());
    return found.map(
        its ->
            new Answer.Given<>(
                new SignatureRecord(
                    its.text("id").orElse(""),
                    id,
                    its.text("signer_id").orElse(""),
                    its.text("algorithm").orElse(""),
                    its.text("key_version").orElse(""),
                    its.text("signature").orElse(""))));
  }

  @Override
  public Answer<Done> create(Upgrade upgrade, String submittedBy, String once) {
    return client.ask(
        Call.write("/kernel/upgrade", KernelShapes.create(upgrade, submittedBy), once),
        reply -> reply.isFine() ? done(reply) : conflicting(reply));
  }

  /** An upgrade of that id is there, and is another one. */
  private static Optional<Answer<Done>> conflicting(Reply reply) {
    return reply.status() == CONFLICT
        ? Optional.of(Answer.conflict("another upgrade has that id"))
        : refused(reply);
  }

  @Override
  public Answer<Done> approve(String upgradeId, Approved by, String once) {
    return client.ask(
        Call.write(path(upgradeId, "approve"), KernelShapes.approve(by), once),
        reply -> {
          boolean isThere = reply.status() == CONFLICT && !isReused(reply);
          return isThere ? Optional.of(given()) : reply.isFine() ? done(reply) : refused(reply);
        });
  }

  @Override
  public Answer<Done> apply(String upgradeId, String appliedBy, String once) {
    return client.ask(
        Call.write(path(upgradeId, "apply"), KernelShapes.apply(appliedBy), once),
        reply -> reply.isFine() ? done(reply) : notApplied(reply));
  }

  private static Optional<Answer<Done>> notApplied(Reply reply) {
    Optional<Answer<Done>> refused = refused(reply);
    boolean isThere =
        refused.orElse(given()) instanceof Answer.Refused<Done>(String code, _)
            && code.equals("already_applied");
    return isThere ? Optional.of(given()) : refused;
  }

  @Override
  public Answer<Health> ready() {
    return client.ask(
        Call.get("/kernel/ready"),
        reply ->
            new Fields(reply.body())
                .text("status")
                .filter(_ -> reply.isFine())
                .<Answer<Health>>map(its -> new Answer.Given<>(new Health(its, approvals)))
                .or(() -> refused(reply)));
  }

  private static String path(String upgradeId, String verb) {
    return "/kernel/upgrade/%s/%s".formatted(upgradeId, verb);
  }

  /** A yes that also tells of an error is none. */
  private static Optional<Answer<Done>> done(Reply reply) {
    Map<String, Json> said = reply.body().members();
    boolean isYes = !said.containsKey("error") && !new Json.Truth(false).equals(said.get("ok"));
    return isYes ? Optional.of(given()) : Optional.empty();
  }

  private static Answer<Done> given() {
    return new Answer.Given<>(new Done());
  }

  private static <T> Optional<Answer<T>> refused(Reply reply) {
    return isReused(reply)
        ? Optional.of(Answer.conflict("the key came with other content before"))
        : reply.refusal();
  }

  private static boolean isReused(Reply reply) {
    Optional<Answer<Done>> refusal = reply.refusal();
    return refusal
        .filter(
            it ->
                it instanceof Answer.Refused<Done>(String code, _)
                    && (code.equals(REUSED)
                        || (reply.status() == UNPROCESSABLE && code.equals("conflict"))))
        .isPresent();
  }
}
