using System.Globalization;
using Npgsql;

namespace ServicePolicy.PostgreSql;

/// <summary>Has the server end a transaction whose process is frozen or gone, so that nobody holds rows for ever.</summary>
internal static class IdleLimit
{
    /// <summary>Longer than anything that the package does between two statements, unless a handler of the host's runs there.</summary>
    public static readonly TimeSpan Usual = TimeSpan.FromSeconds(10);

    /// <summary>Longer than any of its statements takes, also where the process works on what it reads while it is read.</summary>
    private static readonly TimeSpan Statement = TimeSpan.FromMinutes(1);

    /// <summary>Begins a batch, which is to be the first of its transaction, with the limits.</summary>
    public static void AddIdleLimit(this NpgsqlBatch batch, TimeSpan? idle = null)
    {
        batch.Add(Sql("idle_in_transaction_session_timeout", idle ?? Usual));
        batch.Add(Sql("statement_timeout", Statement));
    }

    private static string Sql(string setting, TimeSpan limit) => $"set local {setting} = {((long)limit.TotalMilliseconds).ToString(CultureInfo.InvariantCulture)}";
}
