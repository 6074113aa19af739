namespace ServicePolicy;

/// <summary>Three-valued questions about several answers together.</summary>
public static class Answers
{
    /// <summary>Yes if all are yes, no if any is no, and otherwise unknown.</summary>
    public static YesNo All(params ReadOnlySpan<YesNo> answers) => AtLeast(answers.Length, answers);

    /// <summary>Yes if any is yes, no if all are no, and otherwise unknown.</summary>
    public static YesNo AnyOf(params ReadOnlySpan<YesNo> answers) => AtLeast(1, answers);

    /// <summary>Yes if so many are yes, no if so many cannot be, and otherwise unknown.</summary>
    public static YesNo AtLeast(int least, params ReadOnlySpan<YesNo> answers)
    {
        int yes = 0, perhaps = 0;
        foreach (YesNo answer in answers)
        {
            yes += answer == YesNo.Yes ? 1 : 0;
            perhaps += answer != YesNo.No ? 1 : 0;
        }

        return yes >= least ? YesNo.Yes : perhaps < least ? YesNo.No : YesNo.Unknown;
    }
}
