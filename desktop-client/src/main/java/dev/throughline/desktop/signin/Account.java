package dev.throughline.desktop.signin;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.Prompt;
import dev.throughline.desktop.sync.Credentials;
import dev.throughline.desktop.ui.Texts;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The person of a profile at the organisation's provider. Any thread; calls may block. */
public final class Account implements Credentials {
  /** How long the person has for the browser. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** A token is renewed this long before it is over, so that none ends on its way. */
  private static final long EARLY_MILLIS = 30_000;

  private final SessionStore store;
  private final InstantSource clock;
  private final ProviderClient provider;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final AtomicReference<@Nullable Loopback> waiting = new AtomicReference<>();
  private volatile Kept kept;
  private volatile String lastWord = "";

  public Account(SessionStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
    this.provider = new ProviderClient(clock);
    this.kept = Kept.read(store);
  }

  /** The person who is signed in; empty when nobody is. */
  public Optional<String> name() {
    return kept.session().map(session -> session.person().name());
  }

  /** The person this profile belongs to since somebody signed in here; empty before. */
  public Optional<String> owner() {
    return Optional.of(kept.ownerName()).filter(name -> !name.isEmpty());
  }

  /** Why the session ended when another device ended it; empty else. */
  public String lastWord() {
    return lastWord;
  }

  /** Tells of every change, on the thread that made it. */
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  /** Signs in to a server with the browser; blocks until that is done or given up. */
  public SignInResult signIn(URI server, Browser browser) {
    if (!Addresses.isSafe(server)) {
      return failed("SIG-01", "signin.unsafe");
    }
    try (Loopback loopback = Loopback.open()) {
      cancel();
      waiting.set(loopback);
      Optional<ProviderClient.Found> found = provider.find(server);
      return found.isEmpty()
          ? new SignInResult.NotNeeded()
          : signIn(server, found.get(), loopback, browser);
    } catch (ProviderClient.Refusal e) {
      log(e);
      return failed("SIG-02", "signin.refused");
    } catch (IOException e) {
      log(e);
      return failed("SIG-03", "signin.unreachable");
    } finally {
      waiting.set(null);
    }
  }

  private SignInResult signIn(
      URI server, ProviderClient.Found found, Loopback loopback, Browser browser)
      throws IOException, ProviderClient.Refusal {
    State state = new State();
    Nonce nonce = new Nonce();
    CodeVerifier verifier = new CodeVerifier();
    AuthenticationRequest.Builder question =
        new AuthenticationRequest.Builder(
                ResponseType.CODE,
                new Scope("openid", "profile"),
                new ClientID(found.client()),
                loopback.address())
            .endpointURI(found.metadata().getAuthorizationEndpointURI())
            .state(state)
            .nonce(nonce)
            .codeChallenge(verifier, CodeChallengeMethod.S256);
    if (owner().isPresent()) {
      // After signing out, or a session that is over, it may be somebody else who sits here.
      question.prompt(new Prompt(Prompt.Type.LOGIN));
    }
    browser.open(question.build().toURI());
    Optional<URI> answer = loopback.await(PATIENCE, clock);
    if (answer.isEmpty()) {
      return new SignInResult.GivenUp();
    }
    String code = code(answer.get(), state, found);
    return take(provider.exchange(server, found, code, loopback.address(), verifier, nonce));
  }

  private static String code(URI answer, State state, ProviderClient.Found found)
      throws ProviderClient.Refusal {
    try {
      AuthenticationResponse response = AuthenticationResponseParser.parse(answer);
      if (!state.equals(response.getState())) {
        throw new ProviderClient.Refusal("answer: another sign-in's");
      }
      boolean namesItself = found.metadata().supportsAuthorizationResponseIssuerParam();
      if ((namesItself || response.getIssuer() != null)
          && !found.metadata().getIssuer().equals(response.getIssuer())) {
        throw new ProviderClient.Refusal("answer: another issuer's");
      }
      if (!response.indicatesSuccess()) {
        throw new ProviderClient.Refusal(
            "answer: " + response.toErrorResponse().getErrorObject().getCode());
      }
      return response.toSuccessResponse().getAuthorizationCode().getValue();
    } catch (ParseException e) {
      throw new ProviderClient.Refusal("answer: not readable", e);
    }
  }

  private SignInResult take(Session session) {
    synchronized (this) {
      if (!kept.isFor(session)) {
        end(session);
        return new SignInResult.Failed(
            "SIG-04", Texts.text("signin.other", kept.ownerName(), session.person().name()));
      }
      Kept now = kept.with(session);
      if (!now.write(store)) {
        end(session);
        return failed("SIG-05", "signin.unwritten");
      }
      kept = now;
      lastWord = "";
    }
    tell();
    return new SignInResult.SignedIn(session.person().name());
  }

  /** Gives up waiting for the browser. */
  public void cancel() {
    Loopback open = waiting.getAndSet(null);
    if (open != null) {
      open.close();
    }
  }

  /** Signs out here, and at the provider as far as it can be reached. Work stays. */
  public void signOut() {
    Optional<Session> session;
    synchronized (this) {
      session = kept.session();
      kept = kept.signedOut();
      kept.write(store);
    }
    session.ifPresent(this::end);
    tell();
  }

  private void end(Session session) {
    try {
      provider.revoke(session);
    } catch (IOException e) {
      log(e);
    }
  }

  @Override
  public Optional<String> token(URI server) {
    return session(server)
        .flatMap(
            session ->
                clock.millis() < session.accessUntil() - EARLY_MILLIS
                    ? Optional.of(session.access())
                    : renewed(server, session.access()));
  }

  @Override
  public Optional<String> renewed(URI server, String refused) {
    synchronized (this) {
      Optional<Session> now = session(server);
      boolean isRenewedMeanwhile = now.filter(it -> !it.access().equals(refused)).isPresent();
      if (now.isEmpty() || isRenewedMeanwhile) {
        return now.map(Session::access);
      }
      try {
        Session fresh = provider.refresh(now.get());
        kept = kept.with(fresh);
        kept.write(store);
        return Optional.of(fresh.access());
      } catch (IOException e) {
        log(e);
        return Optional.of(refused);
      } catch (ProviderClient.Refusal e) {
        log(e);
        kept = kept.signedOut();
        kept.write(store);
      }
    }
    tell();
    return Optional.empty();
  }

  @Override
  public void ended(URI server, String token, String sentence) {
    synchronized (this) {
      if (session(server).filter(it -> it.access().equals(token)).isEmpty()) {
        return;
      }
      lastWord = sentence;
    }
    signOut();
  }

  private Optional<Session> session(URI server) {
    return kept.session().filter(session -> isSame(session.server(), server));
  }

  private static boolean isSame(URI one, URI other) {
    return one.resolve("/").equals(other.resolve("/"));
  }

  private void tell() {
    listeners.forEach(Runnable::run);
  }

  private static SignInResult failed(String code, String key) {
    return new SignInResult.Failed(code, Texts.text(key));
  }

  private static void log(Exception e) {
    System.getLogger(Account.class.getName())
        .log(
            System.Logger.Level.WARNING,
            "signing in or renewing did not work: {0}",
            e.getMessage());
  }
}
