using NodaTime;

namespace ServicePolicy.PostgreSql.Cases;

/// <summary>A case as it is kept.</summary>
/// <remarks>Its facts are all there is to it: evaluate them for any instant. The rest tells what was decided last.</remarks>
/// <param name="Id">The host's identifier.</param>
/// <param name="Version">How often facts were recorded.</param>
/// <param name="Case">The facts, each in its last version.</param>
/// <param name="AsOf">For which instant it was decided last.</param>
/// <param name="Outcome">What that came to.</param>
/// <param name="Edition">The edition of the figures that it was decided with.</param>
/// <param name="Due">When it is to be decided again; <see langword="null"/> where nothing changes any more, the case is closed, or it could not be decided.</param>
/// <param name="ClosedAt">When it was closed; <see langword="null"/> while it is open.</param>
/// <param name="FaultAt">The instant for which it could not be decided; <see langword="null"/> where it could.</param>
public sealed record StoredCase(string Id, long Version, PolicyCase Case, Instant AsOf, PolicyOutcome Outcome, string Edition, Instant? Due, Instant? ClosedAt, Instant? FaultAt);
