package dev.throughline.desktop.rules;

import dev.throughline.desktop.approval.RuleWords;
import dev.throughline.desktop.ui.Labels;
import dev.throughline.desktop.ui.SegmentedTabs;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.access.Access;
import dev.throughline.model.access.Role;
import dev.throughline.model.approval.Policy;
import dev.throughline.model.approval.Vote;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** How many people of a group sign, and with which roles. */
final class GroupView extends VBox {
  private static final int SEATS_MAX = 5;

  private final Policy.Group group;
  private final SegmentedTabs seats;
  private final Map<String, CheckBox> roles = new LinkedHashMap<>();

  /**
   * @param changed called when something else is chosen
   */
  GroupView(Policy.Group group, Runnable changed) {
    this.group = group;
    String name = RuleWords.group(group.name());
    seats =
        new SegmentedTabs(
            Texts.text("rule.seats", name),
            IntStream.rangeClosed(1, Math.max(SEATS_MAX, group.count()))
                .mapToObj(
                    count ->
                        new SegmentedTabs.Tab(
                            Integer.toString(count), Texts.count("rule.people", count), null))
                .toList());
    seats.select(Integer.toString(group.count()));
    seats.selectedProperty().subscribe((_, _) -> changed.run());
    FlowPane choices = new FlowPane();
    choices.getStyleClass().add("roles");
    for (Role role : Role.values()) {
      if (!group.roles().contains(role.wireName()) && !canSign(role)) {
        continue;
      }
      CheckBox box = new CheckBox(words(role));
      box.setAccessibleText(Texts.text("rule.role", name, role.words()));
      box.setMinWidth(Region.USE_PREF_SIZE);
      box.setSelected(group.roles().contains(role.wireName()));
      box.selectedProperty().subscribe((_, _) -> changed.run());
      roles.put(role.wireName(), box);
      choices.getChildren().add(box);
    }
    HBox head = new HBox(Labels.h3(name), seats);
    head.getStyleClass().add("group-head");
    getStyleClass().add("rule-group");
    getChildren().addAll(head, choices);
  }

  /** A seat for a role that signs nothing would stay empty for ever. */
  private static boolean canSign(Role role) {
    return Access.of(Set.of(role)).write(Vote.KIND.name()) instanceof Access.Decision.Allowed;
  }

  private static String words(Role role) {
    return role.words().substring(0, 1).toUpperCase(Locale.ENGLISH) + role.words().substring(1);
  }

  /** What is chosen; a group without roles is none that can be read. */
  Policy.Group chosen() {
    Set<String> chosen = new LinkedHashSet<>();
    roles.forEach(
        (name, box) -> {
          if (box.isSelected()) {
            chosen.add(name);
          }
        });
    return new Policy.Group(group.name(), Integer.parseInt(seats.selectedProperty().get()), chosen);
  }
}
