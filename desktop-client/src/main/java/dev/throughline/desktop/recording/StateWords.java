package dev.throughline.desktop.recording;

import dev.throughline.desktop.blob.BlobState;
import dev.throughline.desktop.ui.Texts;
import java.util.Locale;

/** Where the sound of a recording is, in plain words. */
final class StateWords {
  private StateWords() {}

  static String of(BlobState state) {
    return switch (state) {
      case BlobState.HereOnly _ -> Texts.text("sound.state.here");
      case BlobState.Sending(int percent) -> Texts.text("sound.state.sending", percent);
      case BlobState.Arrived _ -> Texts.text("sound.state.arrived");
      case BlobState.OnServer _ -> Texts.text("sound.state.server");
      case BlobState.Elsewhere(var percent) ->
          percent.isPresent()
              ? Texts.text("sound.state.elsewhere.percent", percent.getAsInt())
              : Texts.text("sound.state.elsewhere");
      case BlobState.Damaged(var where) ->
          Texts.text("sound.state.damaged." + where.name().toLowerCase(Locale.ROOT));
      case BlobState.Waiting(var why, int percent) ->
          Texts.text(
              "sound.state.waiting." + why.name().toLowerCase(Locale.ROOT).replace('_', '-'),
              percent);
    };
  }

  /** Whether somebody has to know. */
  static boolean isWrong(BlobState state) {
    return state instanceof BlobState.Damaged;
  }
}
