namespace ServicePolicy.Testing;

/// <summary>Something is not as a test expects it; every test framework takes it for a failure.</summary>
public sealed class PolicyAssertionException(string message) : Exception(message);
