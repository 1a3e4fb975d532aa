package dev.throughline.desktop.sound.play;

import static org.assertj.core.api.Assertions.assertThat;

import dev.throughline.desktop.platform.ThreadBackground;
import dev.throughline.desktop.sound.PcmForm;
import dev.throughline.desktop.sound.PcmInMemory;
import dev.throughline.desktop.sound.PcmReader;
import dev.throughline.desktop.sound.Signals;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PlayerTest {
  private static final PcmForm FORM = new PcmForm(16_000, 2);
  private static final int BLOCK = 320;
  private static final int FRAMES = 16_000;
  private static final int ENDLESS = 1_000_000;
  private static final byte[] TONE = Signals.sine(FORM, FRAMES, 440);

  private final ThreadBackground background = new ThreadBackground();
  private final BlockingQueue<PlayerState> states = new LinkedBlockingQueue<>();

  @AfterEach
  void end() {
    background.close();
  }

  private Player player(SoundSink sink, byte[] pcm) {
    return player(form -> new SoundOutput.Opened.Ready(sink), new PcmInMemory(FORM, pcm));
  }

  private Player player(SoundOutput output, PcmReader pcm) {
    Player player = new Player(background, output, pcm);
    player.onChange(states::add);
    return player;
  }

  private PlayerState await(Predicate<PlayerState> wanted) throws InterruptedException {
    PlayerState state = states.take();
    while (!wanted.test(state)) {
      state = states.take();
    }
    return state;
  }

  private PlayerState awaitStill() throws InterruptedException {
    return await(state -> !state.isPlaying());
  }

  private static HeldSink open() {
    return new HeldSink(FORM.frameBytes(), ENDLESS);
  }

  private static byte[] part(int from, int to) {
    return Arrays.copyOfRange(TONE, from * FORM.frameBytes(), to * FORM.frameBytes());
  }

  /** Keeps what was got before the player flushed it. */
  private static final class KeptSink implements SoundSink {
    private final HeldSink held = open();
    private byte[] last = new byte[0];

    @Override
    public void write(byte[] pcm, int length) {
      held.write(pcm, length);
    }

    @Override
    public long heard() {
      return held.heard();
    }

    @Override
    public void flush() {
      last = held.got();
      held.flush();
    }

    @Override
    public void close() {}
  }

  @Test
  void atSpeedOneTheSinkGetsTheSourceBitByBit() throws InterruptedException {
    KeptSink sink = new KeptSink();
    try (Player player = player(sink, TONE)) {
      player.play();
      PlayerState end = awaitStill();
      assertThat(end.position()).isEqualTo(FRAMES);
      assertThat(sink.last).isEqualTo(TONE);
    }
  }

  @Test
  void afterTheEndItBeginsAnew() throws InterruptedException {
    KeptSink sink = new KeptSink();
    try (Player player = player(sink, TONE)) {
      player.play();
      awaitStill();
      player.play();
      awaitStill();
      assertThat(sink.last).isEqualTo(TONE);
    }
  }

  @Test
  void afterAPauseItGoesBackALittle() throws InterruptedException {
    HeldSink sink = new HeldSink(FORM.frameBytes(), 10);
    try (Player player = player(sink, TONE)) {
      player.setBackStep(100);
      player.play();
      sink.awaitBlocks(11);
      player.pause();
      sink.let(1);
      assertThat(awaitStill().position()).isEqualTo(11 * BLOCK);
      player.play();
      sink.awaitBlocks(1);
      sink.let(1);
      sink.awaitBlocks(1);
      int from = 11 * BLOCK - 1_600;
      assertThat(sink.got()).isEqualTo(part(from, from + BLOCK));
      assertThat(player.state().position()).isEqualTo(from + BLOCK);
    }
    sink.let(ENDLESS);
  }

  @Test
  void aSeekIsHeardNext() {
    HeldSink sink = new HeldSink(FORM.frameBytes(), 5);
    try (Player player = player(sink, TONE)) {
      player.play();
      sink.awaitBlocks(6);
      player.seek(8_000);
      assertThat(player.state().position()).isEqualTo(8_000);
      sink.let(1);
      sink.awaitBlocks(1);
      assertThat(sink.flushes()).isEqualTo(1);
      assertThat(sink.got()).isEmpty();
      sink.let(1);
      sink.awaitBlocks(1);
      assertThat(sink.got()).isEqualTo(part(8_000, 8_000 + BLOCK));
    }
    sink.let(ENDLESS);
  }

  @Test
  void aSeekBeforePlayingIsNotSetBack() throws InterruptedException {
    KeptSink sink = new KeptSink();
    try (Player player = player(sink, TONE)) {
      player.seek(15_000);
      assertThat(player.state().position()).isEqualTo(15_000);
      player.play();
      awaitStill();
      assertThat(sink.last).isEqualTo(part(15_000, FRAMES));
    }
  }

  @Test
  void aRangeIsPlayedAgainAndAgain() {
    HeldSink sink = new HeldSink(FORM.frameBytes(), 4);
    try (Player player = player(sink, TONE)) {
      player.setLoop(Optional.of(new PlayRange(1_000, 1_000 + 2 * BLOCK)));
      player.seek(1_000);
      player.play();
      sink.awaitBlocks(5);
      byte[] once = part(1_000, 1_000 + 2 * BLOCK);
      byte[] twice = Arrays.copyOf(once, 2 * once.length);
      System.arraycopy(once, 0, twice, once.length, once.length);
      assertThat(sink.got()).isEqualTo(twice);
      assertThat(player.state().position()).isEqualTo(1_000);
    }
    sink.let(ENDLESS);
  }

  @Test
  void halfTheVolumeIsHalfAsLoud() throws InterruptedException {
    KeptSink sink = new KeptSink();
    try (Player player = player(sink, TONE)) {
      player.setVolume(0.5);
      player.play();
      awaitStill();
    }
    assertThat(Signals.sample(sink.last, 333))
        .isEqualTo((int) Math.round(Signals.sample(TONE, 333) * 0.5));
  }

  @Test
  void twiceTheSpeedTakesHalfTheTimeAndEndsAtTheEnd() throws InterruptedException {
    KeptSink sink = new KeptSink();
    try (Player player = player(sink, TONE)) {
      player.setSpeed(2);
      player.play();
      assertThat(awaitStill().position()).isEqualTo(FRAMES);
    }
    int frames = sink.last.length / FORM.frameBytes();
    assertThat(frames).isBetween(FRAMES / 2 - 300, FRAMES / 2 + 300);
  }

  @Test
  void thePositionCountsFramesOfTheSourceAtAnySpeed() {
    HeldSink sink = new HeldSink(FORM.frameBytes(), 10);
    try (Player player = player(sink, TONE)) {
      player.setSpeed(1.5);
      player.play();
      sink.awaitBlocks(11);
      assertThat(player.state().position()).isEqualTo(10 * 240 * 3 / 2);
    }
    sink.let(ENDLESS);
  }

  @Test
  void withoutAnOutputItSaysSoAndStands() throws InterruptedException {
    SoundOutput none = form -> new SoundOutput.Opened.Silent(PlayTrouble.NO_OUTPUT);
    try (Player player = player(none, new PcmInMemory(FORM, TONE))) {
      player.play();
      assertThat(awaitStill().trouble()).contains(PlayTrouble.NO_OUTPUT);
    }
  }

  @Test
  void aComputerWithoutASoundCardIsNoSurprise() {
    assertThat(new SoundCard().open(new PcmForm(48_000, 7)))
        .isIn(new SoundOutput.Opened.Silent(PlayTrouble.NO_OUTPUT));
  }

  @Test
  void aPlaceThatCannotBeReadIsNamed() throws InterruptedException {
    PcmReader broken =
        new PcmReader() {
          @Override
          public PcmForm form() {
            return FORM;
          }

          @Override
          public long frames() {
            return FRAMES;
          }

          @Override
          public int read(long frame, byte[] into) throws IOException {
            throw new IOException("changed");
          }

          @Override
          public void close() {}
        };
    try (Player player = player(form -> new SoundOutput.Opened.Ready(open()), broken)) {
      player.play();
      assertThat(awaitStill().trouble()).contains(PlayTrouble.UNREADABLE);
    }
  }
}
