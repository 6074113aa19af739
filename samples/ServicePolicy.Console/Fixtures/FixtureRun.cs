using ServicePolicy.NRules;
using ServicePolicy.Samples.Commands;

namespace ServicePolicy.Samples.Fixtures;

/// <summary>Decides the cases of fixtures on the engine that was chosen, and keeps which standards they exercise.</summary>
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

    private Check Compare(Fixture fixture, Expectation expected, PolicyEngine own)
    {
        try
        {
            Check check = FixtureCase.Check(fixture, expected, own);
            if (check.Answer is { } answer)
            {
                coverage.Add(answer.Findings);
            }

            return check;
        }
        catch (EnginesDifferException difference)
        {
            return new Check(fixture, expected, null, difference.Message, [new Difference("engines", "the same of both", difference.Message)]);
        }
    }
}
