namespace ServicePolicy;

/// <summary>How an amount is rounded to the minor unit of its currency.</summary>
public enum MoneyRounding : byte
{
    /// <summary>To the nearer; halves up, away from zero.</summary>
    HalfUp,

    /// <summary>To the nearer; halves to the even one.</summary>
    HalfEven,

    /// <summary>Up, away from zero.</summary>
    Up,

    /// <summary>Down, toward zero.</summary>
    Down,
}
