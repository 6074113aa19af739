namespace ServicePolicy.Samples.Input;

/// <summary>How cases are written down.</summary>
internal enum CaseFormat
{
    /// <summary>A case, several, or a list of cases.</summary>
    Json,

    /// <summary>A case a line.</summary>
    JsonLines,

    /// <summary>Rows of a table, which a mapping makes cases of.</summary>
    Csv,
}
