using ServicePolicy.PostgreSql.Deadlines;
using ServicePolicy.Serialization;

namespace ServicePolicy.PostgreSql.DependencyInjection;

/// <summary>Where in the database everything is kept, and how open cases are watched.</summary>
public sealed class PostgreSqlOptions
{
    /// <summary>The schema.</summary>
    public SchemaName Schema { get; set; } = SchemaName.Default;

    /// <summary>Into how many partitions the tables of cases are split when they are created; 0 for none. See <c>docs/postgresql.md</c> for when to split.</summary>
    public int Partitions { get; set; }

    /// <summary>Whether a process that watches deadlines creates and migrates the schema when it starts; otherwise it only checks that it can work with it.</summary>
    public bool Migrate { get; set; } = true;

    /// <summary>The types of fact that are kept.</summary>
    public FactTypes FactTypes { get; set; } = FactTypes.Default;

    /// <summary>How open cases are watched, and their changes delivered.</summary>
    public DeadlineOptions Deadlines { get; } = new();
}
