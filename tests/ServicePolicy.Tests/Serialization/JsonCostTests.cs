using System.Buffers;
using System.Globalization;
using System.Text.Json;
using NodaTime;
using ServicePolicy.Complaints;
using ServicePolicy.Serialization;
using Xunit;

namespace ServicePolicy.Tests.Serialization;

/// <summary>What reading, writing and words cost, counted in bytes rather than timed.</summary>
public sealed class JsonCostTests
{
    private static readonly byte[] Json =
        """{"type":"complaint","id":"CP-1017","receivedAt":"2026-11-20T01:00:00Z","tier":"vip","filedBy":"accountHolder","firstReply":"2026-11-20T02:00:00Z","resolved":{"between":["2026-11-20T02:00:00Z",null]}}"""u8.ToArray();

    private static readonly PolicyDecision Decision = Probe.Engine.Evaluate(
        new Complaint { Id = "CP-1017", Tier = CustomerTier.Vip, ReceivedAt = Arbitraries.Origin, FiledBy = Filer.AccountHolder, Ticket = "T-1" },
        Arbitraries.Origin + Duration.FromHours(7));

    /// <summary>The fact, its Id, and nothing in between.</summary>
    [Fact]
    public void ReadFact_Complaint_AllocatesTheFactAndItsTexts()
    {
        long fact = Bytes(() => Activator.CreateInstance<Complaint>()), id = Bytes(() => new string('x', "CP-1017".Length));

        // The two ends of the range are read into an array.
        Assert.InRange(Bytes(() => PolicyJson.ReadFact(Json)), fact + id, fact + id + 100);
    }

    [Fact]
    public void WriteDecision_SomeFindings_AllocatesNoStrings()
    {
        ArrayBufferWriter<byte> buffer = new(1 << 16);
        using Utf8JsonWriter writer = new(buffer);

        // The list of findings, which is put in order when it is asked for, and its positions.
        Assert.InRange(
            Bytes(() =>
            {
                buffer.ResetWrittenCount();
                writer.Reset();
                PolicyJson.WriteDecision(writer, Decision, CultureInfo.InvariantCulture);
                return writer;
            }),
            0,
            60 + (Decision.Findings.Count * 60));
    }

    [Fact]
    public void Describe_Finding_AllocatesOneString()
    {
        Finding finding = Decision.Deciding[0];
        string message = finding.Describe(CultureInfo.InvariantCulture);

        Assert.Equal(Bytes(() => new string('x', message.Length)), Bytes(() => finding.Describe(CultureInfo.InvariantCulture)));
    }

    private static long Bytes(Func<object> work)
    {
        // So often that all of it is compiled for good, whatever else runs.
        for (int i = 0; i < 2000; i++)
        {
            work();
        }

        long least = long.MaxValue;
        for (int i = 0; i < 200; i++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            work();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
