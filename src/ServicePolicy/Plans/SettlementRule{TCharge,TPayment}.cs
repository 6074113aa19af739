using System.Runtime.InteropServices;
using NodaTime;
using ServicePolicy.Evaluation;
using ServicePolicy.Rules;

namespace ServicePolicy.Plans;

/// <summary>The settlement of claims on a charge, less what was paid on it.</summary>
internal sealed class SettlementRule<TCharge, TPayment>(
    RuleSet set,
    string name,
    string[] standards,
    Func<TCharge, Currency> currencyOf,
    Func<TPayment, string?> chargeOf,
    Func<TPayment, Instant> paidAt,
    Func<TPayment, Money> amount) : SettlementRule(set, name, standards)
    where TCharge : class, IFact
    where TPayment : class, IFact
{
    private static readonly List<(Instant At, decimal Amount)> NothingPaid = [];


    private readonly KeyJoin<TCharge, TPayment> join = new(charge => charge.Id, chargeOf);

    public override KeyShape Payments => join.Shape(typeof(TPayment).Name);

    public override Type First => typeof(TCharge);

    public override CompiledRule Compile(short[] standards) => new Compiled(this, standards);

    public override void Settle(IFact charge, IEnumerable<IFact> payments, Span<Cell> cells, ref FindingSink to)
    {
        int claims = 0;
        foreach (ref Cell cell in cells)
        {
            if (cell.Kind == Kinds.Claim)
            {
                cells[claims++] = cell;
            }
        }

        cells = cells[..claims];
        List<(Instant At, decimal Amount)>? paid = null;
        short currency = currencyOf((TCharge)charge).Packed;
        bool mixed = false;
        foreach (ref Cell claim in cells)
        {
            mixed |= claim.Currency != currency;
        }

        foreach (IFact fact in payments)
        {
            TPayment payment = (TPayment)fact;
            mixed |= amount(payment).Currency.Packed != currency;
            (paid ??= []).Add((paidAt(payment), amount(payment).Amount));
        }

        if (mixed)
        {
            to.Evaluation.Problems.Add(charge, nameof(Money.Currency), "claims and payments on the charge are in more than one currency. Give all amounts of a charge in one.");
            return;
        }

        if (claims > 0)
        {
            Settlement.Write(cells, paid ?? NothingPaid, ref to);
        }
    }

    private sealed class Compiled(SettlementRule<TCharge, TPayment> rule, short[] standards)
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

        public override void Run(IFact fact, int position, ref FindingSink to) => Run(fact, position, [], ref to);

        public override void RunMatched(IFact first, object? second, ref FindingSink to) =>
            rule.Settle(first, (IEnumerable<IFact>)second!, to.TakeCells(), ref to);

        public override void RunCase(ref FindingSink to)
        {
            List<Cell> cells = [];
            foreach (int position in to.Evaluation.Case.Of(typeof(TCharge)))
            {
                Run(to.Evaluation.Fact(position), position, cells, ref to);
            }
        }

        private void Run(IFact fact, int position, List<Cell> cells, ref FindingSink to)
        {
            cells.Clear();
            foreach (short standard in standards)
            {
                Positions written = to.Own(standard, position);
                for (int i = 0; i < written.Count; i++)
                {
                    if (CaseEvaluation.Is(to.Cells[written[i]], standard, position))
                    {
                        cells.Add(to.Cells[written[i]]);
                    }
                }
            }

            TCharge charge = (TCharge)fact;
            rule.Settle(charge, rule.join.Matches(position, to.Evaluation), CollectionsMarshal.AsSpan(cells), ref to);
        }
    }
}
