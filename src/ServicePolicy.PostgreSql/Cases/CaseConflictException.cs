namespace ServicePolicy.PostgreSql.Cases;

/// <summary>A case is not what the caller takes it for: another was opened by its Id, or others have recorded facts since.</summary>
public sealed class CaseConflictException : Exception
{
    internal CaseConflictException(string caseId, long expected, long stored)
        : base(expected == 0
            ? $"There is a case '{caseId}' already, opened with other facts. Give this one another Id, or record the facts of that one."
            : $"Case '{caseId}' was expected at version {expected} and is at {stored}. Read it again, and record what is still true.")
    {
        CaseId = caseId;
        Expected = expected;
        Stored = stored;
    }

    /// <summary>The case.</summary>
    public string CaseId { get; }

    /// <summary>The version that was expected; 0 where there was to be none.</summary>
    public long Expected { get; }

    /// <summary>The version that it has.</summary>
    public long Stored { get; }
}
