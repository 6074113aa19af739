namespace ServicePolicy.Evaluation;

/// <summary>What a clause says of a subject in each completion, and what follows for what is known.</summary>
internal sealed class CompletionSet
{
    private const int Impossible = -1;

    private readonly List<Dimension> dimensions;
    private readonly HashSet<string> told;
    private readonly int[] sayings;
    private readonly List<List<Cell>> distinct = [];

    /// <param name="dimensions">The inputs that are completed.</param>
    /// <param name="unknown">All inputs that are read and nobody knows.</param>
    /// <param name="idle">Those of them that make no difference.</param>
    public CompletionSet(List<Dimension> dimensions, IReadOnlyList<(int Position, FactInput Input)> unknown, HashSet<(int Position, FactInput Input)> idle)
    {
        told = [.. unknown.Select(found => found.Input.Name)];
        told.ExceptWith(unknown.Except(idle).Where(found => !dimensions.Exists(dimension => (dimension.Position, dimension.Input) == found)).Select(found => found.Input.Name));
        this.dimensions = dimensions;
        Count = dimensions.Aggregate(1, (product, dimension) => product * dimension.Values.Count);
        sayings = new int[Count];
        Array.Fill(sayings, Impossible);
    }

    /// <summary>How many completions there are, impossible ones included.</summary>
    public int Count { get; }

    /// <summary>Whether none of them can be.</summary>
    public bool IsEmpty => distinct.Count == 0;

    /// <summary>Adds what is said in a completion; most say the same as another.</summary>
    public void Add(int index, List<Cell> said, CaseEvaluation evaluation)
    {
        int saying = distinct.FindIndex(other => Same(other, said, evaluation));
        if (saying < 0)
        {
            saying = distinct.Count;
            distinct.Add(said);
        }

        sayings[index] = saying;
    }

    /// <summary>What all completions say, piece by piece; where they differ, that it cannot be told, for want of the inputs on which they do.</summary>
    public List<Cell> Agree(CaseEvaluation evaluation)
    {
        if (distinct.Count == 1)
        {
            return distinct[0];
        }

        return Agreement.Of(distinct, evaluation, (_, says, same) => Differing(says, same), told);
    }

    public static bool Same(List<Cell> left, List<Cell> right, CaseEvaluation evaluation)
    {
        if (left.Count != right.Count)
        {
            return false;
        }

        for (int i = 0; i < left.Count; i++)
        {
            (Cell one, Cell other) = (left[i], right[i]);
            if (one.Start != other.Start || one.End != other.End || one.Other != other.Other || new CellMargin(one) != new CellMargin(other)
                || new CellTuple(one, evaluation.Details) != new CellTuple(other, evaluation.Details))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The inputs of which the value alone makes a difference.</summary>
    private IEnumerable<string> Differing(Saying[] says, Func<Saying, Saying, bool> same)
    {
        int step = 1;
        foreach (Dimension dimension in dimensions)
        {
            if (Differs(step, dimension.Values.Count, says, same))
            {
                yield return dimension.Input.Name;
            }

            step *= dimension.Values.Count;
        }
    }

    private bool Differs(int step, int values, Saying[] says, Func<Saying, Saying, bool> same)
    {
        for (int index = 0; index < Count; index++)
        {
            // Compared with the first possible completion that has only another value of the input.
            int own = sayings[index];
            int zero = index - index / step % values * step;
            for (int value = 0; own != Impossible && value < values; value++)
            {
                int other = sayings[zero + value * step];
                if (other != Impossible && other != own && !same(says[own], says[other]))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
