using ServicePolicy.Evaluation;

namespace ServicePolicy.Inspection;

/// <summary>What is taken off a section at an instant, kept up as deductions come and doubts end.</summary>
internal sealed class RunningSection(decimal points)
{
    private readonly SortedDictionary<string, int> doubts = new(StringComparer.Ordinal);
    private decimal surely;
    private decimal perhaps;

    /// <summary>Adds a deduction for a stretch of time, or takes it away at its end.</summary>
    public void Count(Deduction deduction, InputSet? unknown, int step)
    {
        surely += unknown is null ? step * deduction.Least : 0;
        perhaps += step * deduction.Most;
        Doubt(unknown?.Names ?? [], step);
        Doubt(deduction.Missing, step);
    }

    /// <summary>What is left of its points, and never less than nothing.</summary>
    public ScoreRange Score(YesNo complete)
    {
        bool all = complete == YesNo.Yes;
        decimal most = Math.Max(points - surely, 0), least = all ? Math.Max(points - perhaps, 0) : 0;
        return new ScoreRange(least, most, least == most ? [] : [.. doubts.Keys, .. all ? Array.Empty<string>() : [nameof(ScoreCard.Complete)]]);
    }

    private void Doubt(IEnumerable<string> names, int step)
    {
        foreach (string name in names)
        {
            int left = doubts.GetValueOrDefault(name) + step;
            if (left == 0)
            {
                doubts.Remove(name);
            }
            else
            {
                doubts[name] = left;
            }
        }
    }
}
