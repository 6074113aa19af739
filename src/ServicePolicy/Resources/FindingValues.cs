using System.Collections.Immutable;
using NodaTime;
using ServicePolicy.Evaluation;
using ServicePolicy.Serialization;

namespace ServicePolicy.Resources;

/// <summary>A finding, for the places of its message.</summary>
internal readonly ref struct FindingValues(Finding finding, UnitWords units, DateTimeZone? zone) : IMessageValues
{
    private readonly ref readonly Cell cell = ref finding.Cell;

    public bool Has(MessagePlace place) => place switch
    {
        MessagePlace.Limit => cell.Has(CellParts.Limit),
        MessagePlace.Due => cell.Has(CellParts.Due),
        MessagePlace.Done => cell.Has(CellParts.Done),
        MessagePlace.From => cell.Start != Instant.MinValue,
        MessagePlace.Until => cell.End != Instant.MaxValue,
        MessagePlace.Left => finding.Slack is not null,
        MessagePlace.Late => finding.Slack < Duration.Zero,
        MessagePlace.Amount => finding.Amount is not null,
        MessagePlace.Value => finding.Value is not null,
        MessagePlace.Class => finding.Class is not null,
        MessagePlace.Winner => finding.SupersededBy is not null,
        MessagePlace.Inputs => finding.MissesInputs,
        _ => true,
    };

    public void Append(MessagePlace place, ref Utf8Builder text)
    {
        switch (place)
        {
            case MessagePlace.Subject:
                text.Append(finding.Subject.Type);
                text.Append((byte)' ');
                text.Append(finding.Subject.Id);
                break;
            case MessagePlace.Limit:
                units.AppendLimit(cell.Limit, ref text);
                break;
            case MessagePlace.Due:
                text.AppendInstant(cell.Due, zone);
                break;
            case MessagePlace.Done:
                text.AppendInstant(cell.Done, zone);
                break;
            case MessagePlace.From:
                text.AppendInstant(cell.Start, zone);
                break;
            case MessagePlace.Until:
                text.AppendInstant(cell.End, zone);
                break;
            case MessagePlace.Left or MessagePlace.Late:
                units.Append(finding.Slack!.Value, ref text);
                break;
            case MessagePlace.Amount:
                text.AppendMoney(finding.Amount!.Value);
                break;
            case MessagePlace.Value:
                text.Append(finding.Value!.Value);
                break;
            case MessagePlace.Class:
                text.Append(finding.Class!);
                break;
            case MessagePlace.Winner:
                text.Append(finding.SupersededBy!.Id);
                break;
            case MessagePlace.Inputs:
                AppendInputs(ref text);
                break;
            default:
                throw new InvalidOperationException($"The message of a finding has no place for '{place}'.");
        }
    }

    private void AppendInputs(ref Utf8Builder text)
    {
        ImmutableArray<string> inputs = finding.MissingInputs;
        for (int i = 0; i < inputs.Length; i++)
        {
            text.Append(i == 0 ? [] : ", "u8);
            text.Append(inputs[i]);
        }
    }
}
