namespace ServicePolicy.Samples.Host.SignIn;

/// <summary>What came of a try to sign in: <c>signedIn</c>, <c>refused</c>, or <c>locked</c>, which an unknown login is as well after as many tries.</summary>
internal sealed record SignInAnswer(string Outcome);
