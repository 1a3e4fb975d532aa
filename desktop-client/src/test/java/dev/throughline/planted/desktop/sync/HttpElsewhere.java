package dev.throughline.planted.desktop.sync;

import java.net.http.HttpClient;

/** HTTP outside its adapter. */
final class HttpElsewhere {
  HttpClient client;
}
