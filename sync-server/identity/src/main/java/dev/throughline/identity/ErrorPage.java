package dev.throughline.identity;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What people see whose program asked for something that cannot be. */
@RestController
final class ErrorPage implements ErrorController {
  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
      <head><meta charset="utf-8"><title>This did not work</title>
      <style>
      :root { color-scheme: light dark; }
      body { font: 15px/1.45 Inter, system-ui, sans-serif; max-width: 360px; margin: 20vh auto; }
      h1 { font-size: 20px; }
      </style></head>
      <body><h1>This did not work</h1>
      <p>The address is not complete or no longer counts. Close this page and sign in again from
      Throughline, in Settings under Account.</p></body>
      </html>
      """;

  @RequestMapping(path = "/error", produces = MediaType.TEXT_HTML_VALUE)
  String page() {
    return PAGE;
  }
}
