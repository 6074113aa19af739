using NodaTime;
using ServicePolicy.Credentials;

namespace ServicePolicy.Tests.Credentials;

/// <summary>Says whether an account is locked, listed, shared or left open at one instant, by replaying all that could have happened until then.</summary>
/// <remarks>Straight from the words of the catalogue, one instant at a time. What is unknown is tried in every way; where the ways differ nobody can tell.</remarks>
internal sealed class AccountOracle(IEnumerable<AccountEvent> events, DateTimeZone zone)
{
    private readonly AccountEvent[] events = [.. events.OrderBy(e => e.HappenedAt).ThenBy(e => e.Sequence).ThenBy(e => e.Id, StringComparer.Ordinal)];

    /// <summary>CRD-05: 5 consecutive wrong passwords lock; a success or the area manager's unlocking resets; what is tried while locked changes nothing.</summary>
    public YesNo Locked(Instant t)
    {
        HashSet<int> counts = [0];
        foreach (AccountEvent e in Until(t))
        {
            HashSet<int> next = [];
            foreach (int count in counts)
            {
                bool locked = count >= 5;
                if (e.Kind is AccountEventKind.WrongPassword or AccountEventKind.Unknown)
                {
                    next.Add(locked ? count : count + 1);
                }

                if (e.Kind is AccountEventKind.SignedIn or AccountEventKind.Unknown)
                {
                    next.Add(locked ? count : 0);
                }

                if (e.Kind is AccountEventKind.Unlocked or AccountEventKind.Unknown)
                {
                    next.UnionWith(Allowed(e).Select(allowed => allowed ? 0 : count));
                }

                if (e.Kind is not (AccountEventKind.WrongPassword or AccountEventKind.SignedIn or AccountEventKind.Unlocked))
                {
                    next.Add(count);
                }
            }

            counts = next;
        }

        return Agreed(counts.Select(count => count >= 5));
    }

    /// <summary>CRD-04: 90 days by date without a change put the account on the blacklist, off which only the area manager takes it.</summary>
    public YesNo Listed(Instant t)
    {
        HashSet<(Instant? Since, bool Listed)> states = [(null, false)];
        foreach (AccountEvent e in Until(t))
        {
            HashSet<(Instant? Since, bool Listed)> next = [];
            foreach ((Instant? Since, bool Listed) before in states)
            {
                (Instant? Since, bool Listed) state = (before.Since, before.Listed || Due(before.Since, e.HappenedAt));
                (Instant? Since, bool Listed) renewed = (e.HappenedAt, false);
                switch (e.Kind)
                {
                    case AccountEventKind.PasswordSet:
                        next.Add(state.Listed ? state : renewed);
                        break;
                    case AccountEventKind.TakenOffBlacklist when state.Listed:
                        next.UnionWith(Allowed(e).Select(allowed => allowed ? renewed : state));
                        break;
                    case AccountEventKind.Unknown:
                        next.UnionWith(state.Listed ? Allowed(e).Select(allowed => allowed ? renewed : state) : [state, renewed]);
                        next.Add(state);
                        break;
                    default:
                        next.Add(state);
                        break;
                }
            }

            states = next;
        }

        return states.Any(state => state.Since is null) ? YesNo.Unknown : Agreed(states.Select(state => state.Listed || Due(state.Since, t)));
    }

    /// <summary>CRD-12: in use at two places at once; a session is in use until it is closed, or has stood unused for more than 10 minutes.</summary>
    public YesNo Shared(Instant t) => Agreed(Readings(t).Select(reading => reading.Values.Count(last => t <= last + Duration.FromMinutes(10)) >= 2));

    /// <summary>CRD-10: open, and unused for more than 10 minutes.</summary>
    public YesNo LeftOpen(Instant t) => Agreed(Readings(t).Select(reading => reading.Values.Any(last => t > last + Duration.FromMinutes(10))));

    /// <summary>CRD-12 for a request from a place.</summary>
    public YesNo Elsewhere(string place, Instant t) =>
        Agreed(Readings(t).Select(reading => reading.Any(session => session.Key != place && t <= session.Value + Duration.FromMinutes(10))));

    /// <summary>CRD-10 for a request to go on at a place.</summary>
    public YesNo NothingOpen(string place, Instant t) =>
        Agreed(Readings(t).Select(reading => !(reading.TryGetValue(place, out Instant last) && t <= last + Duration.FromMinutes(10))));

    /// <summary>Whether all that is doubtful of sessions is few enough to be tried in every way.</summary>
    public bool CanTryAll => events.Count(e => Touches(e) && (e.Kind == AccountEventKind.Unknown || e.Place.Value is null)) <= 4;

    /// <summary>The sessions that are open, by place, with the instant of their last use: once for each way in which it could have been.</summary>
    private List<Dictionary<string, Instant>> Readings(Instant t)
    {
        List<Dictionary<string, Instant>> readings = [[]];
        foreach (AccountEvent e in Until(t).Where(Touches))
        {
            string[] places = e.Place.Value is { } place ? [place] : ["Desk 1", "Desk 2", $"Place of {e.Id}"];
            bool?[] closed = e.Kind switch { AccountEventKind.SignedOut => [true], AccountEventKind.Unknown => [true, false, null], _ => [false] };
            readings = [.. readings.SelectMany(reading => places.SelectMany(at => closed.Select(close => After(reading, at, close, e.HappenedAt))))];
        }

        return readings;
    }

    private static bool Touches(AccountEvent e) =>
        e.Kind is AccountEventKind.SignedIn or AccountEventKind.SessionRefreshed or AccountEventKind.SignedOut or AccountEventKind.Unknown;

    private static Dictionary<string, Instant> After(Dictionary<string, Instant> reading, string place, bool? close, Instant at)
    {
        Dictionary<string, Instant> next = new(reading);
        if (close == true)
        {
            next.Remove(place);
        }
        else if (close == false)
        {
            next[place] = at;
        }

        return next;
    }

    private static YesNo Agreed(IEnumerable<bool> ways)
    {
        bool[] all = [.. ways.Distinct()];
        return all.Length > 1 ? YesNo.Unknown : all[0] ? YesNo.Yes : YesNo.No;
    }

    private static IEnumerable<bool> Allowed(AccountEvent e)
    {
        bool manager = e.By == AccountActor.AreaManager, asked = e.Requested == YesNo.Yes;
        bool never = (!manager && e.By != AccountActor.Unknown) || e.Requested == YesNo.No;
        return never ? [false] : manager && asked ? [true] : [false, true];
    }

    private bool Due(Instant? since, Instant t) => since is { } start && t.InZone(zone).Date >= start.InZone(zone).Date.PlusDays(90);

    private IEnumerable<AccountEvent> Until(Instant t) => events.Where(e => e.HappenedAt <= t);
}
