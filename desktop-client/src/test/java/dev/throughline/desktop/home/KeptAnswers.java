package dev.throughline.desktop.home;

import java.util.Optional;

/** Answers kept in memory. */
final class KeptAnswers implements FirstAnswers {
  private String name = "";
  private boolean begun;
  private boolean nameAsked;

  @Override
  public boolean isBegun() {
    return begun;
  }

  @Override
  public void setBegun() {
    begun = true;
  }

  @Override
  public Optional<String> displayName() {
    return Optional.of(name).filter(given -> !given.isEmpty());
  }

  @Override
  public void setDisplayName(String given) {
    name = given;
  }

  @Override
  public boolean isNameAsked() {
    return nameAsked;
  }

  @Override
  public void setNameAsked() {
    nameAsked = true;
  }
}
