using System.Collections.Immutable;
using NodaTime;

namespace ServicePolicy.Orleans.Cases;

/// <summary>A hot case, by the Id that the case has in the store: its facts in memory, and what is recorded in the store before it is answered.</summary>
/// <remarks>
/// Deadlines stay with the store and its workers. Record facts of a case either through its grain or not: a grain that others go round finds out when it next
/// records, and answers from what it knew until then.
/// </remarks>
[Alias("ServicePolicy.Case")]
public interface ICaseGrain : IGrainWithStringKey
{
    /// <summary>Opens the case.</summary>
    /// <exception cref="PostgreSql.Cases.CaseConflictException">There is one of this Id with other facts.</exception>
    [Alias("Open")]
    Task<CaseAnswer> OpenAsync(PolicyCase facts, Instant now);

    /// <summary>Records facts: one whose key the case has takes the place of the one that had it.</summary>
    /// <exception cref="PostgreSql.Cases.CaseNotOpenException">There is no such case, or it is closed.</exception>
    /// <exception cref="PostgreSql.Cases.CaseConflictException">The case has another version than the one expected.</exception>
    [Alias("Record")]
    Task<CaseAnswer> RecordAsync(ImmutableArray<IFact> facts, Instant now, long? expectedVersion);

    /// <summary>Decides the case for any instant, from memory.</summary>
    /// <exception cref="PostgreSql.Cases.CaseNotOpenException">There is no such case.</exception>
    [Alias("Decide")]
    Task<CaseAnswer> DecideAsync(Instant asOf);

    /// <summary>The facts, each in its last version; none where there is no such case.</summary>
    [Alias("Facts")]
    Task<PolicyCase?> FactsAsync();

    /// <summary>Closes the case.</summary>
    /// <returns>False where it was closed before.</returns>
    /// <exception cref="PostgreSql.Cases.CaseNotOpenException">There is no such case.</exception>
    [Alias("Close")]
    Task<bool> CloseAsync(Instant now);
}
