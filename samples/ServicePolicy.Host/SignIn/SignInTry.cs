namespace ServicePolicy.Samples.Host.SignIn;

/// <summary>What somebody signs in with.</summary>
internal sealed record SignInTry(string Login, string Password);
