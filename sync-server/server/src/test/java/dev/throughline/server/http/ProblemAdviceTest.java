package dev.throughline.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

@ExtendWith(OutputCaptureExtension.class)
class ProblemAdviceTest {
  private final MockMvc server =
      MockMvcBuilders.standaloneSetup(new Answers())
          .setControllerAdvice(new ProblemAdvice(new Random(1)))
          .build();

  @RestController
  static final class Answers {
    @GetMapping("/cut")
    byte[] cut() throws IOException {
      throw new AsyncRequestNotUsableException("the rest of it", new IOException("Broken pipe"));
    }

    @GetMapping("/broken")
    byte[] broken() throws IOException {
      throw new IOException("what a person wrote");
    }
  }

  @Test
  void whoHungUpIsNoIncident(CapturedOutput output) throws Exception {
    server.perform(get("/cut"));
    assertThat(output).doesNotContain("incident");
  }

  @Test
  void whatBreaksHereIsOneAndQuotesNobody(CapturedOutput output) throws Exception {
    int status = server.perform(get("/broken")).andReturn().getResponse().getStatus();
    assertThat(status).isEqualTo(500);
    assertThat(output).contains("SRV-22 incident", "/broken").doesNotContain("a person wrote");
  }
}
