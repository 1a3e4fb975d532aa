package dev.throughline.desktop.app;

import dev.throughline.desktop.home.FirstAnswers;
import java.util.Optional;

/** The first page's answers; a name given there shows in the window at once. */
record NamingAnswers(ClientSettings settings, Runnable named) implements FirstAnswers {
  @Override
  public boolean isBegun() {
    return settings.isBegun();
  }

  @Override
  public void setBegun() {
    settings.setBegun();
  }

  @Override
  public Optional<String> displayName() {
    return settings.displayName();
  }

  @Override
  public void setDisplayName(String name) {
    settings.setDisplayName(name);
    named.run();
  }

  @Override
  public boolean isNameAsked() {
    return settings.isNameAsked();
  }

  @Override
  public void setNameAsked() {
    settings.setNameAsked();
  }
}
