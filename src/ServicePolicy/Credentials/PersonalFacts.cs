using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using NodaTime;

namespace ServicePolicy.Credentials;

/// <summary>Whether a password has personal facts in it, in the usual orders and spellings.</summary>
/// <remarks>Everything is compared folded (<see cref="PasswordText.Fold"/>): accents, case, width and what stands between letters and digits do not hide a fact.</remarks>
internal static class PersonalFacts
{
    /// <summary>Shorter words, such as a surname of two letters, would refuse too much; two Chinese characters are a name.</summary>
    private const int ShortestWord = 3;
    private const int ShortestChineseWord = 2;

    private const string MonthSigns = "月월";
    private const string DateSigns = "年日号號년일" + MonthSigns;

    private static readonly string[] Months = DateTimeFormatInfo.InvariantInfo.MonthNames;
    private static readonly string[] ShortMonths = DateTimeFormatInfo.InvariantInfo.AbbreviatedMonthNames;

    public static bool HasLogin(string folded, AccountHolder holder) => LoginWords(holder).Any(word => Has(folded, word));

    public static bool HasLoginReversed(string folded, AccountHolder holder) => LoginWords(holder).Any(word => Has(folded, PasswordText.Reverse(word)));

    public static bool HasName(string folded, AccountHolder holder) => holder.Names.SelectMany(NameWords).Any(word => Has(folded, word));

    public static bool HasWordInSight(string folded, AccountHolder holder) => holder.InSight.Select(PasswordText.Fold).Any(word => Has(folded, word));

    public static bool HasBirthday(string folded, AccountHolder holder)
    {
        LocalDate day = holder.Birthday.WithCalendar(CalendarSystem.Iso);
        string plain = string.Concat(folded.Where(letter => !DateSigns.Contains(letter, StringComparison.Ordinal)));
        return Birthdays(day).Any(birthday => plain.Contains(birthday, StringComparison.Ordinal))
            || Regex.IsMatch(folded, $"(?<!\\d)0?{day.Month}[{MonthSigns}]0?{day.Day}(?!\\d)", RegexOptions.CultureInvariant);
    }

    /// <summary>A day in the orders in which people write it: with the year whole or of two digits, months in digits or in words, each with a zero before it or not; without the year in full only.</summary>
    private static IEnumerable<string> Birthdays(LocalDate day)
    {
        string[] years = [Digits(day.Year, 4), Digits(day.Year % 100, 2)];
        string[] months = [Digits(day.Month, 2), Digits(day.Month, 1)], days = [Digits(day.Day, 2), Digits(day.Day, 1)];
        yield return months[0] + days[0];
        yield return days[0] + months[0];
        foreach ((string year, string month, string of) in years.SelectMany(year => months.SelectMany(month => days.Select(of => (year, month, of)))))
        {
            yield return year + month + of;
            yield return year + of + month;
            yield return of + month + year;
            yield return month + of + year;
        }

        foreach (string name in new[] { Months[day.Month - 1], ShortMonths[day.Month - 1] })
        {
            foreach (string number in days)
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
        PasswordText.Length(word) >= (word.Length > 0 && word.EnumerateRunes().All(IsChinese) ? ShortestChineseWord : ShortestWord) && folded.Contains(word, StringComparison.Ordinal);

    private static bool IsChinese(Rune letter) => Rune.GetUnicodeCategory(letter) == UnicodeCategory.OtherLetter;
}
