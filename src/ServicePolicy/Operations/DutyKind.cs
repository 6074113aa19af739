using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Operations;

/// <summary>What was done of the duties that recur.</summary>
[JsonConverter(typeof(EnumNameConverter<DutyKind>))]
public enum DutyKind : byte
{
    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>The answer rate was tested (OPS-01).</summary>
    AnswerRateTest,

    /// <summary>Service was reviewed against the standard (OPS-01).</summary>
    ServiceReview,

    /// <summary>Suggestions were summarised (OPS-02).</summary>
    SuggestionSummary,

    /// <summary>The agent was assessed (OPS-03).</summary>
    Assessment,

    /// <summary>Overall quality was reviewed (OPS-04).</summary>
    QualityReview,

    /// <summary>The star of service of the month was named (OPS-04).</summary>
    StarNamed,

    /// <summary>Access to customer data was checked at a step of the business (OPS-05).</summary>
    AccessCheck,

    /// <summary>Hall figures were published (OPS-09).</summary>
    FiguresPublished,

    /// <summary>The agent wrote the log (OPS-10).</summary>
    Log,

    /// <summary>Service providers were rated (OPS-12).</summary>
    ProviderRating,

    /// <summary>The rating was published (OPS-12).</summary>
    RatingPublication,

    /// <summary>Value-added services were probed (OPS-12).</summary>
    ServiceProbe,
}
