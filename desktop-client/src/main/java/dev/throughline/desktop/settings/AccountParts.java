package dev.throughline.desktop.settings;

import dev.throughline.desktop.signin.Account;
import dev.throughline.desktop.signin.Browser;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the account section works on.
 *
 * @param server the server this profile works with now; empty for none
 * @param signedIn what happens once somebody has signed in, such as syncing
 */
public record AccountParts(
    Account account, Browser browser, Supplier<Optional<URI>> server, Runnable signedIn) {}
