using System.Diagnostics.CodeAnalysis;

namespace ServicePolicy.PostgreSql;

/// <summary>By what loops wait and handlers are timed; what is decided goes by instants that the host hands over.</summary>
internal static class MachineTime
{
    [SuppressMessage("ApiDesign", "RS0030", Justification = "No decision sees it.")]
    public static TimeProvider Unless(TimeProvider? given) => given ?? TimeProvider.System;
}
