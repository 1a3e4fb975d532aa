package dev.throughline.model.access;

import java.util.Map;
import java.util.Set;

/**
 * What each role may do with the records of one kind. A role that is not named may do nothing.
 *
 * @param words the records as people read them within a sentence
 * @param only fields to which a role's writing is limited; a role that is not named writes all
 * @param owners what owners of the study have to do with it
 */
public record AccessRow(
    String kind,
    String words,
    Map<Role, Right> rights,
    Map<Role, Set<String>> only,
    Owners owners) {
  /** What being an owner of the study a record belongs to has to do with it. */
  public enum Owners {
    /** Nothing more than what roles and grants give. */
    AS_OTHERS,
    /** Owners write these records whatever their role, if it reads them. */
    WRITE,
    /** Only owners see these records. */
    ALONE
  }

  public AccessRow {
    rights = Map.copyOf(rights);
    only = Map.copyOf(only);
  }

  /** What the role may do; what it may write may still be limited to some fields. */
  public Right right(Role role) {
    return rights.getOrDefault(role, Right.NONE);
  }

  /** Whether the role may write every one of these fields. */
  boolean isWriter(Role role, Set<String> fields) {
    return right(role) == Right.WRITE
        && (!only.containsKey(role) || only.get(role).containsAll(fields));
  }

  /** Whether the role may write every field there is. */
  boolean isWriterOfAll(Role role) {
    return right(role) == Right.WRITE && !only.containsKey(role);
  }
}
