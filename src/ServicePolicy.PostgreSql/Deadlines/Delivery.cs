namespace ServicePolicy.PostgreSql.Deadlines;

/// <summary>What a batch of deliveries has come to.</summary>
/// <param name="Delivered">How many changes the handler took.</param>
/// <param name="Retried">How many it did not take, and will be given again.</param>
/// <param name="Dead">How many it did not take for the last time.</param>
public readonly record struct Delivery(int Delivered, int Retried, int Dead)
{
    /// <summary>How many changes were settled.</summary>
    public int Count => Delivered + Retried + Dead;

    /// <summary>Two batches together.</summary>
    public static Delivery operator +(Delivery left, Delivery right) => left.Add(right);

    /// <summary>Two batches together.</summary>
    public Delivery Add(Delivery other) => new(Delivered + other.Delivered, Retried + other.Retried, Dead + other.Dead);
}
