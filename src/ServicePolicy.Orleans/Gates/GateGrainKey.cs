using System.Globalization;
using NodaTime;
using NodaTime.Text;
using ServicePolicy.Gates;

namespace ServicePolicy.Orleans.Gates;

/// <summary>Keys of gates as keys of grains: start, end, the length of the scope, then scope and subject as they are.</summary>
internal static class GateGrainKey
{
    private const char Separator = '|';

    public static string Of(GateKey key) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(key.Period.HasStart ? Text(key.Period.Start) : null)}|{(key.Period.HasEnd ? Text(key.Period.End) : null)}|{key.Scope.Length}|{key.Scope}{key.Subject}");

    public static GateKey Read(string text)
    {
        string[] parts = text.Split(Separator, 4);
        int scope = int.Parse(parts[2], CultureInfo.InvariantCulture);
        return new GateKey(parts[3][..scope], parts[3][scope..], new Interval(At(parts[0]), At(parts[1])));
    }

    private static string Text(Instant instant) => InstantPattern.ExtendedIso.Format(instant);

    private static Instant? At(string text) => text.Length == 0 ? null : InstantPattern.ExtendedIso.Parse(text).Value;
}
