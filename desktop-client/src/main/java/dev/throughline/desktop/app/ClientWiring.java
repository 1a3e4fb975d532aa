package dev.throughline.desktop.app;

import dev.throughline.desktop.account.KeyVault;
import dev.throughline.desktop.account.Profile;
import dev.throughline.desktop.account.SealedFile;
import dev.throughline.desktop.approval.KeyFile;
import dev.throughline.desktop.approval.Signing;
import dev.throughline.desktop.comment.Saying;
import dev.throughline.desktop.comment.UnsentComments;
import dev.throughline.desktop.consent.Consents;
import dev.throughline.desktop.consent.Leaving;
import dev.throughline.desktop.consent.Rulings;
import dev.throughline.desktop.exchange.ImportMarks;
import dev.throughline.desktop.exchange.WorkspaceFile;
import dev.throughline.desktop.guide.Guides;
import dev.throughline.desktop.handoff.Handoffs;
import dev.throughline.desktop.hold.HoldShelf;
import dev.throughline.desktop.idea.Ideas;
import dev.throughline.desktop.inbox.MentionIndex;
import dev.throughline.desktop.interview.Interviews;
import dev.throughline.desktop.journal.Journal;
import dev.throughline.desktop.journal.JournalException;
import dev.throughline.desktop.library.SavedFilters;
import dev.throughline.desktop.memo.Memos;
import dev.throughline.desktop.participant.Participants;
import dev.throughline.desktop.platform.Disk;
import dev.throughline.desktop.platform.Ids;
import dev.throughline.desktop.platform.SystemDisk;
import dev.throughline.desktop.platform.SystemIds;
import dev.throughline.desktop.platform.UserError;
import dev.throughline.desktop.recording.Positions;
import dev.throughline.desktop.recording.Recordings;
import dev.throughline.desktop.release.Releases;
import dev.throughline.desktop.sample.Samples;
import dev.throughline.desktop.search.SearchIndex;
import dev.throughline.desktop.signin.Account;
import dev.throughline.desktop.signin.SessionStore;
import dev.throughline.desktop.store.Ledger;
import dev.throughline.desktop.store.LocalStore;
import dev.throughline.desktop.store.StoreDamaged;
import dev.throughline.desktop.store.StoreFile;
import dev.throughline.desktop.study.Studies;
import dev.throughline.desktop.sync.HttpSyncTransport;
import dev.throughline.desktop.sync.Self;
import dev.throughline.desktop.sync.SyncLoop;
import dev.throughline.desktop.sync.SyncStatus;
import dev.throughline.desktop.transcript.Transcripts;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.id.WorkspaceId;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The composition root: everything of one open profile, without any window. Close it to let go of
 * the profile.
 */
public final class ClientWiring implements AutoCloseable {
  /** What others are told when no name was given yet. */
  public static final String NAMELESS = "Someone";

  /** The version of this program. */
  public static final String VERSION = "0.1.0";

  private final Profile profile;
  private final InstantSource clock;
  private final Ledger ledger;
  private final boolean rebuilt;
  private final ImportMarks marks;
  private final ClientSettings settings;
  private final Account account;
  private final SyncStatus status;
  private final SyncLoop loop;
  private final MentionIndex mentions;

  private ClientWiring(Profile profile, InstantSource clock, Ledger ledger, boolean rebuilt) {
    this.profile = profile;
    this.clock = clock;
    this.ledger = ledger;
    this.rebuilt = rebuilt;
    this.marks =
        new ImportMarkFile(
            new SealedFile(
                profile.folder().resolve("imports"), profile.key(), "imports", new SecureRandom()));
    this.settings = ClientSettings.open(profile.folder());
    this.mentions = new MentionIndex(ledger.store());
    this.account = account(profile, clock);
    this.status = SyncLoop.statusAt(clock.millis());
    this.loop =
        new SyncLoop(
            ledger,
            server -> new HttpSyncTransport(server, account, this::workspace),
            this::self,
            status,
            clock,
            RandomGenerator.getDefault());
  }

  /** Opens the profile in a folder; {@link Profile.NeedsRecoveryCode} when its key is not here. */
  public static Profile.Opening openProfile(Path folder, List<KeyVault> vaults) throws UserError {
    return Profile.open(folder, vaults, systemIds(), new SecureRandom());
  }

  /**
   * Brings an open profile up: journal, store, ledger, sync (not started).
   *
   * @throws UserError when the disk refuses; the profile is closed then
   */
  public static ClientWiring of(Profile profile) throws UserError {
    InstantSource clock = InstantSource.system();
    Disk disk = new SystemDisk();
    try {
      Journal journal =
          Journal.open(
              disk, profile.folder().resolve("journal"), profile.key(), new SecureRandom());
      StoreFile.Opened store = StoreFile.open(disk, profile.folder(), profile.key(), journal);
      requireWork(profile, journal, store.store());
      Ledger ledger = new Ledger(journal, store.store(), systemIds(), clock);
      profile.endFirstStart();
      return new ClientWiring(profile, clock, ledger, store.rebuilt());
    } catch (UserError | IllegalStateException e) {
      profile.close();
      throw e;
    } catch (JournalException | IOException | StoreDamaged e) {
      profile.close();
      throw new UserError(
          "PRO-06",
          "The profile could not be opened. Nothing was removed. Check that the disk is not full"
              + " and that the folder is yours, then start again.",
          e);
    }
  }

  /** A profile that was opened before and has neither journal nor store is not a new one. */
  private static void requireWork(Profile profile, Journal journal, LocalStore store)
      throws UserError, JournalException {
    if (journal.isEmpty() && store.device().isEmpty() && !profile.isFirstStart()) {
      store.close();
      journal.close();
      throw new UserError("PRO-09", Texts.text("failure.workGone"));
    }
  }

  private static Ids systemIds() {
    return new SystemIds(InstantSource.system(), new SecureRandom());
  }

  public Profile profile() {
    return profile;
  }

  public InstantSource clock() {
    return clock;
  }

  public Ledger ledger() {
    return ledger;
  }

  /** Whether the local store was made anew from the journal at this start. */
  public boolean isRebuilt() {
    return rebuilt;
  }

  public ClientSettings settings() {
    return settings;
  }

  /** The person of this profile at the organisation's provider. */
  public Account account() {
    return account;
  }

  private static Account account(Profile profile, InstantSource clock) {
    SealedFile file =
        new SealedFile(
            profile.folder().resolve("session"), profile.key(), "session", new SecureRandom());
    return new Account(
        new SessionStore() {
          @Override
          public Optional<byte[]> read() {
            return file.read();
          }

          @Override
          public boolean write(byte[] value) {
            return file.write(value);
          }
        },
        clock);
  }

  public SyncStatus status() {
    return status;
  }

  public SyncLoop loop() {
    return loop;
  }

  /** What colleagues said to whoever uses this profile. */
  MentionIndex mentions() {
    return mentions;
  }

  /** The search index of this profile; start it, and close it before this is closed. */
  public SearchIndex searchIndex() {
    return SearchIndex.in(
        SearchIndex.folder(profile.folder()),
        profile.key().cipherKey(SearchIndex.KEY_USE),
        ledger.store(),
        clock,
        new SecureRandom());
  }

  public Interviews interviews() {
    return new Interviews(ledger);
  }

  public Memos memos() {
    return new Memos(ledger);
  }

  public Transcripts transcripts() {
    return new Transcripts(ledger, marks);
  }

  /** The imports that have begun and not ended. */
  public ImportMarks importMarks() {
    return marks;
  }

  public Studies studies() {
    return new Studies(ledger);
  }

  public Ideas ideas() {
    return new Ideas(ledger, clock);
  }

  /** The key of this device, and what is signed with it. */
  public Signing signing() {
    SealedFile file =
        new SealedFile(
            profile.folder().resolve("signing-key"),
            profile.key(),
            "signing-key",
            new SecureRandom());
    KeyFile sealed =
        new KeyFile() {
          @Override
          public Optional<byte[]> read() {
            return file.read();
          }

          @Override
          public boolean write(byte[] value) {
            return file.write(value);
          }
        };
    return new Signing(ledger, sealed, clock, new SecureRandom(), settings::deviceName);
  }

  /** The last list of legal holds. */
  HoldShelf holdShelf() {
    SealedFile file =
        new SealedFile(
            profile.folder().resolve("holds"), profile.key(), "holds", new SecureRandom());
    return new HoldShelf() {
      @Override
      public Optional<byte[]> read() {
        return file.read();
      }

      @Override
      public boolean write(byte[] value) {
        return file.write(value);
      }
    };
  }

  /** The recordings of interviews, as records. */
  public Recordings recordings() {
    return new Recordings(ledger);
  }

  /** Where one stopped listening. */
  Positions positions() {
    return new PositionFile(
        new SealedFile(
            profile.folder().resolve("positions"), profile.key(), "positions", new SecureRandom()));
  }

  public Handoffs handoffs() {
    return new Handoffs(ledger, clock);
  }

  /** Reports of checks, and orders to take a release back. */
  public Releases releases() {
    return new Releases(ledger, signing(), clock);
  }

  public Participants participants() {
    return new Participants(ledger);
  }

  public Guides guides() {
    return new Guides(ledger);
  }

  public Consents consents() {
    return new Consents(ledger.store());
  }

  /** The workspace this profile means: the one it joined, or is to join. */
  public Optional<WorkspaceId> workspace() {
    LocalStore store = ledger.store();
    return store.joinedName().isPresent() ? Optional.of(store.home()) : settings.workspace();
  }

  /** What this profile says of itself when it greets a server. */
  public Self self() {
    return new Self(author(), settings.deviceName(), settings.workspace());
  }

  /** What this person says to colleagues about records. */
  public Saying saying() {
    return new Saying(ledger, clock, this::author);
  }

  /** What was typed as a comment and not sent. */
  public UnsentComments unsentComments() {
    return new UnsentFile(
        new SealedFile(
            profile.folder().resolve("unsent"), profile.key(), "unsent", new SecureRandom()));
  }

  /** What others are told this person is called. */
  public String author() {
    return account.name().or(settings::displayName).orElse(NAMELESS);
  }

  public Samples samples() {
    return new Samples(ledger);
  }

  /** The filters this person keeps by name. */
  public SavedFilters savedFilters() {
    return new FilterFile(
        new SealedFile(
            profile.folder().resolve("filters"), profile.key(), "filters", new SecureRandom()));
  }

  /** Decides by what was agreed with the people interviewed. */
  public Rulings rulings() {
    return new Rulings(ledger.store(), clock.withZone(ZoneId.systemDefault()));
  }

  /** What may leave with one export. */
  public Leaving leaving() {
    return new Leaving(ledger.store(), rulings());
  }

  /** Writes the workspace export; answers how many records it holds. */
  public int export(Path file) throws IOException {
    return WorkspaceFile.write(ledger.store(), leaving(), file);
  }

  @Override
  public void close() {
    loop.close();
    ledger.close();
    profile.close();
  }
}
