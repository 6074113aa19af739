using System.Diagnostics.CodeAnalysis;
using NodaTime;
using ServicePolicy.Plans;

namespace ServicePolicy.Rules;

/// <summary>The rules of one family, written in the constructor so that they read like the page of the handbook.</summary>
/// <remarks>A rule set is made once per edition, with that edition's figures, and is immutable once an engine is built from it.</remarks>
public abstract class RuleSet
{
    /// <summary>A rule set that decides <paramref name="standards"/>.</summary>
    protected RuleSet(string name, params IEnumerable<Standard> standards)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = name;
        Standards = [.. standards];
    }

    /// <summary>The name of the family, such as <c>Complaints</c>.</summary>
    public string Name { get; }

    /// <summary>The standards that the rules decide.</summary>
    public IReadOnlyList<Standard> Standards { get; }

    internal List<Rule> Rules { get; } = [];

    internal List<Concern> Concerns { get; } = [];

    /// <summary>Begins a rule of a standard; <paramref name="variant"/> tells several rules of one standard apart.</summary>
    protected RuleStart Rule(string standard, string? variant = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(standard);
        return new RuleStart(this, standard, variant is null ? standard : $"{standard} {variant}");
    }

    /// <summary>Begins to say what a request is about beside itself; it is judged by the findings about that too, and by no others (S15).</summary>
    [SuppressMessage("Design", "CA1004", Justification = "The fact type cannot be told from arguments.")]
    protected RequestStart<T> Request<T>()
        where T : class, IFact => new(this);

    /// <summary>
    /// Makes the entitlements of <paramref name="standards"/> claims on a charge, of which the largest stands (ties by standard Id) less
    /// what was paid and not returned; the others are superseded and name it. What is paid beyond what is owed violates <paramref name="excess"/>, if named.
    /// </summary>
    [SuppressMessage("Design", "CA1004", Justification = "The fact types cannot be told from the arguments.")]
    protected void Settle<TCharge, TPayment>(
        IEnumerable<string> standards,
        Func<TCharge, Currency> currency,
        Func<TPayment, string?> chargeOf,
        Func<TPayment, Instant> paidAt,
        Func<TPayment, Money> amount,
        Func<TPayment, Occurrence>? returned = null,
        string? excess = null)
        where TCharge : class, IFact
        where TPayment : class, IFact =>
        Rules.Add(new SettlementRule<TCharge, TPayment>(this, $"{Name} settlement", [.. standards], excess, currency, chargeOf, paidAt, amount, returned));
}
