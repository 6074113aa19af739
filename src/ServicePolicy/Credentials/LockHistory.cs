namespace ServicePolicy.Credentials;

/// <summary>When an account is locked for wrong passwords, from its events in order.</summary>
/// <remarks>
/// Follows every count of consecutive wrong passwords that is possible, a bit for each, the highest being locked: an event of which
/// something is unknown adds counts, and a success or an unlocking takes them away.
/// </remarks>
internal static class LockHistory
{
    public static IReadOnlyList<HeldState> Of(IReadOnlyList<AccountEvent> events, int wrongPasswords)
    {
        ulong locked = 1UL << wrongPasswords, possible = 1;
        HeldStates states = new();
        foreach (AccountEvent @event in events)
        {
            ulong next = After(@event, possible, locked);
            if (ulong.PopCount(next) > ulong.PopCount(possible))
            {
                foreach (string input in @event.Doubts())
                {
                    states.Want(input);
                }
            }

            possible = next;
            states.Add(@event.HappenedAt, possible == locked ? YesNo.Yes : (possible & locked) == 0 ? YesNo.No : YesNo.Unknown, ulong.IsPow2(possible));
        }

        return states.ToList();
    }

    private static ulong After(AccountEvent @event, ulong possible, ulong locked) => @event.Kind switch
    {
        AccountEventKind.WrongPassword => Wrong(possible, locked),
        AccountEventKind.SignedIn => Right(possible, locked),
        AccountEventKind.Unlocked => @event.IsAuthorised() switch
        {
            YesNo.Yes => 1,
            YesNo.No => possible,
            _ => possible | 1,
        },
        AccountEventKind.Unknown => possible | Wrong(possible, locked) | 1,
        _ => possible,
    };

    private static ulong Wrong(ulong possible, ulong locked) => (possible & ~locked) << 1 | (possible & locked);

    private static ulong Right(ulong possible, ulong locked) => (possible & ~locked) == 0 ? possible : 1 | (possible & locked);
}
