using System.Text;
using NodaTime;
using NodaTime.Text;
using ServicePolicy.Serialization;
using Xunit;

namespace ServicePolicy.Tests.Serialization;

/// <summary>Instants are read and written as NodaTime's patterns do it, which are the model.</summary>
public sealed class InstantTextTests
{
    private const int Tries = 20_000;

    public static TheoryData<string> Forms =>
    [
        "2026-11-20T01:00:00Z", "2026-11-20T01:00:00.1Z", "2026-11-20T01:00:00.123456789Z", "2026-11-20T09:00:00+08:00", "2026-11-20T01:00:00-00:30",
        "2026-11-20T24:00:00Z", "2026-11-20T01:00:00,5Z", "2026-11-20T01:00:00+08", "2026-11-20T01:00:00+08:00:30", "2026-11-20T01:00Z", "-0044-03-15T12:00:00Z",
        "2026-11-20T01:00:00z", "2026-11-20t01:00:00Z", "2026-11-20 01:00:00Z", "2026-02-29T01:00:00Z", "2028-02-29T01:00:00Z", "2026-13-01T00:00:00Z",
        "2026-11-20T25:00:00Z", "2026-11-20T01:60:00Z", "2026-11-20T01:00:60Z", "2026-11-20T01:00:00", "2026-11-20T01:00:00.Z", "2026-11-20T01:00:00.1234567890Z",
        "2026-11-20T01:00:00+18:00", "2026-11-20T01:00:00+18:01", "2026-11-20T01:00:00+19:00", "0000-01-01T00:00:00Z", "9999-12-31T23:59:59.999999999Z",
        "9999-12-31T23:59:59-00:01", "-9998-01-01T00:00:00Z", "-9998-01-01T00:00:00+00:01", "10000-01-01T00:00:00Z", "２０２６-11-20T01:00:00Z", "", "Z",
    ];

    [Theory]
    [MemberData(nameof(Forms))]
    public void TryParse_EveryForm_IsAsThePatternsHaveIt(string text) => Agrees(text);

    [Fact]
    public void TryParse_FormsThatWereChanged_AreAsThePatternsHaveThem()
    {
        Random random = new(14);
        string[] forms = [.. Forms.Select(form => form.Data)];
        for (int i = 0; i < Tries; i++)
        {
            StringBuilder text = new(forms[random.Next(forms.Length)]);
            for (int changes = random.Next(1, 3); changes > 0 && text.Length > 0; changes--)
            {
                int at = random.Next(text.Length);
                _ = random.Next(3) switch
                {
                    0 => text.Remove(at, 1),
                    1 => text.Insert(at, "0123456789-+:.TZ,"[random.Next(17)]),
                    _ => text.Replace(text[at], "0123456789-+:.TZ,"[random.Next(17)], at, 1),
                };
            }

            Agrees(text.ToString());
        }
    }

    [Fact]
    public void Format_AnyInstant_IsThatOfThePattern()
    {
        Random random = new(14);
        Instant[] ends = [Instant.MinValue, Instant.MaxValue, Instant.FromUtc(-1, 1, 1, 0, 0), Instant.FromUtc(0, 12, 31, 23, 59), Instant.FromUtc(1, 1, 1, 0, 0)];
        IEnumerable<Instant> any = Enumerable.Range(0, Tries).Select(i => Instant.FromUnixTimeSeconds(random.NextInt64(-377673580800, 253402300800))
            + Duration.FromNanoseconds(i % 3 == 0 ? 0 : random.Next(1_000_000_000) / (long)Math.Pow(10, random.Next(9)) * (long)Math.Pow(10, random.Next(9)) % 1_000_000_000));

        Assert.All(ends.Concat(any), instant => Assert.Equal(InstantPattern.ExtendedIso.Format(instant), InstantText.Format(instant)));
    }

    private static void Agrees(string text)
    {
        bool parsed = InstantText.TryParse(Encoding.UTF8.GetBytes(text), out Instant instant);

        Assert.True(Model(text) == (parsed ? instant : null), $"'{text}' is {(parsed ? instant : "nothing")}, and the patterns say {Model(text)?.ToString() ?? "nothing"}.");
        Assert.Equal(parsed, InstantText.TryParse(text, out Instant same));
        Assert.True(!parsed || same == instant);
    }

    private static Instant? Model(string text)
    {
        if (InstantPattern.ExtendedIso.Parse(text).TryGetValue(default, out Instant instant))
        {
            return instant;
        }

        try
        {
            return OffsetDateTimePattern.ExtendedIso.Parse(text) is { Success: true, Value: { } local } ? local.ToInstant() : null;
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
