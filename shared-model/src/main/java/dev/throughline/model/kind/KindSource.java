package dev.throughline.model.kind;

import java.util.List;

/** Brings kinds of its own, found as a service. No product module has one. */
public interface KindSource {
  List<Kind> kinds();
}
