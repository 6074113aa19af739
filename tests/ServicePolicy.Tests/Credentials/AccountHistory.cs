using ServicePolicy.Credentials;

namespace ServicePolicy.Tests.Credentials;

/// <summary>A generated history of one account.</summary>
public sealed record AccountHistory(IReadOnlyList<AccountEvent> Events)
{
    public override string ToString() => string.Join("\n", Events);
}
