namespace ServicePolicy.Refunds;

/// <summary>Who is responsible for a disputed charge.</summary>
public enum ResponsibleParty : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>The company.</summary>
    Company,

    /// <summary>The customer.</summary>
    Customer,

    /// <summary>Someone else, such as a service provider.</summary>
    ThirdParty,
}
