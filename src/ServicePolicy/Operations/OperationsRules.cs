using NodaTime;
using ServicePolicy.Rules;
using ServicePolicy.Time;

namespace ServicePolicy.Operations;

/// <summary>The rules on the cadence of quality, incidents and hours of service (OPS).</summary>
public sealed class OperationsRules : RuleSet
{
    /// <summary>The rules with the figures of one edition.</summary>
    public OperationsRules(OperationsStandards figures)
        : base("Operations", OperationsStandards.All)
    {
        ArgumentNullException.ThrowIfNull(figures);

        Recorded("OPS-01", UnitKind.CallCentre).Yield((unit, records, to) => to.EachPeriod(
            figures.ServiceReview,
            unit.Zone,
            unit.From,
            unit.Ended,
            records,
            done: [r => r.Done.If(r.Duty.Is(DutyKind.AnswerRateTest)), r => r.Done.If(r.Duty.Is(DutyKind.ServiceReview))]));

        Recorded("OPS-02", UnitKind.CallCentre).Yield((unit, records, to) => to.EachPeriod(
            figures.SuggestionSummary, unit.Zone, unit.From, unit.Ended, records, done: [r => r.Done.If(r.Duty.Is(DutyKind.SuggestionSummary))]));

        Recorded("OPS-03", UnitKind.Agent).IfSet(figures.AssessmentAnchor).Yield((unit, records, to) => to.EachPeriod(
            zone => RecurringPeriods.OfWeeks(figures.AssessmentWeeks, figures.AssessmentAnchor.GetValueOrDefault(), zone),
            unit.Zone,
            unit.From,
            unit.Ended,
            records,
            done: [r => r.Done.If(r.Duty.Is(DutyKind.Assessment))]));

        Recorded("OPS-04", UnitKind.CallCentre).Yield((unit, records, to) => to.EachPeriod(
            figures.QualityReview,
            unit.Zone,
            unit.From,
            unit.Ended,
            records,
            done: [r => r.Done.If(r.Duty.Is(DutyKind.QualityReview)), r => r.Done.If(r.Duty.Is(DutyKind.StarNamed))]));

        Rule("OPS-05", "every step checked").For<ServiceUnit>()
            .When("has steps", unit => unit.Steps.Length > 0)
            .Collect<DutyRecord>(unit => unit.Id, record => record.UnitId)
            .Yield((unit, records, to) => to.EachPeriod(
                figures.AccessCheck,
                unit.Zone,
                unit.From,
                unit.Ended,
                records,
                done: unit.Steps.Select<string, Func<DutyRecord, Occurrence>>(step => r => r.Done.If(r.Duty.Is(DutyKind.AccessCheck).And(r.Step.Is(step))))));

        Rule("OPS-05", "violations reported").For<ServiceUnit>().Join<AccessViolation>(unit => unit.Id, violation => violation.UnitId)
            .Yield((unit, v, to) => to.WithinPeriod(figures.AccessCheck, unit.Zone, Instant.Max(v.FoundAt, unit.From), v.ReportedUpward));

        RoundTheClock("OPS-06", ChannelKind.Hotline);

        Rule("OPS-07").For<PlannedSending>()
            .When("a mass message or a campaign", s => s.Kind.IsAnyOf(SendingKind.MassMessage, SendingKind.Campaign))
            .Yield((s, to) => to.Beforehand(s.AskedAt, s.Began, done: s.PlanFiled));

        Rule("OPS-08", "reported").For<Incident>()
            .When("no row or fight", i => i.Kind.IsAnyOf(IncidentKind.Row, IncidentKind.Fight).Not())
            .Yield((i, to) => to.Limit(i.HappenedAt, within: figures.AtOnce, until: i.ManagerTold.Or(i.SpecialistTold)));

        Rule("OPS-08", "reported, with the police").For<Incident>()
            .When("a row or a fight", i => i.Kind.IsAnyOf(IncidentKind.Row, IncidentKind.Fight))
            .Yield((i, to) => to.Limit(i.HappenedAt, within: figures.AtOnce, until: i.ManagerTold.And(i.PoliceCalled)));

        Rule("OPS-08", "calmed and informed").For<Incident>()
            .Yield((i, to) => to.Limit(i.HappenedAt, within: figures.AtOnce, until: i.CustomersCalmed.And(i.CustomersInformed)));

        Rule("OPS-08", "apology and call").For<Incident>()
            .When("the system failed", i => i.Kind.Is(IncidentKind.SystemFailure))
            .Yield((i, to) => to.Limit(i.HappenedAt, within: figures.AtOnce, until: i.Apologised.And(i.SupportCalled)));

        Recorded("OPS-09", UnitKind.Hall).IfSet(figures.HallFigures).Yield((unit, records, to) => to.EachPeriod(
            figures.HallFigures.GetValueOrDefault(),
            unit.Zone,
            unit.From,
            unit.Ended,
            records,
            done: [r => r.Done.If(r.Duty.Is(DutyKind.FiguresPublished).And(r.Audience.Is(FiguresAudience.Staff)))]));

        Recorded("OPS-10", UnitKind.Agent, "log").Yield((unit, records, to) => to.EachPeriod(
            figures.AgentLog, unit.Zone, unit.From, unit.Ended, records, done: [r => r.Done.If(r.Duty.Is(DutyKind.Log))]));

        Rule("OPS-10", "inspections").For<ServiceInspection>()
            .Yield((i, to) => to.WithinPeriod(figures.AgentLog, i.Zone, i.InspectedAt, i.FedBack.And(i.Archived)));

        RoundTheClock("OPS-11", ChannelKind.OnlineService, ChannelKind.OnlinePayment);

        Recorded("OPS-12", UnitKind.Branch).IfSet(figures.ProviderRating).Yield((unit, records, to) => to.EachPeriod(
            figures.ProviderRating.GetValueOrDefault(),
            unit.Zone,
            unit.From,
            unit.Ended,
            records,
            done:
            [
                r => r.Done.If(r.Duty.Is(DutyKind.ProviderRating)),
                r => r.Done.If(r.Duty.Is(DutyKind.RatingPublication)),
                r => r.Done.If(r.Duty.Is(DutyKind.ServiceProbe)),
            ]));
    }

    private RuleBuilder<ServiceUnit, IReadOnlyList<DutyRecord>> Recorded(string standard, UnitKind kind, string? variant = null) => Rule(standard, variant).For<ServiceUnit>()
        .When("it is a duty of the unit", unit => unit.Kind.Is(kind))
        .Collect<DutyRecord>(unit => unit.Id, record => record.UnitId);

    /// <summary>Closed hours and outages are one thing to a service that has to be there round the clock.</summary>
    private void RoundTheClock(string standard, params ChannelKind[] kinds) => Rule(standard).For<ServiceChannel>()
        .When("it has to be there round the clock", channel => channel.Kind.IsAnyOf(kinds))
        .Collect<ChannelStatus>(channel => channel.Id, status => status.ChannelId)
        .Yield((channel, statuses, to) => to.Kept(
            channel.From,
            to.Closed(channel.Calendar) | statuses.AnyOf(status => Truth.During(status.Dates) & !Truth.Of(status.Available))));
}
