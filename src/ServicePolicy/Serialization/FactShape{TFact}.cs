using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace ServicePolicy.Serialization;

/// <summary>What System.Text.Json knows of a type of fact, and what follows from it.</summary>
internal sealed class FactShape<TFact>
    where TFact : class, IFact
{
    public FactShape(JsonTypeInfo<TFact> given)
    {
        JsonSerializerOptions options = PolicyJson.Strict(given.Options);
        Json = options == given.Options ? given : (JsonTypeInfo<TFact>)options.GetTypeInfo(typeof(TFact));
        IsConstructed = Json.Properties.Any(property => property.AssociatedParameter is { IsMemberInitializer: false });
        Json = IsConstructed ? WithoutType(Json) : Json;
        Members = [.. Json.Properties.Where(property => property.Set is not null || property.AssociatedParameter is not null).Select(FactMember.Of<TFact>)];
        HasSecrets = Secrets.AreIn(Json);
    }

    public JsonTypeInfo<TFact> Json { get; }

    /// <summary>Whether its constructor wants properties, so that there is no fact before all are read.</summary>
    public bool IsConstructed { get; }

    public FactMember[] Members { get; }

    public bool HasSecrets { get; }

    /// <summary>The same, passing over the name of the type, which the record does not have.</summary>
    private static JsonTypeInfo<TFact> WithoutType(JsonTypeInfo<TFact> json)
    {
        JsonSerializerOptions options = new(json.Options)
        {
            TypeInfoResolver = json.Options.TypeInfoResolver!.WithAddedModifier(static info =>
            {
                if (info.Type == typeof(TFact))
                {
                    info.UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip;
                }
            }),
        };
        return (JsonTypeInfo<TFact>)options.GetTypeInfo(typeof(TFact));
    }
}
