package dev.throughline.trials.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.platform.SystemDisk;
import dev.throughline.desktop.store.H2Medium;
import dev.throughline.desktop.store.StoreMedium;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the store in memory to the one in H2: the same calls give the same answers. */
class StoreContractTest {
  private static final int TRANSACTIONS = 50;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void theSameCallsGiveTheSameAnswers(long seed) throws SQLException {
    StoreDisk disk = new StoreDisk();
    StoreMedium memory = new MemoryMedium(disk, StopPoints.NONE);
    StoreMedium h2 = h2();
    StoreCalls calls = new StoreCalls(seed);
    for (int i = 0; i < TRANSACTIONS; i++) {
      if (calls.isReopening()) {
        memory = new MemoryMedium(disk, StopPoints.NONE);
        h2.close();
        h2 = h2();
      }
      StoreCalls.Transaction transaction = calls.next();
      assertThat(transaction.on(memory)).as("transaction " + i).isEqualTo(transaction.on(h2));
      assertThat(StoreCalls.all(memory)).as("after " + i).isEqualTo(StoreCalls.all(h2));
    }
    h2.close();
  }

  @Test
  void aCrashTakesBackWholeTransactionsOnly() throws SQLException {
    StoreDisk disk = new StoreDisk();
    StoreMedium memory = new MemoryMedium(disk, StopPoints.NONE);
    for (int i = 1; i <= 3; i++) {
      int number = i;
      memory.inTransaction(
          () -> {
            memory.facts().put("first", number);
            memory.facts().put("second", number);
            return number;
          });
    }
    disk.lose(1);
    StoreMedium reopened = new MemoryMedium(disk, StopPoints.NONE);
    assertThat(reopened.facts().number("first")).isEqualTo(2);
    assertThat(reopened.facts().number("second")).isEqualTo(2);
  }

  private StoreMedium h2() {
    return H2Medium.open(new SystemDisk(), folder.resolve("local"), "password".toCharArray());
  }
}
