package dev.throughline.trials.handoff;

import dev.throughline.model.audit.CasePackage;
import dev.throughline.model.audit.PackageCheck;
import dev.throughline.model.id.RecordId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The package of a handoff, checked as anybody can check it without the server. */
final class Trail {
  private static final int OK = 200;

  /** In this order, whatever lies between. */
  private static final List<String> STEPS =
      List.of(
          "vote.counted",
          "vote.counted",
          "vote.counted",
          "release.started",
          "release.registering",
          "release.activating",
          "release.testing",
          "check.passed",
          "check.passed",
          "release.verified",
          "release.testing",
          "release.superseded",
          "check.failed",
          "release.failed (check)",
          "vote.counted",
          "vote.counted",
          "release.rolling-back",
          "release.rolled-back",
          "release.verified (in its place)",
          "release.rolling-back (emergency)",
          "release.rolled-back",
          "rollback.unratified (missed)",
          "vote.counted",
          "vote.counted",
          "release.checking (again)",
          "release.testing",
          "release.verified");

  private Trail() {}

  /** Fetches it under somebody's name; fails when it is not proven or lacks a step. */
  static PackageCheck.Report require(Colleague reader, URI server, RecordId handoff)
      throws IOException, InterruptedException {
    PackageCheck.Report report =
        CasePackage.parse(lines(reader, server, handoff)) instanceof CasePackage.Parsed.Read(var of)
            ? PackageCheck.of(of)
            : new PackageCheck.Report(
                List.of("It cannot be read."), List.of(), "", Optional.empty());
    Require.that(report.isProven(), "the package is proven: " + report.wrong());
    Iterator<String> steps = STEPS.iterator();
    String next = steps.next();
    for (String line : report.lines()) {
      // A step that is named without its reason has come about for whichever there is.
      if ((line + " (").contains(" " + next + " (")) {
        if (!steps.hasNext()) {
          return report;
        }
        next = steps.next();
      }
    }
    throw new IllegalStateException(
        "the package lacks " + next + ":\n" + String.join("\n", report.lines()));
  }

  /** The package as it is given out, line by line. */
  static List<String> lines(Colleague reader, URI server, RecordId handoff)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(server.resolve("audit/v1/handoffs/" + handoff + "/package"))
            .header("Authorization", "Bearer " + reader.token())
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      Require.that(answer.statusCode() == OK, "the package is given: " + answer.statusCode());
      return answer.body().lines().toList();
    }
  }
}
