using System.Text.Json;

namespace ServicePolicy.Serialization;

/// <summary>The names that stand in the JSON of every decision, made ready to be written.</summary>
internal static class JsonNames
{
    public static readonly JsonEncodedText Amount = JsonEncodedText.Encode("amount");
    public static readonly JsonEncodedText AsOf = JsonEncodedText.Encode("asOf");
    public static readonly JsonEncodedText At = JsonEncodedText.Encode("at");
    public static readonly JsonEncodedText Case = JsonEncodedText.Encode("case");
    public static readonly JsonEncodedText Catalogue = JsonEncodedText.Encode("catalogue");
    public static readonly JsonEncodedText Part = JsonEncodedText.Encode("part");
    public static readonly JsonEncodedText Class = JsonEncodedText.Encode("class");
    public static readonly JsonEncodedText Currency = JsonEncodedText.Encode("currency");
    public static readonly JsonEncodedText Deciding = JsonEncodedText.Encode("deciding");
    public static readonly JsonEncodedText Done = JsonEncodedText.Encode("done");
    public static readonly JsonEncodedText Due = JsonEncodedText.Encode("due");
    public static readonly JsonEncodedText Edition = JsonEncodedText.Encode("edition");
    public static readonly JsonEncodedText Elapsed = JsonEncodedText.Encode("elapsed");
    public static readonly JsonEncodedText End = JsonEncodedText.Encode("end");
    public static readonly JsonEncodedText Findings = JsonEncodedText.Encode("findings");
    public static readonly JsonEncodedText Holds = JsonEncodedText.Encode("holds");
    public static readonly JsonEncodedText Id = JsonEncodedText.Encode("id");
    public static readonly JsonEncodedText Inputs = JsonEncodedText.Encode("inputs");
    public static readonly JsonEncodedText Kind = JsonEncodedText.Encode("kind");
    public static readonly JsonEncodedText Limit = JsonEncodedText.Encode("limit");
    public static readonly JsonEncodedText Margin = JsonEncodedText.Encode("margin");
    public static readonly JsonEncodedText Message = JsonEncodedText.Encode("message");
    public static readonly JsonEncodedText NextChange = JsonEncodedText.Encode("nextChange");
    public static readonly JsonEncodedText Outcome = JsonEncodedText.Encode("outcome");
    public static readonly JsonEncodedText Severity = JsonEncodedText.Encode("severity");
    public static readonly JsonEncodedText Slack = JsonEncodedText.Encode("slack");
    public static readonly JsonEncodedText Standard = JsonEncodedText.Encode("standard");
    public static readonly JsonEncodedText Start = JsonEncodedText.Encode("start");
    public static readonly JsonEncodedText State = JsonEncodedText.Encode("state");
    public static readonly JsonEncodedText Subject = JsonEncodedText.Encode("subject");
    public static readonly JsonEncodedText SupersededBy = JsonEncodedText.Encode("supersededBy");
    public static readonly JsonEncodedText TimeZones = JsonEncodedText.Encode("timeZones");
    public static readonly JsonEncodedText Type = JsonEncodedText.Encode("type");
    public static readonly JsonEncodedText Until = JsonEncodedText.Encode("until");
    public static readonly JsonEncodedText Value = JsonEncodedText.Encode("value");
    public static readonly JsonEncodedText Version = JsonEncodedText.Encode("version");
}
