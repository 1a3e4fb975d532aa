package dev.throughline.desktop.library;

import dev.throughline.desktop.interview.Gap;
import dev.throughline.desktop.library.StudyChoice.AllStudies;
import dev.throughline.desktop.library.StudyChoice.OneStudy;
import dev.throughline.desktop.library.StudyChoice.WithoutStudy;
import dev.throughline.model.interview.InterviewStatus;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.value.Value;
import dev.throughline.model.wire.Encoding;
import dev.throughline.model.wire.MalformedMessage;
import dev.throughline.model.wire.WireFormat;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Filters as they are kept. What a newer version wrote and this one does not know is left out. */
final class FilterCodec {
  private FilterCodec() {}

  static byte[] bytes(Filter filter) {
    TreeMap<String, Value> members = new TreeMap<>();
    members.put("typed", Value.text(filter.typed()));
    members.put(
        "study",
        Value.text(
            switch (filter.study()) {
              case AllStudies() -> "all";
              case WithoutStudy() -> "none";
              case OneStudy(var id) -> id.toString();
            }));
    members.put("gaps", names(filter.gaps()));
    members.put("people", new Value.Items(filter.people().stream().map(Value::text).toList()));
    members.put("statuses", names(filter.statuses()));
    members.put("sent", names(filter.sent()));
    members.put("sound", names(filter.sound()));
    switch (filter.dates()) {
      case DateChoice.Any() -> {}
      case DateChoice.Upcoming() -> members.put("dates", Value.text("upcoming"));
      case DateChoice.None() -> members.put("dates", Value.text("none"));
      case DateChoice.Last(int days) -> members.put("lastDays", Value.whole(days));
      case DateChoice.Between(var from, var to) -> {
        members.put("dates", Value.text("between"));
        from.ifPresent(day -> members.put("from", Value.text(day.toString())));
        to.ifPresent(day -> members.put("to", Value.text(day.toString())));
      }
    }
    return WireFormat.VALUE.encode(new Value.Entries(members), Encoding.CBOR);
  }

  private static Value names(Collection<? extends Enum<?>> chosen) {
    return new Value.Items(chosen.stream().map(Enum::name).sorted().map(Value::text).toList());
  }

  static Optional<Filter> filter(byte[] bytes) {
    try {
      return WireFormat.VALUE.decode(bytes, Encoding.CBOR) instanceof Value.Entries(var members)
          ? Optional.of(filter(new FieldMap(members)))
          : Optional.empty();
    } catch (MalformedMessage _) {
      return Optional.empty();
    }
  }

  private static Filter filter(FieldMap members) {
    StudyChoice study =
        switch (members.text("study")) {
          case "none" -> new WithoutStudy();
          case "all" -> new AllStudies();
          default ->
              members.reference("study").<StudyChoice>map(OneStudy::new).orElse(new AllStudies());
        };
    return new Filter(
        members.text("typed"),
        study,
        chosen(members, "gaps", Gap.class),
        texts(members, "people"),
        dates(members),
        chosen(members, "statuses", InterviewStatus.class),
        chosen(members, "sent", Sent.class),
        chosen(members, "sound", SoundChoice.class));
  }

  private static DateChoice dates(FieldMap members) {
    Optional<Long> last = members.whole("lastDays").filter(days -> days > 0 && days < 100_000);
    if (last.isPresent()) {
      return new DateChoice.Last(last.get().intValue());
    }
    return switch (members.text("dates")) {
      case "upcoming" -> new DateChoice.Upcoming();
      case "none" -> new DateChoice.None();
      case "between" -> new DateChoice.Between(members.day("from"), members.day("to"));
      default -> new DateChoice.Any();
    };
  }

  private static Set<String> texts(FieldMap members, String name) {
    Set<String> texts = new HashSet<>();
    if (members.values().get(name) instanceof Value.Items(var items)) {
      for (Value item : items) {
        if (item instanceof Value.Text(String text)) {
          texts.add(text);
        }
      }
    }
    return texts;
  }

  private static <E extends Enum<E>> Set<E> chosen(FieldMap members, String name, Class<E> type) {
    Set<String> names = texts(members, name);
    Set<E> chosen = new HashSet<>();
    for (E one : type.getEnumConstants()) {
      if (names.contains(one.name())) {
        chosen.add(one);
      }
    }
    return chosen;
  }
}
