using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ServicePolicy.Serialization;

namespace ServicePolicy.PostgreSql.Cases;

/// <summary>Decides cases, and takes them from change to change.</summary>
internal sealed class CaseDecider(PolicyEngine engine, FactTypes types)
{
    /// <summary>Why a change is told: the time came.</summary>
    public const string Deadline = "deadline";

    /// <summary>Why a change is told: figures or rules changed.</summary>
    public const string Reevaluation = "reevaluation";

    public FactTypes Types => types;

    public PolicyDecision Decide(PolicyCase @case, long asOf) => engine.Evaluate(@case, Nanoseconds.ToInstant(asOf));

    /// <summary>Decides a case as of each of its dues until an instant, not as of whenever somebody comes to it: what is told is exact however late that is.</summary>
    public CaseState Advance(PolicyCase @case, CaseState state, long until, ICollection<ChangeRow> changes)
    {
        while (state.Due <= until)
        {
            state = Step(@case, state, state.Due, Deadline, changes);
        }

        return state;
    }

    /// <summary>Decides a case as of an instant, and tells what differs.</summary>
    public CaseState Step(PolicyCase @case, CaseState state, long asOf, string reason, ICollection<ChangeRow> changes)
    {
        PolicyDecision decision = Decide(@case, asOf);
        CaseState next = CaseState.Of(state.CaseId, state.Version, decision);
        if (!next.Digest.AsSpan().SequenceEqual(state.Digest))
        {
            changes.Add(new ChangeRow(state.CaseId, asOf, reason, state.Version, state.Outcome, next.Outcome, Json(decision)));
        }

        return next;
    }

    private string Json(PolicyDecision decision)
    {
        ArrayBufferWriter<byte> json = new(1024);
        using (Utf8JsonWriter writer = new(json))
        {
            PolicyJson.WriteDecision(writer, decision, CultureInfo.InvariantCulture, types);
        }

        return Encoding.UTF8.GetString(json.WrittenSpan);
    }
}
