using System.Globalization;

namespace ServicePolicy;

/// <summary>An amount of money in one currency.</summary>
/// <remarks>Equality is by value: 1.0 CNY equals 1.00 CNY, and zero yuan does not equal zero dollars.</remarks>
/// <param name="Amount">The amount, in units of the currency.</param>
/// <param name="Currency">The currency.</param>
public readonly record struct Money(decimal Amount, Currency Currency)
{
    /// <summary>How amounts are written in messages.</summary>
    internal const string Format = "0.00##";

    /// <summary>An amount of Chinese yuan.</summary>
    public static Money Cny(decimal amount) => new(amount, Currency.Cny);

    /// <summary>The amount times <paramref name="factor"/>.</summary>
    public static Money operator *(Money money, decimal factor) => money with { Amount = money.Amount * factor };

    /// <summary>The amount times <paramref name="factor"/>, rounded to the minor unit of its currency.</summary>
    /// <exception cref="OverflowException">The amount is beyond what can be counted.</exception>
    public Money Times(decimal factor, MoneyRounding rounding = MoneyRounding.HalfUp) => this with
    {
        Amount = decimal.Round(
            Amount * factor,
            Currency.MinorUnits,
            rounding switch
            {
                MoneyRounding.HalfEven => MidpointRounding.ToEven,
                MoneyRounding.Up => Amount * factor < 0 ? MidpointRounding.ToNegativeInfinity : MidpointRounding.ToPositiveInfinity,
                MoneyRounding.Down => MidpointRounding.ToZero,
                _ => MidpointRounding.AwayFromZero,
            }),
    };

    /// <summary>Whether the amount is more than another; unknown where the currencies differ, or there is no other.</summary>
    public YesNo IsMoreThan(Money? other) => other is { } amount && amount.Currency == Currency ? (Amount > amount.Amount).ToYesNo() : YesNo.Unknown;

    /// <summary>The sum of two amounts of one currency.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static Money operator +(Money left, Money right) => left.Currency == right.Currency
        ? left with { Amount = left.Amount + right.Amount }
        : throw new InvalidOperationException($"'{left}' and '{right}' cannot be added: convert one currency first.");

    /// <summary>The amount and the currency code, in the invariant culture.</summary>
    public override string ToString() => $"{Amount.ToString(Format, CultureInfo.InvariantCulture)} {Currency}";
}
