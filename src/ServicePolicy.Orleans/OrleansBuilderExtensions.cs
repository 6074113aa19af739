using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.Serialization;
using Orleans.Serialization.Cloning;
using Orleans.Serialization.Serializers;
using ServicePolicy.DependencyInjection;
using ServicePolicy.Gates;
using ServicePolicy.Orleans.Gates;
using ServicePolicy.Orleans.Serialization;
using ServicePolicy.PostgreSql.DependencyInjection;

namespace ServicePolicy.Orleans;

/// <summary>Puts gates and hot cases behind grains.</summary>
public static class OrleansBuilderExtensions
{
    /// <summary>
    /// Has facts and cases travel between grains, and <see cref="IGate"/> be a gate on grains; in silos, after <see cref="PostgreSqlBuilderExtensions.AddPostgreSql"/>,
    /// the grains work on its stores. Clustering and placement are the host's.
    /// </summary>
    public static ServicePolicyBuilder AddOrleans(this ServicePolicyBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        IServiceCollection services = builder.Services;
        services.TryAddSingleton<PostgreSqlOptions>();
        services.AddSerializer(serializer =>
        {
            serializer.AddAssembly(typeof(OrleansBuilderExtensions).Assembly);
            serializer.Configure(options => options.WellKnownTypeAliases["ServicePolicy.Facts"] = typeof(FactCodec));
        });
        services.Configure<ExceptionSerializationOptions>(options => options.SupportedNamespacePrefixes.Add(nameof(ServicePolicy)));
        services.TryAddSingleton<FactCodec>();
        services.AddSingleton<IGeneralizedCodec>(provider => provider.GetRequiredService<FactCodec>());
        services.AddSingleton<IGeneralizedCopier>(provider => provider.GetRequiredService<FactCodec>());
        services.AddSingleton<ITypeFilter>(provider => provider.GetRequiredService<FactCodec>());
        services.Replace(ServiceDescriptor.Singleton<IGate>(provider => new OrleansGate(provider.GetRequiredService<IGrainFactory>())));
        return builder;
    }
}
