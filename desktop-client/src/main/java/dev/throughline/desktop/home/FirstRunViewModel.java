package dev.throughline.desktop.home;

import dev.throughline.desktop.platform.Background;
import dev.throughline.desktop.ui.Texts;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The three doors of the first page; whichever is taken, the page does not come back. */
public final class FirstRunViewModel {
  private final FirstAnswers answers;
  private final NameViewModel name;
  private final SampleViewModel sample;
  private final Background background;
  private final Function<String, Optional<URI>> readAddress;
  private final HomeExits exits;
  private Runnable sampleTold = () -> {};
  private final ReadOnlyBooleanWrapper begun = new ReadOnlyBooleanWrapper(this, "begun");
  private final BooleanProperty joining = new SimpleBooleanProperty(this, "joining");
  private final StringProperty address = new SimpleStringProperty(this, "address", "");
  private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper(this, "error", "");

  public FirstRunViewModel(
      FirstAnswers answers,
      NameViewModel name,
      SampleViewModel sample,
      Background background,
      Function<String, Optional<URI>> readAddress,
      HomeExits exits) {
    this.answers = answers;
    this.name = name;
    this.sample = sample;
    this.background = background;
    this.readAddress = readAddress;
    this.exits = exits;
    begun.set(answers.isBegun());
    address.subscribe(() -> error.set(""));
  }

  NameViewModel name() {
    return name;
  }

  /** Whether a door was taken, now or at an earlier start. */
  ReadOnlyBooleanProperty begunProperty() {
    return begun.getReadOnlyProperty();
  }

  /** Whether the third door asks for the address. */
  BooleanProperty joiningProperty() {
    return joining;
  }

  /** The server's address as typed. */
  StringProperty addressProperty() {
    return address;
  }

  /** One sentence with an example; empty while the address may be right. */
  ReadOnlyStringProperty errorProperty() {
    return error.getReadOnlyProperty();
  }

  /** Called when the person took the first door. */
  public void onSample(Runnable told) {
    sampleTold = told;
  }

  void openSample() {
    sample.open();
    begin();
    sampleTold.run();
  }

  void startEmpty() {
    begin();
  }

  void join() {
    Optional<URI> server = readAddress.apply(address.get());
    if (server.isEmpty()) {
      error.set(Texts.text("home.join.error"));
      return;
    }
    begin();
    exits.join().accept(server.get());
  }

  void importFiles(List<Path> files) {
    begin();
    exits.importFiles().accept(files);
  }

  private void begin() {
    name.saveTyped();
    begun.set(true);
    background.run(answers::setBegun);
  }
}
