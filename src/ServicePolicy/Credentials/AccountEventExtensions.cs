namespace ServicePolicy.Credentials;

/// <summary>Questions about the entries of an account's log.</summary>
internal static class AccountEventExtensions
{
    /// <summary>Whether it is an act that is reserved to the area manager.</summary>
    public static YesNo IsReserved(this AccountEventKind kind) => kind.IsAnyOf(AccountEventKind.Unlocked, AccountEventKind.TakenOffBlacklist, AccountEventKind.Changed);

    /// <summary>Whether a session was opened or used.</summary>
    public static YesNo IsUse(this AccountEventKind kind) => kind.IsAnyOf(AccountEventKind.SignedIn, AccountEventKind.SessionRefreshed);

    /// <summary>Whether a session was closed.</summary>
    public static YesNo IsClosing(this AccountEventKind kind) => kind.Is(AccountEventKind.SignedOut);
}
