using NodaTime;
using ServicePolicy.Credentials;
using ServicePolicy.Testing;
using ServicePolicy.Testing.Laws;
using Xunit;

namespace ServicePolicy.Tests.Laws;

/// <summary>The laws find what breaks them, and nothing in what keeps them.</summary>
public sealed class LawTests
{
    private static readonly Instant Origin = CaseGenerator.Origin;

    /// <summary>Only whether the boot password is set decides: done, or not.</summary>
    private static readonly WorkComputer Computer = new() { Id = "w", SeenAt = Origin, ScreenSaver = YesNo.Yes };

    private static readonly ServiceCall Call = new() { Id = "c", BeganAt = Origin, Ended = Occurrence.Between(Origin, Origin + Duration.FromHours(1)) };

    private static readonly About OfComputer = new("T-01", FactKey.Of(Computer)), OfCall = new("T-01", FactKey.Of(Call));

    [Fact]
    public void Check_WhatHoldsHoweverItTurnsOut_BreaksNothing()
    {
        Assert.Empty(Broken(Computer, fact => fact.BootPassword switch
        {
            YesNo.Unknown => [Doubt(OfComputer, Origin, Instant.MaxValue, nameof(Computer.BootPassword))],
            YesNo.Yes => [Says(FindingState.Met)],
            _ => [new Saying(OfComputer, new Ruling(FindingKind.Violation), Origin, Instant.MaxValue)],
        }));
        Assert.Empty(Broken(Call, fact => fact.Ended switch
        {
            { Kind: OccurrenceKind.NotHappened } => [Over(Origin, Instant.MaxValue, FindingState.Pending)],
            { Instant: { } ended } => [Over(Origin, ended, FindingState.Pending), Over(ended, Instant.MaxValue, FindingState.Met)],
            var range when range.Earliest < range.Latest || range.MayBeAbsent =>
            [
                Over(Origin, range.Earliest!.Value, FindingState.Pending),
                Doubt(OfCall, range.Earliest!.Value, range.MayBeAbsent ? Instant.MaxValue : range.Latest!.Value, nameof(Call.Ended)),
                .. range.MayBeAbsent ? Array.Empty<Saying>() : [Over(range.Latest!.Value, Instant.MaxValue, FindingState.Met)],
            ],
            _ => throw new InvalidOperationException("No such call is asked about."),
        }));
    }

    [Fact]
    public void Check_StatedAndNotByACompletion_IsUnsound() =>
        Assert.Equal([Law.Unsound], Broken(Computer, fact => fact.BootPassword == YesNo.No ? [] : [Says(FindingState.Met)]));

    [Fact]
    public void Check_InDoubtAndCompletionsAgree_IsOverCautious() =>
        Assert.Equal([Law.OverCautious], Broken(Computer, fact => fact.BootPassword == YesNo.Unknown ? [Doubt(OfComputer, Origin, Instant.MaxValue, nameof(Computer.BootPassword))] : [Says(FindingState.Met)]));

    [Fact]
    public void Check_NothingAndACompletionSpeaks_IsSilent() =>
        Assert.Equal([Law.Silent], Broken(Computer, fact => fact.BootPassword == YesNo.Yes ? [Says(FindingState.Met)] : []));

    [Theory]
    [InlineData(nameof(Computer.ScreenSaver))]
    [InlineData(nameof(Computer.BootPassword), nameof(Computer.ScreenSaver))]
    public void Check_AnInputThatDoesNotMatter_IsWrong(params string[] inputs) =>
        Assert.Equal([Law.WrongInputs], Broken(Computer with { ScreenSaver = YesNo.Unknown }, fact => fact.BootPassword switch
        {
            YesNo.Unknown => [Doubt(OfComputer, Origin, Instant.MaxValue, inputs)],
            YesNo.Yes => [Says(FindingState.Met)],
            _ => [],
        }));

    [Fact]
    public void Check_MetAndViolatedAtOnce_IsTwoRulings() =>
        Assert.Equal([Law.TwoRulings], Broken(Computer, _ => [Says(FindingState.Met), new Saying(OfComputer, new Ruling(FindingKind.Violation), Origin, Instant.MaxValue)]));

    [Fact]
    public void Check_ARangeTakenForItsBeginning_IsUnsoundAndHindsight() =>
        Assert.Equal([Law.Unsound, Law.Hindsight], Broken(
            Call,
            fact => fact.Ended switch
            {
                { MayBeAbsent: true } => [Over(Origin, Instant.MaxValue, FindingState.Pending)],
                { Instant: { } ended } => [Over(Origin, ended, FindingState.Pending), Over(ended, Instant.MaxValue, FindingState.Met)],
                _ => [Over(Origin, Instant.MaxValue, FindingState.Met)],
            },
            Call.Ended).Order());

    [Fact]
    public void Check_AnEventLaterThanTheRuling_IsHindsight() =>
        Assert.Equal([Law.Hindsight], Broken(Call, fact => fact.Ended == Occurrence.NotHappened ? [] : [Over(Origin, Instant.MaxValue, FindingState.Met)], Occurrence.At(Origin + Duration.FromHours(1))));

    [Fact]
    public void Check_AChangeThatIsNone_IsNoNextChange() =>
        Assert.Equal([Law.NextChange], Broken(Computer, _ => [Says(FindingState.Met)], next: NextChange.At(Origin + Duration.FromHours(1))));

    [Fact]
    public void Check_AllowedAndRefusedByACompletion_IsAnUnsoundRequest() =>
        Assert.Contains(Law.UnsoundRequest, Broken(
            Computer,
            fact => fact.BootPassword == YesNo.Yes ? [] : [new Saying(OfComputer, new Ruling(FindingKind.Prohibition), Instant.MinValue, Instant.MaxValue)],
            ask: fact => fact.BootPassword == YesNo.No ? RequestOutcome.Denied : RequestOutcome.Allowed));

    private static Saying Says(FindingState state) => new(OfComputer, new Ruling(FindingKind.Obligation, state), Origin, Instant.MaxValue);

    private static Saying Over(Instant start, Instant end, FindingState state) => new(OfCall, new Ruling(FindingKind.Obligation, state), start, end);

    private static Saying Doubt(About about, Instant start, Instant end, params string[] inputs) => new(about, Ruling.Unknown, start, end) { Inputs = [.. inputs] };

    private static IEnumerable<Law> Broken(ServiceCall call, Func<ServiceCall, IReadOnlyList<Saying>> say, Occurrence ended) => Broken(call with { Ended = ended }, say);

    private static IEnumerable<Law> Broken<T>(T fact, Func<T, IReadOnlyList<Saying>> say, NextChange? next = null, Func<T, RequestOutcome>? ask = null)
        where T : IFact
    {
        CaseCheck check = new(new FakeRuler<T>(say, ask, next), FactDomain.Library, new LawSettings(), [fact], new Random(1));
        Assert.True(check.Run());
        return check.Breaches.Select(breach => breach.Law).Distinct();
    }

    private sealed class FakeRuler<T>(Func<T, IReadOnlyList<Saying>> say, Func<T, RequestOutcome>? ask, NextChange? next) : IRuler
        where T : IFact
    {
        public IReadOnlyList<Saying> Say(PolicyCase @case) => say((T)@case.Root);

        public Answer Ask(PolicyCase @case, Instant asOf) => new(ask?.Invoke((T)@case.Root) ?? RequestOutcome.Allowed, null, []);

        public NextChange Next(PolicyCase @case, Instant asOf) =>
            next ?? (Say(@case).Where(saying => saying.Start > asOf).Select(saying => (Instant?)saying.Start).Min() is { } first ? NextChange.At(first) : NextChange.Never);
    }
}
