namespace ServicePolicy.Evaluation;

/// <summary>Which of the optional parts of a cell are set.</summary>
[Flags]
internal enum CellParts : byte
{
    None = 0,
    From = 1,
    Limit = 2,
    Due = 4,
    Done = 8,
    Amount = 16,
    Other = 32,
}
