namespace ServicePolicy.Resources;

/// <summary>What a message may have a place for, by the names that stand in its text in braces.</summary>
internal enum MessagePlace : byte
{
    Id,
    Source,
    Text,
    Subject,
    Limit,
    Due,
    Done,
    From,
    Until,
    Left,
    Late,
    Amount,
    Value,
    Class,
    Winner,
    Inputs,
    Outcome,
    AsOf,
    Next,
}
