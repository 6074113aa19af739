namespace ServicePolicy.Customers;

/// <summary>A fact on one individual or group customer, so that a rule can have all of them at once.</summary>
internal interface ICustomerRecord : IFact
{
    /// <summary>The Id of the customer.</summary>
    string? CustomerId { get; }
}
