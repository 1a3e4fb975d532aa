package dev.throughline.desktop.study;

import dev.throughline.desktop.comment.CommentsView;
import dev.throughline.desktop.guide.GuideView;
import dev.throughline.desktop.people.AccessView;
import dev.throughline.desktop.planning.PlanView;
import dev.throughline.desktop.ui.Buttons;
import dev.throughline.desktop.ui.EmptyPlace;
import dev.throughline.desktop.ui.Icon;
import dev.throughline.desktop.ui.InPlaceFieldView;
import dev.throughline.desktop.ui.LoadingBars;
import dev.throughline.desktop.ui.SectionHeader;
import dev.throughline.desktop.ui.Sheet;
import dev.throughline.desktop.ui.Texts;
import dev.throughline.model.study.Study;
import dev.throughline.model.topic.Topic;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.collections.ObservableList;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The page of one study. {@link StudyViewModel#close} the model when it is left for good. */
public final class StudyPage extends StackPane {
  private final StudyViewModel model;
  private final GuideView guide;
  private final CommentsView comments;
  private final Sheet sheet = new Sheet();
  private final InPlaceFieldView title;
  private final InPlaceFieldView question;
  private final Button makeTopics;
  private boolean isBuilt;

  public StudyPage(StudyViewModel model) {
    this.model = model;
    this.guide = new GuideView(model.guide());
    this.comments = new CommentsView(model.comments());
    getStyleClass().add("study-page");
    title =
        new InPlaceFieldView(
            Texts.text("study.title"), Texts.text("study.untitled"), model::rename);
    title.getStyleClass().add("title");
    question =
        new InPlaceFieldView(
            Texts.text("study.question"), Texts.text("study.question.prompt"), model::ask);
    makeTopics = Buttons.small(Buttons.standard(Texts.text("study.makeTopics"), model::makeTopics));
    sheet.content(Sheet.column(LoadingBars.afterPatience()));
    getChildren().add(sheet);
    model.studyProperty().subscribe(study -> study.ifPresent(this::show));
    model.goneProperty().subscribe(this::showGone);
    model.guide().topics().addListener((InvalidationListener) _ -> offerTopics());
  }

  /** Puts the caret where the next topic of the guide is typed. */
  public void typeNow() {
    guide.typeNow();
  }

  /** Puts the caret where something is said about the study. */
  public void comment() {
    sheet.reveal(comments.section());
    comments.typeNow();
  }

  private void show(Study study) {
    title.show(study.title());
    question.show(study.question());
    offerTopics();
    if (!isBuilt) {
      isBuilt = true;
      build();
    }
  }

  private void build() {
    sheet.setTop(head());
    VBox guideSection = new VBox(new SectionHeader(Texts.text("guide.title"), makeTopics), guide);
    VBox asked = new VBox(new SectionHeader(Texts.text("study.question")), question);
    StudyInterviewsView interviews = new StudyInterviewsView(model);
    StudySumView sum = new StudySumView(model);
    sheet.body(
        Texts.text("study.name"),
        new PlanView(model.planning()),
        asked,
        guideSection,
        interviews,
        comments.section(),
        new AccessView(model.access()));
    sheet.side(Texts.text("study.side"), sum.sections());
  }

  private Region head() {
    HBox actions =
        new HBox(more(), Buttons.primary(Texts.text("planning.open"), Icon.ADD, model::plan));
    actions.getStyleClass().add("actions");
    actions.setMinWidth(Region.USE_PREF_SIZE);
    BorderPane head = new BorderPane(title);
    head.getStyleClass().addAll("header", "study-head");
    head.setRight(actions);
    return head;
  }

  private Button more() {
    MenuItem list = new MenuItem(Texts.text("study.list"));
    list.setOnAction(_ -> model.exits().showInterviews().accept(model.id(), Optional.empty()));
    StudyExits.Offline offline = model.exits().offline();
    MenuItem make = new MenuItem(Texts.text("offline.make"));
    make.setOnAction(_ -> offline.make(model.id()));
    MenuItem letGo = new MenuItem(Texts.text("offline.letGo"));
    letGo.setOnAction(_ -> offline.letGo(model.id()));
    MenuItem trash = new MenuItem(Texts.text("study.trash"));
    trash.setOnAction(_ -> model.trash());
    ContextMenu menu = new ContextMenu(list, make, letGo, trash);
    menu.setOnShowing(
        _ -> {
          make.setDisable(!offline.isPossible(model.id()));
          letGo.setDisable(!offline.isWanted(model.id()));
        });
    Button more = Buttons.icon(Icon.MORE, Texts.text("session.more"), () -> {});
    more.setOnAction(_ -> menu.show(more, Side.BOTTOM, 0, 0));
    return more;
  }

  private void offerTopics() {
    ObservableList<Topic> topics = model.guide().topics();
    makeTopics.setVisible(topics.isEmpty() && model.canMakeTopics());
    makeTopics.setManaged(makeTopics.isVisible());
  }

  private void showGone(boolean isGone) {
    if (isGone) {
      isBuilt = false;
      sheet.setTop(null);
      sheet.setRight(null);
      sheet.content(
          new StackPane(
              new EmptyPlace(
                  Icon.DELETE, Texts.text("study.gone.title"), Texts.text("study.gone"))));
    } else if (model.studyProperty().get().isPresent()) {
      model.studyProperty().get().ifPresent(this::show);
    }
  }
}
