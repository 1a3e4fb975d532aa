package dev.throughline.desktop.sound.play;

import dev.throughline.desktop.sound.PcmForm;

/** Where sound can be heard: the sound card, or what a test listens with. */
@FunctionalInterface
public interface SoundOutput {
  /** Opens it for sound of this form; may take a moment. */
  Opened open(PcmForm form);

  /** What became of it. */
  sealed interface Opened {
    /** It takes samples now. */
    record Ready(SoundSink sink) implements Opened {}

    /** Nothing can be heard on this computer now, and why. */
    record Silent(PlayTrouble why) implements Opened {}
  }
}
