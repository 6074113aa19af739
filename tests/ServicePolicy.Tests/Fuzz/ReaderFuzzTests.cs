using System.Text;
using Microsoft.Extensions.Configuration;
using NodaTime;
using ServicePolicy.DependencyInjection;
using ServicePolicy.Serialization;
using ServicePolicy.Time;
using ServicePolicy.Time.Calendars;
using Xunit;

namespace ServicePolicy.Tests.Fuzz;

/// <summary>Whatever a reader is given, it reads it or refuses it with a documented error: no exception of the runtime reaches a user.</summary>
public sealed class ReaderFuzzTests
{
    private static readonly string[] Durations = ["PT8H", "PT90M", "P3D", "P1W", "PT0.000000001S", "-PT1H", "P1DT2H3M4.5S", "P1M", "P1Y"];

    private static readonly (string Key, string Value)[] OfFigures =
    [
        ("Figures:General:WarningPoint", "0.8"), ("Figures:Complaints:Vip", "PT4H"), ("Figures:Complaints:Extension", "PT24H"), ("Figures:Complaints:RepeatFrom", "3"),
        ("Figures:Complaints:Handled", "0.95"), ("Figures:Refunds:SmallSum", "50.5 CNY"), ("Figures:Refunds:ChargingError", "2"), ("Figures:Credentials:MostCharacters", "64"),
        ("SwitchedOff:0", "CMP-04"), ("SwitchedOff:1", "ZJ"),
        ("Calendars:hall:Zone", "Asia/Shanghai"), ("Calendars:hall:FirstYear", "2026"), ("Calendars:hall:LastYear", "2026"), ("Calendars:hall:Hours:Monday", "09:00-17:00"),
    ];

    private static readonly (string Key, string Value)[] OfEditions =
    [
        ("Editions:Zone", "Asia/Shanghai"), ("Editions:old:Until", "2025-12-31"), ("Editions:old:Figures:Complaints:Vip", "PT2H"), ("Editions:new:From", "2026-01-01"),
    ];

    private static readonly (string Key, string Value)[] Calendars =
    [
        ("hall:Zone", "Asia/Shanghai"), ("hall:FirstYear", "2026"), ("hall:LastYear", "2026"), ("hall:HolidaysOf", "China"), ("hall:Hours:MondayToFriday", "09:00-12:00, 13:00-18:00"),
        ("hall:Hours:Saturday", "22:00-06:00"), ("hall:OrdinaryHours", "09:00-17:00"), ("hall:Holidays:0", "2026-03-02"), ("hall:Holidays:1", "2026-12-28/2026-12-30"),
        ("hall:MakeUpDays:0", "2026-03-15 as Saturday"), ("hall:Openings:2026-02-17:0", "10:00-24:00"), ("hall:RepeatedTimes", "SecondOccurrence"),
        ("line:Zone", "America/New_York"), ("line:FirstYear", "2026"), ("line:LastYear", "2027"), ("line:Hours:EveryDay", "00:00-24:00"),
    ];

    [Fact]
    public void ReadCase_AnyBytes_AreReadOrRefused() => FuzzRun.Check("case", random => Mutation.Of(random, Texts.Cases), json => Read(() =>
    {
        // What is read is written and read again as the same.
        PolicyCase @case = PolicyJson.ReadCase(json);
        byte[] written = Texts.Of(@case);
        Assert.Equal(written, Texts.Of(PolicyJson.ReadCase(written)));
    }), Encoding.UTF8.GetString);

    [Fact]
    public void ReadCases_AnyStreamInPieces_IsReadOrRefused() => FuzzRun.Check(
        "stream",
        random => (Text: Stream(random), Pieces: random.Next(1, 64), Lines: random.Next(2) == 0),
        input =>
        {
            using Pieces pieces = new(input.Text, input.Pieces);
            using MemoryStream whole = new(input.Text);
            string[] slowly = [.. All(pieces)];
            Assert.Equal(slowly, All(whole));
            return slowly.Length == 0 ? "empty" : slowly.All(reading => reading.StartsWith("case", StringComparison.Ordinal)) ? "read" : nameof(FactFormatException);

            IEnumerable<string> All(Stream stream) => (input.Lines ? PolicyJson.ReadCaseLines(stream) : PolicyJson.ReadCases(stream))
                .Select(reading => $"{(reading.Case is null ? "error" : "case")} {reading.Line} {reading.Column} {reading.Error?.Message}");
        },
        input => $"{(input.Lines ? "lines" : "document")} in pieces of {input.Pieces}: {Encoding.UTF8.GetString(input.Text)}");

    [Fact]
    public void Settings_AnySection_IsReadOrListsItsMistakes() => FuzzRun.Check("settings", random => Section(random, random.Next(2) == 0 ? OfFigures : OfEditions), settings =>
    {
        IConfiguration section = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        ServicePolicyOptions options = new();
        options.TakeFrom(section);
        return new ServicePolicyValidation().Validate(null, options).Failed ? "OptionsValidationException" : "read";
    }, Show);

    [Fact]
    public void Calendars_AnySection_IsReadOrListsItsMistakes() => FuzzRun.Check("calendars", random => Section(random, Calendars), settings =>
    {
        try
        {
            CalendarConfiguration.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
            return "read";
        }
        catch (CalendarDefinitionException mistakes) when (mistakes.Errors.Count > 0)
        {
            return nameof(CalendarDefinitionException);
        }
    }, Show);

    [Fact]
    public void Durations_AnyText_IsReadOrRefused() => FuzzRun.Check("durations", random => Encoding.UTF8.GetString(Mutation.Of(random, [.. Durations.Select(Encoding.UTF8.GetBytes)])), text =>
    {
        bool isLimit = TimeLimit.TryParse(text, out TimeLimit? limit);
        if (!DurationText.TryParse(text, out Duration duration))
        {
            Assert.False(isLimit);
            return "refused";
        }

        Assert.True(DurationText.TryParse(DurationText.Format(duration), out Duration same) && same == duration, $"'{duration}' is written as '{DurationText.Format(duration)}'.");
        Assert.Equal(duration >= Duration.Zero ? duration : null, limit?.Length);
        return "read";
    }, text => text);

    private static string Read(Action read)
    {
        try
        {
            read();
            return "read";
        }
        catch (FactFormatException refused)
        {
            Assert.All(refused.Mistakes, mistake => Assert.InRange(mistake.Message.Length, 1, 20_000));
            return nameof(FactFormatException);
        }
    }

    /// <summary>Some cases as a list, or one behind the other, and then changed.</summary>
    private static byte[] Stream(Random random)
    {
        bool list = random.Next(2) == 0;
        string text = string.Join(list ? ",\n" : "\n", Enumerable.Range(0, random.Next(4)).Select(_ => Encoding.UTF8.GetString(Texts.Cases[random.Next(Texts.Cases.Length)])));
        byte[] valid = Encoding.UTF8.GetBytes(list ? $"[{text}]" : text);
        return random.Next(4) == 0 ? valid : Mutation.Of(random, [valid]);
    }

    /// <summary>Settings of which some are left out, and others changed in name or value.</summary>
    private static KeyValuePair<string, string?>[] Section(Random random, (string Key, string Value)[] settings)
    {
        Dictionary<string, string?> section = settings.ToDictionary(setting => setting.Key, string? (setting) => setting.Value, StringComparer.OrdinalIgnoreCase);
        for (int changes = random.Next(4) == 0 ? random.Next(2, 8) : 1; changes > 0 && section.Count > 0; changes--)
        {
            (string key, string? value) = section.ElementAt(random.Next(section.Count));
            int change = random.Next(8);
            if (change < 3)
            {
                section.Remove(key);
            }

            section[change == 0 ? Changed(random, key) : change == 1 ? $"{key}:{random.Next(3)}" : key] = change == 3 ? null : change > 3 ? Changed(random, value ?? string.Empty) : value;
        }

        return [.. section];
    }

    private static string Changed(Random random, string text) => Encoding.UTF8.GetString(Mutation.Of(random, [Encoding.UTF8.GetBytes(text)]));

    private static string Show(KeyValuePair<string, string?>[] settings) => string.Join("; ", settings.Select(setting => $"{setting.Key}={setting.Value ?? "null"}"));

    /// <summary>Gives so many bytes at a time.</summary>
    private sealed class Pieces(byte[] bytes, int size) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(size, buffer.Length)]);

        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(size, count));
    }
}
