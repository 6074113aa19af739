using ServicePolicy.Samples.Output;

namespace ServicePolicy.Samples.Input;

/// <summary>What a case was made of: tells where a problem with its facts comes from, and mends what the mapping allows to be mended.</summary>
internal interface ICaseOrigin
{
    /// <summary>A problem in words, and the place of what it comes from.</summary>
    Message Locate(FactProblem problem);

    /// <summary>The case without these problems, if all of them are allowed to be mended, and what was done, in words.</summary>
    (PolicyCase Case, string Note)? Mend(IReadOnlyList<FactProblem> problems);
}
