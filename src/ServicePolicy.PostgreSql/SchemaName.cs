using System.Text;

namespace ServicePolicy.PostgreSql;

/// <summary>The schema of a database in which everything is kept, as the host names it.</summary>
/// <remarks>Quoted wherever it is used: any name that PostgreSQL takes will do.</remarks>
public sealed record SchemaName
{
    private const int MostBytes = 63;

    /// <summary>A name.</summary>
    /// <exception cref="ArgumentException">PostgreSQL takes no such name.</exception>
    public SchemaName(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (Encoding.UTF8.GetByteCount(name) > MostBytes || name.Contains('\0', StringComparison.Ordinal) || name.StartsWith("pg_", StringComparison.Ordinal))
        {
            throw new ArgumentException($"'{name}' is no name for a schema. Give one of at most {MostBytes} bytes, without NUL, that does not begin with 'pg_'.", nameof(name));
        }

        Name = name;
        Quoted = $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    /// <summary>The schema where the host names none.</summary>
    public static SchemaName Default { get; } = new("service_policy");

    /// <summary>The name itself.</summary>
    public string Name { get; }

    internal string Quoted { get; }

    /// <summary>The name itself.</summary>
    public override string ToString() => Name;
}
