using ServicePolicy.Samples.Input;

namespace ServicePolicy.Samples.Mapping;

/// <summary>Rows make no case; the message says why, and the place where.</summary>
internal sealed class RowException(Place place, string message) : Exception(message)
{
    public Place Place { get; } = place;
}
