using NodaTime;

namespace ServicePolicy.Evaluation;

/// <summary>What several completions have in common during a piece of time.</summary>
internal sealed class Agreement(CaseEvaluation evaluation)
{
    private readonly List<(Cell Cell, CellTuple Tuple)> mentioned = [];
    private readonly List<Saying> sayings = [];
    private Possible ruling;
    private Possible others;
    private InputSet? missing;
    private Cell? decided;
    private Cell? owed;

    /// <summary>What all of several alternatives say, piece by piece; where they differ, that it cannot be told.</summary>
    /// <param name="alternatives">The cells of each.</param>
    /// <param name="evaluation">The evaluation.</param>
    /// <param name="differing">The inputs on which they differ.</param>
    /// <param name="told">The inputs of which all differences are among those.</param>
    public static List<Cell> Of(List<List<Cell>> alternatives, CaseEvaluation evaluation, DifferingInputs differing, IReadOnlyCollection<string> told)
    {
        List<Cell> agreed = [];
        foreach ((Instant start, Instant end) in Parts.Pieces(alternatives.SelectMany(cells => cells)))
        {
            Agreement agreement = new(evaluation);
            Saying[] says = [.. alternatives.Select(cells => Saying.Of(cells, start, end, evaluation.Details))];
            foreach (Saying saying in says)
            {
                agreement.Add(saying);
            }

            foreach (Cell cell in agreement.Cells(start, end, same => differing(start, says, same), told))
            {
                Parts.Add(agreed, cell, evaluation);
            }
        }

        return agreed;
    }

    public void Add(Saying saying)
    {
        sayings.Add(saying);
        ruling |= saying.Ruling;
        others |= saying.Others;
        owed = Saying.Larger(owed, saying.Most);
        missing = saying.Missing?.Union(missing) ?? missing;
        decided = saying.Decided is not { } cell ? decided : decided is { } before ? Common(before, cell) : cell;
        foreach ((Cell Cell, CellTuple Tuple) definite in saying.Definite)
        {
            if (!mentioned.Exists(known => known.Tuple == definite.Tuple))
            {
                mentioned.Add(definite);
            }
        }
    }

    /// <summary>What is said for certain, and what cannot be told, for want of what is missing in a completion or differs between them.</summary>
    public IEnumerable<Cell> Cells(Instant start, Instant end, Func<Func<Saying, Saying, bool>, IEnumerable<string>> differing, IReadOnlyCollection<string> told)
    {
        Cell? most = null;
        foreach ((Cell cell, CellTuple tuple) in mentioned)
        {
            if (sayings.TrueForAll(saying => saying.Definite.Exists(own => own.Tuple == tuple)))
            {
                yield return cell with { Start = start, End = end };
            }
            else
            {
                others |= PossibleExtensions.Of(cell);
                most = Saying.Larger(most, cell) ?? cell;
            }
        }

        if (ruling.IsOne() && ruling != Possible.Nothing)
        {
            Cell cell = decided!.Value with { Start = start, End = end };
            if (!sayings.TrueForAll(saying => saying.IsDueAs(cell)))
            {
                InputSet inputs = InputSet.Of(differing(Saying.AreDueAlike));
                cell.Detail = inputs.Names.Length == 0 ? cell.Detail : evaluation.Detail(inputs);
            }

            yield return cell;
        }

        if (!ruling.IsOne() || others != Possible.None)
        {
            Cell cell = ruling.IsOne() ? most ?? decided ?? default : decided ?? most ?? default;
            cell.Set(FindingKind.Indeterminate, FindingState.None);
            cell.Parts &= ~CellParts.Other;
            (cell.Start, cell.End) = (start, end);
            cell.Parts &= CellParts.From | CellParts.Limit | CellParts.Due | CellParts.Amount;
            cell.Parts &= ~CellParts.Amount;
            if ((others & Possible.Entitlement) != 0 && Saying.Larger(owed, most) is { } largest)
            {
                (cell.Amount, cell.Currency) = (largest.Amount, largest.Currency);
                cell.Parts |= CellParts.Amount;
            }

            cell.Other = (short)((ruling.IsOne() ? Possible.Nothing : ruling) | others);
            (cell.Standard, cell.Subject) = sayings.SelectMany(saying => saying.Definite.Select(own => own.Cell).Concat(saying.Decided is { } own ? [own] : [])).Select(own => (own.Standard, own.Subject)).First();
            InputSet inputs = InputSet.Of(differing(Saying.SayTheSame).Concat(missing?.Names.Except(told) ?? []));
            cell.Detail = evaluation.Unite(0, inputs.Names.Length == 0 ? missing : inputs);
            yield return cell;
        }
    }

    /// <summary>A cell with what of the margins is the same.</summary>
    private static Cell Common(Cell one, in Cell other)
    {
        CellMargin left = new(one), right = new(other);
        Cell stronger = one.Kind == FindingKind.Indeterminate && other.Kind != FindingKind.Indeterminate ? other : one;
        stronger.Parts &= left.CommonWith(right);
        if (left.Part != right.Part && stronger.Kind is FindingKind.Obligation or FindingKind.Violation or FindingKind.Measure)
        {
            stronger.Other = 0;
        }

        return stronger;
    }
}
