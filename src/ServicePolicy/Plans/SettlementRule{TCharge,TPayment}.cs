using NodaTime;
using ServicePolicy.Evaluation;
using ServicePolicy.Rules;

namespace ServicePolicy.Plans;

/// <summary>The settlement of claims on a charge, less what was paid on it.</summary>
internal sealed class SettlementRule<TCharge, TPayment>(
    RuleSet set,
    string name,
    string[] standards,
    string? excess,
    Func<TCharge, Currency> currencyOf,
    Func<TPayment, string?> chargeOf,
    Func<TPayment, Instant> paidAt,
    Func<TPayment, Money> amount,
    Func<TPayment, Occurrence>? returned) : SettlementRule(set, name, standards)
    where TCharge : class, IFact
    where TPayment : class, IFact
{
    private static readonly List<(Instant At, decimal Amount)> NothingPaid = [];

    private readonly KeyJoin<TCharge, TPayment> join = new(charge => charge.Id, chargeOf);

    public override string? Excess => excess;

    public override KeyShape Payments => join.Shape(typeof(TPayment).Name);

    public override Type First => typeof(TCharge);

    public override CompiledRule Compile(short[] standards, short excess) => new Compiled(this, standards, excess);

    public override void Settle(IFact charge, IEnumerable<IFact> payments, List<Cell> said, short excess, int subject, ref FindingSink to)
    {
        short currency = CurrencyOf(charge);
        TPayment[] paid = payments as TPayment[] ?? [.. payments.Cast<TPayment>()];
        if (paid.Length == 0 && said.Count == 1 && said[0].Kind == Kinds.Claim && said[0].Currency == currency)
        {
            to.Append(Settlement.OfSole(said[0]));
            return;
        }

        List<Cell> claims = said.FindAll(static cell => cell.Kind == Kinds.Claim), doubtful = said.FindAll(cell => cell.IsClaimInDoubt && cell.Currency == currency);
        CheckCurrencies((TCharge)charge, claims, paid, currency, to.Evaluation);
        claims.RemoveAll(claim => claim.Currency != currency);
        paid = Array.FindAll(paid, payment => amount(payment).Currency.Packed == currency);

        Cell over = new() { Standard = excess, Subject = subject, Currency = currency };
        to.MarkRepeated(excess, subject);
        foreach (Cell cell in said)
        {
            to.MarkRepeated(cell.Standard, subject);
        }

        List<(Instant At, decimal Amount)> least = Paid(paid, charge.OpenedAt, late: false, to.Evaluation), most = paid.Any(IsReturnUnknown) ? Paid(paid, charge.OpenedAt, late: true, to.Evaluation) : least;
        if (claims.Count == 0 && doubtful.Count == 0 && least.Count == 0)
        {
            return;
        }

        List<Cell> settled = doubtful.Count == 0 && ReferenceEquals(least, most)
            ? Settlement.Of(claims, least, over)
            : new DoubtfulSettlement(claims, doubtful, ReferenceEquals(least, most) ? [least] : [least, most], over, to.Evaluation).Settle();
        foreach (Cell cell in settled)
        {
            if (cell.Standard >= 0)
            {
                to.Append(cell);
            }
        }
    }

    private short CurrencyOf(IFact charge) => currencyOf((TCharge)charge).Packed;

    private bool IsReturnUnknown(TPayment payment) => returned?.Invoke(payment).IsUnknown == true;

    /// <summary>Two currencies are impossible from the first claim or payment in the other on; what was before it is settled all the same (S28).</summary>
    private void CheckCurrencies(TCharge charge, List<Cell> claims, TPayment[] payments, short currency, CaseEvaluation evaluation)
    {
        Instant first = Instant.MaxValue;
        foreach (Cell claim in claims)
        {
            first = claim.Currency != currency ? Instant.Min(first, claim.Start) : first;
        }

        foreach (TPayment payment in payments)
        {
            first = amount(payment).Currency.Packed != currency ? Instant.Min(first, paidAt(payment)) : first;
        }

        if (first < Instant.MaxValue)
        {
            evaluation.ProblemFrom(first, charge, nameof(Money.Currency), "claims and payments on the charge are in more than one currency. Give all amounts of a charge in one.");
        }
    }

    /// <summary>What was paid, in order of time and not before there is a charge, less what was returned; until the sum is beyond what can be counted.</summary>
    private List<(Instant At, decimal Amount)> Paid(TPayment[] payments, Instant opened, bool late, CaseEvaluation evaluation)
    {
        if (payments.Length == 0)
        {
            return NothingPaid;
        }

        List<(Instant At, decimal Amount)> paid = [];
        decimal sum = 0;
        foreach (TPayment payment in payments.OrderBy(paidAt))
        {
            decimal money = amount(payment).Amount;
            if (money > decimal.MaxValue - sum)
            {
                evaluation.ProblemFrom(paidAt(payment), payment, nameof(Money.Amount), $"'{amount(payment)}' with what was paid before is more than can be counted. Give the amounts that were paid.");
                break;
            }

            sum += money;
            Instant on = Instant.Max(opened, paidAt(payment));
            paid.Add((on, money));
            Occurrence back = returned?.Invoke(payment) ?? Occurrence.NotHappened;
            Instant at = back.Kind == OccurrenceKind.NotHappened || (late && back.MayBeAbsent) ? Instant.MaxValue : late ? back.To : back.From;
            if (at < Instant.MaxValue)
            {
                paid.Add((Instant.Max(at, on), -money));
            }
        }

        paid.Sort(static (left, right) => left.At.CompareTo(right.At));
        return paid;
    }

    private sealed class Compiled(SettlementRule<TCharge, TPayment> rule, short[] standards, short excess)
        : CompiledRule(rule, new RulePlace(standards[0], 0, Keep: true, Claiming: false), [])
    {
        public override void AddUnknowns(int position, CaseEvaluation evaluation, UnknownInputs into)
        {
            foreach (int payment in rule.join.Positions(position, evaluation))
            {
                into.Add(payment, evaluation.Fact(payment), [], parameter: 0);
            }
        }

        public override FactProgram NewProgram() => new FactProgram<TCharge>();

        public override void AddTo(FactProgram program) => program.NeedsCase = true;

        public override void RunMatched(IFact first, object? second, ref FindingSink to) =>
            rule.Settle(first, (IEnumerable<IFact>)second!, to.TakeFrom(0), excess, 0, ref to);

        public override void RunCase(ref FindingSink to)
        {
            foreach (int position in to.Evaluation.Case.Of(typeof(TCharge)))
            {
                Run(to.Evaluation.Fact(position), position, ref to);
            }

            to.Evaluation.Together.Clear();
        }

        public override void Run(IFact fact, int position, ref FindingSink to)
        {
            List<Cell>? said = null;
            foreach (short standard in standards)
            {
                Positions written = to.Own(standard, position);
                for (int i = 0; i < written.Count; i++)
                {
                    ref Cell cell = ref to.Written[written[i]];
                    if (CaseEvaluation.Is(cell, standard, position))
                    {
                        (said ??= []).Add(cell);
                        if (cell.IsOnlyClaimInDoubt && cell.Currency == rule.CurrencyOf(fact))
                        {
                            cell.Set(Kinds.Claim, FindingState.Owed);
                        }
                    }
                }
            }

            TPayment[] payments = rule.join.Matches(position, to.Evaluation);
            if (said is not null || payments.Length > 0)
            {
                rule.Settle(fact, payments, said ?? [], excess, position, ref to);
            }
        }
    }
}
