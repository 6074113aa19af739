using ServicePolicy.NRules;
using ServicePolicy.Samples.Commands;
using ServicePolicy.Samples.Input;
using ServicePolicy.Serialization;

namespace ServicePolicy.Samples.Fixtures;

/// <summary>Decides the cases of fixtures, and compares what comes with what is expected.</summary>
internal sealed class FixtureRun(PolicyEngine engine, Coverage coverage, EngineKind kind = EngineKind.Plan)
{
    /// <summary>Each expectation of the fixture with what came.</summary>
    public IEnumerable<Check> Run(Fixture fixture)
    {
        PolicyEngine own = fixture.Settings is null && fixture.Figures is null ? engine : Own(fixture);
        return fixture.Expected.Select(expected => Compare(fixture, expected, own));
    }

    private PolicyEngine Own(Fixture fixture)
    {
        try
        {
            return new HostSettings { Section = fixture.Settings, Figures = fixture.Figures, Engine = kind }.Build();
        }
        catch (SettingsException mistakes)
        {
            throw (fixture.Settings ?? fixture.Figures)!.Error(string.Join(" | ", mistakes.Mistakes));
        }
    }

    private static Answer Decide(Fixture fixture, Expectation expected, PolicyEngine engine)
    {
        (int line, int column) = fixture.Case.Position;
        PolicyCase @case = PolicyJson.ReadCase(fixture.Case.Bytes, line: line, column: column);
        NodaTime.Instant asOf = expected.AsOf ?? NodaTime.Instant.MaxValue;
        return expected.Request is null ? Answer.Of(engine.Evaluate(@case, asOf)) : Answer.Of(engine.EvaluateRequest(@case, asOf));
    }

    private static Check Refused(Fixture fixture, Expectation expected, string shown, string message)
    {
        bool wanted = expected.Error is { } error && message.Contains(error, StringComparison.Ordinal);
        return new Check(fixture, expected, null, shown, wanted ? [] : [new Difference("error", expected.Error is null ? "none" : $"'{expected.Error}'", shown)]);
    }

    private Check Compare(Fixture fixture, Expectation expected, PolicyEngine own)
    {
        try
        {
            Answer answer = Decide(fixture, expected, own);
            coverage.Add(answer.Findings);
            return new Check(fixture, expected, answer, null, [.. Comparison.Of(expected, answer)]);
        }
        catch (FactFormatException wrong)
        {
            return Refused(fixture, expected, $"{fixture.File}:{wrong.Line}:{wrong.Column}: {wrong.Message}", wrong.Message);
        }
        catch (InvalidFactException impossible)
        {
            string problems = string.Join(" | ", impossible.Problems);
            return Refused(fixture, expected, problems, problems);
        }
        catch (EnginesDifferException difference)
        {
            return new Check(fixture, expected, null, difference.Message, [new Difference("engines", "the same of both", difference.Message)]);
        }
        catch (RuleFaultException fault)
        {
            string shown = CaseErrors.Fault(fault);
            return new Check(fixture, expected, null, shown, [new Difference("fault", "none", shown)]);
        }
    }
}
