using System.Runtime.InteropServices;
using NodaTime;

namespace ServicePolicy.Rules;

/// <summary>The settlement of claims on a charge, less what was paid on it.</summary>
internal sealed class SettlementRule<TCharge, TPayment>(
    RuleSet set,
    string name,
    string[] standards,
    Func<TPayment, string?> chargeOf,
    Func<TPayment, Instant> paidAt,
    Func<TPayment, Money> amount) : SettlementRule(set, name, standards)
    where TCharge : class, IFact
    where TPayment : class, IFact
{
    public KeyJoin<TCharge, TPayment> Payments { get; } = new(charge => charge.Id, chargeOf);

    public override Type First => typeof(TCharge);

    public override CompiledRule Compile(short[] standards, int[] claimNodes) => new Compiled(this, standards, claimNodes);

    /// <summary>Settles the claims on one charge; claims that are in doubt pass as they are.</summary>
    public void Settle(TCharge charge, IEnumerable<TPayment> payments, ReadOnlySpan<Cell> cells, ref FindingWriter to)
    {
        List<Cell> claims = [];
        foreach (ref readonly Cell cell in cells)
        {
            if (cell.Kind == Kinds.Claim)
            {
                claims.Add(cell);
            }
            else
            {
                to.Append(cell);
            }
        }

        if (claims.Count == 0)
        {
            return;
        }

        List<(Instant At, decimal Amount)> paid = [];
        short currency = claims[0].Currency;
        bool mixed = claims.Exists(claim => claim.Currency != currency);
        foreach (TPayment payment in payments)
        {
            mixed |= amount(payment).Currency.Packed != currency;
            paid.Add((paidAt(payment), amount(payment).Amount));
        }

        if (mixed)
        {
            to.Evaluation.Problems.Add(charge, nameof(Money.Currency), "claims and payments on the charge are in more than one currency. Give all amounts of a charge in one.");
            return;
        }

        Settlement.Write(CollectionsMarshal.AsSpan(claims), paid, ref to);
    }

    private sealed class Compiled(SettlementRule<TCharge, TPayment> rule, short[] standards, int[] claimNodes)
        : CompiledRule(rule, standards[0], true, false, [])
    {
        public override void AddTo(ProgramBuilder programs) => programs.Of<TCharge>().NeedsCase = true;

        public override void RunAlone(IFact fact, ref FindingWriter to) => throw new InvalidOperationException("A settlement is run on a case.");

        public override void RunCase(ref FindingWriter to)
        {
            Evaluation evaluation = to.Evaluation;
            foreach (int position in evaluation.Case.Of(typeof(TCharge)))
            {
                TCharge charge = (TCharge)evaluation.Fact(position);
                List<Cell> cells = [];
                foreach (int node in claimNodes)
                {
                    foreach (int cell in evaluation.About(node, position, to.Cells))
                    {
                        cells.Add(to.Cells[cell]);
                    }
                }

                if (cells.Count > 0)
                {
                    List<TPayment> payments = [.. rule.Payments.Matches(charge, evaluation).Select(payment => (TPayment)evaluation.Fact(payment))];
                    rule.Settle(charge, payments, CollectionsMarshal.AsSpan(cells), ref to);
                }
            }
        }
    }
}
