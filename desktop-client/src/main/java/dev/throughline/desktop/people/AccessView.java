package dev.throughline.desktop.people;

import dev.throughline.desktop.ui.Avatar;
import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.ListRow;
import dev.throughline.desktop.ui.SectionHeader;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.access.Role;
import dev.throughline.model.people.Level;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** A section that lists who may see a study, or all of them, and how far. */
public final class AccessView extends VBox {
  private final AccessViewModel model;
  private final Label line = Labels.wrapping(Labels.small(""));
  private final VBox rows = new VBox();
  private final VBox foot = new VBox();

  public AccessView(AccessViewModel model) {
    this.model = model;
    getStyleClass().add("access");
    line.getStyleClass().add("access-line");
    if (model.isOfStudy()) {
      getChildren().add(new SectionHeader(Texts.text("people.study")));
    }
    getChildren().addAll(line, rows, foot);
    visibleProperty().bind(model.knownProperty());
    managedProperty().bind(visibleProperty());
    model.members().addListener((InvalidationListener) _ -> show());
    model.whyNotProperty().subscribe(_ -> show());
    model.invitesProperty().subscribe(_ -> show());
  }

  private boolean canChange() {
    return model.whyNotProperty().get().isEmpty();
  }

  private void show() {
    List<Member> all = model.members();
    List<Member> shown =
        model.isOfStudy() ? all.stream().filter(AccessView::isListed).toList() : all;
    line.setText(
        model
            .whyNotProperty()
            .get()
            .map(why -> Texts.text("people.cannot", why))
            .orElseGet(
                () -> Texts.text(model.isOfStudy() ? "people.study.line" : "people.all.line")));
    rows.getChildren().setAll(shown.stream().map(this::row).toList());
    foot.getChildren().setAll(foot(all.stream().filter(member -> !isListed(member)).toList()));
  }

  private static boolean isListed(Member member) {
    return member.level() != Level.NONE;
  }

  private Node row(Member member) {
    boolean isEverybody = member.person().isEmpty();
    String name =
        isEverybody
            ? Texts.text("people.everybody")
            : member.isYou() ? Texts.text("people.you", member.name()) : member.name();
    ListRow row =
        new ListRow(name)
            .lead(isEverybody ? everybody() : Avatar.row(member.name()))
            .second(second(member));
    if (member.isRemoved()) {
      return row.state(
          isAdministered()
              ? Buttons.standard(Texts.text("people.takeBack"), () -> model.takeBack(member))
              : Labels.muted(Texts.text("people.out")));
    }
    if (isAdministered() && !isEverybody && !member.isYou()) {
      Button remove = Buttons.flat(Texts.text("people.remove"), () -> model.remove(member));
      remove.setAccessibleText(Texts.text("people.remove.spoken", member.name()));
      row.actions(remove);
    }
    return row.state(canChange() ? levels(member) : Labels.muted(word(member.level())));
  }

  /** Whether people are put in and out here, rather than given access to one study. */
  private boolean isAdministered() {
    return model.invitesProperty().get() && !model.isOfStudy();
  }

  private static Label everybody() {
    Label all = Avatar.row("");
    all.setGraphic(Icon.PEOPLE.line());
    return all;
  }

  /** Who it is, and why they see more than was given here. */
  private static String second(Member member) {
    if (member.person().isEmpty()) {
      return Texts.text("people.everybody.line");
    }
    if (member.isRemoved()) {
      return Texts.text("people.removed");
    }
    String roles =
        member.isAwaited()
            ? Texts.text("people.awaited")
            : member.roles().stream()
                .map(wire -> Role.named(wire).map(Role::words).orElse(wire))
                .sorted()
                .collect(Collectors.joining(", "));
    String more =
        member.general().reaches(member.given()) && member.general() != Level.NONE
            ? Texts.text("people.general")
            : "";
    return Stream.of(member.login().equals(member.name()) ? "" : member.login(), roles, more)
        .filter(part -> !part.isBlank())
        .collect(Collectors.joining(" · "));
  }

  private ComboBox<Level> levels(Member member) {
    ComboBox<Level> box = new ComboBox<>();
    box.getItems().setAll(offered(member));
    box.setConverter(new LevelNames());
    box.setValue(member.level());
    box.setAccessibleText(
        Texts.text(
            "people.level.spoken",
            member.person().isEmpty() ? Texts.text("people.everybody") : member.name()));
    box.valueProperty().subscribe((before, now) -> model.give(member, now));
    return box;
  }

  /** Less than what a wider grant gives cannot be given here; nobody gives everybody ownership. */
  private static List<Level> offered(Member member) {
    return Arrays.stream(Level.values())
        .filter(level -> level.reaches(member.general()))
        .filter(level -> level != Level.OWNER || member.person().isPresent())
        .toList();
  }

  private List<Node> foot(List<Member> others) {
    List<Node> nodes = new ArrayList<>();
    if (canChange() && model.isOfStudy() && !others.isEmpty()) {
      nodes.add(adding(others));
    }
    if (isAdministered()) {
      nodes.add(inviting());
    }
    return nodes;
  }

  private HBox adding(List<Member> others) {
    ComboBox<Member> who = new ComboBox<>();
    who.getItems().setAll(others);
    who.setConverter(new MemberNames());
    who.setPromptText(Texts.text("people.add.prompt"));
    who.setAccessibleText(Texts.text("people.add.prompt"));
    who.setMaxWidth(Double.MAX_VALUE);
    Button add =
        Buttons.standard(
            Texts.text("people.add"),
            Icon.ADD,
            () -> {
              if (who.getValue() != null) {
                model.give(who.getValue(), Level.OPEN);
              }
            });
    add.disableProperty().bind(who.valueProperty().isNull());
    return line(who, add);
  }

  private HBox inviting() {
    TextField login = new TextField();
    login.setPromptText(Texts.text("people.invite.prompt"));
    login.setAccessibleText(Texts.text("people.invite.prompt"));
    Runnable invite =
        () -> {
          model.invite(login.getText());
          login.clear();
        };
    Button button = Buttons.standard(Texts.text("people.invite"), Icon.ADD, invite);
    button.disableProperty().bind(login.textProperty().isEmpty());
    login.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER && !login.getText().isBlank()) {
            invite.run();
            event.consume();
          }
        });
    return line(login, button);
  }

  private static HBox line(javafx.scene.control.Control field, Button button) {
    HBox line = new HBox(field, button);
    line.getStyleClass().add("access-add");
    HBox.setHgrow(field, Priority.ALWAYS);
    return line;
  }

  /** Who has no access to all studies may still have it to some. */
  private String word(Level level) {
    String key = level == Level.NONE && !model.isOfStudy() ? "single" : level.wireName();
    return Texts.text("people.level." + key);
  }

  private final class LevelNames extends StringConverter<Level> {
    @Override
    public String toString(Level level) {
      return level == null ? "" : word(level);
    }

    @Override
    public Level fromString(String word) {
      throw new UnsupportedOperationException("nobody types a level");
    }
  }

  private static final class MemberNames extends StringConverter<Member> {
    @Override
    public String toString(Member member) {
      if (member == null) {
        return "";
      }
      return member.person().isEmpty() ? Texts.text("people.everybody") : member.name();
    }

    @Override
    public Member fromString(String name) {
      throw new UnsupportedOperationException("nobody types a member");
    }
  }
}
