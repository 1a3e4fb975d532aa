package dev.throughline.desktop.recording;

import dev.throughline.desktop.capture.SoundSource;
import dev.throughline.desktop.platform.UserError;
import dev.throughline.desktop.sound.PcmForm;
import java.util.List;

/** What can be recorded from: the sound card of this computer, or what a test plays. */
public interface Inputs {
  /** The names of all, that of the system's own choice first; looks at the hardware. */
  List<String> names(PcmForm form);

  /**
   * Opens one.
   *
   * @param name of the one that was chosen; empty for the system's own choice
   * @throws UserError when there is none, or another program has it
   */
  SoundSource open(String name, PcmForm form) throws UserError;
}
