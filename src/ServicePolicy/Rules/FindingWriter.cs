using System.Runtime.CompilerServices;
using NodaTime;
using ServicePolicy.Evaluation;
using ServicePolicy.Time;

namespace ServicePolicy.Rules;

/// <summary>What the body of a rule says its findings with: what holds, and when.</summary>
/// <remarks>
/// An event may be handed over whatever is known of it: where it is known to a range only, each finding states what is so for every instant that the event
/// may have had, and is indeterminate where that differs. The compiler hands over the text of arguments, from which missing inputs are named.
/// </remarks>
public readonly ref partial struct FindingWriter
{
    private readonly ref FindingSink sink;

    internal FindingWriter(ref FindingSink sink) => this.sink = ref sink;

    /// <summary>The instant from which the consumed findings let the rule speak; the beginning of time where it consumes none.</summary>
    public Instant Since => sink.Since;

    /// <summary>The periods of a recurring finding that reach into the wanted stretch of time; the decision says that it looked no further.</summary>
    public Interval WantedWindow => sink.WantedWindow();

    /// <summary>An obligation that was met at <paramref name="from"/>.</summary>
    public void Met(Occurrence from, [CallerArgumentExpression(nameof(from))] string text = "") =>
        sink.Put(FindingKind.Obligation, sink.Begin(from), Instant.MaxValue, InputNames.In(text), sayable: Possible.Met);

    /// <summary>Met from an event on where <paramref name="answer"/> is yes, a violation from then on where it is no.</summary>
    public void Demand(
        Occurrence at,
        YesNo answer,
        [CallerArgumentExpression(nameof(at))] string atText = "",
        [CallerArgumentExpression(nameof(answer))] string text = "") => sink.Demand(sink.Begin(at), answer, InputNames.In(atText, text));

    /// <summary>Met from an event on where another was done by then, a violation from then on otherwise, done later or not.</summary>
    public void Beforehand(
        Occurrence at,
        Occurrence done,
        [CallerArgumentExpression(nameof(at))] string atText = "",
        [CallerArgumentExpression(nameof(done))] string text = "") => sink.Live(Life.Beforehand(sink.Begin(at), done), at.IsUnknown && done.IsUnknown ? InputNames.In(atText, text) : InputNames.In(at.IsUnknown ? atText : text));

    /// <summary>A violation from an event on; none while the event has not happened.</summary>
    public void Violation(Occurrence from, [CallerArgumentExpression(nameof(from))] string text = "") =>
        sink.Put(FindingKind.Violation, sink.Begin(from), Instant.MaxValue, InputNames.In(text));

    /// <summary>A violation that lasts only as long as what is wrong.</summary>
    public void Violation(Interval during) => Put(FindingKind.Violation, during);

    /// <summary>A violation while something is so; indeterminate while that is unknown.</summary>
    public void Violation(Truth during) => sink.Put(FindingKind.Violation, during);

    /// <summary>An action is refused from an event on, on one of several grounds if one is named; not while the event has not happened.</summary>
    public void Prohibition(Occurrence from, string? ground = null, [CallerArgumentExpression(nameof(from))] string text = "") =>
        sink.Put(FindingKind.Prohibition, sink.Begin(from), Instant.MaxValue, InputNames.In(text), ground);

    /// <summary>An action is refused during <paramref name="during"/>.</summary>
    public void Prohibition(Interval during, string? ground = null) => Put(FindingKind.Prohibition, during, ground);

    /// <summary>An action is refused while something is so; indeterminate while that is unknown.</summary>
    public void Prohibition(Truth during, string? ground = null) => sink.Put(FindingKind.Prohibition, during, ground);

    /// <summary>An action is allowed from an event on, on one of several grounds if one is named; not while the event has not happened.</summary>
    public void Permission(Occurrence from, string? ground = null, [CallerArgumentExpression(nameof(from))] string text = "") =>
        sink.Put(FindingKind.Permission, sink.Begin(from), Instant.MaxValue, InputNames.In(text), ground);

    /// <summary>An action is allowed during <paramref name="during"/>.</summary>
    public void Permission(Interval during, string? ground = null) => Put(FindingKind.Permission, during, ground);

    /// <summary>An action is allowed while something is so; indeterminate while that is unknown.</summary>
    public void Permission(Truth during, string? ground = null) => sink.Put(FindingKind.Permission, during, ground);

    /// <summary>The customer is owed <paramref name="amount"/> from an event on; nothing while it has not happened.</summary>
    public void Entitlement(Occurrence from, Money amount, [CallerArgumentExpression(nameof(from))] string text = "") =>
        sink.Owe(sink.Begin(from), Instant.MaxValue, amount, InputNames.In(text));

    /// <summary>The customer is owed <paramref name="amount"/> during <paramref name="during"/>.</summary>
    public void Entitlement(Interval during, Money amount)
    {
        Span span = Span.Of(during);
        sink.Owe(span.Start, span.End, amount, default);
    }

    /// <summary>The subject is of <paramref name="class"/> during <paramref name="during"/>.</summary>
    public void Classification(string @class, Interval during)
    {
        ArgumentException.ThrowIfNullOrEmpty(@class);
        Put(FindingKind.Classification, during, @class);
    }

    /// <summary>The subject is of <paramref name="class"/> while something is so; indeterminate while that is unknown.</summary>
    public void Classification(string @class, Truth during)
    {
        ArgumentException.ThrowIfNullOrEmpty(@class);
        sink.Put(FindingKind.Classification, during, @class);
    }

    /// <summary>The subject is of <paramref name="class"/> from an event on; not while the event has not happened.</summary>
    public void Classification(string @class, Occurrence from, [CallerArgumentExpression(nameof(from))] string text = "")
    {
        ArgumentException.ThrowIfNullOrEmpty(@class);
        sink.Put(FindingKind.Classification, sink.Begin(from), Instant.MaxValue, InputNames.In(text), @class);
    }

    /// <summary>A figure that was worked out, holding from an event on; not while the event has not happened.</summary>
    public void Measure(decimal value, Occurrence from, [CallerArgumentExpression(nameof(from))] string text = "") =>
        sink.Put(FindingKind.Measure, sink.Begin(from), Instant.MaxValue, InputNames.In(text), amount: new Money(value, default));

    /// <summary>A figure that was worked out, holding during <paramref name="during"/>.</summary>
    public void Measure(decimal value, Interval during)
    {
        Span span = Span.Of(during);
        sink.Put(FindingKind.Measure, FindingState.None, span.Start, span.End, amount: new Money(value, default));
    }

    /// <summary>The matter cannot be raised by whoever raised it, from <paramref name="from"/> on.</summary>
    public void Inadmissible(Occurrence from, [CallerArgumentExpression(nameof(from))] string text = "") =>
        sink.Put(FindingKind.Inadmissible, sink.Begin(from), Instant.MaxValue, InputNames.In(text));

    /// <summary>Cannot be told from <paramref name="from"/> on, because the inputs named are missing.</summary>
    public void Indeterminate(Instant from, params ReadOnlySpan<string> inputs) => sink.Untold(from, Instant.MaxValue, InputSet.Of(inputs.ToArray()));

    /// <summary>Cannot be told during <paramref name="during"/>, because the inputs named are missing.</summary>
    public void Indeterminate(Interval during, params ReadOnlySpan<string> inputs)
    {
        Span span = Span.Of(during);
        sink.Untold(span.Start, span.End, InputSet.Of(inputs.ToArray()));
    }

    /// <summary>Begins the first of several alternatives, one of which is so; nobody knows which, for want of inputs.</summary>
    internal Alternatives Alternatives(InputSet missing) => new(ref sink, missing);

    private void Put(FindingKind kind, Interval during, string? @class = null)
    {
        Span span = Span.Of(during);
        sink.Put(kind, FindingState.None, span.Start, span.End, @class);
    }
}
