using System.Globalization;
using ServicePolicy.Testing.Laws;

namespace ServicePolicy.Testing;

/// <summary>
/// Holds rules against what holds of every standard, on generated cases: what is later changes nothing (S1), the next change is exact (S17), and what is said of facts
/// with unknowns is what is said however they turn out (S26).
/// </summary>
public static class PolicyLaws
{
    /// <summary>Tries all laws of <see cref="Law"/> on generated cases.</summary>
    /// <param name="engine">The engine with the rules.</param>
    /// <param name="domain">What the cases are made of.</param>
    /// <param name="settings">How much to try, and which standards to look at, such as those that begin with <c>ACME</c>.</param>
    /// <returns>What was tried, as a table of the standards.</returns>
    /// <exception cref="PolicyAssertionException">A law is broken: the message has the smallest case found for each. Or a standard never spoke, so that nothing was tried of it.</exception>
    public static string Verify(PolicyEngine engine, FactDomain domain, LawSettings settings)
    {
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(domain);
        ArgumentNullException.ThrowIfNull(settings);
        EngineRuler ruler = new(engine);
        LawRun run = LawRun.Of(ruler, domain, settings);
        Breach[] broken = [.. run.Unexcused];
        if (broken.Length > 0)
        {
            string counts = string.Join(", ", broken.CountBy(breach => $"{breach.Standard} {breach.Law}").OrderBy(count => count.Key, StringComparer.Ordinal).Select(count => $"{count.Key} {count.Value.ToString(CultureInfo.InvariantCulture)}"));
            throw new PolicyAssertionException($"Laws are broken: {counts}.\n\n{LawReport.Examples(run, broken, ruler, domain)}");
        }

        string[] silent = [.. engine.Catalogue.Where(entry => entry.IsEnforced && settings.Wants(entry.Standard.Id) && !run.Spoke.ContainsKey(entry.Standard.Id)).Select(entry => entry.Standard.Id)];
        return silent.Length == 0 && run.Spoke.Keys.Any(settings.Wants)
            ? LawReport.Table(run)
            : throw new PolicyAssertionException(
                $"Nothing was tried of {(silent.Length > 0 ? string.Join(", ", silent) : $"'{settings.Only}'")}: in {run.Cases.ToString(CultureInfo.InvariantCulture)} cases it never spoke. "
                + $"Try more cases, add its facts to the domain, or tell by {nameof(FactDomain)}.{nameof(FactDomain.WithValues)} what makes it speak.");
    }
}
