using NodaTime;

namespace ServicePolicy.Credentials;

/// <summary>When an account is on the blacklist because its password was not changed, from its events in order.</summary>
/// <remarks>
/// Follows every day from which the days may be counted; known events leave one. On the blacklist only the area manager's clearing
/// helps, and the days are counted anew from it.
/// </remarks>
internal sealed class BlacklistHistory
{
    private readonly DateTimeZone zone;
    private readonly int days;
    private readonly HeldStates states = new();
    private readonly Queue<Instant> due = [];
    private bool mayBeListed;
    private bool unset = true;

    private BlacklistHistory(DateTimeZone zone, int days)
    {
        this.zone = zone;
        this.days = days;
    }

    public static IReadOnlyList<HeldState> Of(OperatorAccount account, IReadOnlyList<AccountEvent> events, DateTimeZone zone, int days)
    {
        BlacklistHistory history = new(zone, days);
        history.states.Want(nameof(AccountEventKind.PasswordSet));
        history.Say(account.OpenedAt);
        foreach (AccountEvent @event in events)
        {
            history.Pass(@event.HappenedAt);
            history.Apply(@event);
        }

        history.Pass(Instant.MaxValue);
        return history.states.ToList();
    }

    /// <summary>The beginning of the day on which the consequence begins.</summary>
    private Instant DueAfter(Instant start)
    {
        LocalDate day = start.InZone(zone).Date;
        return Period.DaysBetween(day, LocalDate.MaxIsoValue) > days ? zone.AtStartOfDay(day.PlusDays(days)).ToInstant() : Instant.MaxValue;
    }

    private void Pass(Instant now)
    {
        while (due.TryPeek(out Instant first) && first <= now && first < Instant.MaxValue)
        {
            due.Dequeue();
            mayBeListed = true;
            Say(first);
        }
    }

    private void Apply(AccountEvent @event)
    {
        Instant at = @event.HappenedAt;
        switch (@event.Kind)
        {
            case AccountEventKind.PasswordSet when unset || due.Count > 0:
                due.Clear();
                due.Enqueue(DueAfter(at));
                unset = false;
                break;
            case AccountEventKind.TakenOffBlacklist when mayBeListed && @event.IsAuthorised() == YesNo.Yes:
                mayBeListed = false;
                due.Enqueue(DueAfter(at));
                break;
            case AccountEventKind.TakenOffBlacklist when mayBeListed && @event.IsAuthorised() == YesNo.Unknown:
            case AccountEventKind.Unknown when !unset:
                due.Enqueue(DueAfter(at));
                foreach (string input in @event.Doubts())
                {
                    states.Want(input);
                }

                break;
            default:
                return;
        }

        Say(at);
    }

    private void Say(Instant at) => states.Add(
        at,
        unset ? YesNo.Unknown : !mayBeListed ? YesNo.No : due.Count == 0 ? YesNo.Yes : YesNo.Unknown,
        certain: !unset && due.Count + (mayBeListed ? 1 : 0) == 1);
}
