namespace ServicePolicy.Credentials;

/// <summary>Questions about the entries of an account's log.</summary>
internal static class AccountEventExtensions
{
    /// <summary>Whether an entry is an act that is reserved to the area manager.</summary>
    public static YesNo IsReserved(this AccountEvent @event) => @event.Kind switch
    {
        AccountEventKind.Unknown => YesNo.Unknown,
        AccountEventKind.Unlocked or AccountEventKind.TakenOffBlacklist or AccountEventKind.Changed => YesNo.Yes,
        _ => YesNo.No,
    };

    /// <summary>Whether the area manager did it, on request.</summary>
    public static YesNo IsAuthorised(this AccountEvent @event) => @event.By.Is(AccountActor.AreaManager).And(@event.Requested);

    /// <summary>Whether a session was, or may have been, opened or used.</summary>
    public static bool MayUse(this AccountEvent @event) =>
        @event.Kind is AccountEventKind.SignedIn or AccountEventKind.SessionRefreshed or AccountEventKind.Unknown;

    /// <summary>Whether a session was, or may have been, closed.</summary>
    public static bool MayClose(this AccountEvent @event) => @event.Kind is AccountEventKind.SignedOut or AccountEventKind.Unknown;

    /// <summary>What is unknown of an entry that may be of a session.</summary>
    public static SessionDoubt SessionDoubts(this AccountEvent @event) =>
        (@event.Kind == AccountEventKind.Unknown ? SessionDoubt.Kind : SessionDoubt.None) | (@event.Place.Value is null ? SessionDoubt.Place : SessionDoubt.None);

    /// <summary>What is unknown of an entry.</summary>
    public static IEnumerable<string> Doubts(this AccountEvent @event)
    {
        if (@event.Kind == AccountEventKind.Unknown)
        {
            yield return nameof(AccountEvent.Kind);
        }
        else
        {
            if (@event.By == AccountActor.Unknown)
            {
                yield return nameof(AccountEvent.By);
            }

            if (@event.Requested == YesNo.Unknown)
            {
                yield return nameof(AccountEvent.Requested);
            }
        }
    }
}
