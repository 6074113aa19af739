using System.Buffers;
using System.Globalization;
using System.Text;

namespace ServicePolicy.Samples.Output;

/// <summary>Decisions as text: a line for the case, and one for each finding that decided.</summary>
internal sealed class TextLines(IBufferWriter<byte> output, CultureInfo culture) : IDecisionWriter
{
    public void Write(PolicyCase @case, PolicyDecision decision)
    {
        Encoding.UTF8.GetBytes($"{FactKey.Of(@case.Root)}: {decision.Describe(culture).Replace("\n", "\n  ", StringComparison.Ordinal)}\n", output);
    }

    public void Dispose()
    {
    }
}
