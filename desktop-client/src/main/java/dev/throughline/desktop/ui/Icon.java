package dev.throughline.desktop.ui;

import javafx.scene.AccessibleRole;
import javafx.scene.text.Text;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.remixicon.RemixiconAL;
import org.kordamp.ikonli.remixicon.RemixiconMZ;

/**
 * Things and their pictures: the same thing has the same icon everywhere. {@link #line()} at rest,
 * {@link #fill()} for the current rail place and for states. Size and colour come from the sheets.
 */
public enum Icon {
  HOME(RemixiconAL.HOME_5_LINE, RemixiconAL.HOME_5_FILL),
  LIBRARY(RemixiconAL.FOLDER_MUSIC_LINE, RemixiconAL.FOLDER_MUSIC_FILL),
  INBOX(RemixiconAL.INBOX_LINE, RemixiconAL.INBOX_FILL),
  SYNC(RemixiconMZ.REFRESH_LINE, RemixiconMZ.REFRESH_FILL),
  SETTINGS(RemixiconMZ.SETTINGS_3_LINE, RemixiconMZ.SETTINGS_3_FILL),
  SESSION(RemixiconMZ.MIC_LINE, RemixiconMZ.MIC_FILL),
  RECORDING(RemixiconMZ.VOICEPRINT_LINE, RemixiconMZ.VOICEPRINT_FILL),
  NOTES(RemixiconMZ.STICKY_NOTE_LINE, RemixiconMZ.STICKY_NOTE_FILL),
  TRANSCRIPT(RemixiconAL.FILE_TEXT_LINE, RemixiconAL.FILE_TEXT_FILL),
  QUOTE(RemixiconAL.DOUBLE_QUOTES_L, RemixiconAL.DOUBLE_QUOTES_R),
  CODE(RemixiconMZ.PRICE_TAG_3_LINE, RemixiconMZ.PRICE_TAG_3_FILL),
  INSIGHT(RemixiconAL.CHAT_QUOTE_LINE, RemixiconAL.CHAT_QUOTE_FILL),
  IDEA(RemixiconAL.LIGHTBULB_LINE, RemixiconAL.LIGHTBULB_FILL),
  EXPERIMENT(RemixiconAL.FLASK_LINE, RemixiconAL.FLASK_FILL),
  HANDOFF(RemixiconMZ.TASK_LINE, RemixiconMZ.TASK_FILL),
  SIGN(RemixiconMZ.QUILL_PEN_LINE, RemixiconMZ.QUILL_PEN_FILL),
  MERGE(RemixiconAL.GIT_MERGE_LINE, RemixiconAL.GIT_MERGE_FILL),
  CONSENT(RemixiconMZ.SHIELD_USER_LINE, RemixiconMZ.SHIELD_USER_FILL),
  TRACE(RemixiconMZ.NODE_TREE, RemixiconMZ.NODE_TREE),
  STALE(RemixiconAL.HISTORY_LINE, RemixiconAL.HISTORY_FILL),
  COMMENTS(RemixiconAL.CHAT_3_LINE, RemixiconAL.CHAT_3_FILL),
  STUDY(RemixiconAL.FOLDER_LINE, RemixiconAL.FOLDER_FILL),
  PARTICIPANT(RemixiconMZ.USER_LINE, RemixiconMZ.USER_FILL),
  TEAM(RemixiconMZ.TEAM_LINE, RemixiconMZ.TEAM_FILL),
  PEOPLE(RemixiconMZ.TEAM_LINE, RemixiconMZ.TEAM_FILL),
  PERSON(RemixiconMZ.USER_3_LINE, RemixiconMZ.USER_3_FILL),
  SAMPLE(RemixiconMZ.PLAY_CIRCLE_LINE, RemixiconMZ.PLAY_CIRCLE_FILL),
  COMPUTER(RemixiconAL.COMPUTER_LINE, RemixiconAL.COMPUTER_FILL),
  DISK(RemixiconAL.HARD_DRIVE_2_LINE, RemixiconAL.HARD_DRIVE_2_FILL),
  KEY(RemixiconAL.KEY_2_LINE, RemixiconAL.KEY_2_FILL),
  CALENDAR(RemixiconAL.CALENDAR_LINE, RemixiconAL.CALENDAR_FILL),
  FIELD_VISIT(RemixiconMZ.MAP_PIN_LINE, RemixiconMZ.MAP_PIN_FILL),
  WAITING(RemixiconMZ.UPLOAD_CLOUD_2_LINE, RemixiconMZ.UPLOAD_CLOUD_2_FILL),
  OFFLINE(RemixiconAL.CLOUD_OFF_LINE, RemixiconAL.CLOUD_OFF_FILL),
  SIGN_OUT(RemixiconAL.LOGOUT_BOX_R_LINE, RemixiconAL.LOGOUT_BOX_R_FILL),
  WORKSPACE(RemixiconAL.BUILDING_LINE, RemixiconAL.BUILDING_FILL),
  LOCK(RemixiconAL.LOCK_LINE, RemixiconAL.LOCK_FILL),
  UNLOCK(RemixiconAL.LOCK_UNLOCK_LINE, RemixiconAL.LOCK_UNLOCK_FILL),
  VERIFIED(RemixiconMZ.SHIELD_CHECK_LINE, RemixiconMZ.SHIELD_CHECK_FILL),
  CHECK(RemixiconAL.CHECK_LINE, RemixiconAL.CHECKBOX_CIRCLE_FILL),
  NEEDS_YOU(RemixiconAL.ERROR_WARNING_LINE, RemixiconAL.ERROR_WARNING_FILL),
  NOT_STARTED(RemixiconAL.CHECKBOX_BLANK_CIRCLE_LINE, RemixiconAL.CHECKBOX_BLANK_CIRCLE_FILL),
  BLOCKED(RemixiconAL.FORBID_LINE, RemixiconAL.FORBID_FILL),
  ASKED(RemixiconMZ.QUESTION_LINE, RemixiconMZ.QUESTION_FILL),
  NOTICES(RemixiconMZ.NOTIFICATION_3_LINE, RemixiconMZ.NOTIFICATION_3_FILL),
  WARNING(RemixiconAL.ALERT_LINE, RemixiconAL.ALERT_FILL),
  IMPORT(RemixiconAL.DOWNLOAD_2_LINE, RemixiconAL.DOWNLOAD_2_FILL),
  EXPORT(RemixiconMZ.UPLOAD_2_LINE, RemixiconMZ.UPLOAD_2_FILL),
  ADD(RemixiconAL.ADD_LINE, RemixiconAL.ADD_FILL),
  CLOSE(RemixiconAL.CLOSE_LINE, RemixiconAL.CLOSE_FILL),
  MENU(RemixiconMZ.MENU_LINE, RemixiconMZ.MENU_FILL),
  PALETTE(RemixiconMZ.TERMINAL_BOX_LINE, RemixiconMZ.TERMINAL_BOX_FILL),
  KEYBOARD(RemixiconAL.KEYBOARD_LINE, RemixiconAL.KEYBOARD_FILL),
  TEXT_SIZE(RemixiconAL.FONT_SIZE_2, RemixiconAL.FONT_SIZE_2),
  PANES(RemixiconAL.LAYOUT_COLUMN_LINE, RemixiconAL.LAYOUT_COLUMN_FILL),
  MORE(RemixiconMZ.MORE_LINE, RemixiconMZ.MORE_FILL),
  DELETE(RemixiconAL.DELETE_BIN_LINE, RemixiconAL.DELETE_BIN_FILL),
  EDIT(RemixiconAL.EDIT_LINE, RemixiconAL.EDIT_FILL),
  COPY(RemixiconAL.FILE_COPY_LINE, RemixiconAL.FILE_COPY_FILL),
  ZOOM_IN(RemixiconMZ.ZOOM_IN_LINE, RemixiconMZ.ZOOM_IN_FILL),
  ZOOM_OUT(RemixiconMZ.ZOOM_OUT_LINE, RemixiconMZ.ZOOM_OUT_FILL),
  SEARCH(RemixiconMZ.SEARCH_LINE, RemixiconMZ.SEARCH_FILL),
  FILTER(RemixiconAL.FILTER_3_LINE, RemixiconAL.FILTER_3_FILL),
  PAUSE(RemixiconMZ.PAUSE_LINE, RemixiconMZ.PAUSE_FILL),
  PLAY(RemixiconMZ.PLAY_LINE, RemixiconMZ.PLAY_FILL),
  STOP(RemixiconMZ.STOP_LINE, RemixiconMZ.STOP_FILL),
  RECORD(RemixiconMZ.RECORD_CIRCLE_LINE, RemixiconMZ.RECORD_CIRCLE_FILL),
  REWIND(RemixiconMZ.REWIND_LINE, RemixiconMZ.REWIND_FILL),
  SPEED(RemixiconMZ.SPEED_LINE, RemixiconMZ.SPEED_FILL),
  REPEAT(RemixiconMZ.REPEAT_LINE, RemixiconMZ.REPEAT_FILL),
  BOOKMARK(RemixiconAL.BOOKMARK_LINE, RemixiconAL.BOOKMARK_FILL),
  DRAG(RemixiconMZ.MENU_LINE, RemixiconMZ.MENU_FILL),
  GUIDE(RemixiconMZ.SURVEY_LINE, RemixiconMZ.SURVEY_FILL),
  UNDO(RemixiconAL.ARROW_GO_BACK_LINE, RemixiconAL.ARROW_GO_BACK_FILL),
  REDO(RemixiconAL.ARROW_GO_FORWARD_LINE, RemixiconAL.ARROW_GO_FORWARD_FILL),
  BACK(RemixiconAL.ARROW_LEFT_LINE, RemixiconAL.ARROW_LEFT_FILL),
  FORWARD(RemixiconAL.ARROW_RIGHT_LINE, RemixiconAL.ARROW_RIGHT_FILL),
  UP(RemixiconAL.ARROW_UP_S_LINE, RemixiconAL.ARROW_UP_S_FILL),
  DOWN(RemixiconAL.ARROW_DOWN_S_LINE, RemixiconAL.ARROW_DOWN_S_FILL),
  OPEN(RemixiconAL.ARROW_RIGHT_S_LINE, RemixiconAL.ARROW_RIGHT_S_FILL),
  LIGHT(RemixiconMZ.SUN_LINE, RemixiconMZ.SUN_FILL),
  DARK(RemixiconMZ.MOON_LINE, RemixiconMZ.MOON_FILL);

  static final String STYLE_CLASS = "tl-icon";

  private final Ikon line;
  private final Ikon fill;

  Icon(Ikon line, Ikon fill) {
    this.line = line;
    this.fill = fill;
  }

  public Text line() {
    return node(line);
  }

  public Text fill() {
    return node(fill);
  }

  /**
   * A plain text of the icon font, because its size in em must follow the text around it. Hidden
   * from screen readers: a word or an accessible name always stands beside it.
   */
  private static Text node(Ikon ikon) {
    var icon = new Text(Character.toString(ikon.getCode()));
    icon.getStyleClass().add(STYLE_CLASS);
    icon.setAccessibleRole(AccessibleRole.NODE);
    icon.setAccessibleText("");
    return icon;
  }
}
