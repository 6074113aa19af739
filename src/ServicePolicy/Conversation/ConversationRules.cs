using ServicePolicy.Rules;

namespace ServicePolicy.Conversation;

/// <summary>The rules on conversation (CNV).</summary>
public sealed class ConversationRules : RuleSet
{
    /// <summary>The rules with the figures of one edition.</summary>
    public ConversationRules(ConversationStandards figures)
        : base("Conversation", ConversationStandards.All)
    {
        ArgumentNullException.ThrowIfNull(figures);

        AtCounter("greeting and farewell")
            .Yield((c, to) => to.Beforehand(c.Ended, done: c.Greeted.And(c.Farewell)));

        AtCounter("every question answered").Collect<SpokenQuestion>(c => c.Id, question => question.ConversationId)
            .Yield((c, questions, to) => to.Beforehand(c.Ended, done: questions.Last(q => q.Answered.Or(Occurrence.At(c.BeganAt).If(Occurrence.At(q.AskedAt).HasHappenedBy(c.Ended).Not())), c.BeganAt)));

        AtCounter("amounts said").InHandbooks("HB", "ET")
            .When("cash changes hands", c => c.Payment.Is(PaymentMeans.Cash))
            .Yield((c, to) => to.Beforehand(c.Ended, done: c.AmountsSaid));

        OnPhone("opened")
            .Yield((c, to) => to.Beforehand(c.Ended, done: c.Greeted.And(c.Introduced)));

        OnPhone("喂").Collect<Utterance>(c => c.Id, utterance => utterance.ConversationId)
            .Yield((c, said, to) => to.Violation(said.First(u => Occurrence.At(u.SaidAt).If(u.Speaker.Is(Speaker.Staff).And(ForbiddenPhrases.HasHey(u.Text.Reveal()).ToYesNo()))).NotBefore(c.BeganAt)));

        // Where nobody has anything to say, the call is closed as CNV-07 has it.
        OnPhone("closed").When("someone talks", c => c.Line.Is(LineState.Talking))
            .When("not the hotline", c => c.Setting.Is(ConversationSetting.Hotline).Not())
            .Yield((c, to) => to.Beforehand(c.Ended, done: c.Farewell));

        OnPhone("closed with thanks").When("someone talks", c => c.Line.Is(LineState.Talking))
            .When("the hotline", c => c.Setting.Is(ConversationSetting.Hotline))
            .Yield((c, to) => to.Beforehand(c.Ended, done: c.Thanked));

        OnPhone("the customer hangs up first").When("someone talks", c => c.Line.Is(LineState.Talking))
            .Yield((c, to) => to.Violation(c.StaffHungUp.If(c.CustomerHungUp.HasHappenedBy(c.StaffHungUp).Not()).NotBefore(c.BeganAt)));

        Said("CNV-03", "courtesy words")
            .Yield((c, said, to) => to.Measure(CourtesyWords.Used(ByStaff(c, said)), c.Ended));

        Said("CNV-03", "the favoured pair")
            .Yield((c, said, to) => to.Classification(CourtesyWords.PairUsed(ByStaff(c, said)), c.Ended));

        Rule("CNV-04").For<Utterance>()
            .When("by staff", u => u.Speaker.Is(Speaker.Staff))
            .When("forbidden", u => ForbiddenPhrases.AreIn(u.Text.Reveal()))
            .Yield((u, to) => to.Violation(u.SaidAt));

        Pace("pace")
            .Yield((c, said, to) => to.Measure(SpeechPace.Of(ByStaff(c, said)).PerMinute, c.Ended));

        Pace("not too fast, nor too slow")
            .Yield((c, said, to) => to.Demand(c.Ended, SpeechPace.Of(ByStaff(c, said)).IsWithin(figures.CharactersPerMinute, figures.PaceTolerance).ToYesNo()));

        Rule("CNV-06", "apology and reason").For<Absence>()
            .Yield((a, to) => to.Beforehand(a.LeftAt, done: a.Apologised.And(a.ReasonGiven)));

        Rule("CNV-06", "consent").For<Absence>().InHandbooks("ZJ")
            .Yield((a, to) => to.Beforehand(a.LeftAt, done: a.Consented));

        Rule("CNV-07", "silent").For<CustomerConversation>()
            .When("nobody is heard", c => c.Line.IsAnyOf(LineState.Silent, LineState.OtherSounds))
            .Yield((c, to) => to.Beforehand(c.Ended, done: c.GreetedAgain.And(c.RedialRequested)));

        Rule("CNV-07", "nuisance").For<CustomerConversation>()
            .When("a nuisance", c => c.Line.Is(LineState.Nuisance))
            .Yield((c, to) => to.Beforehand(c.Ended, done: c.Farewell));

        Rule("CNV-08").For<CustomerConversation>()
            .Yield((c, to) => to.Beforehand(
                c.Ended.If(c.TransactionDone.HasHappenedBy(c.Ended)),
                done: c.AnythingElseAsked.If(c.TransactionDone.HasHappenedBy(c.AnythingElseAsked))));

        Rule("CNV-09", "clear").For<SpokenQuestion>().Join<CustomerConversation>(q => q.ConversationId, c => c.Id)
            .Yield((q, c, to) => to.Beforehand(
                c.Ended.If(q.Answered.HasHappenedBy(c.Ended)),
                done: q.ClarityAsked.If(q.Answered.HasHappenedBy(q.ClarityAsked))));

        Rule("CNV-09", "thanked").For<CustomerConversation>()
            .Yield((c, to) => to.Beforehand(
                c.Ended.If(c.ItemReceived.HasHappenedBy(c.Ended)),
                done: c.ItemThanked.If(c.ItemReceived.HasHappenedBy(c.ItemThanked))));

        Rule("CNV-10").For<Utterance>()
            .When("by staff", u => u.Speaker.Is(Speaker.Staff))
            .When("in a banned tone", u => u.Tone.Is(Tone.Neutral).Not())
            .Yield((u, to) => to.Violation(u.SaidAt));

        Rule("CNV-11").For<AddressedPerson>()
            .Yield((p, to) => to.Demand(p.AddressedAt, IsProper(p)));
    }

    private RuleBuilder<CustomerConversation> AtCounter(string variant) => Rule("CNV-01", variant).For<CustomerConversation>()
        .When("at a counter", c => c.Setting.Is(ConversationSetting.Counter));

    private RuleBuilder<CustomerConversation> OnPhone(string variant) => Rule("CNV-02", variant).For<CustomerConversation>()
        .When("on the phone", c => c.Setting.IsAnyOf(ConversationSetting.Call, ConversationSetting.Hotline));

    /// <summary>What is said in a conversation, as far as it has ended with it.</summary>
    private RuleBuilder<CustomerConversation, IReadOnlyList<Utterance>> Said(string standard, string variant) => Rule(standard, variant).For<CustomerConversation>()
        .Collect<Utterance>(c => c.Id, utterance => utterance.ConversationId)
        .When("known what is said by its end", (c, said) => KnownFor(said.Any(u => IsSaidIn(c, u) == YesNo.Unknown)), nameof(CustomerConversation.Ended))
        .When("known who speaks", (c, said) => KnownFor(said.Any(u => u.Speaker.IsUnknown() && IsSaidIn(c, u) != YesNo.No)), nameof(Utterance.Speaker));

    private RuleBuilder<CustomerConversation, IReadOnlyList<Utterance>> Pace(string variant) => Said("CNV-05", variant)
        .When("staff speak", (c, said) => said.Any(u => u.Speaker.Is(Speaker.Staff).And(IsSaidIn(c, u))))
        .When("known how long", (c, said) => KnownFor(ByStaff(c, said).Any(u => u.Length is null)), nameof(Utterance.Length));

    private static YesNo KnownFor(bool anythingUnknown) => anythingUnknown ? YesNo.Unknown : YesNo.Yes;

    private static YesNo IsSaidIn(CustomerConversation c, Utterance u) => Occurrence.At(u.SaidAt).HasHappenedBy(c.Ended);

    private static IEnumerable<Utterance> ByStaff(CustomerConversation c, IReadOnlyList<Utterance> said) => said.Where(u => u.Speaker == Speaker.Staff && IsSaidIn(c, u) == YesNo.Yes);

    /// <summary>女士 is right for any woman, and 先生 for any man; what tells more has to be so.</summary>
    private static YesNo IsProper(AddressedPerson p) => p.Who.Is(Addressee.ThirdPerson).And(IsProperForThirdPerson(p))
        .Or(p.Who.Is(Addressee.Customer).And(p.Foreigner).And(p.Form.Is(AddressForm.SimpleEnglish)))
        .Or(Answers.All(p.Who.Is(Addressee.Customer), p.Foreigner.Not(), IsProperForCustomer(p), p.SurnameKnown.Not().Or(p.SurnameUsed)));

    private static YesNo IsProperForThirdPerson(AddressedPerson p) =>
        p.Sex.Is(Sex.Male).And(p.Form.Is(AddressForm.ThatGentleman)).Or(p.Sex.Is(Sex.Female).And(p.Form.Is(AddressForm.ThatLady)));

    private static YesNo IsProperForCustomer(AddressedPerson p) => Answers.AnyOf(
        p.Sex.Is(Sex.Male).And(p.Form.Is(AddressForm.Mr)),
        Answers.All(p.Sex.Is(Sex.Male), p.Form.Is(AddressForm.OldMr), p.Age.Is(AgeGroup.Old)),
        p.Sex.Is(Sex.Female).And(p.Form.Is(AddressForm.Madam)),
        Answers.All(p.Sex.Is(Sex.Female), p.Form.Is(AddressForm.OldMadam), p.Age.Is(AgeGroup.Old)),
        Answers.All(p.Sex.Is(Sex.Female), p.Form.Is(AddressForm.Mrs), p.Married),
        Answers.All(p.Sex.Is(Sex.Female), p.Form.Is(AddressForm.Miss), p.Married.Not(), p.Age.Is(AgeGroup.Old).Not()));
}
