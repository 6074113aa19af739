namespace ServicePolicy.PostgreSql.Cases;

/// <summary>There is no open case of an Id: none was opened, or it was closed.</summary>
public sealed class CaseNotOpenException : Exception
{
    internal CaseNotOpenException(string caseId, bool isClosed)
        : base(isClosed ? $"Case '{caseId}' is closed. Open another one for what came after." : $"There is no case '{caseId}'. Open it first.")
    {
        CaseId = caseId;
        IsClosed = isClosed;
    }

    /// <summary>The case.</summary>
    public string CaseId { get; }

    /// <summary>Whether it was closed; otherwise it was never opened.</summary>
    public bool IsClosed { get; }
}
