using NodaTime;
using ServicePolicy.Complaints;
using ServicePolicy.Rules;
using ServicePolicy.Time;

namespace ServicePolicy.NRules.Tests;

/// <summary>Findings that recur without an end: each night, from 22:00 to 07:00 UTC, no message about a complaint; and a duty that follows each.</summary>
internal sealed class NightRuleSet : RuleSet
{
    public NightRuleSet()
        : base("Nights", new Standard("NGT-01", Severity.Minor, "ours") { OwnTitle = "nights" }, new Standard("NGT-02", Severity.Minor, "ours") { OwnTitle = "mornings" })
    {
        Rule("NGT-01").For<Complaint>()
            .Yield((complaint, to) =>
            {
                Interval wanted = to.WantedWindow;
                LocalDate last = wanted.End.InUtc().Date;
                for (LocalDate day = wanted.Start.InUtc().Date.PlusDays(-1); day <= last; day = day.PlusDays(1))
                {
                    Instant start = day.At(new LocalTime(22, 0)).InUtc().ToInstant();
                    to.Prohibition(new Interval(start, start + Duration.FromHours(9)));
                }
            });

        Rule("NGT-02").For<Complaint>()
            .While("NGT-01")
            .Yield((complaint, to) => to.Limit(to.Since, TimeLimit.FromHours(8), Occurrence.NotHappened));
    }
}
