namespace ServicePolicy;

/// <summary>A fact that may say in which hall it was.</summary>
public interface IHallFact : IFact
{
    /// <summary>The Id of the hall.</summary>
    /// <value><see langword="null"/> where it is not told.</value>
    string? HallId { get; }
}
