package dev.throughline.server.release;

import dev.throughline.model.signing.Json;
import dev.throughline.server.kernel.Approved;
import dev.throughline.server.kernel.Done;
import dev.throughline.server.kernel.Health;
import dev.throughline.server.kernel.Kernel;
import dev.throughline.server.kernel.SignatureRecord;
import dev.throughline.server.kernel.Upgrade;
import dev.throughline.server.outside.Answer;
import dev.throughline.server.sentinel.Question;
import dev.throughline.server.sentinel.Ruling;
import dev.throughline.server.sentinel.Sentinel;
import java.util.function.Supplier;

/**
 * Kernel and SentinelNet as a server asks them that dies once, just before or just after one of its
 * calls: what was asked is done or not, and the answer never came.
 */
final class Killed implements Kernel, Sentinel {
  private final Kernel kernel;
  private final Sentinel sentinel;
  private final int at;
  private int calls;

  /** The end of a process, as far as one can play it inside another. */
  static final class Death extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /**
   * Dies at one place.
   *
   * @param at even: before call {@code at / 2}; odd: after it; calls are counted from 0
   */
  Killed(Kernel kernel, Sentinel sentinel, int at) {
    this.kernel = kernel;
    this.sentinel = sentinel;
    this.at = at;
  }

  /** How many calls were begun. */
  int calls() {
    return calls;
  }

  private <T> T call(Supplier<T> what) {
    int call = calls++;
    die(2 * call);
    T answer = what.get();
    die(2 * call + 1);
    return answer;
  }

  private void die(int place) {
    if (place == at) {
      throw new Death();
    }
  }

  @Override
  public Answer<SignatureRecord> sign(Json.Members manifest, String once) {
    return call(() -> kernel.sign(manifest, once));
  }

  @Override
  public Answer<Done> create(Upgrade upgrade, String submittedBy, String once) {
    return call(() -> kernel.create(upgrade, submittedBy, once));
  }

  @Override
  public Answer<Done> approve(String upgradeId, Approved by, String once) {
    return call(() -> kernel.approve(upgradeId, by, once));
  }

  @Override
  public Answer<Done> apply(String upgradeId, String appliedBy, String once) {
    return call(() -> kernel.apply(upgradeId, appliedBy, once));
  }

  @Override
  public Answer<Health> ready() {
    return kernel.ready();
  }

  @Override
  public Answer<Ruling> check(Question question) {
    return call(() -> sentinel.check(question));
  }
}
