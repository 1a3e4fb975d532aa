package dev.throughline.desktop.approval;

import dev.throughline.desktop.consent.Rulings;
import dev.throughline.desktop.outbox.ShownTime;
import dev.throughline.desktop.outbox.Surroundings;
import dev.throughline.desktop.store.Ledger;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;

/** Signing whose key lies in memory. */
public final class FakeSigning implements KeyFile {
  private Optional<byte[]> kept = Optional.empty();

  public static SignCases cases(Ledger ledger) {
    InstantSource clock = InstantSource.system();
    return new SignCases(
        signing(ledger, clock),
        new Rulings(ledger.store(), Clock.systemUTC()),
        new ShownTime(clock, ZoneOffset.UTC));
  }

  public static SigningKeysViewModel keys(Ledger ledger, Surroundings around) {
    return new SigningKeysViewModel(signing(ledger, InstantSource.system()), around);
  }

  public static SignParts parts(Ledger ledger, Surroundings around) {
    InstantSource clock = InstantSource.system();
    return new SignParts(
        signing(ledger, clock), cases(ledger), keys(ledger, around), new SignDrafts(), around);
  }

  static Signing signing(Ledger ledger, InstantSource clock) {
    return new Signing(ledger, new FakeSigning(), clock, new SecureRandom(), () -> "a laptop");
  }

  @Override
  public Optional<byte[]> read() {
    return kept;
  }

  @Override
  public boolean write(byte[] value) {
    kept = Optional.of(value.clone());
    return true;
  }
}
