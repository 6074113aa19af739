namespace ServicePolicy.Handling;

/// <summary>The classes of HND-17, by which other standards go.</summary>
internal static class QueueLoad
{
    public const string Peak = nameof(Peak);

    public const string OffPeak = nameof(OffPeak);
}
