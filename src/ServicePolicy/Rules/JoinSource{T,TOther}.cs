namespace ServicePolicy.Rules;

/// <summary>Each other fact with the key of the first.</summary>
internal sealed class JoinSource<T, TOther>(Func<T, string?> key, Func<TOther, string?> otherKey) : SecondSource<T, TOther>
    where T : class, IFact
    where TOther : class, IFact
{
    public KeyJoin<T, TOther> Keys { get; } = new(key, otherKey);

    public override Type Type => typeof(TOther);

    public override bool MatchesNothing => false;

    public override void Find(T fact, Evaluation evaluation, List<(int Position, TOther Second)> found)
    {
        foreach (int position in Keys.Matches(fact, evaluation))
        {
            IFact other = evaluation.Fact(position);
            if (!ReferenceEquals(other, fact))
            {
                found.Add((position, (TOther)other));
            }
        }
    }
}
