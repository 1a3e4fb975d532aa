package dev.throughline.model.kind;

import java.util.List;

/**
 * A kind with one field of each merge policy, so that tests and trials meet all of them. Known only
 * where it is named as a {@link KindSource} service, which no product module does.
 */
public final class EveryPolicy implements KindSource {
  public static final Kind KIND =
      new Kind(
          "every-policy",
          Family.PRODUCT,
          "parent",
          "place",
          List.of(
              Field.reference("parent", "every-policy"),
              Field.latest("title", new FieldType.TextOf(200), PersonalClass.NEVER),
              Field.longText("text", Kind.LONG_TEXT_MAX, PersonalClass.NEVER),
              Field.set("tags", 50, 60, PersonalClass.NEVER),
              Field.order("place", 320),
              Field.counter("votes", -1_000_000, 1_000_000),
              Field.stricter("share", List.of("no", "asked", "yes")),
              Field.earlier("until"),
              Field.command("verdict", new FieldType.Choice(List.of("open", "go", "no-go"))),
              Field.scope("scope", new FieldType.TextOf(60))));

  @Override
  public List<Kind> kinds() {
    return List.of(KIND);
  }
}
