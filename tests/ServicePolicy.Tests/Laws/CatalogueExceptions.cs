using ServicePolicy.Testing;

namespace ServicePolicy.Tests.Laws;

/// <summary>Where a clause is more cautious than it need be, and why. Soundness has no exceptions; the list only shrinks.</summary>
internal static class CatalogueExceptions
{
    private static readonly Dictionary<(Law Law, string Standard), string> Reasons = new()
    {
        [(Law.WrongInputs, "CMP-03")] = Together,
        [(Law.WrongInputs, "CMP-11")] = Together,
        [(Law.WrongInputs, "CNV-02")] = Together,
        [(Law.WrongInputs, "RFD-07")] = Settled,
        [(Law.OverCautious, "RFD-06")] = Winner,
        [(Law.OverCautious, "RFD-07")] = Winner,
        [(Law.OverCautious, "CUS-09")] = Numbers,
        [(Law.OverCautious, "SUB-20")] = Numbers,
        [(Law.OverCautiousRequest, "CRD-04")] = DateLine,
        [(Law.OverCautiousRequest, "RFD-08")] = Clauses,
        [(Law.OverCautiousRequest, "SUB-01")] = Clauses,
        [(Law.OverCautiousRequest, "PRV-02")] = Merged,
        [(Law.OverCautiousRequest, "PRV-03")] = Merged,
        [(Law.OverCautiousRequest, "PRV-06")] = Merged,
        [(Law.OverCautiousRequest, "SUB-03")] = Merged,
        [(Law.WrongInputs, "HND-13")] = Together,
        [(Law.WrongInputs, "HND-27")] = Together,
        [(Law.OverCautious, "OPS-05")] = Texts,
        [(Law.WrongInputs, "OPS-05")] = Texts,
        [(Law.WrongInputs, "MSG-11")] = Texts,
        [(Law.OverCautious, "INS-02")] = Chained,
        [(Law.OverCautious, "INS-03")] = Chained,
        [(Law.OverCautious, "INS-04")] = Chained,
        [(Law.OverCautious, "INS-06")] = Chained,
        [(Law.OverCautious, "INS-07")] = Chained,
        [(Law.OverCautious, "INS-08")] = Chained,
        [(Law.OverCautious, "INS-09")] = Chained,
        [(Law.OverCautious, "INS-12")] = Chained,
        [(Law.OverCautious, "INS-13")] = Chained,
        [(Law.WrongInputs, "INS-12")] = Seldom,
    };

    private const string Merged = "An indeterminate is one as long as its inputs are the same, and holds a request up all the while, though in a part of it it can only be a violation.";
    private const string Winner = "A claim that is superseded whatever the unknown is, but by one claim or another, cannot name the one that stands.";
    private const string Numbers = "Of a number that nobody knows, the completions try a few, and the engine none.";
    private const string Clauses = "A request is decided clause by clause: that one of two clauses forbids it, whichever, is not worked out.";
    private const string DateLine = "In a zone that nobody knows a day may begin a day and an hour earlier or later, for zones have moved across the date line; those that there are now do not.";
    private const string Texts = "A text that nobody knows, such as a step or a number, may be any, and the engine tries none: that it is one only, and what hangs on that, is not worked out.";
    private const string Settled = "Claims are settled with and without each one in doubt, as if none hung on another.";
    private const string Chained = "A violation that nobody can tell may have begun at any time of the stretch for which that is so, and so in the month of a card, though it could only have begun before it.";
    private const string Seldom = "Found deserted and staffed at one and the same instant is one completion of thousands, in which the second event makes the difference; the law seldom tries it.";
    private const string Together = "Within the range of one event its rules are united by what each may say, which loses that one says nothing only when the other speaks; an input of the other is named too.";

    public static LawSettings In(LawSettings settings) => Reasons.Aggregate(settings, (excused, reason) => excused.Excuse(reason.Key.Law, reason.Key.Standard, reason.Value));
}
