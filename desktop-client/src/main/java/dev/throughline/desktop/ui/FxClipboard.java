package dev.throughline.desktop.ui;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;

/** The clipboard as JavaFX reaches it. */
@PartOfView("stands for the clipboard, which JavaFX lets nobody else reach")
public final class FxClipboard implements SystemClipboard, Clips {
  private static final String TOKEN_NAME = "application/x-throughline-words";

  @Override
  public void put(Optional<String> words, Optional<String> token) {
    Map<DataFormat, Object> content = new HashMap<>();
    words.ifPresent(all -> content.put(DataFormat.PLAIN_TEXT, all));
    token.ifPresent(name -> content.put(tokenFormat(), name));
    Clipboard.getSystemClipboard().setContent(content);
  }

  @Override
  public Optional<String> words() {
    return Optional.ofNullable(Clipboard.getSystemClipboard().getString());
  }

  @Override
  public Optional<String> token() {
    return Optional.ofNullable(Clipboard.getSystemClipboard().getContent(tokenFormat()))
        .map(Object::toString);
  }

  @Override
  public void copied(String words) {
    put(Optional.of(words), Optional.empty());
  }

  @Override
  public Optional<String> pasted() {
    return words();
  }

  private static DataFormat tokenFormat() {
    return Optional.ofNullable(DataFormat.lookupMimeType(TOKEN_NAME))
        .orElseGet(() -> new DataFormat(TOKEN_NAME));
  }
}
