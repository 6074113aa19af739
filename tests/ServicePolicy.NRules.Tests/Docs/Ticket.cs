namespace ServicePolicy.NRules.Tests.Docs;

/// <summary>A fact as a class, with no equality of its own.</summary>
public sealed class Ticket(string number, ICollection<string> fired)
{
    public string Number { get; } = number;

    /// <summary>Where rules note what they fired on.</summary>
    public ICollection<string> Fired { get; } = fired;
}
