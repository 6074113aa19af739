namespace ServicePolicy.Samples.Bus;

/// <summary>Whoever the bus tells, in this process or another.</summary>
public static class CaseChangedHandler
{
    public static void Handle(CaseChanged change) => Console.WriteLine($"{change.At} {change.CaseId} is {change.Outcome}, says the bus");
}
