package dev.throughline.desktop.capture;

import dev.throughline.desktop.platform.UserError;
import dev.throughline.desktop.sound.PcmForm;
import dev.throughline.desktop.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.TargetDataLine;

/** The inputs of this computer's sound card. */
public final class SoundCard {
  private static final int BITS = 16;

  private SoundCard() {}

  /** An input by the name the system gives it. */
  public record Input(String name) {}

  /** Names every input that delivers sound of this form, in the system's order. */
  public static List<Input> inputs(PcmForm form) {
    List<Input> inputs = new ArrayList<>();
    for (Mixer.Info mixer : AudioSystem.getMixerInfo()) {
      if (AudioSystem.getMixer(mixer).isLineSupported(line(form))) {
        inputs.add(new Input(mixer.getName()));
      }
    }
    return List.copyOf(inputs);
  }

  /**
   * Opens an input; sound is taken up from now on.
   *
   * @throws UserError when it is not there, or another program has it
   */
  public static SoundSource open(Input input, PcmForm form) throws UserError {
    for (Mixer.Info mixer : AudioSystem.getMixerInfo()) {
      if (mixer.getName().equals(input.name())
          && AudioSystem.getMixer(mixer).isLineSupported(line(form))) {
        return open(mixer, form);
      }
    }
    throw noInput();
  }

  /**
   * Opens the first input there is.
   *
   * @throws UserError when there is none, or another program has it
   */
  public static SoundSource open(PcmForm form) throws UserError {
    List<Input> inputs = inputs(form);
    if (inputs.isEmpty()) {
      throw noInput();
    }
    return open(inputs.getFirst(), form);
  }

  private static SoundSource open(Mixer.Info mixer, PcmForm form) throws UserError {
    try {
      TargetDataLine line = (TargetDataLine) AudioSystem.getMixer(mixer).getLine(line(form));
      line.open(format(form));
      line.start();
      return new LineSource(line, form);
    } catch (LineUnavailableException | SecurityException | IllegalArgumentException e) {
      throw new UserError("REC-11", Texts.text("recorder.inputBusy", mixer.getName()), e);
    }
  }

  private static UserError noInput() {
    return new UserError("REC-10", Texts.text("recorder.noInput"));
  }

  private static DataLine.Info line(PcmForm form) {
    return new DataLine.Info(TargetDataLine.class, format(form));
  }

  private static AudioFormat format(PcmForm form) {
    return new AudioFormat(form.rate(), BITS, form.channels(), true, false);
  }
}
