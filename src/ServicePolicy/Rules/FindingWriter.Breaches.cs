using NodaTime;
using ServicePolicy.Evaluation;
using ServicePolicy.Time;

namespace ServicePolicy.Rules;

/// <content>What becomes of breaches that other rules found.</content>
public readonly ref partial struct FindingWriter
{
    /// <summary>The breaches of the standards that the rule named in <c>WithBreachesOf</c>, by standard and fact; also those that nobody can tell to be one.</summary>
    public IReadOnlyList<FoundBreach> Breaches => sink.Breaches();

    /// <summary>Whether a clause, or what stands in handbooks beside it, is switched on by the host.</summary>
    public bool IsOn(Standard standard) => sink.Evaluation.Settings.IsOn(standard);

    /// <summary>What tells whether a clause is switched on.</summary>
    internal Func<Standard, bool> Switches => sink.Evaluation.Settings.IsOn;

    /// <summary>A figure of <paramref name="class"/>, holding during <paramref name="during"/>.</summary>
    public void Measure(decimal value, Interval during, string @class)
    {
        ArgumentException.ThrowIfNullOrEmpty(@class);
        Span span = Span.Of(during);
        sink.Put(FindingKind.Measure, FindingState.None, span.Start, span.End, @class, new Money(value, default));
    }

    /// <summary>A figure that differs with the inputs named, whatever else they are: the rule itself has tried all that they may be, and the engine need not.</summary>
    internal void NoMeasure(Interval during, params IEnumerable<string> inputs)
    {
        Span span = Span.Of(during);
        sink.UntoldForGood(span.Start, span.End, InputSet.Of(inputs), Possible.Measure | Possible.Nothing);
    }

    /// <summary>A figure of <paramref name="class"/> about the fact of a breach, while something is so; indeterminate while that is unknown.</summary>
    public void Measure(FoundBreach about, decimal value, Truth during, string @class)
    {
        ArgumentNullException.ThrowIfNull(about);
        ArgumentNullException.ThrowIfNull(during);
        ArgumentException.ThrowIfNullOrEmpty(@class);
        sink.PutAbout(about, value, during, @class);
    }
}
