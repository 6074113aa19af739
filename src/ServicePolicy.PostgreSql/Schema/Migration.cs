using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ServicePolicy.PostgreSql.Schema;

/// <summary>One step of the schema.</summary>
/// <param name="Number">Its number; steps are applied in order.</param>
/// <param name="CompatibleFrom">The oldest step that a package may have been made for and still work once this one is applied.</param>
/// <param name="Sql">What it does, with the schema as <c>{schema}</c>, and tables that may be partitioned as <c>{by_hash}</c> and <c>{parts table: settings}</c>.</param>
internal sealed partial record Migration(int Number, int CompatibleFrom, string Sql)
{
    /// <summary>The steps of this version of the package.</summary>
    public static IReadOnlyList<Migration> All { get; } = [new(1, 1, Read("0001.sql"))];

    /// <summary>The step as PostgreSQL takes it.</summary>
    public string For(SchemaName schema, int partitions) => Parts().Replace(Sql, match => PartsOf(match.Groups["table"].Value, match.Groups["settings"].Value, partitions))
        .Replace("{by_hash}", partitions > 0 ? "partition by hash (case_id)" : string.Empty, StringComparison.Ordinal)
        .Replace("{schema}", schema.Quoted, StringComparison.Ordinal);

    private static string PartsOf(string table, string settings, int partitions)
    {
        if (partitions == 0)
        {
            return $"alter table {{schema}}.{table} set ({settings});";
        }

        StringBuilder sql = new();
        for (int i = 0; i < partitions; i++)
        {
            sql.AppendLine(CultureInfo.InvariantCulture, $"create table {{schema}}.{table}_{i} partition of {{schema}}.{table} for values with (modulus {partitions}, remainder {i}) with ({settings});");
        }

        return sql.ToString();
    }

    private static string Read(string name)
    {
        using StreamReader reader = new(typeof(Migration).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"\{parts (?<table>\w+): (?<settings>[^}]+)\}")]
    private static partial Regex Parts();
}
