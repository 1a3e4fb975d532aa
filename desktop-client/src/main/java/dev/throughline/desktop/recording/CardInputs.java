package dev.throughline.desktop.recording;

import dev.throughline.desktop.capture.SoundCard;
import dev.throughline.desktop.capture.SoundSource;
import dev.throughline.desktop.platform.UserError;
import dev.throughline.desktop.sound.PcmForm;
import java.util.List;

/** The microphones of this computer. */
public final class CardInputs implements Inputs {
  @Override
  public List<String> names(PcmForm form) {
    return SoundCard.inputs(form).stream().map(SoundCard.Input::name).toList();
  }

  @Override
  public SoundSource open(String name, PcmForm form) throws UserError {
    return name.isEmpty() ? SoundCard.open(form) : SoundCard.open(new SoundCard.Input(name), form);
  }
}
