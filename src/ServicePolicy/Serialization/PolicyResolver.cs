using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ServicePolicy.Serialization;

/// <summary>Tells System.Text.Json of facts, cases and answers, without reflection.</summary>
internal sealed class PolicyResolver(FactTypes types, Func<CultureInfo> culture) : IJsonTypeInfoResolver
{
    public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options) =>
        type == typeof(PolicyCase) ? JsonMetadataServices.CreateValueInfo<PolicyCase>(options, new CaseConverter(types))
        : type == typeof(IFact) ? JsonMetadataServices.CreateValueInfo<IFact>(options, new FactConverter<IFact>(types))
        : type == typeof(PolicyDecision) ? Answer<PolicyDecision>(PolicyJson.WriteDecision, typeof(DecisionDocument), options)
        : type == typeof(RequestDecision) ? Answer<RequestDecision>(PolicyJson.WriteRequest, typeof(RequestDocument), options)
        : type == typeof(PolicyTimeline) ? Answer<PolicyTimeline>(PolicyJson.WriteTimeline, typeof(TimelineDocument), options)
        : type == typeof(PolicyExplanation) ? Answer<PolicyExplanation>(PolicyJson.WriteExplanation, typeof(ExplanationDocument), options)
        : types.Find(type)?.WithType(types, options);

    private JsonTypeInfo<T> Answer<T>(Action<Utf8JsonWriter, T, CultureInfo, FactTypes> write, Type document, JsonSerializerOptions options) =>
        JsonMetadataServices.CreateValueInfo<T>(options, new AnswerConverter<T>(write, document, culture, types));
}
