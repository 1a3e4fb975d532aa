package dev.throughline.desktop.app;

import dev.throughline.desktop.account.SealedFile;
import dev.throughline.desktop.library.SavedFilters;
import dev.throughline.model.kind.FieldMap;
import dev.throughline.model.value.Value;
import dev.throughline.model.wire.Encoding;
import dev.throughline.model.wire.MalformedMessage;
import dev.throughline.model.wire.WireFormat;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;

/** The filters a person keeps, sealed, because they may hold names. */
final class FilterFile implements SavedFilters {
  private final SealedFile file;

  FilterFile(SealedFile file) {
    this.file = file;
  }

  @Override
  public List<Named> read() {
    return file.read().map(FilterFile::named).orElseGet(List::of);
  }

  private static List<Named> named(byte[] bytes) {
    List<Named> filters = new ArrayList<>();
    try {
      if (WireFormat.VALUE.decode(bytes, Encoding.CBOR) instanceof Value.Items(var items)) {
        for (Value item : items.subList(0, Math.min(items.size(), COUNT_MAX))) {
          if (item instanceof Value.Entries(var members)) {
            FieldMap fields = new FieldMap(members);
            byte[] filter = Base64.getDecoder().decode(fields.text("filter"));
            filters.add(new Named(fields.text("name"), filter));
          }
        }
      }
    } catch (MalformedMessage | IllegalArgumentException _) {
      return List.of();
    }
    return filters;
  }

  @Override
  public void write(List<Named> filters) {
    List<Value> items = new ArrayList<>();
    for (Named one : filters) {
      TreeMap<String, Value> members = new TreeMap<>();
      members.put("name", Value.text(one.name()));
      members.put("filter", Value.text(Base64.getEncoder().encodeToString(one.filter())));
      items.add(new Value.Entries(members));
    }
    file.write(WireFormat.VALUE.encode(new Value.Items(items), Encoding.CBOR));
  }
}
