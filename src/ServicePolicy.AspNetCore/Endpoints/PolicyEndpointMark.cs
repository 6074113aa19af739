namespace ServicePolicy.AspNetCore.Endpoints;

/// <summary>Stands in the services of a host to which all was added that the endpoints need.</summary>
internal sealed class PolicyEndpointMark;
