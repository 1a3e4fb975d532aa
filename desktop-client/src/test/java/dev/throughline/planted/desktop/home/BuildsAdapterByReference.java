package dev.throughline.planted.desktop.home;

import dev.throughline.planted.desktop.platform.SystemIds;
import java.util.function.Supplier;

/** The same through a method reference. */
final class BuildsAdapterByReference {
  Supplier<SystemIds> ids = SystemIds::new;
}
