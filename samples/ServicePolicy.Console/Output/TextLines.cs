using System.Globalization;

namespace ServicePolicy.Samples.Output;

/// <summary>Decisions as text: a line for the case, and one for each finding that decided.</summary>
internal sealed class TextLines(TextWriter output, CultureInfo culture) : IDecisionWriter
{
    public void Write(PolicyCase @case, PolicyDecision decision)
    {
        using StringReader lines = new(decision.Describe(culture));
        output.WriteLine($"{FactKey.Of(@case.Root)}: {lines.ReadLine()}");
        while (lines.ReadLine() is { } line)
        {
            output.WriteLine($"  {line}");
        }
    }
}
