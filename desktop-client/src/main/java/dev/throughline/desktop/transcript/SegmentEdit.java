package dev.throughline.desktop.transcript;

import dev.throughline.desktop.memo.TypedText;
import dev.throughline.desktop.memo.Typing;
import dev.throughline.model.id.RecordId;
import java.util.function.Consumer;

/** One turn while a person edits it in place. Saved as it is typed. UI thread only. */
public final class SegmentEdit implements Typing {
  private final RecordId segment;
  private final TypedText text;
  private Consumer<String> control = shown -> {};
  private String before;
  private String latest;

  SegmentEdit(RecordId segment, TypedText text) {
    this.segment = segment;
    this.text = text;
    this.before = text.text();
    this.latest = before;
    text.showIn(this::shownAnew);
  }

  public RecordId segment() {
    return segment;
  }

  /** What the control holds, or is to hold. */
  public String text() {
    return text.text();
  }

  @Override
  public void showIn(Consumer<String> shown) {
    control = shown;
    shown.accept(text.text());
  }

  @Override
  public void typed(String now) {
    latest = now;
    text.typed(now);
  }

  TypedText typedText() {
    return text;
  }

  /** The turn without what was typed here, but with what others wrote meanwhile. */
  String before() {
    return before;
  }

  /** Takes back what was typed here. */
  void restore() {
    typed(before);
    control.accept(before);
  }

  private void shownAnew(String now) {
    before = TypedText.rebased(latest, now, before);
    latest = now;
    control.accept(now);
  }
}
