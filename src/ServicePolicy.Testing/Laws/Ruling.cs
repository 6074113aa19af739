namespace ServicePolicy.Testing.Laws;

/// <summary>What makes two rulings about one subject the same (S26).</summary>
internal readonly record struct Ruling(FindingKind Kind, FindingState State = FindingState.None, string? Class = null, Money? Amount = null, decimal? Value = null)
{
    public static readonly Ruling Unknown = new(FindingKind.Indeterminate);

    public bool IsUnknown => Kind == FindingKind.Indeterminate;

    /// <summary>Which of pending, at risk, met, breached and violated it is, if any (S29).</summary>
    public string? Verdict => Kind switch
    {
        FindingKind.Obligation => State.ToString(),
        FindingKind.Violation => nameof(FindingKind.Violation),
        _ => null,
    };

    public override string ToString() =>
        (State == FindingState.None ? $"{Kind}" : $"{Kind}.{State}")
        + (Class is null ? string.Empty : $" {Class}")
        + (Amount is null ? string.Empty : $" {Amount}")
        + (Value is null ? string.Empty : string.Create(System.Globalization.CultureInfo.InvariantCulture, $" ={Value}"));
}
