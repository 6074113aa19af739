using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ServicePolicy.Tests.Docs;

/// <summary>A host's database: rows, no facts.</summary>
public sealed class ComplaintsDb(DbContextOptions<ComplaintsDb> options) : DbContext(options)
{
    public DbSet<ComplaintRow> Complaints => Set<ComplaintRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<ComplaintRow>().HasKey(row => row.Number);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<Instant>().HaveConversion<InstantConverter>();
}
