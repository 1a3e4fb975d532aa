package dev.throughline.desktop.capture;

import dev.throughline.desktop.platform.Disk;
import dev.throughline.desktop.sound.PcmForm;
import dev.throughline.desktop.sound.PcmReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Reads the sound of a recording from its folder, and checks every seal on the way. */
public final class SealedSound implements PcmReader {
  private final SoundFolder folder;
  private final SoundSecret secret;
  private final long keyName;
  private final PcmForm form;
  private final LongSupplier limit;
  private final boolean fillsSilence;
  private SoundMap map;
  private Optional<OpenSegment> open = Optional.empty();

  private SealedSound(
      SoundFolder folder,
      SoundSecret secret,
      SoundMap map,
      PcmForm form,
      LongSupplier limit,
      boolean fillsSilence) {
    this.folder = folder;
    this.secret = secret;
    this.keyName = secret.name();
    this.map = map;
    this.form = form;
    this.limit = limit;
    this.fillsSilence = fillsSilence;
  }

  /**
   * Opens a recording that has ended, or was repaired.
   *
   * @param secret of its {@link dev.throughline.model.recording.MediaKey}
   * @throws IOException when the folder cannot be read or tells nothing of a recording
   */
  public static SealedSound open(Disk disk, Path path, byte[] secret) throws IOException {
    SoundFolder folder = new SoundFolder(disk, path);
    SoundMap map = SoundMap.of(folder, header -> SegmentScan.of(folder, header).end(header));
    long frames = map.frames();
    return new SealedSound(
        folder, new SoundSecret(secret.clone()), map, form(map), () -> frames, false);
  }

  /**
   * Opens a recording that still grows.
   *
   * @param safeFrames how many frames are on disk, as {@link SoundWriter#safeFrames} tells; nothing
   *     behind is read
   * @throws IOException when the folder cannot be read or tells nothing of a recording
   */
  public static SealedSound follow(Disk disk, Path path, byte[] secret, LongSupplier safeFrames)
      throws IOException {
    SoundFolder folder = new SoundFolder(disk, path);
    SoundMap map = SoundMap.of(folder, SealedSound::endOfGrowing);
    return new SealedSound(
        folder, new SoundSecret(secret.clone()), map, form(map), safeFrames, false);
  }

  /**
   * The same sound with silence where it cannot be read; a reader of its own. What was sealed for
   * sending before it was damaged must not be sealed again with the silence in it.
   */
  public SealedSound withSilence() {
    return new SealedSound(folder, secret, map, form, limit, true);
  }

  private static PcmForm form(SoundMap map) throws IOException {
    return map.form().orElseThrow(() -> new IOException("there is no recording in this folder"));
  }

  /** A segment that is being written may hold anything up to its full length. */
  private static long endOfGrowing(SegmentHeader header) {
    return header.firstFrame() + new SlotPlan(header.form()).segmentFrames();
  }

  @Override
  public PcmForm form() {
    return form;
  }

  @Override
  public long frames() {
    return limit.getAsLong();
  }

  @Override
  public int read(long frame, byte[] into) throws IOException {
    int frameBytes = form.frameBytes();
    int wanted = Math.clamp(frames() - frame, 0, into.length / frameBytes);
    int done = 0;
    while (done < wanted) {
      done += read(frame + done, into, done * frameBytes, wanted - done);
    }
    return done;
  }

  /** Reads frames of one slot, at most so many; answers how many they were. */
  private int read(long frame, byte[] into, int at, int most) throws IOException {
    Optional<SoundMap.Piece> piece = map.at(frame);
    byte[] sound = piece.isPresent() ? slot(piece.get(), frame) : new byte[0];
    if (sound.length == 0 && map.log().ended().isEmpty()) {
      // A segment may be over, and the next one there, since the map was drawn.
      map = SoundMap.of(folder, SealedSound::endOfGrowing);
      piece = map.at(frame);
      sound = piece.isPresent() ? slot(piece.get(), frame) : new byte[0];
    }
    if (sound.length == 0) {
      Span where =
          piece
              .map(found -> slotSpan(found, frame))
              .orElseGet(() -> new Span(frame, map.nextHeld(frame)));
      return unreadable(new Span(frame, where.end()), into, at, most);
    }
    int from = (int) (frame - slotSpan(piece.orElseThrow(), frame).from()) * form.frameBytes();
    int count = Math.min(most, (sound.length - from) / form.frameBytes());
    System.arraycopy(sound, from, into, at, count * form.frameBytes());
    return count;
  }

  /** The sound of the slot a frame lies in; none when the frame cannot be read. */
  private byte[] slot(SoundMap.Piece piece, long frame) throws IOException {
    SegmentHeader header = piece.header();
    Span span = slotSpan(piece, frame);
    if (header.keyName() != keyName) {
      throw new UnreadableSound(UnreadableSound.Why.FOREIGN_KEY, span);
    }
    int slotFrames = new SlotPlan(form).slotFrames();
    int index = (int) ((frame - header.firstFrame()) / slotFrames);
    return segment(header)
        .slot(index)
        .filter(sound -> sound.length > (frame - span.from()) * form.frameBytes())
        .orElse(new byte[0]);
  }

  private Span slotSpan(SoundMap.Piece piece, long frame) {
    int slotFrames = new SlotPlan(form).slotFrames();
    long begin = piece.header().firstFrame();
    long first = begin + (frame - begin) / slotFrames * slotFrames;
    return new Span(first, Math.min(first + slotFrames, piece.end()));
  }

  private int unreadable(Span where, byte[] into, int at, int most) throws IOException {
    if (!fillsSilence) {
      throw new UnreadableSound(UnreadableSound.Why.DAMAGED, where);
    }
    int count = Math.clamp(where.end() - where.from(), 1, most);
    Arrays.fill(into, at, at + count * form.frameBytes(), (byte) 0);
    return count;
  }

  private OpenSegment segment(SegmentHeader header) throws IOException {
    if (open.isEmpty() || open.get().number() != header.number()) {
      close();
      open = Optional.of(OpenSegment.of(folder, header, secret));
    }
    return open.get();
  }

  @Override
  public void close() throws IOException {
    if (open.isPresent()) {
      open.get().close();
      open = Optional.empty();
    }
  }
}
