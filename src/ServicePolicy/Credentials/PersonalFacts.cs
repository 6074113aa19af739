using System.Globalization;
using NodaTime;

namespace ServicePolicy.Credentials;

/// <summary>Whether a password has personal facts in it, in the usual orders and spellings.</summary>
/// <remarks>Everything is compared folded (<see cref="PasswordText.Fold"/>): accents, case, width and what stands between letters and digits do not hide a fact.</remarks>
internal static class PersonalFacts
{
    /// <summary>Shorter words, such as a surname of two letters, would refuse too much; two Chinese characters are a name.</summary>
    private const int ShortestWord = 3;
    private const int ShortestChineseWord = 2;

    private static readonly string[] Months = DateTimeFormatInfo.InvariantInfo.MonthNames;
    private static readonly string[] ShortMonths = DateTimeFormatInfo.InvariantInfo.AbbreviatedMonthNames;

    public static bool HasLogin(string folded, AccountHolder holder) => LoginWords(holder).Any(word => Has(folded, word));

    public static bool HasLoginReversed(string folded, AccountHolder holder) => LoginWords(holder).Any(word => Has(folded, PasswordText.Reverse(word)));

    public static bool HasName(string folded, AccountHolder holder) => holder.Names.SelectMany(NameWords).Any(word => Has(folded, word));

    public static bool HasWordInSight(string folded, AccountHolder holder) => holder.InSight.Select(PasswordText.Fold).Any(word => Has(folded, word));

    public static bool HasBirthday(string folded, AccountHolder holder)
    {
        string plain = string.Concat(folded.Where(letter => !"年月日年월일".Contains(letter, StringComparison.Ordinal)));
        return Birthdays(holder.Birthday.WithCalendar(CalendarSystem.Iso)).Any(day => plain.Contains(day, StringComparison.Ordinal));
    }

    /// <summary>A day in the orders in which people write it: with the year whole, of two digits or left out, months in digits or in words.</summary>
    private static IEnumerable<string> Birthdays(LocalDate day)
    {
        string year = Digits(day.Year, 4), shortYear = Digits(day.Year % 100, 2);
        string month = Digits(day.Month, 2), of = Digits(day.Day, 2);
        yield return month + of;
        yield return of + month;
        string shortMonth = Digits(day.Month, 1), shortOf = Digits(day.Day, 1);
        foreach (string anyYear in new[] { year, shortYear })
        {
            yield return anyYear + shortMonth + shortOf;
            yield return shortOf + shortMonth + anyYear;
            yield return shortMonth + shortOf + anyYear;
            yield return anyYear + shortOf + shortMonth;
        }

        foreach (string name in new[] { Months[day.Month - 1], ShortMonths[day.Month - 1] })
        {
            foreach (string number in new[] { of, shortOf })
            {
                yield return number + PasswordText.Fold(name);
                yield return PasswordText.Fold(name) + number;
            }
        }
    }

    private static string Digits(int number, int least) => number.ToString(CultureInfo.InvariantCulture).PadLeft(least, '0');

    private static IEnumerable<string> LoginWords(AccountHolder holder)
    {
        yield return PasswordText.Fold(holder.Login);
        if (holder.Login.IndexOf('@', StringComparison.Ordinal) is > 0 and int at)
        {
            yield return PasswordText.Fold(holder.Login[..at]);
        }
    }

    /// <summary>The whole name, forwards and with the surname at the other end, and each word of it.</summary>
    private static IEnumerable<string> NameWords(string name)
    {
        string[] words = [.. name.Split([' ', '-', '·', '.', ',', '\''], StringSplitOptions.RemoveEmptyEntries).Select(PasswordText.Fold)];
        return words.Length == 0 ? [] : [.. words, string.Concat(words), string.Concat(words.Reverse()), string.Concat(words[1..]) + words[0], words[^1] + string.Concat(words[..^1])];
    }

    private static bool Has(string folded, string word) =>
        word.Length >= (word.Length > 0 && word.All(IsChinese) ? ShortestChineseWord : ShortestWord) && folded.Contains(word, StringComparison.Ordinal);

    private static bool IsChinese(char letter) => char.GetUnicodeCategory(letter) is UnicodeCategory.OtherLetter or UnicodeCategory.Surrogate;
}
