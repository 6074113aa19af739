namespace ServicePolicy.Samples.Mapping;

/// <summary>What kind of thing a property of a fact is, in the words of people.</summary>
internal enum PropertyKind
{
    /// <summary>Text, or one of the words of an enumeration.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>An amount of money.</summary>
    Money,

    /// <summary>An instant that is always known.</summary>
    Instant,

    /// <summary>An event: it may not have happened, or not be known.</summary>
    Event,

    /// <summary>A length of time.</summary>
    Length,

    /// <summary>A day.</summary>
    Day,

    /// <summary>A stretch of time.</summary>
    Interval,

    /// <summary>Stretches of time.</summary>
    Intervals,

    /// <summary>A list of texts.</summary>
    Texts,

    /// <summary>A secret.</summary>
    Secret,
}
