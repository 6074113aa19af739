using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;

namespace ServicePolicy.Tests.Docs;

/// <summary>Instants as ticks of the Unix epoch: they sort as numbers, and have no zone to be lost.</summary>
public sealed class InstantConverter() : ValueConverter<Instant, long>(instant => instant.ToUnixTimeTicks(), ticks => Instant.FromUnixTimeTicks(ticks));
