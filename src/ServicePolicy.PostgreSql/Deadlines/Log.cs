using Microsoft.Extensions.Logging;
using NodaTime;

namespace ServicePolicy.PostgreSql.Deadlines;

/// <summary>What the workers log: keys, instants, counts and types of exceptions, no fact and no message.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Error, "Case '{CaseId}' could not be decided as of {Due}: {Error}, try {Tries}. Its error is kept in case_fault.")]
    public static partial void CaseFaulted(this ILogger logger, string caseId, Instant due, string error, int tries);

    [LoggerMessage(2, LogLevel.Warning, "The change of case '{CaseId}' at {At} was not taken: {Error}, try {Tries}.")]
    public static partial void NotTaken(this ILogger logger, string caseId, Instant at, string error, int tries);

    [LoggerMessage(3, LogLevel.Error, "The change of case '{CaseId}' at {At} was not taken in {Tries} tries, and is put aside in dead_change.")]
    public static partial void PutAside(this ILogger logger, string caseId, Instant at, int tries);

    [LoggerMessage(4, LogLevel.Warning, "The database is away: {Error}. It is tried again, {Loop} in {Wait}.")]
    public static partial void DatabaseAway(this ILogger logger, string loop, string error, TimeSpan wait);

    [LoggerMessage(5, LogLevel.Information, "The database is back ({Loop}).")]
    public static partial void DatabaseBack(this ILogger logger, string loop);

    [LoggerMessage(6, LogLevel.Information, "Deadlines in schema '{Schema}' are watched.")]
    public static partial void Watching(this ILogger logger, string schema);

    [LoggerMessage(7, LogLevel.Information, "Deadlines in schema '{Schema}' are no longer watched by this process.")]
    public static partial void Stopped(this ILogger logger, string schema);

    [LoggerMessage(8, LogLevel.Warning, "Changes were taken, and what the handler does once that is committed failed: {Error}.")]
    public static partial void FailedAfterwards(this ILogger logger, string error);
}
