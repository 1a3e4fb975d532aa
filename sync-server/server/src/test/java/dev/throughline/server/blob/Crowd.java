package dev.throughline.server.blob;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many who do the same at once. */
final class Crowd {
  private Crowd() {}

  static <T> List<T> of(int count, Callable<T> call) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(count)) {
      List<T> answers = new ArrayList<>();
      for (Future<T> one : threads.invokeAll(Collections.nCopies(count, call))) {
        answers.add(one.get());
      }
      return answers;
    }
  }
}
