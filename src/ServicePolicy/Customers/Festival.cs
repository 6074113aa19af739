using System.Text.Json.Serialization;
using ServicePolicy.Serialization;

namespace ServicePolicy.Customers;

/// <summary>A day on which customers are remembered (CUS-12).</summary>
[JsonConverter(typeof(EnumNameConverter<Festival>))]
public enum Festival : byte
{
    /// <summary>Women's Day, 8 March.</summary>
    WomensDay,

    /// <summary>Mother's Day, the second Sunday of May.</summary>
    MothersDay,

    /// <summary>Children's Day, 1 June.</summary>
    ChildrensDay,

    /// <summary>Teachers' Day, 10 September.</summary>
    TeachersDay,

    /// <summary>Mid-Autumn, the 15th day of the 8th Chinese month.</summary>
    MidAutumn,
}
