package dev.throughline.desktop.outbox;

import dev.throughline.desktop.account.KeyVault;
import java.nio.file.Path;
import javafx.beans.value.ObservableBooleanValue;

/** Facts about this profile on this computer. */
public record ThisComputer(
    Path folder, KeyVault.Kind vault, ObservableBooleanValue isRecoverySaved) {}
