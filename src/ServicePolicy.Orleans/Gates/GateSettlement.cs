namespace ServicePolicy.Orleans.Gates;

/// <summary>How a reservation is settled.</summary>
public enum GateSettlement : byte
{
    /// <summary>It has happened: it is spent.</summary>
    Confirm,

    /// <summary>It has not happened: it is given back.</summary>
    Release,

    /// <summary>It has happened, and the count begins again.</summary>
    Reset,
}
