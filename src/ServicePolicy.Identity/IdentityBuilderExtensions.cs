using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using ServicePolicy.Gates;

namespace ServicePolicy.Identity;

/// <summary>Has ASP.NET Core Identity go by the rules of the engine.</summary>
public static class IdentityBuilderExtensions
{
    /// <summary>
    /// Passwords are validated by the engine in the place of Identity's own rules on length and characters, hashed and verified normalised, and verified at sign-in as
    /// often as the handbook allows.
    /// </summary>
    /// <remarks>
    /// Call it after a hasher of the host's own is added, and beside <c>AddServicePolicy()</c>. Tries are counted in the <see cref="IGate"/> or <see cref="IGateStore"/> of the
    /// services, and in memory where there is none. A block list, a source of account holders and a user store with a history are taken where they are there; what a clause
    /// asks for and is not there refuses every password. A host whose engine limits no tries does not start.
    /// </remarks>
    /// <param name="builder">Identity, with its user store.</param>
    /// <param name="configure">What the rules cannot know by themselves.</param>
    public static IdentityBuilder AddServicePolicy<TUser>(this IdentityBuilder builder, Action<PolicyIdentityOptions>? configure = null)
        where TUser : class, new()
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (builder.UserType != typeof(TUser))
        {
            throw new ArgumentException($"Identity has users of type '{builder.UserType}', not '{typeof(TUser)}'. Name the type that Identity was added with.", nameof(builder));
        }

        IServiceCollection services = builder.Services;
        services.AddOptions<PolicyIdentityOptions>()
            .Configure(configure ?? (_ => { }))
            .Validate<PolicyEngine>(
                (_, engine) => SignInFigures.Limit(engine),
                "The engine enforces neither CRD-05 nor PWD-04, so that nothing limits how often a password is tried. Switch CRD-05 on, or choose current guidance.")
            .ValidateOnStart();
        ServiceDescriptor[] own = [.. services.Where(service => service.ServiceType == typeof(IPasswordValidator<TUser>) && service.ImplementationType == typeof(PasswordValidator<TUser>))];
        foreach (ServiceDescriptor service in own)
        {
            services.Remove(service);
        }

        services.AddScoped<IPasswordValidator<TUser>, PolicyPasswordValidator<TUser>>();
        Normalise<TUser>(services);
        services.TryAddSingleton<NobodysPassword<TUser>>();
        services.TryAddSingleton<IGateStore, InMemoryGateStore>();
        services.TryAddSingleton<IGate>(provider => new Gate(provider.GetRequiredService<IGateStore>()));
        services.TryAddSingleton(provider => SignInFigures.Gate(
            provider.GetRequiredService<PolicyEngine>(), provider.GetRequiredService<IGate>(), provider.GetRequiredService<IOptions<PolicyIdentityOptions>>().Value.HoldFor));
        services.AddHttpContextAccessor();
        return builder.AddSignInManager<PolicySignInManager<TUser>>();
    }

    /// <summary>Puts the hasher that is there behind one that normalises.</summary>
    private static void Normalise<TUser>(IServiceCollection services)
        where TUser : class
    {
        ServiceDescriptor hasher = services.Last(service => service.ServiceType == typeof(IPasswordHasher<TUser>) && !service.IsKeyedService);
        services.Replace(ServiceDescriptor.Describe(typeof(IPasswordHasher<TUser>), provider => new NormalisingPasswordHasher<TUser>(Made(provider)), hasher.Lifetime));

        IPasswordHasher<TUser> Made(IServiceProvider provider) => (IPasswordHasher<TUser>)(
            hasher.ImplementationInstance ?? hasher.ImplementationFactory?.Invoke(provider) ?? ActivatorUtilities.CreateInstance(provider, hasher.ImplementationType!));
    }
}
