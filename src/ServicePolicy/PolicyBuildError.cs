namespace ServicePolicy;

/// <summary>A mistake in rules, figures, editions or options.</summary>
/// <param name="Code">A stable code, such as <c>SP0001</c>.</param>
/// <param name="Message">What is wrong, the value, and what to do, in English.</param>
public sealed record PolicyBuildError(string Code, string Message)
{
    /// <summary>Code and message.</summary>
    public override string ToString() => $"{Code}: {Message}";
}
