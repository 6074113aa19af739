using System.Runtime.CompilerServices;
using NodaTime;
using ServicePolicy.Catalogue;
using ServicePolicy.Evaluation;
using ServicePolicy.Plans;
using ServicePolicy.Rules;
using ServicePolicy.Telemetry;
using ServicePolicy.Time;
using ServicePolicy.Time.Calendars;

namespace ServicePolicy;

/// <summary>Decides facts by the standards.</summary>
/// <remarks>Immutable, built once, safe to share by all threads. Evaluation reads no clock, no file and no culture: the same facts give the same answer.</remarks>
public sealed class PolicyEngine
{
    private readonly Plan[] plans;
    private readonly Instant[] begins;
    private readonly Plan? only;
    private readonly Instant end;
    private readonly Lazy<StandardCatalogue> catalogue;

    private PolicyEngine(Plan[] plans, Instant[] begins, Instant end, Func<StandardCatalogue> catalogue, EngineTelemetry? telemetry)
    {
        Telemetry = telemetry;
        this.plans = plans;
        this.begins = begins;
        only = plans.Length == 1 && begins[0] == Instant.MinValue && end == Instant.MaxValue ? plans[0] : null;
        this.end = end;
        this.catalogue = new Lazy<StandardCatalogue>(catalogue);
    }

    /// <summary>The standards that the engine knows, with their figures.</summary>
    public StandardCatalogue Catalogue => catalogue.Value;

    /// <summary>An engine with one set of figures, always in force.</summary>
    /// <exception cref="PolicyBuildException">There are mistakes in figures, rules or options; all are listed.</exception>
    public static PolicyEngine Create(ServiceStandards standards, PolicyEngineOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(standards);
        return Create(EditionBook.Of(standards), options);
    }

    /// <summary>An engine with figures that change over time; the day of a case's root fact selects the edition.</summary>
    /// <exception cref="PolicyBuildException">There are mistakes in editions, figures, rules or options; all are listed.</exception>
    public static PolicyEngine Create(EditionBook book, PolicyEngineOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(book);
        options ??= new PolicyEngineOptions();
        HashSet<string> off = [.. options.SwitchedOff];
        Func<Standard, bool> isOn = standard => IsOn(standard, off);
        IReadOnlyDictionary<string, WorkingCalendar> calendars = PlanSettings.Index(options.Calendars);
        List<PolicyBuildError> errors = [.. book.Mistakes(), .. options.Mistakes()];
        StandardsEdition[] editions = book.InOrder();
        List<Plan> plans = [];
        List<RuleSet> sets = [];
        foreach (StandardsEdition edition in editions)
        {
            int before = errors.Count;
            errors.AddRange(edition.Standards.Mistakes());
            if (errors.Count == before)
            {
                sets = [.. options.IncludeCatalogue ? edition.Standards.RuleSets() : [], .. options.RuleSets.Select(make => make(edition.Standards))];
                PolicyVersion version = new(edition.Name, StandardCatalogue.CatalogueVersion);
                if (new PlanBuilder(sets, isOn, errors).Build(version, new PlanSettings(calendars, edition.Standards.WarningPoint) { IsOn = isOn, Ladders = options.Warnings.AsReadOnly() }) is { } plan)
                {
                    if (options.RunElsewhere is { } elsewhere)
                    {
                        plan.RunElsewhere(elsewhere(plan));
                    }

                    plans.Add(plan);
                }
            }
        }

        if (sets.Count > 0)
        {
            errors.AddRange(UnknownWarnings(options.Warnings.Keys, sets));
        }

        if (off.Count > 0 && sets.Count > 0)
        {
            errors.AddRange(UnknownSwitches(off, sets));
        }

        if (errors.Count > 0)
        {
            throw new PolicyBuildException([.. errors.Distinct()]);
        }

        Instant[] begins = Array.ConvertAll(editions, edition => edition.From is { } from ? book.Zone.StartOf(from) : Instant.MinValue);
        Instant end = editions[^1].Until is { } until ? book.Zone.EndOf(until) : Instant.MaxValue;
        return new PolicyEngine([.. plans], begins, end, Catalogue, options.Telemetry ? EngineTelemetry.Of(options.MeterFactory) : null);

        StandardCatalogue Catalogue() => new(sets, editions[^1].Standards, isOn);
    }

    /// <summary>The decision on one fact at an instant.</summary>
    /// <exception cref="InvalidFactException">The fact cannot be; all its problems are listed.</exception>
    /// <exception cref="RuleFaultException">A rule threw.</exception>
    public PolicyDecision Evaluate(IFact fact, Instant asOf)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return Telemetry is null
            ? PlanFor(fact).Decide(fact, asOf)
            : Observed(Telemetry, fact, asOf);
    }

    /// <summary>The decision on a case at an instant.</summary>
    /// <exception cref="InvalidFactException">The facts cannot be; all their problems are listed.</exception>
    /// <exception cref="RuleFaultException">A rule threw.</exception>
    public PolicyDecision Evaluate(PolicyCase @case, Instant asOf) => Decision(@case, asOf, default);

    /// <summary>The decision on one fact at an instant, into a buffer that is used again and again; allocates nothing where no input is missing.</summary>
    /// <exception cref="InvalidFactException">The fact cannot be; all its problems are listed.</exception>
    /// <exception cref="RuleFaultException">A rule threw.</exception>
    public void EvaluateInto(FindingBuffer buffer, IFact fact, Instant asOf)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        ArgumentNullException.ThrowIfNull(fact);
        if (Telemetry is null)
        {
            PlanFor(fact).Decide(fact, asOf, buffer);
        }
        else
        {
            Observed(Telemetry, buffer, fact, asOf);
        }
    }

    /// <summary>Whether the action that a fact asks for may be taken at an instant.</summary>
    /// <exception cref="InvalidFactException">The fact cannot be; all its problems are listed.</exception>
    /// <exception cref="RuleFaultException">A rule threw.</exception>
    public RequestDecision EvaluateRequest(IFact request, Instant asOf) => EvaluateRequest(new PolicyCase(request), asOf);

    /// <summary>Whether the action that the root fact of a case asks for may be taken at an instant.</summary>
    /// <exception cref="InvalidFactException">The facts cannot be; all their problems are listed.</exception>
    /// <exception cref="RuleFaultException">A rule threw.</exception>
    public RequestDecision EvaluateRequest(PolicyCase @case, Instant asOf) => RequestOf(@case, asOf, default);

    /// <summary>All findings of a case over time; recurring ones for <paramref name="window"/>.</summary>
    /// <exception cref="InvalidFactException">The facts cannot be; all their problems are listed.</exception>
    /// <exception cref="RuleFaultException">A rule threw.</exception>
    public PolicyTimeline Timeline(PolicyCase @case, Interval window) => TimelineOver(@case, Span.Of(window), default);

    /// <summary>The decision on a case, and how every named condition answered on the way. Costs more than evaluating.</summary>
    /// <exception cref="InvalidFactException">The facts cannot be; all their problems are listed.</exception>
    /// <exception cref="RuleFaultException">A rule threw.</exception>
    public PolicyExplanation Explain(PolicyCase @case, Instant asOf) => Explanation(@case, asOf, default);

    /// <summary>The same engine, whose evaluations of cases end when they are cancelled, as by a limit of time: at the next fact, standard or completion.</summary>
    public CancellablePolicyEngine WithCancellation(CancellationToken cancellation) => new(this, cancellation);

    /// <summary>The plans by edition.</summary>
    internal IReadOnlyList<Plan> Plans => plans;

    internal PolicyDecision Decision(PolicyCase @case, Instant asOf, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(@case);
        return Telemetry is null
            ? Decide(@case, asOf, cancellation)
            : Observed(Telemetry, @case, asOf, cancellation);
    }

    internal RequestDecision RequestOf(PolicyCase @case, Instant asOf, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(@case);
        return Telemetry is null
            ? Request(@case, asOf, cancellation)
            : Telemetry.Observe("request", @case.Root, (Engine: this, @case, asOf, cancellation), static on => on.Engine.Request(on.@case, on.asOf, on.cancellation), Said);
    }

    internal PolicyTimeline TimelineOver(PolicyCase @case, Span window, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(@case);
        return Telemetry is null
            ? Over(@case, window, cancellation)
            : Telemetry.Observe("timeline", @case.Root, (Engine: this, @case, window, cancellation), static on => on.Engine.Over(on.@case, on.window, on.cancellation), Said);
    }

    internal PolicyExplanation Explanation(PolicyCase @case, Instant asOf, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(@case);
        return Telemetry is null
            ? Explained(@case, asOf, cancellation)
            : Telemetry.Observe("explain", @case.Root, (Engine: this, @case, asOf, cancellation), static on => on.Engine.Explained(on.@case, on.asOf, on.cancellation), Said);
    }

    /// <summary>Who is told of evaluations, if the host wants that.</summary>
    internal EngineTelemetry? Telemetry { get; }

    /// <summary>Decides a case without telling anybody.</summary>
    internal PolicyDecision Decide(PolicyCase @case, Instant asOf, CancellationToken cancellation = default) => PlanFor(@case.Root).Decide(@case, asOf, cancellation);

    private static (string?, PolicyRuling) Said(PolicyDecision decision) => (EngineTelemetry.Name(decision.Outcome), decision);

    private static (string?, PolicyRuling) Said(FindingBuffer buffer) => (EngineTelemetry.Name(buffer.Outcome), buffer);

    private static (string?, PolicyRuling) Said(RequestDecision request) => (request.Outcome.ToString(), request.Decision);

    private static (string?, PolicyRuling) Said(PolicyTimeline timeline) => (null, timeline);

    private static (string?, PolicyRuling) Said(PolicyExplanation explanation) => Said(explanation.Decision);

    private static bool IsOn(Standard standard, HashSet<string> off) =>
        !off.Contains(standard.Id) && !off.Contains(standard.Family)
        && (standard.Handbooks.Count == 0 || !standard.Handbooks.All(off.Contains));

    /// <summary>A misspelt switch is a mistake: the clause that it meant would stay on.</summary>
    private static IEnumerable<PolicyBuildError> UnknownSwitches(HashSet<string> off, List<RuleSet> sets)
    {
        HashSet<string> known = [.. sets.SelectMany(set => set.Standards).SelectMany(standard => standard.Handbooks.Append(standard.Id).Append(standard.Family))];
        return off.Where(name => !known.Contains(name)).Order(StringComparer.Ordinal).Select(name =>
            new PolicyBuildError("SP0015", $"'{name}' is switched off, and is no standard, family or handbook. Name one as the catalogue does, such as CMP-05, CMP or ZJ."));
    }

    private static IEnumerable<PolicyBuildError> UnknownWarnings(IEnumerable<string> warned, List<RuleSet> sets)
    {
        HashSet<string> known = [.. sets.SelectMany(set => set.Standards).Select(standard => standard.Id)];
        return warned.Where(name => !known.Contains(name)).Order(StringComparer.Ordinal).Select(name =>
            new PolicyBuildError("SP0031", $"There are warnings of '{name}', and it is no standard. Name one by its Id, such as CMP-05."));
    }

    // Apart from the way that is not observed, so that it costs one look.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private PolicyDecision Observed(EngineTelemetry to, IFact fact, Instant asOf) =>
        to.Observe("evaluate", fact, (Engine: this, fact, asOf), static on => on.Engine.PlanFor(on.fact).Decide(on.fact, on.asOf), Said);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private PolicyDecision Observed(EngineTelemetry to, PolicyCase @case, Instant asOf, CancellationToken cancellation) =>
        to.Observe("evaluate", @case.Root, (Engine: this, @case, asOf, cancellation), static on => on.Engine.Decide(on.@case, on.asOf, on.cancellation), Said);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Observed(EngineTelemetry to, FindingBuffer buffer, IFact fact, Instant asOf) =>
        to.Observe("evaluate", fact, (Engine: this, fact, asOf, buffer), static on => on.Engine.Into(on.buffer, on.fact, on.asOf), Said);

    private FindingBuffer Into(FindingBuffer buffer, IFact fact, Instant asOf)
    {
        PlanFor(fact).Decide(fact, asOf, buffer);
        return buffer;
    }

    private RequestDecision Request(PolicyCase @case, Instant asOf, CancellationToken cancellation) => Over(@case, Plan.WindowFrom(asOf), cancellation).Request(asOf);

    private PolicyTimeline Over(PolicyCase @case, Span window, CancellationToken cancellation) => PlanFor(@case.Root).Timeline(@case, window, cancellation: cancellation);

    private PolicyExplanation Explained(PolicyCase @case, Instant asOf, CancellationToken cancellation)
    {
        PolicyTimeline timeline = PlanFor(@case.Root).Timeline(@case, Plan.WindowFrom(asOf), new TraceRecorder(), cancellation);
        return new PolicyExplanation(timeline.At(asOf), timeline.Trace!.Entries);
    }

    private Plan PlanFor(IFact root) => only ?? PlanOn(root);

    private Plan PlanOn(IFact root)
    {
        Instant opened = root.OpenedAt;
        int index = Array.BinarySearch(begins, opened);
        index = index >= 0 ? index : ~index - 1;
        if (index < 0 || (opened >= end && end != Instant.MaxValue))
        {
            FactProblems problems = default;
            problems.Add(root, nameof(IFact.OpenedAt), $"no edition is in force at '{opened}'. Add one to the book, or leave its first or last day open.");
            problems.ThrowIfAny();
        }

        return plans[index];
    }
}
