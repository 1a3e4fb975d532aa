package dev.throughline.server.kernel;

import dev.throughline.model.signing.Json;
import dev.throughline.server.outside.Answer;
import dev.throughline.server.outside.Fields;
import dev.throughline.server.outside.Names;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Refuses what no Kernel could read, before any of them sees it.
 *
 * @param end what to do when the server ends
 */
record CheckedKernel(Kernel kernel, Runnable end) implements Kernel, AutoCloseable {
  private static final int TEXT_LENGTH_MAX = 20_000;

  @Override
  public Answer<SignatureRecord> sign(Json.Members manifest, String once) {
    boolean hasId = idOf(manifest).filter(Names::isId).isPresent();
    return hasId && isShort(manifest)
        ? keyed(once, () -> kernel.sign(manifest, once))
        : Answer.malformed("a manifest has an id, and at most 1 MiB");
  }

  /** The id by which a manifest names itself. */
  static Optional<String> idOf(Json.Members manifest) {
    return new Fields(manifest).text("id");
  }

  @Override
  public Answer<Done> create(Upgrade upgrade, String submittedBy, String once) {
    boolean isFine =
        Names.isId(upgrade.upgradeId())
            && Names.isKey(submittedBy)
            && Names.isKey(upgrade.proposedBy())
            && isShort(KernelShapes.create(upgrade, submittedBy));
    return isFine
        ? keyed(once, () -> kernel.create(upgrade, submittedBy, once))
        : Answer.malformed("an upgrade names itself and who wants it, in at most 1 MiB");
  }

  @Override
  public Answer<Done> approve(String upgradeId, Approved by, String once) {
    boolean isFine =
        Names.isId(upgradeId)
            && Names.isKey(by.approverId())
            && !by.signature().isBlank()
            && by.signature().length() <= TEXT_LENGTH_MAX
            && by.notes().length() <= TEXT_LENGTH_MAX;
    return isFine
        ? keyed(once, () -> kernel.approve(upgradeId, by, once))
        : Answer.malformed("an approval names its upgrade and approver, and is signed");
  }

  @Override
  public Answer<Done> apply(String upgradeId, String appliedBy, String once) {
    return Names.isId(upgradeId) && Names.isKey(appliedBy)
        ? keyed(once, () -> kernel.apply(upgradeId, appliedBy, once))
        : Answer.malformed("who applies names the upgrade and themselves");
  }

  @Override
  public Answer<Health> ready() {
    return kernel.ready();
  }

  @Override
  public void close() {
    end.run();
  }

  private static boolean isShort(Json.Members content) {
    return content.canonical().length <= Json.BYTES_MAX;
  }

  private static <T> Answer<T> keyed(String once, Supplier<Answer<T>> call) {
    return Names.isKey(once)
        ? call.get()
        : Answer.malformed("a key has 1 to 200 visible ASCII characters");
  }
}
