using System.Globalization;
using System.Text;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using ServicePolicy.Serialization;

namespace ServicePolicy.Testing.Laws;

/// <summary>A run in words: how often each law is broken by each standard, and the smallest case that shows it.</summary>
internal static class LawReport
{
    private static readonly Law[] Laws = Enum.GetValues<Law>();

    public static string Table(LawRun run)
    {
        StringBuilder text = new();
        text.AppendLine(CultureInfo.InvariantCulture, $"{run.Cases} cases, {run.Completions} completions, seed {run.Settings.Seed}. Counted once for each case, standard and subject.");
        text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"| standard | spoke | in doubt | {string.Join(" | ", Laws)} |");
        text.AppendLine(CultureInfo.InvariantCulture, $"| --- | --- | --- |{string.Concat(Laws.Select(_ => " --- |"))}");
        ILookup<string, Breach> by = run.Breaches.ToLookup(breach => breach.Standard);
        foreach (string standard in run.Spoke.Keys.Concat(by.Select(group => group.Key)).Distinct().Order(StringComparer.Ordinal))
        {
            (int spoke, int unknown) = run.Spoke.GetValueOrDefault(standard);
            text.AppendLine(Row(standard, spoke, unknown, law => by[standard].Count(breach => breach.Law == law)));
        }

        text.AppendLine(Row("all", run.Spoke.Values.Sum(count => count.Spoke), run.Spoke.Values.Sum(count => count.Unknown), law => run.Breaches.Count(breach => breach.Law == law)));
        text.AppendLine().AppendLine("Still in doubt when nothing is unknown, in so many cases, for want of:").AppendLine();
        foreach (IGrouping<string, KeyValuePair<(string Standard, string Input), int>> residue in run.Residue.GroupBy(count => count.Key.Standard).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"- {residue.Key}: {string.Join(", ", residue.OrderByDescending(count => count.Value).Select(count => $"{count.Key.Input} {count.Value}"))}");
        }

        return text.ToString();
    }

    /// <summary>For each law and standard, the smallest case found; one without an excuse where there is any.</summary>
    public static string Examples(LawRun run, IRuler ruler, FactDomain domain) => Examples(run, run.Breaches, ruler, domain);

    /// <inheritdoc cref="Examples(LawRun, IRuler, FactDomain)"/>
    public static string Examples(LawRun run, IEnumerable<Breach> breaches, IRuler ruler, FactDomain domain)
    {
        Shrinking shrinking = new(ruler, domain, run.Settings);
        string[] examples = [.. breaches.GroupBy(breach => (breach.Standard, breach.Law))
            .OrderBy(group => group.Key.Standard, StringComparer.Ordinal).ThenBy(group => group.Key.Law)
            .AsParallel().AsOrdered()
            .Select(group => Example(domain, shrinking.Shrink(group.MinBy(breach => (LawExceptions.ReasonFor(breach, run.Settings) is not null, (breach.Facts.Count * 4) + Unknown.Of(domain, breach.Facts).Count))!)))];
        return string.Join('\n', examples);
    }

    private static string Example(FactDomain domain, Breach breach) =>
        $"""
        ## {breach.Standard} {breach.Law}

        {breach.Subject} as of {breach.AsOf:uuuu-MM-ddTHH:mm:ss.FFFFFFFFF'Z'}: {breach.Story}
        Unknown: {string.Join("; ", Unknown.Of(domain, breach.Facts).Select(unknown => $"{breach.Facts[unknown.Fact].GetType().Name} {breach.Facts[unknown.Fact].Id}.{unknown.Name} ({Exact(unknown.Value)})"))}{Secrets(domain, breach.Facts)}

        {Written(domain, breach.Facts)}

        """;

    /// <summary>An unknown in full, since JSON leaves nothings out.</summary>
    private static string Exact(object? value) => value switch
    {
        null => "nothing given",
        Instant instant => InstantPattern.ExtendedIso.Format(instant),
        Occurrence { Instant: { } at } => InstantPattern.ExtendedIso.Format(at),
        Occurrence { Kind: OccurrenceKind.Between or OccurrenceKind.PerhapsBetween } range =>
            $"{(range.MayBeAbsent ? "perhaps " : string.Empty)}{(range.Earliest is { } earliest ? InstantPattern.ExtendedIso.Format(earliest) : "…")} to {(range.Latest is { } latest ? InstantPattern.ExtendedIso.Format(latest) : "…")}",
        System.Collections.IEnumerable list and not string => $"[{string.Join(", ", list.Cast<object>().Select(Exact))}]",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    /// <summary>The made-up passwords, which JSON does not show.</summary>
    private static string Secrets(FactDomain domain, IReadOnlyList<IFact> facts) => string.Concat(
        from fact in facts
        from slot in domain.Of(fact).Slots
        let secret = slot.Get(fact) as Secret
        where secret is not null
        select $"\n{fact.GetType().Name} {fact.Id}.{slot.Name} is '{secret.Reveal()}'.");

    /// <summary>As JSON, to be tried elsewhere; facts that JSON has no form for by their properties.</summary>
    private static string Written(FactDomain domain, IReadOnlyList<IFact> facts) => facts.All(fact => fact.GetType().Assembly == typeof(IFact).Assembly)
        ? Json(facts)
        : string.Join('\n', facts.Select(fact => $"{fact.GetType().Name} {{ {string.Join(", ", domain.Of(fact).Slots.Select(slot => $"{slot.Name} = {Exact(slot.Get(fact))}"))} }}"));

    private static string Json(IReadOnlyList<IFact> facts)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream))
        {
            PolicyJson.WriteCase(writer, Facts.Case(facts));
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string Row(string standard, int spoke, int unknown, Func<Law, int> count) =>
        $"| {standard} | {spoke} | {unknown} | {string.Join(" | ", Laws.Select(law => count(law) is > 0 and var broken ? broken.ToString(CultureInfo.InvariantCulture) : "·"))} |";
}
