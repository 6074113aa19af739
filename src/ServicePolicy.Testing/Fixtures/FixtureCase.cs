using NodaTime;
using ServicePolicy.Serialization;

namespace ServicePolicy.Testing.Fixtures;

/// <summary>Decides the case of a fixture, and compares what comes with what is expected.</summary>
internal static class FixtureCase
{
    /// <summary>What came for an expectation; a case that is refused is an answer too.</summary>
    public static Check Check(Fixture fixture, Expectation expected, PolicyEngine engine, FactTypes? types = null)
    {
        try
        {
            Answer answer = Decide(fixture, expected, engine, types);
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
        catch (RuleFaultException fault)
        {
            string shown = fault.InnerException is { } inner ? $"{fault.Message} {inner.Message}" : fault.Message;
            return new Check(fixture, expected, null, shown, [new Difference("fault", "none", shown)]);
        }
    }

    private static Answer Decide(Fixture fixture, Expectation expected, PolicyEngine engine, FactTypes? types)
    {
        (int line, int column) = fixture.Case.Position;
        PolicyCase @case = PolicyJson.ReadCase(fixture.Case.Bytes, types, line: line, column: column);
        Instant asOf = expected.AsOf ?? Instant.MaxValue;
        return expected.Request is null ? Answer.Of(engine.Evaluate(@case, asOf)) : Answer.Of(engine.EvaluateRequest(@case, asOf));
    }

    private static Check Refused(Fixture fixture, Expectation expected, string shown, string message)
    {
        bool wanted = expected.Error is { } error && message.Contains(error, StringComparison.Ordinal);
        return new Check(fixture, expected, null, shown, wanted ? [] : [new Difference("error", expected.Error is null ? "none" : $"'{expected.Error}'", shown)]);
    }
}
