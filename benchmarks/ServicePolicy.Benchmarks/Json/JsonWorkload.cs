using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using ServicePolicy.Complaints;
using ServicePolicy.Serialization;

namespace ServicePolicy.Benchmarks.Json;

/// <summary>A thousand complaints as text, what is decided of them, and the same in plain records.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A writer over memory holds nothing to give back.")]
internal sealed class JsonWorkload
{
    public const int Count = 1_000;
    private static readonly Instant AsOf = Instant.FromUtc(2026, 6, 30, 12, 0);

    private readonly ArrayBufferWriter<byte> buffer = new(1 << 16);
    private readonly Utf8JsonWriter writer;

    public JsonWorkload()
    {
        writer = new Utf8JsonWriter(buffer);
        Random random = new(14);
        PolicyEngine engine = PolicyEngine.Create(ServiceStandards.Default);
        Texts = [.. Enumerable.Range(0, Count).Select(i => Encoding.UTF8.GetBytes(Complaint(random, i)))];
        Cases = [.. Texts.Select(text => PolicyJson.ReadCase(text))];
        Decisions = [.. Cases.Select(@case => engine.Evaluate(@case, AsOf))];
        PlainComplaints = [.. Texts.Select(text => JsonSerializer.Deserialize(text, PlainJsonContext.WithNodaTime.Complaint)!)];
        PlainDecisions = [.. Decisions.Select(decision => JsonSerializer.Deserialize(Text(() => PolicyJson.WriteDecision(writer, decision, CultureInfo.InvariantCulture)), PlainJsonContext.WithNodaTime.Decision)!)];
        Check();
    }

    public byte[][] Texts { get; }

    public PolicyCase[] Cases { get; }

    public PolicyDecision[] Decisions { get; }

    public Plain.Complaint[] PlainComplaints { get; }

    public Plain.Decision[] PlainDecisions { get; }

    public int Read(int i) => PolicyJson.ReadCase(Texts[i]).Facts.Length;

    public int ReadPlain(int i) => JsonSerializer.Deserialize(Texts[i], PlainJsonContext.WithNodaTime.Complaint)!.Id.Length;

    public int Write(int i)
    {
        Begin();
        PolicyJson.WriteDecision(writer, Decisions[i], CultureInfo.InvariantCulture);
        return End();
    }

    public int WritePlain(int i)
    {
        Begin();
        JsonSerializer.Serialize(writer, PlainDecisions[i], PlainJsonContext.WithNodaTime.Decision);
        return End();
    }

    private static string Complaint(Random random, int number)
    {
        Instant received = AsOf - Duration.FromSeconds(random.Next(1, 8 * 24 * 3600));
        string tier = random.Next(3) switch { 0 => "ordinary", 1 => "goTone", _ => "vip" };
        string filedBy = random.Next(10) == 0 ? "someoneElse" : "accountHolder";
        string resolved = random.Next(2) == 0 ? string.Empty : $",\"resolved\":\"{At(received + Duration.FromSeconds(random.Next(1, 60 * 3600)))}\"";
        return $$"""{"type":"complaint","id":"CP-{{number}}","receivedAt":"{{At(received)}}","tier":"{{tier}}","filedBy":"{{filedBy}}","ticket":"T-{{number}}","firstReply":"{{At(received + Duration.FromSeconds(random.Next(1, 60 * 3600)))}}"{{resolved}}}""";
    }

    private static string At(Instant instant) => InstantPattern.ExtendedIso.Format(instant);

    /// <summary>What is compared says the same, or the comparison says nothing.</summary>
    private void Check()
    {
        for (int i = 0; i < Count; i++)
        {
            int current = i;
            string own = Encoding.UTF8.GetString(Text(() => Write(current))), plain = Encoding.UTF8.GetString(Text(() => WritePlain(current)));
            Complaint complaint = (Complaint)Cases[i].Root;
            if (own != plain || (complaint.Id, complaint.ReceivedAt, complaint.Ticket.Value, complaint.FirstReply.Instant, complaint.Resolved.Instant, complaint.Tier.ToString(), complaint.FiledBy.ToString())
                != (PlainComplaints[i].Id, PlainComplaints[i].ReceivedAt, PlainComplaints[i].Ticket, PlainComplaints[i].FirstReply, PlainComplaints[i].Resolved, PlainComplaints[i].Tier.ToString(), PlainComplaints[i].FiledBy.ToString()))
            {
                throw new InvalidOperationException($"The plain records say something else of '{Encoding.UTF8.GetString(Texts[i])}':\n{own}\n{plain}");
            }
        }
    }

    private ReadOnlySpan<byte> Text(Action write)
    {
        Begin();
        write();
        End();
        return buffer.WrittenSpan;
    }

    private void Begin()
    {
        buffer.ResetWrittenCount();
        writer.Reset();
    }

    private int End()
    {
        writer.Flush();
        return buffer.WrittenCount;
    }
}
