namespace ServicePolicy.PostgreSql.Schema;

/// <summary>The schema in the database is not one that this version of the package can work with.</summary>
public sealed class SchemaException : Exception
{
    internal SchemaException(string message)
        : base(message)
    {
    }
}
