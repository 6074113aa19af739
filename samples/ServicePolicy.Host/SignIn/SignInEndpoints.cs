using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using ServicePolicy.Identity;

namespace ServicePolicy.Samples.Host.SignIn;

/// <summary>Sign-in by the rules (CRD-05): where configuration has users, nobody else is answered.</summary>
internal static class SignInEndpoints
{
    private const string Section = "SignIn:Users";

    /// <summary>Whether configuration has users.</summary>
    public static bool HasUsers(this IConfiguration configuration) => configuration.GetSection(Section).GetChildren().Any();

    public static void AddSignIn(this IServiceCollection services, IConfiguration configuration)
    {
        Dictionary<string, string> passwords = configuration.GetSection(Section).GetChildren().ToDictionary(user => user.Key, user => user.Value ?? string.Empty, StringComparer.OrdinalIgnoreCase);
        services.AddSingleton<IUserStore<HostUser>>(provider => new HostUsers(passwords, new PasswordHasher<HostUser>(), new UpperInvariantLookupNormalizer()));
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.Cookie.SameSite = SameSiteMode.Strict;
            cookie.Events.OnRedirectToLogin = Answer(StatusCodes.Status401Unauthorized);
            cookie.Events.OnRedirectToAccessDenied = Answer(StatusCodes.Status403Forbidden);
        });
        services.AddIdentityCore<HostUser>().AddServicePolicy<HostUser>();
    }

    public static void MapSignIn(this WebApplication app)
    {
        app.MapPost("/sign-in", async (SignInTry given, SignInManager<HostUser> signIn) =>
        {
            SignInResult result = await signIn.PasswordSignInAsync(given.Login, given.Password, isPersistent: false, lockoutOnFailure: true);
            string outcome = result.Succeeded ? "signedIn" : result.IsLockedOut ? "locked" : "refused";
            return TypedResults.Json(new SignInAnswer(outcome), HostJson.Default.SignInAnswer, statusCode: result.Succeeded ? StatusCodes.Status200OK : StatusCodes.Status401Unauthorized);
        }).WithSummary("Signs in, as often as CRD-05 allows").WithTags("Sample").AllowAnonymous();
        app.MapPost("/sign-out", async (SignInManager<HostUser> signIn) => await signIn.SignOutAsync()).WithSummary("Signs out").WithTags("Sample").AllowAnonymous();
    }

    private static Func<RedirectContext<CookieAuthenticationOptions>, Task> Answer(int status) => context =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    };
}
