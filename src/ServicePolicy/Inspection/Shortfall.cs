namespace ServicePolicy.Inspection;

/// <summary>What a line of an inspector's sheet comes to.</summary>
/// <param name="Falls">Whether it falls short.</param>
/// <param name="Item">The item of the checklist that does.</param>
/// <param name="Least">The fewest points that it takes off where it falls short.</param>
/// <param name="Most">The most points.</param>
/// <param name="Missing">The inputs for want of which that cannot be told.</param>
internal readonly record struct Shortfall(YesNo Falls, ChecklistItem Item, decimal Least, decimal Most, IReadOnlyList<string> Missing);
