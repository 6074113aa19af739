using System.Buffers;
using System.Collections.Concurrent;
using NodaTime;
using ServicePolicy.Samples.Input;
using ServicePolicy.Samples.Output;

namespace ServicePolicy.Samples.Pipeline;

/// <summary>Reads a batch of cases, decides them, and writes the decisions; for any number of threads at once.</summary>
internal sealed class BatchDecider(PolicyEngine engine, Instant asOf, Func<IBufferWriter<byte>, IDecisionWriter> output)
{
    private readonly ConcurrentBag<ArrayBufferWriter<byte>> buffers = [];

    public BatchResult Decide(ICaseBatch batch, CancellationToken cancellation)
    {
        ArrayBufferWriter<byte> lines = buffers.TryTake(out ArrayBufferWriter<byte>? used) ? used : new ArrayBufferWriter<byte>(1 << 16);
        using IDecisionWriter writer = output(lines);
        List<Message> messages = [];
        Tally tally = new();
        foreach (Reading reading in batch.Read())
        {
            if (cancellation.IsCancellationRequested)
            {
                return new BatchResult(lines, messages, tally, IsWhole: false);
            }

            if (Decide(reading, messages) is (PolicyCase @case, PolicyDecision decision))
            {
                tally.Add(decision);
                writer.Write(@case, decision);
            }
            else
            {
                tally.Unusable++;
            }
        }

        return new BatchResult(lines, messages, tally, IsWhole: true);
    }

    /// <summary>Takes back the buffer of a result that was written.</summary>
    public void Done(BatchResult result)
    {
        result.Lines.ResetWrittenCount();
        buffers.Add(result.Lines);
    }

    private (PolicyCase Case, PolicyDecision Decision)? Decide(Reading reading, List<Message> messages)
    {
        if (reading.Case is null)
        {
            messages.Add(new Message(reading.Place, reading.Error!));
            return null;
        }

        try
        {
            return (reading.Case, engine.Evaluate(reading.Case, asOf));
        }
        catch (InvalidFactException impossible) when (reading.Origin?.Mend(impossible.Problems) is { } mended)
        {
            messages.Add(new Message(reading.Place, mended.Note));
            return Decide(reading with { Case = mended.Case, Origin = null }, messages);
        }
#pragma warning disable CA1031 // Whatever a case throws is what is wrong with it: it must not end the run.
        catch (Exception refused) when (refused is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            messages.AddRange(CaseErrors.Of(refused, reading));
            return null;
        }
    }
}
