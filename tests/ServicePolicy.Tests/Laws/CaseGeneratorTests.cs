using NodaTime;
using ServicePolicy.Testing;
using ServicePolicy.Testing.Laws;
using Xunit;

namespace ServicePolicy.Tests.Laws;

public sealed class CaseGeneratorTests
{
    /// <summary>A type whose facts cannot be made up, or a property of which the laws do not know what it may be, is found before a rule looks at it.</summary>
    [Fact]
    public void Case_OfEveryTypeOfTheLibrary_IsMadeAndCompleted()
    {
        LawSettings settings = new() { Cases = 20 * FactDomain.Library.Models.Count };

        LawRun run = LawRun.Of(new Silence(), FactDomain.Library, settings);

        Assert.Empty(run.Breaches);
        CaseGenerator generator = new(new Silence(), FactDomain.Library, settings);
        Assert.All(Enumerable.Range(0, settings.Cases), number =>
        {
            PolicyCase @case = generator.Case(number);
            Assert.Equal(FactDomain.Library.Models[number % FactDomain.Library.Models.Count].Type, @case.Root.GetType());
            Assert.All(Unknown.Of(FactDomain.Library, [.. @case.Facts]).Where(unknown => !unknown.Slot.IsEvent), unknown => Assert.NotEmpty(unknown.Values([.. @case.Facts], [CaseGenerator.Origin])));
        });
    }

    /// <summary>No clause says anything.</summary>
    private sealed class Silence : IRuler
    {
        public IReadOnlyList<Saying> Say(PolicyCase @case) => [];

        public Answer Ask(PolicyCase @case, Instant asOf) => new(RequestOutcome.Allowed, null, []);

        public NextChange Next(PolicyCase @case, Instant asOf) => NextChange.Never;
    }
}
