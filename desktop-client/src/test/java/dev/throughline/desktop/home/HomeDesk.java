package dev.throughline.desktop.home;

import static dev.throughline.desktop.interview.FieldDesk.AT_ONCE;
import static dev.throughline.desktop.interview.FieldDesk.UI;

import dev.throughline.desktop.interview.FieldDesk;
import dev.throughline.desktop.interview.Gap;
import dev.throughline.desktop.interview.InterviewList;
import dev.throughline.model.id.RecordId;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Home over a real profile, with every way out written down. */
final class HomeDesk implements AutoCloseable {
  final FieldDesk field;
  final KeptAnswers answers = new KeptAnswers();
  final List<RecordId> opened = new ArrayList<>();
  final List<Gap> gaps = new ArrayList<>();
  final List<Path> imported = new ArrayList<>();
  final List<URI> joined = new ArrayList<>();
  final InterviewList list;
  final HomeViewModel home;
  final SampleViewModel sample;
  final NameViewModel name;
  final FirstRunViewModel firstRun;

  HomeDesk(FieldDesk field) {
    this.field = field;
    list = field.list();
    HomeExits exits = new HomeExits(opened::add, gaps::add, imported::addAll, joined::add);
    home = new HomeViewModel(list, field.commands(), field.clock, exits);
    sample = new SampleViewModel(field.samples, list, AT_ONCE, UI, field.toasts::add);
    name = new NameViewModel(answers, AT_ONCE, UI);
    firstRun = new FirstRunViewModel(answers, name, sample, AT_ONCE, HomeDesk::address, exits);
  }

  /** Stands in for the reading of addresses, which belongs to the composition root. */
  private static Optional<URI> address(String typed) {
    return typed.startsWith("http://") ? Optional.of(URI.create(typed)) : Optional.empty();
  }

  @Override
  public void close() {
    field.close();
  }
}
