using NodaTime;

namespace ServicePolicy.Catalogue;

/// <summary>A complete set of figures with the dates on which it is in force.</summary>
/// <param name="Name">The name that stands on every decision.</param>
/// <param name="Standards">The figures.</param>
/// <param name="From">The first day in force; <see langword="null"/> for the beginning of time.</param>
/// <param name="Until">The last day in force; <see langword="null"/> for no end.</param>
public sealed record StandardsEdition(string Name, ServiceStandards Standards, LocalDate? From = null, LocalDate? Until = null);
