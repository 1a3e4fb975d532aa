package dev.throughline.desktop.recording;

import dev.throughline.desktop.blob.BlobState;
import dev.throughline.desktop.ui.Texts;
import java.util.Locale;

/** Where the sound of a recording is, in plain words. */
final class StateWords {
  private StateWords() {}

  static String of(BlobState state) {
    return switch (state) {
      case BlobState.HereOnly _ -> Texts.text("recording.state.here");
      case BlobState.Sending(int percent) -> Texts.text("recording.state.sending", percent);
      case BlobState.Arrived _ -> Texts.text("recording.state.arrived");
      case BlobState.OnServer _ -> Texts.text("recording.state.server");
      case BlobState.Elsewhere(var percent) ->
          percent.isPresent()
              ? Texts.text("recording.state.elsewhere.percent", percent.getAsInt())
              : Texts.text("recording.state.elsewhere");
      case BlobState.Damaged(var where) ->
          Texts.text("recording.state.damaged." + where.name().toLowerCase(Locale.ROOT));
      case BlobState.Waiting(var why, int percent) ->
          Texts.text(
              "recording.state.waiting." + why.name().toLowerCase(Locale.ROOT).replace('_', '-'),
              percent);
    };
  }

  /** Whether somebody has to know. */
  static boolean isWrong(BlobState state) {
    return state instanceof BlobState.Damaged;
  }
}
