package dev.throughline.planted.desktop.home;

import dev.throughline.planted.desktop.account.KeyVaults;

/** Turns a switch far from app. */
final class TurnsSwitch {
  KeyVaults vaults;
}
