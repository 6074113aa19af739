using NodaTime.Text;

namespace ServicePolicy.Testing.Fixtures;

/// <summary>What came otherwise than expected, for people.</summary>
internal static class FixtureText
{
    /// <summary>The fixture and the instant, and then each difference in three lines.</summary>
    public static IEnumerable<string> Lines(Check check)
    {
        string at = check.Expected.AsOf is { } instant ? $", as of {InstantPattern.ExtendedIso.Format(instant)}" : string.Empty;
        yield return $"{check.Fixture.File}: {check.Fixture.Description}{at}{(check.Expected.Note is { } note ? $" ({note})" : string.Empty)}";
        foreach (Difference difference in check.Differences)
        {
            yield return $"  {difference.What}";
            yield return $"    expected  {difference.Expected}";
            yield return $"    came      {difference.Came}";
        }
    }
}
