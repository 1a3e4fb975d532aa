package dev.throughline.model.handoff;

import dev.throughline.model.value.Money;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a handoff costs in its first year. */
public sealed interface CostSum {
  /** Nobody wrote a cost down, or not how much. */
  record Unknown() implements CostSum {}

  /** There is no sum of amounts in different currencies. */
  record Mixed(Set<String> currencies) implements CostSum {}

  /** More than an amount can hold. */
  record TooMuch() implements CostSum {}

  /** What is paid once, twelve months of what is paid monthly, and what is paid a year. */
  record Of(Money firstYear) implements CostSum {}

  int MONTHS = 12;

  /** The sum of these lines; unknown as soon as one of them has no amount. */
  static CostSum of(List<Cost> costs) {
    if (costs.isEmpty() || costs.stream().anyMatch(one -> one.amount().isEmpty())) {
      return new Unknown();
    }
    Set<String> currencies =
        costs.stream()
            .flatMap(one -> one.amount().stream())
            .map(Money::currency)
            .collect(Collectors.toCollection(TreeSet::new));
    if (currencies.size() > 1) {
      return new Mixed(currencies);
    }
    BigInteger sum =
        costs.stream().map(CostSum::firstYear).reduce(BigInteger.ZERO, BigInteger::add);
    return sum.abs().compareTo(BigInteger.valueOf(Money.MINOR_MAX)) > 0
        ? new TooMuch()
        : new Of(new Money(sum.longValueExact(), currencies.iterator().next()));
  }

  private static BigInteger firstYear(Cost cost) {
    BigInteger minor = BigInteger.valueOf(cost.amount().map(Money::minor).orElse(0L));
    return cost.every() == Every.MONTH ? minor.multiply(BigInteger.valueOf(MONTHS)) : minor;
  }

  /** The amount, where there is one. */
  default Optional<Money> amount() {
    return this instanceof Of(Money firstYear) ? Optional.of(firstYear) : Optional.empty();
  }
}
