package dev.throughline.desktop.sound.decode;

/** What a sound file is by its content; what it is called does not count. */
public enum SoundKind {
  WAV,
  FLAC,
  OPUS,
  VORBIS,
  MP3,
  AAC,
  M4A
}
