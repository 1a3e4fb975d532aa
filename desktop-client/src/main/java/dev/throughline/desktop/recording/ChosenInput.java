package dev.throughline.desktop.recording;

/** Remembers which microphone a person chose on this computer. Any thread. */
public interface ChosenInput {
  /** Its name; empty for the system's own choice. */
  String microphone();

  void setMicrophone(String name);
}
