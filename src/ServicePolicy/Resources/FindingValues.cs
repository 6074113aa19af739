using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using NodaTime;
using ServicePolicy.Evaluation;

namespace ServicePolicy.Resources;

/// <summary>A finding, for the places of its message.</summary>
internal readonly struct FindingValues(Finding finding, MessageTemplates templates, DateTimeZone? zone) : IMessageValues
{
    public bool Has(MessagePlace place) => place switch
    {
        MessagePlace.Limit => finding.Has(CellParts.Limit),
        MessagePlace.Due => finding.Has(CellParts.Due),
        MessagePlace.Done => finding.Has(CellParts.Done),
        MessagePlace.From => finding.Cell.Start != Instant.MinValue,
        MessagePlace.Until => finding.Cell.End != Instant.MaxValue,
        MessagePlace.Left => finding.Slack is not null,
        MessagePlace.Late => finding.Slack < Duration.Zero,
        MessagePlace.Amount => finding.Amount is not null,
        MessagePlace.Value => finding.Value is not null,
        MessagePlace.Class => finding.Class is not null,
        MessagePlace.Winner => finding.SupersededBy is not null,
        MessagePlace.Inputs => finding.MissesInputs,
        _ => true,
    };

    public void Append(MessagePlace place, ref DefaultInterpolatedStringHandler text)
    {
        switch (place)
        {
            case MessagePlace.Id:
                text.AppendLiteral(finding.Standard.Id);
                break;
            case MessagePlace.Source:
                text.AppendLiteral(finding.Standard.Source);
                break;
            case MessagePlace.Text:
                AppendText(ref text);
                break;
            case MessagePlace.Subject:
                text.AppendLiteral(finding.Subject.Type);
                text.AppendLiteral(" ");
                text.AppendLiteral(finding.Subject.Id);
                break;
            case MessagePlace.Limit:
                templates.Units.AppendLimit(finding.Cell.Limit, ref text);
                break;
            case MessagePlace.Due:
                text.AppendInstant(finding.Cell.Due, zone);
                break;
            case MessagePlace.Done:
                text.AppendInstant(finding.Cell.Done, zone);
                break;
            case MessagePlace.From:
                text.AppendInstant(finding.Cell.Start, zone);
                break;
            case MessagePlace.Until:
                text.AppendInstant(finding.Cell.End, zone);
                break;
            case MessagePlace.Left or MessagePlace.Late:
                templates.Units.Append(finding.Slack!.Value, ref text);
                break;
            case MessagePlace.Amount:
                text.AppendMoney(finding.Amount!.Value);
                break;
            case MessagePlace.Value:
                text.AppendFormatted(finding.Value!.Value);
                break;
            case MessagePlace.Class:
                text.AppendLiteral(finding.Class!);
                break;
            case MessagePlace.Winner:
                text.AppendLiteral(finding.SupersededBy!.Id);
                break;
            case MessagePlace.Inputs:
                AppendInputs(ref text);
                break;
            default:
                throw new InvalidOperationException($"The message of a finding has no place for '{place}'.");
        }
    }

    private void AppendText(ref DefaultInterpolatedStringHandler text)
    {
        Template? own = finding.Standard.OwnTitle is null ? templates.TextOf(finding.Standard, finding.Kind, finding.State, finding.Kind == FindingKind.Prohibition ? finding.Class : null) : null;
        if (own?.IsFilled(this) == true)
        {
            own.Append(this, ref text);
        }
        else
        {
            // A text that speaks of a limit says nothing where nobody can tell which limit it is.
            text.AppendLiteral(templates.TitleOf(finding.Standard));
        }
    }

    private void AppendInputs(ref DefaultInterpolatedStringHandler text)
    {
        ImmutableArray<string> inputs = finding.MissingInputs;
        for (int i = 0; i < inputs.Length; i++)
        {
            text.AppendLiteral(i == 0 ? string.Empty : ", ");
            text.AppendLiteral(inputs[i]);
        }
    }
}
