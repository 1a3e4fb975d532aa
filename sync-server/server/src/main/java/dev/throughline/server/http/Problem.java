package dev.throughline.server.http;

/** Every way a request can be refused. The code is what people search for; it never changes. */
public enum Problem {
  MALFORMED("SRV-01", 400, "malformed", "The message could not be read."),
  TOO_LARGE("SRV-02", 413, "too-large", "The message is too large."),
  MEDIA_TYPE("SRV-03", 415, "media-type-unsupported", "This type of body is not read here."),
  CONTENT_ENCODING("SRV-04", 415, "encoding-unsupported", "This compression is not read here."),
  NOT_ACCEPTABLE("SRV-05", 406, "not-acceptable", "No type the client accepts is spoken here."),
  TOO_SLOW("SRV-06", 408, "too-slow", "The message took too long to arrive."),
  NOT_FOUND("SRV-07", 404, "not-found", "There is nothing at this address."),
  METHOD("SRV-08", 405, "method-not-allowed", "This address does not take that method."),
  FOREIGN_HOST("SRV-09", 403, "foreign-host", "Only programs on this computer are served."),
  VERSION("SRV-10", 426, "version-unsupported", "Client and server share no protocol version."),
  OTHER_WORKSPACE("SRV-11", 409, "other-workspace", "This workspace is not served here."),
  DIVERGED("SRV-12", 409, "diverged", "The client's past is not the past of this server."),
  INCARNATION_CLASH(
      "SRV-13", 409, "incarnation-clash", "Another copy of this device has used these numbers."),
  PUSH_INVALID("SRV-14", 400, "push-invalid", "The operations do not form a sound push."),
  PUSH_TOO_LARGE("SRV-15", 413, "push-too-large", "The push changes too much at once."),
  SIGN_IN("SRV-16", 401, "sign-in", "This server serves people who have signed in."),
  SERVICE_ONLY("SRV-19", 403, "service-only", "This route is for other services."),
  NO_ROLE("SRV-17", 403, "no-role", "The account has no role here."),
  NOT_ALLOWED("SRV-26", 403, "not-allowed", "This may not be changed by you."),
  KEY_REUSED("SRV-27", 409, "key-reused", "This key was used for another request."),
  NOT_NOW("SRV-28", 409, "not-now", "Things stand otherwise."),
  VOTE_REFUSED("SRV-29", 409, "vote-refused", "The vote does not count."),
  RIGHTS_CHANGED("SRV-18", 409, "rights-changed", "What you may read has changed."),
  DEVICE_ENDED("SRV-24", 403, "device-ended", "This device was signed out from another one."),
  PART_REFUSED("SRV-50", 400, "part-refused", "The part is not what it was said to be."),
  INCOMPLETE("SRV-51", 409, "incomplete", "Some of it is not here yet."),
  KEPT("SRV-52", 409, "kept", "This is kept and cannot be deleted."),
  TICKET("SRV-53", 403, "ticket-refused", "This ticket does not count."),
  RANGE("SRV-54", 416, "range", "There is nothing in that stretch."),
  STORE_AWAY("SRV-55", 503, "store-away", "The store of recordings does not answer."),
  NO_STORE("SRV-56", 501, "no-store", "This server keeps no recordings."),
  BUSY("SRV-20", 503, "busy", "The server has too much to do right now."),
  DATABASE_AWAY("SRV-21", 503, "database-away", "The database does not answer."),
  TOO_MANY("SRV-23", 429, "too-many", "Too many requests came at once."),
  PROVIDER_AWAY("SRV-25", 503, "provider-away", "The identity provider does not answer."),
  INTERNAL("SRV-22", 500, "internal", "The server made a mistake.");

  /** What a person does whose desktop met {@link #DIVERGED}. */
  public static final String DIVERGED_HELP =
      "Nothing here is lost; only sync has stopped. Ask whoever runs the server for its"
          + " newest data. If there is none, export this work, import it into a new profile and let"
          + " that one join: where the two differ, the Inbox asks.";

  private final String code;
  private final int status;
  private final String slug;
  private final String title;

  Problem(String code, int status, String slug, String title) {
    this.code = code;
    this.status = status;
    this.slug = slug;
    this.title = title;
  }

  public String code() {
    return code;
  }

  public int status() {
    return status;
  }

  /** The {@code type} of the problem document (RFC 9457). */
  public String type() {
    return "urn:throughline:problem:" + slug;
  }

  public String title() {
    return title;
  }

  /** Whether the same request may well succeed a little later. */
  public boolean isPassing() {
    return status == 503 || status == 429;
  }
}
