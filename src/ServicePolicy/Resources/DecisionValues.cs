using NodaTime;
using ServicePolicy.Serialization;

namespace ServicePolicy.Resources;

/// <summary>The outcome of a decision or a request, for the places of its message.</summary>
/// <param name="Outcome">The outcome in words.</param>
/// <param name="AsOf">The instant decided for.</param>
/// <param name="Until">When that ends or changes.</param>
/// <param name="Zone">In whose local time instants are told; UTC where there is none.</param>
internal readonly record struct DecisionValues(string Outcome, Instant AsOf, Instant? Until, DateTimeZone? Zone) : IMessageValues
{
    public bool Has(MessagePlace place) => place is not (MessagePlace.Next or MessagePlace.Until) || Until is not null;

    public void Append(MessagePlace place, ref Utf8Builder text)
    {
        switch (place)
        {
            case MessagePlace.Outcome:
                text.Append(Outcome);
                break;
            case MessagePlace.AsOf:
                text.AppendInstant(AsOf, Zone);
                break;
            case MessagePlace.Next or MessagePlace.Until:
                text.AppendInstant(Until!.Value, Zone);
                break;
            default:
                throw new InvalidOperationException($"The message of a decision has no place for '{place}'.");
        }
    }
}
