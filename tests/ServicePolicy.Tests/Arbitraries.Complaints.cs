using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using ServicePolicy.Complaints;

namespace ServicePolicy.Tests;

/// <content>What is said and done about complaints, and periods over which they are counted.</content>
public static partial class Arbitraries
{
    /// <summary>Few, so that events fall together and one tick apart.</summary>
    private static IReadOnlyList<Duration> FewOffsets { get; } = Around(0, 1, 2, 30);

    private static IReadOnlyList<Duration> CallOffsets { get; } = Around(0, 0.75, 1, 1.1875, 1.25, 2);

    private static IReadOnlyList<Duration> VerificationOffsets { get; } = Around(0, 54, 72);

    private static IReadOnlyList<Duration> PassingOffsets { get; } = Around(0, 36, 48);

    private static IReadOnlyList<Duration> ContactOffsets { get; } = Around(0, 54, 72);

    /// <summary>Complaints on no more than what the facts about them ask for.</summary>
    private static Gen<Complaint> TakenGen(string id) =>
        from received in Gen.Elements(0, 0, 1, 2).Select(hours => Origin + Duration.FromHours(hours))
        from filer in Mostly(Filer.AccountHolder)
        from matter in Gen.Elements("M", "M", "M", "N", null)
        from resolved in OccurrenceGen(received, FewOffsets)
        from beyond in OccurrenceGen(received, FewOffsets)
        from valid in Member<YesNo>()
        select new Complaint
        {
            Id = id,
            ReceivedAt = received,
            CustomerId = matter,
            Tier = CustomerTier.Ordinary,
            FiledBy = filer,
            Ticket = "T",
            Scope = ComplaintScope.Local,
            Resolved = resolved,
            NotSettledOnTheSpot = beyond,
            HallStars = StarRating.One,
            KeyCustomer = YesNo.No,
            Matter = matter,
            Valid = valid,
        };

    private static Gen<PolicyCase> TalkCaseGen =>
        from complaints in SomeOf(0, 1, number => TakenGen($"C{number}"))
        from facts in SomeOf(1, 3, number => TalkGen($"F{number}", complaints.Length > 0 ? complaints[0].ReceivedAt : Origin))
        select CaseOf([.. facts, .. complaints]);

    private static Gen<PolicyCase> MatterCaseGen =>
        from complaints in SomeOf(0, 4, number => TakenGen($"C{number}"))
        from matters in SomeOf(1, 2, number => MatterGen($"M{number}"))
        select CaseOf([.. matters, .. complaints]);

    internal static Gen<PolicyCase> PeriodCaseGen =>
        from periods in SomeOf(1, 2, number => PeriodGen($"Y{number}"))
        from complaints in SomeOf(0, 3, number => TakenGen($"C{number}"))
        from suggestions in SomeOf(0, 3, number => SuggestionGen($"G{number}"))
        from questions in SomeOf(0, 3, number => QuestionGen($"Q{number}"))
        select CaseOf([.. periods, .. complaints, .. suggestions, .. questions]);

    private static Gen<IFact> TalkGen(string id, Instant received) =>
        from at in Gen.Elements(0, 1).Select(hours => received + Duration.FromHours(hours))
        from complaint in Gen.Elements("C1", "C1", "C9", null)
        from fact in Gen.OneOf(
            CauseGen(id, complaint, at).Select(IFact (fact) => fact),
            RejectionGen(id, complaint, at).Select(IFact (fact) => fact),
            CallGen(id, complaint, at).Select(IFact (fact) => fact),
            ReplyGen(id, at).Select(IFact (fact) => fact),
            CompensationGen(id, complaint, at).Select(IFact (fact) => fact),
            ReceptionGen(id, complaint, at).Select(IFact (fact) => fact),
            RecordGen(id, complaint, at).Select(IFact (fact) => fact))
        select fact;

    private static Gen<CauseFinding> CauseGen(string id, string? complaint, Instant at) =>
        from cause in Member<ComplaintCause>()
        from transferred in OccurrenceGen(at, FewOffsets)
        from told in OccurrenceGen(at, FewOffsets)
        from answered in OccurrenceGen(at, FewOffsets)
        from passedOn in OccurrenceGen(at, FewOffsets)
        select new CauseFinding { Id = id, ComplaintId = complaint, EstablishedAt = at, Cause = cause, Transferred = transferred, ResultTold = told, AnsweredDirectly = answered, PassedOn = passedOn };

    private static Gen<OutcomeRejection> RejectionGen(string id, string? complaint, Instant at) =>
        from escalated in OccurrenceGen(at, FewOffsets)
        from contacted in OccurrenceGen(at, FewOffsets)
        from person in Gen.Elements(Reference.To("W"), Reference.To("W"), Reference.None, Reference.Unknown)
        select new OutcomeRejection { Id = id, ComplaintId = complaint, RejectedAt = at, Escalated = escalated, Contacted = contacted, ContactPerson = person };

    private static Gen<ReplyCall> CallGen(string id, string? complaint, Instant at) =>
        from talk in Mostly(YesNo.No)
        from agreed in OccurrenceGen(at, CallOffsets)
        from again in OccurrenceGen(agreed.Instant is { } time && time - at >= Duration.FromHours(1) ? time - Duration.FromHours(1) : at, CallOffsets)
        select new ReplyCall { Id = id, ComplaintId = complaint, CalledAt = at, CouldTalk = talk, AgreedFor = agreed, CalledAgain = again };

    private static Gen<ReminderReply> ReplyGen(string id, Instant at) =>
        from disputes in Mostly(YesNo.Yes)
        from contacted in OccurrenceGen(at, ContactOffsets)
        select new ReminderReply { Id = id, RepliedAt = at, DisputesCharge = disputes, Contacted = contacted };

    private static Gen<Compensation> CompensationGen(string id, string? complaint, Instant at) =>
        from extra in Gen.Elements(Money.Cny(0), Money.Cny(100), Money.Cny(100.01m), new Money(1, Currency.Usd))
        from follows in Mostly(YesNo.Yes)
        from payOff in Mostly(YesNo.No)
        select new Compensation { Id = id, ComplaintId = complaint, GrantedAt = at, Extra = extra, FollowsPolicy = follows, PayOff = payOff };

    private static Gen<DisputeReception> ReceptionGen(string id, string? complaint, Instant at) =>
        from taken in OccurrenceGen(at, FewOffsets)
        from assigned in OccurrenceGen(at, FewOffsets)
        from replaced in OccurrenceGen(at, FewOffsets)
        select new DisputeReception { Id = id, ComplaintId = complaint, InclinedAt = at, TakenToRoom = taken, HandlerAssigned = assigned, HandlerReplaced = replaced };

    private static Gen<ComplaintRecord> RecordGen(string id, string? complaint, Instant at) =>
        from confirmed in OccurrenceGen(at - Duration.FromHours(1), FewOffsets)
        from name in Mostly(YesNo.Yes)
        from number in Mostly(YesNo.Yes)
        from key in Member<YesNo>()
        from address in Member<YesNo>()
        select new ComplaintRecord { Id = id, ComplaintId = complaint, FiledAt = at, Confirmed = confirmed, NameRecorded = name, NumberRecorded = number, KeyCustomer = key, AddressRecorded = address };

    private static Gen<SeriousMatter> MatterGen(string id) =>
        from found in Gen.Elements(-1, 0, 1, 2).Select(hours => Origin + Duration.FromHours(hours))
        from fault in Mostly(YesNo.Yes)
        from serious in Mostly(YesNo.Yes)
        from escalated in OccurrenceGen(found, FewOffsets)
        select new SeriousMatter { Id = id, Matter = "M", FoundAt = found, CompanyAtFault = fault, SeriousEffect = serious, Escalated = escalated };

    private static Gen<ComplaintPeriod> PeriodGen(string id) =>
        from what in Mostly(PeriodSubject.Complaints)
        from start in Gen.Elements(-1, 0, 1).Select(hours => Origin + Duration.FromHours(hours))
        from length in Gen.Elements<Duration>(FewOffsets)
        from complete in Gen.Frequency((5, Gen.Constant(YesNo.Yes)), (1, Member<YesNo>()))
        select new ComplaintPeriod { Id = id, What = what, Dates = new NodaTime.Interval(start, start + length), Complete = complete };

    private static Gen<Suggestion> SuggestionGen(string id) =>
        from made in Gen.Elements(0, 1, 2).Select(hours => Origin + Duration.FromHours(hours))
        from valid in OccurrenceGen(made, FewOffsets)
        from feedback in OccurrenceGen(made, FewOffsets)
        from passed in OccurrenceGen(valid.Instant ?? made, PassingOffsets)
        select new Suggestion { Id = id, MadeAt = made, FoundValid = valid, FeedbackGiven = feedback, PassedUp = passed };

    private static Gen<Question> QuestionGen(string id) =>
        from asked in Gen.Elements(0, 1, 2).Select(hours => Origin + Duration.FromHours(hours))
        from solved in Member<YesNo>()
        select new Question { Id = id, AskedAt = asked, SolvedAtFirstContact = solved };

    /// <summary>Lengths of time of some hours and one tick beside them, none negative.</summary>
    private static IReadOnlyList<Duration> Around(params double[] hours) =>
    [
        .. from length in hours from tick in new[] { -1, 0, 1 } let offset = Duration.FromMinutes(length * 60) + Duration.FromNanoseconds(tick) where offset >= Duration.Zero select offset,
    ];
}
