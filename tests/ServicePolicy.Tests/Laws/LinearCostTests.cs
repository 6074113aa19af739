using System.Globalization;
using NodaTime;
using ServicePolicy.Testing;
using ServicePolicy.Testing.Laws;
using Xunit;

namespace ServicePolicy.Tests.Laws;

/// <summary>A case of many facts of one kind, which all name the same things, costs in proportion to their number: what is allocated is counted, since it is the same at every run.</summary>
public sealed class LinearCostTests
{
    // More than the engine keeps room for, from one evaluation to the next.
    private const int Few = 500;

    private static readonly PolicyEngine Engine = PolicyEngine.Create(CatalogueRuler.Complete(ServiceStandards.Default));

    public static TheoryData<string> Kinds => [.. FactDomain.Library.Models.Select(model => model.Type.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Timeline_TwiceTheFactsOfAKind_AllocatesAboutTwiceAsMuch(string kind)
    {
        FactModel model = FactDomain.Library.Models.Single(each => each.Type.Name == kind);
        double less = Bytes(ManyFacts.Case(model, Few)), more = Bytes(ManyFacts.Case(model, 2 * Few));

        Assert.True(more < 2.3 * less, string.Create(CultureInfo.InvariantCulture, $"{Few} of {kind} take {less:N0} bytes, twice as many {more:N0}."));
    }

    private static double Bytes(PolicyCase @case)
    {
        Interval window = new(ManyFacts.Base, ManyFacts.Base + Duration.FromDays(30));
        Engine.Timeline(@case, window);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Engine.Timeline(@case, window);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
