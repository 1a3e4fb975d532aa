package dev.throughline.planted.desktop.home;

import dev.throughline.planted.desktop.platform.SystemIds;

/** Chooses an adapter far from app. */
final class BuildsAdapter {
  SystemIds ids = new SystemIds();
}
