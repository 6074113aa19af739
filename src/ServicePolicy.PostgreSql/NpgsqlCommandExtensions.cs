using Npgsql;
using NpgsqlTypes;

namespace ServicePolicy.PostgreSql;

/// <summary>Commands and batches with positional parameters.</summary>
internal static class NpgsqlCommandExtensions
{
    public static NpgsqlBatchCommand Add(this NpgsqlBatch batch, string sql)
    {
        NpgsqlBatchCommand command = new(sql);
        batch.BatchCommands.Add(command);
        return command;
    }

    public static NpgsqlBatchCommand With<T>(this NpgsqlBatchCommand command, T value)
    {
        command.Parameters.Add(new NpgsqlParameter<T> { TypedValue = value });
        return command;
    }

    public static NpgsqlCommand With<T>(this NpgsqlCommand command, T value)
    {
        command.Parameters.Add(new NpgsqlParameter<T> { TypedValue = value });
        return command;
    }

    /// <summary>A number that may be absent.</summary>
    public static NpgsqlCommand WithOptional(this NpgsqlCommand command, long? value)
    {
        command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Bigint, Value = (object?)value ?? DBNull.Value });
        return command;
    }
}
