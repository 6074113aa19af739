namespace ServicePolicy.Time.Calendars;

/// <summary>A calendar could not be made: every mistake in its definition.</summary>
public sealed class CalendarDefinitionException : Exception
{
    internal CalendarDefinitionException(IReadOnlyList<PolicyBuildError> errors)
        : base("The working calendar cannot be made. " + string.Join(" | ", errors)) => Errors = errors;

    /// <summary>All mistakes found.</summary>
    public IReadOnlyList<PolicyBuildError> Errors { get; }
}
