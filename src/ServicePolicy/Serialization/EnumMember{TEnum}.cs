using System.Text;

namespace ServicePolicy.Serialization;

/// <summary>A member whose value is one of an enum, made ready to be written with each of them.</summary>
internal sealed class EnumMember<TEnum>(JsonName name)
    where TEnum : struct, Enum
{
    private readonly byte[][] written = [.. EnumNames<TEnum>.All.Select(value => Encoding.UTF8.GetBytes($"{Encoding.UTF8.GetString(name.Following)}\"{value}\""))];

    /// <summary>Name and value, and the comma after what they follow.</summary>
    public ReadOnlySpan<byte> Of(TEnum value) => written[EnumNames<TEnum>.PlaceOf(value)];
}
