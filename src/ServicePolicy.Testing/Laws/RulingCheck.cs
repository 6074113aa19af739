using System.Numerics;
using NodaTime;

namespace ServicePolicy.Testing.Laws;

/// <summary>Compares what a standard says of one subject of a case with what it says of the completions (S26, S29).</summary>
internal sealed class RulingCheck(
    FactDomain domain,
    Completer completer,
    IReadOnlyList<Completion> completions,
    bool areAll,
    About about,
    IReadOnlyList<Saying> said,
    IReadOnlyList<IReadOnlyList<Saying>> completed,
    Tell tell)
{
    private const int More = 3000, MostVerified = 3;
    private readonly Timelines time = Timelines.Over(completed.Prepend(said));
    private int verified;

    public void Run()
    {
        BigInteger[] stated = time.Read(said);
        BigInteger[][] by = [.. completed.Select(time.Read)];
        for (int stretch = 0; stretch < stated.Length; stretch++)
        {
            Compare(stretch, stated[stretch], by);
        }
    }

    private void Compare(int stretch, BigInteger stated, BigInteger[][] by)
    {
        BigInteger common = BigInteger.MinusOne, any = 0;
        bool residue = false;
        foreach (BigInteger[] one in by)
        {
            TwoRulings(stretch, one[stretch]);
            any |= one[stretch];
            if (Timelines.IsUnknown(one[stretch]))
            {
                residue = true;
            }
            else
            {
                common &= one[stretch];
            }
        }

        TwoRulings(stretch, stated);
        BigInteger known = Timelines.Known(stated), loose = known & ~common;
        Instant asOf = time.Starts[stretch];
        if (loose != 0)
        {
            tell(Law.Unsound, about.Standard, about.Subject, asOf, () =>
            {
                int counter = Array.FindIndex(by, one => !Timelines.IsUnknown(one[stretch]) && (loose & ~one[stretch]) != 0);
                return $"It says {time.Text(stated)}; with {Text(completions[counter])} it says {time.Text(by[counter][stretch])}.";
            });
        }

        // Where a completion is still in doubt, for want of what no completion tells, nothing can be told of doubt.
        if (residue)
        {
            return;
        }

        bool differ = any != common;
        if (Timelines.IsUnknown(stated) && !differ)
        {
            if (IsCertain(asOf, any))
            {
                tell(Law.OverCautious, about.Standard, about.Subject, asOf, () => $"It says {time.Text(stated)} for want of {string.Join(", ", Inputs(asOf))}; every completion says {time.Text(any)}.");
            }
        }
        else if (!Timelines.IsUnknown(stated) && loose == 0 && any != stated)
        {
            tell(Law.Silent, about.Standard, about.Subject, asOf, () =>
            {
                int counter = Array.FindIndex(by, one => one[stretch] != stated);
                return $"It says {time.Text(stated)}; with {Text(completions[counter])} it says {time.Text(by[counter][stretch])}.";
            });
        }
        else if (Timelines.IsUnknown(stated))
        {
            CheckInputs(stretch, asOf, by);
        }
    }

    private void TwoRulings(int stretch, BigInteger said)
    {
        if (time.Rulings(said).Select(ruling => ruling.Verdict).OfType<string>().Distinct().Count() > 1)
        {
            tell(Law.TwoRulings, about.Standard, about.Subject, time.Starts[stretch], () => $"It says {time.Text(said)}, of the case or of a completion of it.");
        }
    }

    private bool WereAll(Instant asOf) => areAll && asOf < completer.Until;

    private IEnumerable<string> Inputs(Instant asOf) => said.Where(saying => saying.Ruling.IsUnknown && saying.Holds(asOf)).SelectMany(saying => saying.Inputs).Distinct();

    /// <summary>Whether all completions agree, though not all were tried: some more, with events about the instant in question.</summary>
    private bool IsCertain(Instant asOf, BigInteger agreed)
    {
        if (WereAll(asOf))
        {
            return true;
        }

        if (verified++ >= MostVerified)
        {
            return false;
        }

        Ruling[] expected = [.. time.Rulings(agreed)];
        return completer.Around([asOf, .. Marks.Of(said), .. completed.Take(20).SelectMany(Marks.Of)], More).All(completion =>
            completion.Sayings.Where(saying => saying.About == about && saying.Holds(asOf)).Select(saying => saying.Ruling).ToHashSet().SetEquals(expected));
    }

    private void CheckInputs(int stretch, Instant asOf, BigInteger[][] by)
    {
        string[] named = [.. Inputs(asOf)];
        HashSet<string> matter = [];
        for (int unknown = 0; unknown < completer.Unknowns.Count; unknown++)
        {
            string name = completer.Unknowns[unknown].Name;
            if (!matter.Contains(name) && (Differ(unknown, completions, i => by[i][stretch]) || (named.Contains(name) && !WereAll(asOf) && (DifferAfterAll(unknown, asOf) || DifferAround(unknown, asOf)))))
            {
                matter.Add(name);
            }
        }

        string[] amiss = [.. matter.Except(named).Select(name => $"does not name {name}, on which completions differ"), .. named.Except(matter).Where(IsTold).Select(name => $"names {name}, on which none differ"), .. named.Where(IsCode).Select(name => $"names {name}, which is no input")];
        if (amiss.Length > 0)
        {
            tell(Law.WrongInputs, about.Standard, about.Subject, asOf, () => $"It is for want of {string.Join(", ", named)}: it {string.Join("; it ", amiss)}.");
        }
    }

    /// <summary>Whether the name is of something that completions tell: of a property, and not of a fact or a calendar that is not there.</summary>
    private bool IsTold(string input) => domain.Models.Any(model => model.Slots.Any(slot => slot.Name == input));

    /// <summary>Whether it is a piece of code.</summary>
    private static bool IsCode(string input) => input.Contains('(', StringComparison.Ordinal);

    /// <summary>Whether of two completions that differ in one unknown something else is said.</summary>
    private static bool Differ<T>(int unknown, IReadOnlyList<Completion> completions, Func<int, T> said)
        where T : notnull
    {
        Dictionary<Rest, T> seen = [];
        for (int i = 0; i < completions.Count; i++)
        {
            Rest rest = new(completions[i].Values, unknown);
            T now = said(i);
            if (!seen.TryAdd(rest, now) && !seen[rest].Equals(now))
            {
                return true;
            }
        }

        return false;
    }

    private bool DifferAround(int unknown, Instant asOf)
    {
        Completion[] around = [.. completer.Around([asOf, .. Marks.Of(said)], More)];
        return Differ(unknown, around, i => string.Join("; ", around[i].Sayings.Where(saying => saying.About == about && saying.Holds(asOf)).Select(saying => saying.Ruling.ToString()).Order(StringComparer.Ordinal)));
    }

    private bool DifferAfterAll(int unknown, Instant asOf)
    {
        for (int i = 0; i < Math.Min(completions.Count, 20); i++)
        {
            HashSet<Ruling>? first = null;
            foreach (Completion varied in completer.Vary(completions[i * completions.Count / Math.Min(completions.Count, 20)], unknown, [asOf, .. Marks.Of(said)]))
            {
                HashSet<Ruling> rulings = [.. varied.Sayings.Where(saying => saying.About == about && saying.Holds(asOf)).Select(saying => saying.Ruling)];
                first ??= rulings;
                if (!first.SetEquals(rulings))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private string Text(Completion completion) => completer.Unknowns.Count == 0 ? "the case as it is" : string.Join(", ", completer.Unknowns.Select((unknown, number) => $"{completion.Facts[unknown.Fact].Id}.{unknown.Name} = {completion.Values[number]}"));

    /// <summary>All values of a completion but one.</summary>
    private readonly struct Rest(object?[] values, int but) : IEquatable<Rest>
    {
        private readonly object?[] values = values;

        public bool Equals(Rest other)
        {
            for (int i = 0; i < values.Length; i++)
            {
                if (i != but && !Equals(values[i], other.values[i]))
                {
                    return false;
                }
            }

            return true;
        }

        public override bool Equals(object? obj) => obj is Rest rest && Equals(rest);

        public override int GetHashCode()
        {
            HashCode hash = default;
            for (int i = 0; i < values.Length; i++)
            {
                hash.Add(i == but ? null : values[i]);
            }

            return hash.ToHashCode();
        }
    }
}
