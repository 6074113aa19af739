namespace ServicePolicy.Subscriptions;

/// <summary>What a customer wants to pay for.</summary>
public enum PaymentKind : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>A top-up.</summary>
    TopUp,

    /// <summary>What is owed.</summary>
    Bill,
}
