package dev.throughline.model.value;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is held under names, in the order of the names. Immutable and small; a copy is the same
 * object. Every name is a sound text, see {@link PlainText}.
 */
public final class NamedValues<V> extends AbstractMap<String, V> implements SortedMap<String, V> {
  private static final String[] NO_NAMES = {};
  private static final Object[] NO_VALUES = {};

  private final String[] names;
  private final Object[] values;

  private NamedValues(String[] names, Object[] values) {
    this.names = names;
    this.values = values;
  }

  /**
   * The same content, unchangeable.
   *
   * @throws IllegalArgumentException for a name that is no sound text
   */
  @SuppressWarnings("unchecked") // an immutable map of some Vs is one of Vs
  public static <V> NamedValues<V> copyOf(Map<String, ? extends V> map) {
    if (map instanceof NamedValues<?> same) {
      return (NamedValues<V>) same;
    }
    boolean isInOrder = map instanceof SortedMap<?, ?> sorted && sorted.comparator() == null;
    Builder<V> builder = new Builder<>();
    (isInOrder ? map : new TreeMap<String, V>(map)).forEach(builder::add);
    return builder.build();
  }

  /** Puts entries together one by one; quickest in the order of their names. */
  public static final class Builder<V> {
    private static final int ROOM = 8;

    private String[] names = NO_NAMES;
    private Object[] values = NO_VALUES;
    private int size;

    /** Takes over once a name comes out of order: nobody can make this slow by turning it round. */
    private @Nullable TreeMap<String, V> mixed;

    /**
     * Adds an entry.
     *
     * @return whether the name was not there yet; otherwise nothing was added
     * @throws IllegalArgumentException for a name that is no sound text
     */
    public boolean add(String name, V value) {
      PlainText.require(name);
      if (mixed == null && size > 0 && names[size - 1].compareTo(name) >= 0) {
        mixed = new TreeMap<>(build());
      }
      if (mixed != null) {
        return mixed.putIfAbsent(name, value) == null;
      }
      append(name, value);
      return true;
    }

    private void append(String name, V value) {
      if (size == names.length) {
        int room = size == 0 ? ROOM : 2 * size;
        names = Arrays.copyOf(names, room);
        values = Arrays.copyOf(values, room);
      }
      names[size] = name;
      values[size] = value;
      size++;
    }

    /** What was added so far. */
    public NamedValues<V> build() {
      return mixed == null
          ? new NamedValues<>(Arrays.copyOf(names, size), Arrays.copyOf(values, size))
          : copyOf(mixed);
    }
  }

  @SuppressWarnings("unchecked") // only Vs are put in
  private V value(int at) {
    return (V) values[at];
  }

  private int place(@Nullable Object name) {
    return name instanceof String text ? Arrays.binarySearch(names, text) : -1;
  }

  @Override
  public @Nullable V get(@Nullable Object name) {
    int at = place(name);
    return at < 0 ? null : value(at);
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return place(name) >= 0;
  }

  @Override
  public int size() {
    return names.length;
  }

  @Override
  public Set<Entry<String, V>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Entry<String, V>> iterator() {
        return new Entries();
      }

      @Override
      public int size() {
        return names.length;
      }
    };
  }

  private final class Entries implements Iterator<Entry<String, V>> {
    private int next;

    @Override
    public boolean hasNext() {
      return next < names.length;
    }

    @Override
    public Entry<String, V> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      Entry<String, V> entry = new SimpleImmutableEntry<>(names[next], value(next));
      next++;
      return entry;
    }
  }

  @Override
  public @Nullable Comparator<? super String> comparator() {
    return null;
  }

  @Override
  public SortedMap<String, V> subMap(String from, String to) {
    return copyOf(new TreeMap<String, V>(this).subMap(from, to));
  }

  @Override
  public SortedMap<String, V> headMap(String to) {
    return copyOf(new TreeMap<String, V>(this).headMap(to));
  }

  @Override
  public SortedMap<String, V> tailMap(String from) {
    return copyOf(new TreeMap<String, V>(this).tailMap(from));
  }

  @Override
  public String firstKey() {
    return name(0);
  }

  @Override
  public String lastKey() {
    return name(names.length - 1);
  }

  private String name(int at) {
    if (names.length == 0) {
      throw new NoSuchElementException();
    }
    return names[at];
  }
}
