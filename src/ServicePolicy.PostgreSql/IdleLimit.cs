using System.Globalization;

namespace ServicePolicy.PostgreSql;

/// <summary>Has the server end a transaction whose process is frozen or gone, so that nobody holds rows for ever.</summary>
internal static class IdleLimit
{
    /// <summary>Longer than anything that the package does between two statements, unless a handler of the host's runs there.</summary>
    public static readonly TimeSpan Usual = TimeSpan.FromSeconds(10);

    public static string Sql(TimeSpan limit) =>
        $"set local idle_in_transaction_session_timeout = {((long)limit.TotalMilliseconds).ToString(CultureInfo.InvariantCulture)}";
}
