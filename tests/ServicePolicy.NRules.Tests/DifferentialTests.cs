using System.Collections.Concurrent;
using System.Globalization;
using Xunit;

namespace ServicePolicy.NRules.Tests;

/// <summary>The plan and NRules always agree: on whole timelines, on decisions, on what they refuse, and after every edit of a session as time goes on.</summary>
public sealed class DifferentialTests
{
    private static readonly Differential Differential = new();

    [Fact]
    public void GeneratedCases_OfAllFamilies_AreDecidedAlike()
    {
        DifferentialSettings settings = DifferentialSettings.OfEnvironment();
        ConcurrentDictionary<string, int> spoken = new(StringComparer.Ordinal);
        ConcurrentDictionary<int, string> differences = [];
        int refused = 0, edits = 0;
        Parallel.For(0, settings.Cases, (number, loop) =>
        {
            int seed = settings.Seed + number;
            DifferentialResult result = Differential.Compare(seed, edited: number % 20 == 0, settings.Unknowns);
            foreach (string standard in result.Standards)
            {
                spoken.AddOrUpdate(standard, 1, (_, count) => count + 1);
            }

            Interlocked.Add(ref refused, result.IsRefused ? 1 : 0);
            Interlocked.Add(ref edits, result.Edits);
            if (result.Difference is { } difference)
            {
                differences[seed] = difference;
                loop.Break();
            }
        });

        string[] silent = [.. Differential.Standards.Except(spoken.Keys).Order(StringComparer.Ordinal)];
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{settings.Cases} cases from seed {settings.Seed}, {settings.Unknowns} of a hundred unknowns, {edits} edits of sessions, {refused} cases refused alike, {spoken.Values.Sum()} standards spoken, {differences.Count} differences; never spoken: {string.Join(", ", silent)}"));
        Assert.True(differences.IsEmpty, differences.OrderBy(difference => difference.Key).Select(difference => $"seed {difference.Key}\n{difference.Value}").FirstOrDefault());
        Assert.True(settings.Cases < 5_000 || silent.Length <= Differential.Standards.Count / 10, $"Too much is never spoken of: {string.Join(", ", silent)}. Have {nameof(RandomFacts)} make what these look at.");
    }

    [Fact]
    public void GeneratedFacts_OfEveryType_HaveEveryPropertySet() => Assert.Empty(
        from type in Differential.Types
        let facts = Enumerable.Range(0, 300).Select(seed => new RandomFacts(seed).Fact(type, seed.ToString(CultureInfo.InvariantCulture))).ToArray()
        let left = Activator.CreateInstance(type)
        from property in type.GetProperties()
        where property.SetMethod is not null && Array.TrueForAll(facts, fact => Equals(property.GetValue(fact), property.GetValue(left)))
        select $"{type.Name}.{property.Name}");
}
