using System.Globalization;
using NodaTime;
using NodaTime.Text;
using ServicePolicy.Serialization;
using ServicePolicy.Time;
using ServicePolicy.Time.Calendars;

namespace ServicePolicy.Catalogue;

/// <summary>Goes through the figures of a family, one by one: to list them, to check them, or to read them from configuration.</summary>
/// <remarks>One walk serves all three, so a figure cannot be listed and not read, or read and not checked.</remarks>
internal abstract class FigureVisitor
{
    private const string ShareUnit = "share from 0 to 1, such as 0.95";
    private const string AmountUnit = "amount and currency, such as 50 CNY";
    private const string TextUnit = "text";

    /// <summary>The family being walked through, such as <c>Complaints</c>.</summary>
    public string Family { get; set; } = string.Empty;

    /// <summary>A limit in elapsed time.</summary>
    public TimeLimit Limit(string standard, string name, TimeLimit value, FigureMark mark = FigureMark.Given) =>
        Visit(standard, name, value, "ISO 8601 duration, such as PT8H", mark, ParseLimit) ?? value;

    /// <summary>A limit whose figure may be unset.</summary>
    public TimeLimit? OptionalLimit(string standard, string name, TimeLimit? value) =>
        Visit(standard, name, value, "ISO 8601 duration, such as PT8H", FigureMark.Unset, ParseLimit);

    /// <summary>A limit on a calendar.</summary>
    public WorkingLimit WorkingLimit(string standard, string name, WorkingLimit value, FigureMark mark = FigureMark.Given) =>
        Visit(standard, name, value, "limit on a calendar, such as PT8H of working time, 5 working days, or 120 calendar days", mark, ParseWorkingLimit) ?? value;

    /// <summary>A factor by which an amount is multiplied.</summary>
    public decimal Factor(string standard, string name, decimal value, decimal least, decimal most, FigureMark mark = FigureMark.Given)
    {
        Check(standard, name, value, least, most);
        return Visit(standard, name, (decimal?)value, string.Create(CultureInfo.InvariantCulture, $"a number from {least} to {most}"), mark, text => ParseNumber(text, least, most)) ?? value;
    }

    /// <summary>A number of things, whole.</summary>
    public int Count(string standard, string name, int value, int least, int most, FigureMark mark = FigureMark.Given, string unit = "whole number")
    {
        Check(standard, name, value, least, most);
        return Visit(standard, name, (int?)value, unit, mark, text => ParseCount(text, least, most)) ?? value;
    }

    /// <summary>A number of things, whole, that may be unset.</summary>
    public int? OptionalCount(string standard, string name, int? value, int least, int most)
    {
        Check(standard, name, value ?? least, least, most);
        return Visit(standard, name, value, "whole number", FigureMark.Unset, text => ParseCount(text, least, most));
    }

    /// <summary>One of several named choices.</summary>
    public TChoice Choice<TChoice>(string standard, string name, TChoice value, FigureMark mark = FigureMark.Given)
        where TChoice : struct, Enum => Visit(standard, name, (TChoice?)value, OneOf(Enum.GetNames<TChoice>()), mark, ParseChoice<TChoice>) ?? value;

    /// <summary>One of several named choices that may be unset; only some of them, where they are given.</summary>
    public TChoice? OptionalChoice<TChoice>(string standard, string name, TChoice? value, params TChoice[] among)
        where TChoice : struct, Enum
    {
        TChoice[] choices = among.Length == 0 ? Enum.GetValues<TChoice>() : among;
        if (value is { } given && !choices.Contains(given))
        {
            Mistake(standard, name, $"'{given}' is not {OneOf(choices)}. Give one of these.");
        }

        return Visit(standard, name, value, OneOf(choices), FigureMark.Unset, text => ParseChoice<TChoice>(text) is { } choice && choices.Contains(choice) ? choice : null);
    }

    /// <summary>A number that need not be whole, such as an average.</summary>
    public decimal Number(string standard, string name, decimal value, decimal least, decimal most, FigureMark mark = FigureMark.Given, string unit = "number")
    {
        Check(standard, name, value, least, most);
        return Visit(standard, name, (decimal?)value, unit, mark, text => ParseNumber(text, least, most)) ?? value;
    }

    /// <summary>A share of a whole, from 0 to 1.</summary>
    public decimal Share(string standard, string name, decimal value, FigureMark mark = FigureMark.Given)
    {
        Check(standard, name, value, 0, 1);
        return Visit(standard, name, (decimal?)value, ShareUnit, mark, text => ParseNumber(text, 0, 1)) ?? value;
    }

    /// <summary>A share whose figure may be unset.</summary>
    public decimal? OptionalShare(string standard, string name, decimal? value)
    {
        Check(standard, name, value ?? 0, 0, 1);
        return Visit(standard, name, value, ShareUnit, FigureMark.Unset, text => ParseNumber(text, 0, 1));
    }

    /// <summary>An amount of money.</summary>
    public Money Amount(string standard, string name, Money value, FigureMark mark = FigureMark.Given)
    {
        Check(standard, name, value);
        return Visit(standard, name, (Money?)value, AmountUnit, mark, ParseAmount) ?? value;
    }

    /// <summary>An amount of money that may be unset.</summary>
    public Money? OptionalAmount(string standard, string name, Money? value)
    {
        Check(standard, name, value ?? Money.Cny(0));
        return Visit(standard, name, value, AmountUnit, FigureMark.Unset, ParseAmount);
    }

    /// <summary>A time of day.</summary>
    public LocalTime TimeOfDay(string standard, string name, LocalTime value, FigureMark mark = FigureMark.Given) =>
        Visit(standard, name, (LocalTime?)value, "time of day, such as 22:00", mark, ParseTime) ?? value;

    /// <summary>Text, such as a number to call or a keyword.</summary>
    public string Text(string standard, string name, string value, FigureMark mark = FigureMark.Given)
    {
        Check(standard, name, value);
        return Visit(standard, name, value, TextUnit, mark, ParseText) ?? value;
    }

    /// <summary>Text that may be unset.</summary>
    public string? OptionalText(string standard, string name, string? value)
    {
        Check(standard, name, value);
        return Visit(standard, name, value, TextUnit, FigureMark.Unset, ParseText);
    }

    /// <summary>A day that may be unset.</summary>
    public LocalDate? OptionalDate(string standard, string name, LocalDate? value) =>
        Visit(standard, name, value, "day, such as 2026-01-05", FigureMark.Unset, text => LocalDatePattern.Iso.Parse(text).TryGetValue(default, out LocalDate date) ? (LocalDate?)date : null);

    /// <summary>What is written as text of its own.</summary>
    public T Text<T>(string standard, string name, T value, string unit, Func<string, T?> parse, FigureMark mark)
        where T : class => Visit(standard, name, value, unit, mark, parse) ?? value;

    /// <summary>What is written as text of its own, and may be unset.</summary>
    public T? OptionalText<T>(string standard, string name, T? value, string unit, Func<string, T?> parse)
        where T : class => Visit(standard, name, value, unit, FigureMark.Unset, parse);

    protected abstract T? Visit<T>(string standard, string name, T? value, string unit, FigureMark mark, Func<string, T?> parse);

    protected abstract void Mistake(string standard, string name, string message);

    private static TimeLimit? ParseLimit(string text) => TimeLimit.TryParse(text, out TimeLimit? limit) ? limit : null;

    private static WorkingLimit? ParseWorkingLimit(string text) => Time.Calendars.WorkingLimit.TryParse(text, out WorkingLimit? limit) ? limit : null;

    private static decimal? ParseNumber(string text, decimal least, decimal most) =>
        DecimalText.TryParse(text, out decimal number) && number >= least && number <= most ? number : null;

    private static int? ParseCount(string text, int least, int most) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int count) && count >= least && count <= most ? count : null;

    private static TChoice? ParseChoice<TChoice>(string text)
        where TChoice : struct, Enum => Enum.TryParse(text, ignoreCase: true, out TChoice choice) && Enum.IsDefined(choice) && !char.IsAsciiDigit(text[0]) ? choice : null;

    private static string OneOf<TChoice>(IEnumerable<TChoice> choices) => $"one of {string.Join(", ", choices)}";

    private static Money? ParseAmount(string text) =>
        text.Split(' ') is [var amount, var code] && Currency.TryParse(code, out Currency currency) && ParseNumber(amount, 0, decimal.MaxValue) is { } number
            ? new Money(number, currency)
            : null;

    private static LocalTime? ParseTime(string text) => TimeOfDayText.TryParse(text, out LocalTime time) ? time : null;

    private static string? ParseText(string text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private void Check(string standard, string name, string? value)
    {
        if (value is not null && string.IsNullOrWhiteSpace(value))
        {
            Mistake(standard, name, $"'{value}' is blank. Give a text, or switch the standard off.");
        }
    }

    private void Check(string standard, string name, Money value)
    {
        if (value.Amount < 0 || value.Currency == default)
        {
            Mistake(standard, name, $"'{value}' is negative or has no currency. Give zero or more, in a currency.");
        }
    }

    private void Check(string standard, string name, decimal value, decimal least, decimal most)
    {
        if (value < least || value > most)
        {
            Mistake(standard, name, string.Create(CultureInfo.InvariantCulture, $"'{value}' is not between {least} and {most}. Give a figure in that range."));
        }
    }
}
